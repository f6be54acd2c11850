import Display
import Planning
import Wording

/// The smallest changes after which there is a pathway; each can be tried from here.
struct WaysOutReading: Explaining {
  let goal: String

  var title: String { "What would have to change" }

  func enquiries(in state: AppState) -> [Enquiry] { state.explained(goal).map { [enquiry($0, in: state)] } ?? [] }

  private func enquiry(_ explained: Explained, in state: AppState) -> Enquiry {
    explained.enquiry(.smallestChanges(from: state.today))
  }

  func tell(_ explained: Explained, _ lines: inout Lines, in state: AppState) {
    guard case .infeasible(let conflict) = explained.outcome.status else {
      lines.add("There is a pathway: nothing has to change.")
      return
    }
    let sentences = Sentences(catalog: state.catalog, currency: explained.outcome.currency)
    lines.add(sentences.reason(conflict, explained.request.learner), .bad)
    let enquiry = enquiry(explained, in: state)
    guard case .answered(.question(.changes(let changes))) = state.enquiries[enquiry] else {
      lines.addHeading("The smallest changes")
      return lines.add(enquiry, in: state) { _ in [] }
    }
    let words = explained.words(in: state.catalog)
    lines.addHeading(changes.alone.isEmpty ? "No single change would do" : "Any one of these would do")
    for relaxation in changes.alone { add(relaxation, words, &lines, in: state) }
    if let combined = changes.combined {
      lines.addHeading("Or together")
      add(combined, words, &lines, in: state)
    }
    if !changes.isComplete { lines.add("a search was stopped: there may be others", .dim) }
    if changes.alone.isEmpty && changes.combined == nil {
      lines.addHeading("What stands in the way")
      for missing in conflict.unsatisfied {
        lines.addItem(sentences.missing(missing), mark: state.glyphs.separator, to: state.link(missing.of))
      }
    } else {
      lines.add("")
      lines.add("Enter tries the chosen one as a draft; u takes it back.", .dim)
    }
  }

  private func add(_ relaxation: Relaxation, _ words: Explanations, _ lines: inout Lines, in state: AppState) {
    lines.addItem(words.sentence(relaxation), mark: state.glyphs.separator, to: .changes(relaxation.changes))
  }
}
