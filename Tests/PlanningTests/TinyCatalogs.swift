import Catalogs
import Planning
import Testing

// Builders for catalogs of a few lines: money in cents, study in minutes.

let dayZero = CalendarDate(dayNumber: 20_000)

func credential(
  _ id: String, fee: Int? = 0, monthly: Int? = nil, minutes: Int? = 0, days: Int? = nil, scheduled: Bool = false,
  starts: [Int] = [], kind: Credential.Kind = .course, credits: Int = 0, teaches: [String] = [],
  requires: Requirement? = nil, corequires: Requirement? = nil, excludes: [String] = [], until: Int? = nil,
  validity: Int? = nil, renews: [String] = []
) -> Credential {
  Credential(
    id: id, title: id, kind: kind,
    price: Price(fee: fee.map { Figure($0) }, monthly: monthly.map { Figure($0) }, currency: "USD"),
    workload: minutes.map { Figure($0) },
    duration: Duration(
      pace: scheduled ? .scheduled : .selfPaced, days: days.map { Figure($0) }, starts: starts.map { dayZero + $0 }),
    credits: credits, teaches: teaches, requires: requires, corequires: corequires, excludes: excludes,
    until: until.map { dayZero + $0 }, renews: renews, validity: validity.map { Validity(days: $0) }, catalog: "tiny")
}

/// With the default one minute of study a day, so that a self-paced length in days is the workload in minutes.
func tinyLearner(atOnce: Int = 1, minutesPerWeek: Int = 7) -> Learner {
  Learner(minutesPerWeek: minutesPerWeek, atOnce: atOnce, start: dayZero)
}

/// A catalog with one goal named `goal`.
func tinyCatalog(_ goal: Requirement, _ credentials: [Credential], providers: [Provider] = []) -> Catalog {
  let skills = Set(credentials.flatMap(\.teaches) + goal.namedSkills).sorted()
  return Catalog(
    headers: [Catalog.Header(id: "tiny", title: "Tiny", currency: "USD")], providers: providers,
    skills: skills.map { Skill(id: $0, name: $0) }, credentials: credentials,
    goals: [Goal(id: "goal", title: "Goal", requires: goal, catalog: "tiny")])
}

func plan(_ catalog: Catalog, _ learner: Learner, goals: [String] = ["goal"], nodes: Int? = nil) throws
  -> PlanningOutcome
{
  let request = PlanningRequest(goals: goals, learner: learner)
  let outcome = try Planner(limits: SearchLimits(nodes: nodes)).solve(request, in: catalog)
  expectPathways(outcome, catalog, learner, goals: goals)
  return outcome
}

/// The independent checker finds nothing in anything that is returned.
func expectPathways(_ outcome: PlanningOutcome, _ catalog: Catalog, _ learner: Learner, goals: [String]) {
  let checker = PathwayChecker(catalog: catalog, goals: goals, learner: learner)
  for pathway in outcome.frontier { #expect(checker.violations(of: pathway) == [], "\(pathway)") }
}

extension Requirement {
  static func held(_ id: String) -> Requirement { .credential(id, active: false) }
  static func active(_ id: String) -> Requirement { .credential(id, active: true) }
}
