import Catalogs
import Planning
import Wording

/// The answer to `cairn plan`, for programs and for people.
struct PlanReport {
  var goal: Goal
  var learner: Learner
  var outcome: PlanningOutcome
  var catalog: Catalog

  var sentences: Sentences { Sentences(catalog: catalog, currency: outcome.currency) }

  var statusWord: String { PlanReport.word(outcome.status) }

  static func word(_ status: PlanningOutcome.Status) -> String {
    switch status {
    case .optimal: return "optimal"
    case .incomplete: return "incomplete"
    case .infeasible: return "infeasible"
    }
  }
}
