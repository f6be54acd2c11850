import Catalogs
import Planning

/// A pathway as it was when it was put beside others: to its goal, under the settings it was planned for.
struct ComparedPathway: Hashable, Sendable {
  var goal: String
  var pathway: Pathway
  var learner: Learner
  /// ISO 4217, of its cost.
  var currency: String
  /// True where it was of a proven answer.
  var isProven: Bool
}
