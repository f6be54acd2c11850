import Catalogs
import Planning
import Wording

/// A pathway that questions are asked about, and the answer that it is of.
struct Explained: Hashable, Sendable {
  let goal: Goal
  let request: PlanningRequest
  let outcome: PlanningOutcome
  let pathway: Pathway?

  func enquiry(_ question: PathwayQuestion) -> Enquiry { enquiry(.question(question)) }

  func enquiry(_ subject: Enquiry.Subject) -> Enquiry {
    Enquiry(subject, request, of: outcome, about: pathway)
  }

  /// What can be read off the pathway without planning anew.
  func explanation(in catalog: Catalog) -> PathwayExplanation? {
    pathway.map { PathwayExplanation(of: $0, goals: request.goals, learner: request.learner, in: catalog) }
  }

  func words(in catalog: Catalog) -> Explanations {
    Explanations(catalog: catalog, currency: outcome.currency, learner: request.learner)
  }
}

extension AppState {
  /// The goal that questions are about: the one looked at, or was last where none is.
  var goalInQuestion: String? {
    if let goal { return goal.id }
    let left = placeID == .goals ? nil : (trail.left[.pathway] as? PathwayPlace)?.goal
    return left ?? selectedGoal
  }

  /// `nil` while there is no answer to the question as it is now.
  func explained(_ id: String) -> Explained? {
    guard let goal = catalog.destination(id), let plan = plans[id], let outcome = plan.outcome, !plan.isStale,
      !plan.isSearching
    else { return nil }
    let request = PlanningRequest(goal: id, learner: learner)
    let isHere = goals.first == id
    let left = isHere ? nil : (trail.left[.pathway] as? PathwayPlace).flatMap { $0.goal == id ? $0 : nil }
    let shown = isHere ? pathway : left?.pathway(in: self)
    return Explained(goal: goal, request: request, outcome: outcome, pathway: shown ?? outcome.chosenPathway)
  }

  /// Why there is nothing to ask about.
  var reasonAgainstAsking: String? {
    goalInQuestion == nil ? "there is no goal to ask about: / finds one" : nil
  }

  /// Opens a text about the pathways to a goal, which are planned now where that wasn't done yet.
  mutating func explain(_ goal: String, _ reading: some Explaining) -> [Effect] {
    show(ReadingOverlay(reading)) + askUrgently(goal)
  }
}
