import Display
import Planning
import Wording

/// What else lies near the end of a pathway.
struct NearReading: Explaining {
  let goal: String

  var title: String { "What else is near" }
  var needsPathway: Bool { true }

  private func question(_ explained: Explained) -> Enquiry? {
    explained.pathway.map { explained.enquiry(.nearGoals(Neighbourhood(around: $0))) }
  }

  func enquiries(about explained: Explained) -> [Enquiry] { question(explained).map { [$0] } ?? [] }

  func tell(_ explained: Explained, _ lines: inout Lines, in state: AppState) {
    guard let question = question(explained), let pathway = explained.pathway else { return }
    let words = explained.words(in: state.catalog)
    let reach = Neighbourhood(around: pathway)
    lines.add(
      "Goals that take no more from the end of this pathway than " + words.reach(reach), .dim)
    lines.add("")
    lines.add(question, in: state) { answer in
      guard case .question(.goals(let goals)) = answer else { return [] }
      return words.near(goals)
    }
  }
}
