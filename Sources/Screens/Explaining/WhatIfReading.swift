import Display
import Planning
import Wording

/// What other settings would make of the pathways, without setting them; they can be tried from here.
struct WhatIfReading: Explaining {
  let goal: String
  let changes: [SettingChange]

  var title: String { "What if" }

  /// What is asked next is supposed besides.
  func answer(to command: Command) -> OverlayAnswer? {
    command == .whatIf ? .leave { [self] in $0.show(PickingOverlay(WhatIfPicking(base: self))) } : nil
  }

  func enquiries(about explained: Explained) -> [Enquiry] { [explained.enquiry(.whatIf(changes))] }

  func tell(_ explained: Explained, _ lines: inout Lines, in state: AppState) {
    let words = explained.words(in: state.catalog)
    let now = explained.pathway.map { "now \(words.total($0))" } ?? "now there is no pathway"
    lines.add("\(explained.goal.title): \(now)", .dim)
    let enquiry = explained.enquiry(.whatIf(changes))
    guard let answer = state.enquiries[enquiry] else {
      lines.addHeading("With \(words.phrase(changes))")
      return lines.add(enquiry, in: state) { _ in [] }
    }
    if case .answered(.question(.comparison(let comparison, _))) = answer, !comparison.after.frontier.isEmpty {
      lines.addItem("try it as a draft (u takes it back)", mark: state.glyphs.separator, to: .changes(changes))
      if let key = state.keymap.keys(of: .whatIf).first {
        lines.add("\(Keymap.name(key, state.glyphs)) supposes something besides", .dim)
      }
    }
    lines.add(enquiry, in: state) { answer in
      guard case .question(.comparison(let comparison, let shown)) = answer else { return [] }
      return words.whatIf(changes, comparison, shown: shown)
    }
  }
}
