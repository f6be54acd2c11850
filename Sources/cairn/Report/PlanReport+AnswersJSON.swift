import Catalogs
import Planning
import Wording

// What was asked besides, for programs.
extension PlanReport {
  /// Keys that are there only where something was asked.
  var answerMembers: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    if !answers.why.isEmpty || !answers.prices.isEmpty { members.append(("why", .array(whyValues))) }
    if !answers.without.isEmpty {
      members.append(
        ("without", .array(answers.without.map { comparison($0.comparison, [("credential", .string($0.id))]) })))
    }
    if let (changes, compared) = answers.whatIf {
      members.append(("whatIf", comparison(compared, [("settings", .string(explanations.phrase(changes)))])))
    }
    if let alternatives = answers.alternatives {
      members.append(
        (
          "alternatives",
          .object([
            ("equals", .array(alternatives.equals.map(json))), ("nextBest", .array(alternatives.nextBest.map(json))),
            ("proven", .bool(alternatives.isProven)),
          ])
        ))
    }
    if answers.isExplained, let explanation {
      members.append(("explanations", explained(explanation)))
    } else if answers.near != nil {
      members += nearMembers
    }
    return members
  }

  private var whyValues: [JSONValue] {
    let steps = answers.why.map { id in
      JSONValue.object([
        ("credential", .string(id)), ("isStep", .bool(true)), ("reasons", .strings(reasons(for: id))),
        ("asked", .array((explanation?.reasons(for: id) ?? []).map(json))),
        ("slackDays", explanation?.slack(of: id).map { .integer($0) } ?? .null),
      ])
    }
    return steps
      + answers.prices.map { comparison($0.comparison, [("credential", .string($0.id)), ("isStep", .bool(false))]) }
  }

  private func json(_ reason: Reason) -> JSONValue {
    let (asker, id): (String, String?) =
      switch reason.asker {
      case .goal(let id): ("goal", id)
      case .requires(let id): ("requires", id)
      case .corequires(let id): ("corequires", id)
      case .pin: ("pin", nil)
      }
    let (need, name): (String?, JSONValue) =
      switch reason.need {
      case .credential(let id): ("credential", .string(id))
      case .active(let id): ("active", .string(id))
      case .skill(let id): ("skill", .string(id))
      case .credits(let amount): ("credits", .hundredths(amount))
      case .condition(let text): ("condition", .string(text))
      case nil: (nil, .null)
      }
    return .object([
      ("by", .string(asker)), ("of", .text(id)), ("need", .text(need)), ("name", name),
      ("day", .integer(reason.day)), ("necessary", .bool(reason.isNecessary)), ("byRenewing", .bool(reason.byRenewing)),
      ("choices", .array(reason.choices.map(json))),
    ])
  }

  private func json(_ choice: RequirementChoice) -> JSONValue {
    switch choice {
    case .parts(let need, let others):
      .object([
        ("need", .integer(need)), ("of", .integer(others.count + 1)), ("others", .array(others.map { JSONValue($0) })),
      ])
    case .teachers(let others): .object([("teachers", .strings(others))])
    case .credits(let others): .object([("credits", .strings(others))])
    }
  }

  private func comparison(_ comparison: PlanComparison, _ members: [(String, JSONValue)]) -> JSONValue {
    .object(
      members + [
        ("status", .string(PlanReport.word(comparison.after.status))), ("proven", .bool(comparison.isProven)),
        ("cheapest", difference(comparison.cheapest)), ("chosen", difference(comparison.chosen)),
        ("fastest", difference(comparison.fastest)),
        ("frontier", .array(comparison.after.frontier.map(json))),
      ])
  }

  private func difference(_ difference: PathwayDifference?) -> JSONValue {
    guard let difference else { return .null }
    return .object([
      ("cost", .money(difference.cost)), ("days", .integer(difference.days)), ("hours", .hours(difference.minutes)),
      ("added", .strings(difference.added)), ("dropped", .strings(difference.dropped)),
    ])
  }

  private func explained(_ explanation: PathwayExplanation) -> JSONValue {
    .object(
      [
        (
          "exchanges",
          .array(
            outcome.exchanges.map {
              .object([
                ("cost", .money($0.cost)), ("daysSaved", .integer($0.daysSaved)), ("perWeek", .money($0.centsPerWeek)),
                ("added", .strings($0.added)), ("dropped", .strings($0.dropped)),
              ])
            })
        ),
        (
          "months",
          .array(
            explanation.moneyByMonth.map {
              .object([
                ("year", .integer($0.year)), ("month", .integer($0.month)), ("amount", .money($0.amount)),
                ("estimate", .bool($0.isEstimate)), ("atLeast", .bool($0.isAtLeast)),
              ])
            })
        ),
        (
          "offRamps",
          .array(
            explanation.offRamps.map {
              .object([
                ("day", .integer($0.day)), ("earned", .strings($0.earned)), ("skills", .strings($0.skills)),
                ("goals", .strings($0.goals)), ("cost", .money($0.cost)), ("hours", .hours($0.minutes)),
                ("estimate", .bool($0.isEstimate)), ("atLeast", .bool($0.isAtLeast)),
              ])
            })
        ),
        ("critical", .strings(explanation.criticalPath.map(\.credential))),
        (
          "slack",
          .object(
            explanation.pathway.steps.map { ($0.credential, .integer(explanation.slack(of: $0.credential) ?? 0)) })
        ),
        (
          "lapses",
          .array(
            explanation.lapses.map {
              .object([
                ("credential", .string($0.credential)), ("lastDay", .integer($0.lastDay)),
                ("renewBy", $0.renewal?.latestStart.map { .integer($0) } ?? .null),
                ("by", .text($0.renewal?.by)), ("cost", .money($0.renewal?.cost)),
                ("hours", $0.renewal.map { .hours($0.minutes) } ?? .null),
              ])
            })
        ),
        ("failures", .array((answers.setbacks?.all ?? []).map(json))),
        ("failuresNotLookedAt", .integer(answers.setbacks?.unlooked ?? 0)),
      ] + nearMembers)
  }

  private var nearMembers: [(String, JSONValue)] {
    [
      ("nearGoals", .array((answers.near?.goals ?? []).map(json))),
      ("nearGoalsNotLookedAt", .integer(answers.near?.unlooked ?? 0)),
      ("nearGoalsWithoutRate", .integer(answers.near?.withoutRate ?? 0)),
    ]
  }

  /// With all of it studied again, and under `resit` with nothing.
  private func json(_ setback: Setback) -> JSONValue {
    .object(
      [("credential", .string(setback.credential)), ("day", .integer(setback.day))] + members(setback.studied)
        + [("resit", .object(members(setback.resat))), ("proven", .bool(setback.isProven))])
  }

  private func members(_ loss: Setback.Loss?) -> [(String, JSONValue)] {
    [
      ("cost", .money(loss?.cost)), ("days", loss.map { .integer($0.days) } ?? .null),
      ("keepsToPathway", .bool(loss?.keepsToPathway ?? false)), ("overBudget", .bool(loss?.passesBudget ?? false)),
      ("pastDeadline", .bool(loss?.passesDeadline ?? false)),
    ]
  }

  private func json(_ near: NearGoal) -> JSONValue {
    .object([
      ("goal", .string(near.goal)), ("reached", .bool(near.isReached)),
      ("cheapest", totals(near.cheapest)), ("fastest", totals(near.fastest)),
      ("withoutPathway", near.without.map(totals) ?? .null), ("proven", .bool(near.isProven)),
    ])
  }

  /// Under `infeasible`.
  var smallestValue: JSONValue {
    guard let smallest = answers.smallest else { return .null }
    return .object([
      ("alone", .array(smallest.alone.map(json))), ("combined", smallest.combined.map(json) ?? .null),
      ("complete", .bool(smallest.isComplete)),
    ])
  }

  private func json(_ relaxation: Relaxation) -> JSONValue {
    .object([
      ("changes", .strings(relaxation.changes.map { explanations.phrase([$0]) })),
      ("settings", .strings(relaxation.changes.compactMap(SettingText.written))),
      ("cheapest", totals(relaxation.cheapest)), ("fastest", totals(relaxation.fastest)),
      ("least", .bool(relaxation.isLeast)),
    ])
  }

  private func totals(_ pathway: Pathway) -> JSONValue {
    .object([("cost", .money(pathway.cost)), ("days", .integer(pathway.days))])
  }
}
