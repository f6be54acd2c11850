import Appraisal
import Catalogs
import Planning

extension PlanReport {
  /// The object that the contract of the command line describes, with more keys after its own.
  var json: JSONValue { .object(members + answerMembers) }

  private var members: [(String, JSONValue)] {
    [
      ("goal", .string(goals.first?.id ?? "")), ("status", .string(statusWord)),
      ("currency", .string(outcome.currency)),
      ("frontier", .array(outcome.frontier.map(json))),
      ("chosen", outcome.chosen.map { .integer($0) } ?? .null),
      ("assumptions", .strings(outcome.assumptions.map(sentences.assumption))),
      ("infeasible", infeasible), ("title", .string(title)), ("goals", .strings(goals.map(\.id))),
      ("start", .string(learner.start.iso)),
      ("bound", bound), ("onFactsKnown", .bool(isOnFactsKnown)),
      ("priceOfLimits", .array(doingWithout.map(json))),
      ("choiceAtLow", ends.map { json($0.low) } ?? .null), ("choiceAtHigh", ends.map { json($0.high) } ?? .null),
      (
        "leftOut",
        .array(
          outcome.leftOut.map {
            .object([
              ("credential", .string($0.credential)),
              ("reason", .string(sentences.leftOut($0.reason, start: learner.start))),
            ])
          })
      ),
      (
        "statistics",
        .object([
          ("nodes", .integer(outcome.statistics.nodes)),
          ("schedulingNodes", .integer(outcome.statistics.schedulingNodes)),
          ("relevantCredentials", .integer(outcome.statistics.relevantCredentials)),
        ])
      ),
    ]
  }

  private func json(_ verdict: ChoiceAtEnds.Verdict) -> JSONValue {
    switch verdict {
    case .same: return .object([("verdict", .string("same"))])
    case .none: return .object([("verdict", .string("none"))])
    case .unproven: return .object([("verdict", .string("unproven"))])
    case .other(let pathway): return .object([("verdict", .string("other")), ("pathway", json(pathway))])
    }
  }

  func json(_ pathway: Pathway) -> JSONValue {
    let shares = shares(of: pathway)
    return .object(
      [
        ("cost", .money(pathway.cost)), ("days", .integer(pathway.days)), ("hours", .hours(pathway.minutes)),
        ("steps", .array(pathway.steps.map { json($0, shares) })),
        (
          "costRange",
          .object([("low", .money(pathway.costRange.lowerBound)), ("high", .money(pathway.costRange.upperBound))])
        ),
        (
          "hoursRange",
          .object([
            ("low", .hours(pathway.minutesRange.lowerBound)), ("high", .hours(pathway.minutesRange.upperBound)),
          ])
        ),
        (
          "daysRange",
          daysRanges[pathway].map {
            .object([("low", .integer($0.lowerBound)), ("high", .integer($0.upperBound))])
          } ?? .null
        ),
        ("atLeast", .bool(pathway.isAtLeast)),
        ("standing", AppraisalJSON(catalog: catalog, today: today).standing(of: pathway, learner)),
        ("payback", AppraisalJSON.payback(payback(pathway))),
        (
          "awards",
          .array(
            pathway.awards.map { .object([("credential", .string($0.credential)), ("day", .integer($0.day))]) })
        ),
      ] + (shares.map { [("shared", .strings($0.shared))] } ?? []))
  }

  private func json(_ price: DoingWithout) -> JSONValue {
    .object([
      ("limit", .string(price.limit.rawValue)), ("cost", .money(price.cost)),
      ("days", price.days.map { .integer($0) } ?? .null),
    ])
  }

  private func json(_ step: Step, _ shares: SharedSteps?) -> JSONValue {
    let serves = shares.map { [("serves", JSONValue.strings($0.goals(servedBy: step.credential)))] } ?? []
    return .object(
      [
        ("credential", .string(step.credential)), ("start", .integer(step.start)), ("finish", .integer(step.finish)),
        ("cost", .money(step.cost)), ("hours", .hours(step.minutes)), ("mode", .string(PlanReport.word(step.mode))),
        ("estimate", .bool(step.isEstimate)), ("atLeast", .bool(step.isAtLeast)),
      ] + serves)
  }

  private var bound: JSONValue {
    guard case .incomplete(let bound) = outcome.status else { return .null }
    let proven: JSONValue = bound.provenBelowCost > PlanReport.believable ? .null : .money(bound.provenBelowCost)
    return .object([("cost", .money(bound.cost)), ("days", .integer(bound.days)), ("provenBelowCost", proven)])
  }

  private var infeasible: JSONValue {
    guard case .infeasible(let conflict) = outcome.status else { return .null }
    return .object([
      ("reason", .string(sentences.reason(conflict, learner))),
      ("cheapest", conflict.cheapest.map(json) ?? .null), ("fastest", conflict.fastest.map(json) ?? .null),
      ("changes", .strings(sentences.changes(conflict, learner))), ("smallest", smallestValue),
      (
        "unsatisfied",
        .array(
          conflict.unsatisfied.map {
            .object([
              ("of", .string($0.of)), ("missing", json($0.missing)), ("sentence", .string(sentences.missing($0))),
            ])
          })
      ),
    ])
  }

  private func json(_ missing: UnsatisfiedRequirement.Missing) -> JSONValue {
    switch missing {
    case .credential(let id): return .object([("credential", .string(id))])
    case .skill(let id): return .object([("skill", .string(id))])
    case .condition(let text): return .object([("condition", .string(text))])
    case .credits(let needed, let reachable):
      return .object([
        ("credits", .decimal(digits: needed, places: 2)), ("reachable", .decimal(digits: reachable, places: 2)),
      ])
    case .together: return .object([("together", .bool(true))])
    }
  }

  /// More cents than any pathway costs: a bound beyond it says nothing.
  static let believable = 1_000_000_000_000_000

  static func word(_ mode: Step.Mode) -> String {
    switch mode {
    case .anew: return "anew"
    case .goingOn: return "going-on"
    case .again: return "again"
    case .renewal: return "renewal"
    }
  }
}
