import Display
import Planning
import Wording

/// Why a credential is a step and what doing without it costs; of any other, what taking it would cost.
struct WhyReading: Explaining {
  let goal: String
  let credential: String
  let isStep: Bool
  let name: String

  init(_ credential: String, goal: String, in state: AppState) {
    (self.goal, self.credential) = (goal, credential)
    let pathway = state.explained(goal)?.pathway ?? (state.goals.first == goal ? state.pathway : nil)
    isStep = pathway?.step(credential) != nil
    name = state.catalog.title(credential)
  }

  var title: String { "\(isStep ? "Why" : "Why not") \(name)" }

  private func question(_ explained: Explained) -> PathwayQuestion {
    explained.pathway?.step(credential) == nil ? .price(credential) : .without(credential)
  }

  func enquiries(about explained: Explained) -> [Enquiry] { [explained.enquiry(question(explained))] }

  func tell(_ explained: Explained, _ lines: inout Lines, in state: AppState) {
    let total = explained.pathway.map { ": \(explained.words(in: state.catalog).total($0))" } ?? ""
    lines.add("On the way to \(explained.goal.title)\(total)", .dim)
    if let pathway = explained.pathway, pathway.step(credential) != nil {
      tellReasons(pathway, explained, &lines, in: state)
    } else {
      tellAbsence(explained, &lines, in: state)
    }
    let words = explained.words(in: state.catalog)
    let enquiry = explained.enquiry(question(explained))
    if state.enquiries[enquiry] == nil { lines.addHeading("\(isStep ? "Without" : "With") \(name)") }
    lines.add(enquiry, in: state) { answer in
      switch answer {
      case .question(.comparison(let comparison, let shown)): words.without(credential, comparison, shown: shown)
      case .question(.price(let comparison)): words.price(credential, comparison)
      default: []
      }
    }
  }

  private func tellReasons(_ pathway: Pathway, _ explained: Explained, _ lines: inout Lines, in state: AppState) {
    let reasons = StepReasons(pathway, to: explained.goal, learner: explained.request.learner, in: state.catalog)
    lines.addHeading("It is there")
    let why = reasons.reasonPassages(credential)
    lines.add(why.isEmpty ? [Passage("to let another step begin sooner")] : why, in: state)
    if reasons.isOneOfSeveral(credential) { lines.add("others of the pathway would do too", .dim) }
    if let leeway = reasons.leeway(credential) { lines.add(leeway, .dim) }
    let alternatives = reasons.alternativePassages(credential)
    if !alternatives.isEmpty {
      lines.addHeading("What would do in its place")
      lines.add(alternatives, in: state)
    }
    let supports = reasons.supportPassages(credential)
    if supports.isEmpty { return }
    lines.addHeading("It stands on")
    lines.add(supports, in: state)
  }

  private func tellAbsence(_ explained: Explained, _ lines: inout Lines, in state: AppState) {
    lines.addHeading("It is no step of this pathway")
    let left = explained.outcome.leftOut.first { $0.credential == credential }?.reason
    if state.learner.earned[credential] != nil {
      lines.add("it is earned already")
    } else if let left {
      lines.add(state.sentences.leftOut(left, start: explained.request.learner.start))
    } else if explained.pathway?.awards.contains(where: { $0.credential == credential }) == true {
      lines.add("it is earned by the way, without work or cost")
    } else {
      lines.add("the goal is reached without it")
    }
  }
}
