import Appraisal
import Catalogs
import Planning
import Wording

/// The answer to `cairn plan`, for programs and for people.
struct PlanReport {
  /// All to be reached; at least one.
  var goals: [Goal]
  var learner: Learner
  var outcome: PlanningOutcome
  var catalog: Catalog
  /// What would be chosen with every figure at one end of its range; `nil` where nothing is chosen.
  var ends: ChoiceAtEnds?
  /// True where some figure has a range.
  var hasRanges = false
  /// How long pathways take with all figures at one end of their ranges; of those that rest on estimates.
  var daysRanges: [Pathway: ClosedRange<Int>] = [:]
  var answers = AnsweredQuestions()

  /// What the learner's own limits cost, each against the same plan without it.
  var doingWithout: [DoingWithout] = []
  /// How old a figure is, is counted to this day.
  var today: CalendarDate

  /// Of the first goal: what several together pay, nobody says.
  func payback(_ pathway: Pathway) -> Payback? {
    guard goals.count == 1, let goal = goals.first else { return nil }
    return Payback(pathway, to: goal, learner: learner, currency: outcome.currency)
  }

  var sentences: Sentences { Sentences(catalog: catalog, currency: outcome.currency) }

  var explanations: Explanations { Explanations(catalog: catalog, currency: outcome.currency, learner: learner) }

  var chosen: Pathway? { outcome.chosenPathway }

  /// What there is to read off the chosen pathway.
  var explanation: PathwayExplanation? {
    chosen.map { PathwayExplanation(of: $0, goals: goals.map(\.id), learner: learner, in: catalog) }
  }

  var title: String { goals.map(\.title).joined(separator: " + ") }

  /// Which goals each step of a pathway serves; `nil` where there is only one.
  func shares(of pathway: Pathway) -> SharedSteps? {
    guard goals.count > 1 else { return nil }
    return SharedSteps(of: pathway, goals: goals.map(\.id), learner: learner, in: catalog)
  }

  /// True where every total is known, but only as far as the facts are.
  var isOnFactsKnown: Bool { outcome.frontier.contains(where: \.isAtLeast) }

  var statusWord: String { PlanReport.word(outcome.status) }

  static func word(_ status: PlanningOutcome.Status) -> String {
    switch status {
    case .optimal: return "optimal"
    case .incomplete: return "incomplete"
    case .infeasible: return "infeasible"
    }
  }
}
