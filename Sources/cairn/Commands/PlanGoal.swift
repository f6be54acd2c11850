import Appraisal
import ArgumentParser
import Catalogs
import Planning
import Wording

/// `cairn plan GOAL…`
struct PlanGoal: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Prints the frontier of cost and time to a goal, and the chosen pathway.",
    discussion: """
      Every pathway on the frontier is the cheapest of those as fast. One is chosen by weighing money against time: by \
      --week-price, else by --wage and the goal's wage, else the one balanced between the cheapest and the fastest. With \
      several goals, the ways reach all of them, and what serves more than one is taken once.

      Ctrl-C ends the search; what was found by then is printed, and the exit status is 130.
      """)

  @Argument(help: "The id of a goal or a credential, or the title of a goal; several are all to be reached.")
  var goals: [String]

  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions
  @OptionGroup(title: "Learner") var learner: LearnerOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions
  @OptionGroup(title: "Explanations") var questions: QuestionOptions

  func perform() throws -> ExitCode { try PlanGoal.perform(goals, catalogs, learner, limits, questions) }

  static func perform(
    _ goals: [String], _ catalogs: CatalogOptions, _ options: LearnerOptions, _ limits: LimitOptions,
    _ questions: QuestionOptions? = nil
  ) throws(Failure) -> ExitCode {
    let opened = try catalogs.open(around: goals, options, questions?.named ?? [])
    let report = try report(goals, opened, options, limits) { learner throws(Failure) in
      try questions?.asked(in: opened.catalog, learner) ?? AskedQuestions()
    }
    switch catalogs.format {
    case .json: try Output.show(report.json)
    case .text: try Output.show(report.lines(width: Output.width))
    }
    return exitCode(report.outcome)
  }

  static func exitCode(_ outcome: PlanningOutcome) -> ExitCode {
    switch outcome.status {
    case .infeasible: return ExitCodes.infeasible
    case .incomplete where Interruption.isAsked: return ExitCodes.interrupted
    case .incomplete, .optimal: return .success
    }
  }

  /// The plan for goals named by id or title, with what is asked about it.
  static func report(
    _ goals: [String], _ opened: ValidatedCatalog, _ options: LearnerOptions, _ limits: LimitOptions,
    questions: (Learner) throws(Failure) -> AskedQuestions
  ) throws(Failure) -> PlanReport {
    let goals = try PlanGoal.goals(goals, in: opened)
    let learner = try options.learner(in: opened.catalog)
    let request = PlanningRequest(goals: goals.map(\.id), learner: learner)
    let asked = try questions(learner)
    guard let problem = try? Problem(request, in: opened.catalog) else {
      throw .badData("\(goals.map { "\"\($0.id)\"" }.joined(separator: ", ")) can't be planned")
    }
    let answers = answers(to: request, at: problem.hasRanges ? [.low, .high] : [], in: opened.catalog, limits)
    guard let outcome = answers[.value] else { throw .badData("\"\(goals[0].id)\" can't be planned") }
    var report = PlanReport(
      goals: goals, learner: learner, outcome: outcome, catalog: opened.catalog,
      ends: ChoiceAtEnds(outcome, low: answers[.low] ?? outcome, high: answers[.high] ?? outcome),
      hasRanges: problem.hasRanges, doingWithout: prices(of: outcome, request, in: opened.catalog, limits),
      today: Today.date)
    report.daysRanges = daysRanges(of: outcome, request, in: opened.catalog, limits)
    report.answers = Answering(request: request, outcome: outcome, catalog: opened.catalog, limits: limits)
      .answers(to: asked)
    return report
  }

  /// How long each pathway that rests on estimates takes, from all figures at their low end to all at their high end.
  private static func daysRanges(
    of outcome: PlanningOutcome, _ request: PlanningRequest, in catalog: Catalog, _ limits: LimitOptions
  ) -> [Pathway: ClosedRange<Int>] {
    let uncertain = outcome.frontier.filter { $0.steps.contains(where: \.isEstimate) }
    let ends: [FigureEnd] = [.low, .high]
    let outcomes = Searches(limits, usually: 2_000, in: catalog).outcomes(
      of: uncertain.flatMap { pathway in ends.map { request.keeping(to: pathway, at: $0, in: catalog) } })
    return uncertain.indices.reduce(into: [:]) { ranges, place in
      guard let low = outcomes[2 * place], let high = outcomes[2 * place + 1] else { return }
      ranges[uncertain[place]] = uncertain[place].daysRange(low: low, high: high)
    }
  }

  /// What it costs to keep to what is seen and to what is vouched for, where the learner does: the same plan without.
  private static func prices(
    of outcome: PlanningOutcome, _ request: PlanningRequest, in catalog: Catalog, _ limits: LimitOptions
  ) -> [DoingWithout] {
    let kept = SelfLimit.allCases.filter { $0.isKept(by: request.learner) }
    guard !kept.isEmpty else { return [] }
    let searches = Searches(limits, usually: 30_000, in: catalog)
    let others = searches.outcomes(
      of: kept.map { limit in
        PlanningRequest(goals: request.goals, learner: limit.lifted(from: request.learner), figures: request.figures)
      })
    return zip(kept, others).compactMap { limit, other in other.flatMap { DoingWithout(limit, outcome, without: $0) } }
  }

  /// Each once, in the order given.
  private static func goals(_ written: [String], in opened: ValidatedCatalog) throws(Failure) -> [Goal] {
    var goals: [Goal] = []
    for name in written {
      let goal = try Names(opened.catalog).goal(name, issues: opened.issues)
      if !goals.contains(where: { $0.id == goal.id }) { goals.append(goal) }
    }
    return goals
  }

  /// Plans with the figures themselves, telling somebody who waits at a terminal how far it is; then, in what is left
  /// of the time, at these ends of their ranges.
  private static func answers(
    to request: PlanningRequest, at ends: [FigureEnd], in catalog: Catalog, _ limits: LimitOptions
  ) -> [FigureEnd: PlanningOutcome] {
    let began = ContinuousClock.now
    var searches = Searches(limits, usually: 30_000, in: catalog)
    let outcomes = searches.outcomes(of: [request]) { _, progress in Output.hint(hint(progress)) }
    Output.hint("")
    guard let outcome = outcomes.first ?? nil else { return [:] }
    guard case .optimal = outcome.status, !ends.isEmpty else { return [.value: outcome] }
    searches.timeLimit = max(.zero, searches.timeLimit - began.duration(to: .now))
    let others = searches.outcomes(
      of: ends.map { PlanningRequest(goals: request.goals, learner: request.learner, figures: $0) })
    return zip(ends, others).reduce(into: [.value: outcome]) { answers, item in answers[item.0] = item.1 }
  }

  private static func hint(_ progress: PlanningProgress) -> String {
    guard let cheapest = progress.frontier.first, let fastest = progress.frontier.last else { return "searching…" }
    return "searching; so far from \(Amounts.money(cheapest.cost)), from \(Amounts.weeks(fastest.days)) weeks"
  }
}
