import Display
import Planning
import Wording

/// What the pathways rest on, and what was left out.
struct AssumptionsReading: Reading {
  var title: String { "Assumptions" }

  func lines(width: Int, in state: AppState) -> [Line] {
    guard let outcome = state.plan.outcome else { return [Line(text: "No pathway has been computed yet.", role: .dim)] }
    var lines = Lines(width: width)
    let mark = state.glyphs.separator
    if !outcome.assumptions.isEmpty { lines.addHeading("The pathways rest on this") }
    for sentence in state.sentences.assumptions(outcome.assumptions) { lines.addItem(sentence, mark: mark) }
    if !outcome.leftOut.isEmpty { lines.addHeading("Left out") }
    for left in outcome.leftOut {
      let reason = state.sentences.leftOut(left.reason, start: state.learner.start)
      lines.addItem("\(state.catalog.title(left.credential)): \(reason)", mark: mark)
    }
    if lines.all.isEmpty { lines.add("They rest on nothing but the catalog's own figures.") }
    return lines.all
  }
}
