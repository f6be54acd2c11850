import Display
import Planning
import Wording

/// What could go wrong on a pathway: what a failed exam costs, what lapses and when.
struct RisksReading: Explaining {
  let goal: String

  var title: String { "What can go wrong" }
  var needsPathway: Bool { true }

  func enquiries(about explained: Explained) -> [Enquiry] { [explained.enquiry(.setbacks)] }

  func tell(_ explained: Explained, _ lines: inout Lines, in state: AppState) {
    let words = explained.words(in: state.catalog)
    lines.addHeading("Failing once, on the day it would be finished")
    lines.add(explained.enquiry(.setbacks), in: state) { answer in
      guard case .question(.setbacks(let setbacks)) = answer else { return [] }
      return words.setbacks(setbacks)
    }
    guard let explanation = explained.explanation(in: state.catalog) else { return }
    let lapses = words.lapses(explanation.lapses)
    lines.addHeading("What lapses")
    lines.add(lapses.isEmpty ? [Passage("nothing in it lapses")] : lapses, in: state)
  }
}
