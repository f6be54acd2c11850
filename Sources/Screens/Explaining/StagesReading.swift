import Display
import Planning
import Wording

/// What is held when: the first award, what somebody keeps who stops after each step, and what sets the last day, and how far the
/// steps could slip.
struct StagesReading: Explaining {
  let goal: String

  var title: String { "If you stop on the way" }
  var needsPathway: Bool { true }

  func tell(_ explained: Explained, _ lines: inout Lines, in state: AppState) {
    guard let explanation = explained.explanation(in: state.catalog) else { return }
    let words = explained.words(in: state.catalog)
    let ramps = explanation.offRamps
    if let first = words.firstAward(ramps) { lines.add([first], in: state) }
    lines.addHeading("What is held by then, and paid")
    lines.add(ramps.isEmpty ? [Passage("nothing is left to do")] : words.offRamps(ramps), in: state)
    let chain = words.critical(explanation.criticalPath)
    if chain.isEmpty { return }
    lines.addHeading("What sets the last day")
    lines.add(chain, in: state)
    lines.addHeading("How much later each step could start")
    lines.add(words.slack(explanation), in: state)
  }
}
