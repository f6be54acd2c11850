import Display
import Planning
import Wording

/// What the pathways rest on: how much of it is estimated and whether that matters, what is assumed, what was left out.
struct AssumptionsReading: Explaining {
  let goal: String

  var title: String { "Assumptions" }

  func enquiries(about explained: Explained) -> [Enquiry] {
    explained.pathway == nil ? [] : [explained.enquiry(.ends)]
  }

  func tell(_ explained: Explained, _ lines: inout Lines, in state: AppState) {
    let sentences = Sentences(catalog: state.catalog, currency: explained.outcome.currency)
    let learner = explained.request.learner
    let mark = state.glyphs.separator
    if let pathway = explained.pathway {
      lines.addHeading("On what this pathway's figures rest")
      for text in sentences.standing(of: pathway, learner, today: state.today) { lines.addItem(text, mark: mark) }
      lines.addHeading("If estimates are off")
      lines.add(explained.enquiry(.ends), in: state) { answer in
        guard case .ends(let ends, let hasRanges) = answer else { return [] }
        return hasRanges ? sentences.choice(ends).map { Passage($0) } : [Passage("no figure of it has a range")]
      }
    }
    let assumptions = sentences.assumptions(explained.outcome.assumptions)
    if !assumptions.isEmpty { lines.addHeading("The pathways rest on this") }
    for sentence in assumptions { lines.addItem(sentence, mark: mark) }
    let left = explained.outcome.leftOut
    if !left.isEmpty { lines.addHeading("Left out") }
    for item in left {
      let reason = sentences.leftOut(item.reason, start: learner.start)
      lines.addItem(
        "\(state.catalog.title(item.credential)): \(reason)", mark: mark, to: state.link(item.credential))
    }
  }
}
