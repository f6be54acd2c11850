import Catalogs
import Planning

/// A pathway as it was when it was put beside others: to its goal, under the settings it was planned for.
struct ComparedPathway: Hashable, Sendable {
  var goal: String
  var pathway: Pathway
  var learner: Learner
  /// ISO 4217, of its cost.
  var currency: String
  /// The answer it is of; `nil` where it was still being searched then.
  var outcome: PlanningOutcome?

  /// True where it was of a proven answer.
  var isProven: Bool { if case .optimal? = outcome?.status { true } else { false } }

  func explained(in catalog: Catalog) -> Explained? {
    guard let goal = catalog.destination(goal), let outcome else { return nil }
    return Explained(
      goal: goal, request: PlanningRequest(goal: goal.id, learner: learner), outcome: outcome, pathway: pathway)
  }
}
