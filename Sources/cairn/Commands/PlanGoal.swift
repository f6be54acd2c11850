import ArgumentParser
import Catalogs
import Planning
import Wording

/// `cairn plan GOAL`
struct PlanGoal: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Prints the frontier of cost and time to a goal, and the chosen pathway.",
    discussion: """
      Every pathway on the frontier is the cheapest of those as fast. One is chosen by weighing money against time: by \
      --week-price, else by --wage and the goal's wage, else the one balanced between the cheapest and the fastest.

      Ctrl-C ends the search; what was found by then is printed, and the exit status is 130.
      """)

  @Argument(help: "The id of a goal or a credential, or the title of a goal.")
  var goal: String

  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions
  @OptionGroup(title: "Learner") var learner: LearnerOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions

  func perform() throws -> ExitCode { try PlanGoal.perform(goal, catalogs, learner, limits) }

  static func perform(
    _ goal: String, _ catalogs: CatalogOptions, _ options: LearnerOptions, _ limits: LimitOptions
  ) throws(Failure) -> ExitCode {
    let opened = try catalogs.open()
    let goal = try Names(opened.catalog).goal(goal, issues: opened.issues)
    let learner = try options.learner(in: opened.catalog)
    let request = PlanningRequest(goal: goal.id, learner: learner)
    guard let outcome = outcome(of: request, in: opened.catalog, limits) else {
      throw .badData("\"\(goal.id)\" can't be planned")
    }
    let report = PlanReport(goal: goal, learner: learner, outcome: outcome, catalog: opened.catalog)
    switch catalogs.format {
    case .json: try Output.show(report.json)
    case .text: try Output.show(report.lines(width: Output.width))
    }
    switch outcome.status {
    case .infeasible: return ExitCodes.infeasible
    case .incomplete where Interruption.isAsked: return ExitCodes.interrupted
    case .incomplete, .optimal: return .success
    }
  }

  /// Plans, telling somebody who waits at a terminal how far it is.
  private static func outcome(
    of request: PlanningRequest, in catalog: Catalog, _ limits: LimitOptions
  ) -> PlanningOutcome? {
    let limit = limits.timeLimit ?? SecondsArgument(milliseconds: 30_000)
    let searches = Searches(catalog: catalog, timeLimit: limit.duration, nodes: limits.limitNodes)
    let outcomes = searches.outcomes(of: [request]) { _, progress in Output.hint(hint(progress)) }
    Output.hint("")
    return outcomes.first ?? nil
  }

  private static func hint(_ progress: PlanningProgress) -> String {
    guard let cheapest = progress.frontier.first, let fastest = progress.frontier.last else { return "searching…" }
    return "searching; so far from \(Amounts.money(cheapest.cost)), from \(Amounts.weeks(fastest.days)) weeks"
  }
}
