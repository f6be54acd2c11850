import Catalogs
import Planning
import Wording

// What was asked besides, for people and for programs.
extension PlanReport {
  typealias Section = (title: String, texts: [String])

  var answerSections: [Section] {
    var sections: [Section] = []
    for id in answers.why { sections.append(("Why \(catalog.title(id))", reasons(for: id))) }
    for item in answers.prices { sections.append(section(explanations.price(item.id, item.comparison))) }
    for item in answers.without { sections.append(section(explanations.without(item.id, item.comparison))) }
    if let (changes, comparison) = answers.whatIf { sections.append(section(explanations.whatIf(changes, comparison))) }
    if let alternatives = answers.alternatives { sections += self.sections(alternatives) }
    return sections + (answers.isExplained ? explainedSections : [])
  }

  /// Those of `--explain`.
  var explainedSections: [Section] {
    guard let explanation else { return [] }
    let words = explanations
    func texts(_ passages: [Passage]) -> [String] { passages.map(\.text) }
    var sections: [Section] = [
      ("Along the frontier", outcome.exchanges.map(words.exchange)),
      ("Money by month", texts(words.months(explanation.moneyByMonth))),
      ("What stopping keeps", texts(words.offRamps(explanation.offRamps))),
      ("What sets the last day", texts(words.critical(explanation.criticalPath))),
      ("How much later each step could start", texts(words.slack(explanation))),
      ("What lapses", texts(words.lapses(explanation.lapses))),
    ]
    if let setbacks = answers.setbacks { sections.append(("Failing once", texts(words.setbacks(setbacks)))) }
    if let near = answers.near { sections.append((nearTitle, texts(words.near(near)))) }
    return sections
  }

  private var nearTitle: String {
    "Near the end of it"
      + (chosen.map { ": no more than \(explanations.reach(Neighbourhood(around: $0))) from there" } ?? "")
  }

  private func reasons(for id: String) -> [String] {
    guard let chosen else { return [] }
    let reasons = StepReasons(chosen, to: goals, learner: learner, in: catalog)
    var texts = reasons.reasons(id)
    if texts.isEmpty { texts = ["it lets another step begin sooner"] }
    if reasons.isOneOfSeveral(id) { texts.append("others of the pathway would do too") }
    texts += reasons.supports(id).map { "needs \($0)" }
    return texts + [reasons.leeway(id)].compactMap { $0 }
  }

  /// The heading is the title.
  private func section(_ passages: [Passage]) -> Section {
    (passages.first?.text ?? "", passages.dropFirst().map(\.text))
  }

  private func sections(_ alternatives: Alternatives) -> [Section] {
    func texts(_ pathways: [Pathway]) -> [String] {
      pathways.map { pathway in
        "\(Amounts.money(pathway.cost)) \(outcome.currency), \(Amounts.weeks(pathway.days)) weeks: "
          + Amounts.list(pathway.steps.map { catalog.title($0.credential) })
      }
    }
    let proof = alternatives.isProven ? [] : ["a search was stopped: there may be better"]
    let equals = alternatives.equals.isEmpty ? ["none"] : texts(alternatives.equals)
    return [
      ("As good as the chosen one", equals),
      ("Next best", (alternatives.nextBest.isEmpty ? ["none"] : texts(alternatives.nextBest)) + proof),
    ]
  }

  // MARK: For programs

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
    if answers.isExplained, let explanation { members.append(("explanations", explained(explanation))) }
    return members
  }

  private var whyValues: [JSONValue] {
    let steps = answers.why.map { id in
      JSONValue.object([
        ("credential", .string(id)), ("isStep", .bool(true)), ("reasons", .strings(reasons(for: id))),
        ("slackDays", explanation?.slack(of: id).map { .integer($0) } ?? .null),
      ])
    }
    return steps
      + answers.prices.map { comparison($0.comparison, [("credential", .string($0.id)), ("isStep", .bool(false))]) }
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
    .object([
      (
        "exchanges",
        .array(
          outcome.exchanges.map {
            .object([
              ("cost", .money($0.cost)), ("daysSaved", .integer($0.daysSaved)), ("perWeek", .money($0.centsPerWeek)),
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
        .object(explanation.pathway.steps.map { ($0.credential, .integer(explanation.slack(of: $0.credential) ?? 0)) })
      ),
      (
        "lapses",
        .array(
          explanation.lapses.map {
            .object([
              ("credential", .string($0.credential)), ("lastDay", .integer($0.lastDay)),
              ("renewBy", $0.renewBy.map { .integer($0) } ?? .null), ("cost", .money($0.renewalCost)),
              ("hours", $0.renewalMinutes.map { .hours($0) } ?? .null),
            ])
          })
      ),
      ("failures", .array((answers.setbacks?.all ?? []).map(json))),
      ("failuresNotLookedAt", .integer(answers.setbacks?.unlooked ?? 0)),
      ("nearGoals", .array((answers.near?.goals ?? []).map(json))),
      ("nearGoalsNotLookedAt", .integer(answers.near?.unlooked ?? 0)),
    ])
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
