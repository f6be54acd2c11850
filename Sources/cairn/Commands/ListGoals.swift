import Appraisal
import ArgumentParser
import Catalogs
import Planning

/// `cairn goals`
struct ListGoals: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "goals", abstract: "Lists every goal, with the cheapest and the fastest pathway to each.",
    discussion: """
      The nearest goals come first: in text within each catalog, in JSON of all. Goals that can't be reached come last.
      """)

  @Option(
    help:
      "What comes first: cheapest, fastest, left (the fewest credentials), wage, payback (with --wage), or catalog, the catalogs' order."
  )
  var sort: GoalOrder = .cheapest

  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions
  @OptionGroup(title: "Learner") var learner: LearnerOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions

  func perform() throws -> ExitCode { try ListGoals.perform(catalogs, learner, limits, by: sort) }

  static func perform(
    _ catalogs: CatalogOptions, _ options: LearnerOptions, _ limits: LimitOptions,
    by order: GoalOrder = .cheapest
  ) throws(Failure) -> ExitCode {
    let opened = try catalogs.open()
    let learner = try options.learner(in: opened.catalog)
    let limit = limits.timeLimit ?? SecondsArgument(milliseconds: 2000)
    let searches = Searches(catalog: opened.catalog, timeLimit: limit.duration, nodes: limits.limitNodes)
    let goals = opened.catalog.goals
    let outcomes = searches.outcomes(of: goals.map { PlanningRequest(goal: $0.id, learner: learner) })
    let report = GoalsReport(
      rows: zip(goals, outcomes).map { GoalsReport.Row(goal: $0, outcome: $1) }, by: order, learner: learner,
      catalog: opened.catalog)
    switch catalogs.format {
    case .json: try Output.show(report.json)
    case .text: try Output.show(report.lines(width: Output.width))
    }
    return Interruption.isAsked ? ExitCodes.interrupted : .success
  }
}
