import Appraisal
import ArgumentParser
import Catalogs
import Library
import Planning
import Storage

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

  @Option(
    help: ArgumentHelp(
      "At most so many goals; of indexed catalogs those most asked for. (default: all, of indexed ones 50)",
      valueName: "count"))
  var limit: Int?

  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions
  @OptionGroup(title: "Learner") var learner: LearnerOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit needs a number of 1 or more.") }
  }

  func perform() throws -> ExitCode { try ListGoals.perform(catalogs, learner, limits, by: sort, atMost: limit) }

  private static let mostIndexed = 50

  static func perform(
    _ catalogs: CatalogOptions, _ options: LearnerOptions, _ limits: LimitOptions,
    by order: GoalOrder = .cheapest, atMost most: Int? = nil
  ) throws(Failure) -> ExitCode {
    if let index = try IndexedCatalog.open(catalogs.catalog) {
      return try perform(index, catalogs, options, limits, by: order, atMost: most ?? mostIndexed)
    }
    try LargeCatalogs.refuse(catalogs.catalog)
    let catalog = try catalogs.open().catalog
    let learner = try options.learner(in: catalog)
    return try show(Array(catalog.goals.prefix(most ?? .max)), catalog, catalogs, learner, limits, order) { _ in catalog
    }
  }

  /// Of indexed catalogs the goals are read, and for each only what can matter to it.
  private static func perform(
    _ index: StoredIndex, _ catalogs: CatalogOptions, _ options: LearnerOptions, _ limits: LimitOptions,
    by order: GoalOrder, atMost most: Int
  ) throws(Failure) -> ExitCode {
    let learner = try options.learner(in: try CatalogOptions.part(of: index, around: [], options, []))
    do {
      var query = LibraryQuery()
      query.kinds = [.goal]
      let ids = try index.answer(query, atMost: most).hits.map(\.entry.id)
      let named = try index.part(around: [], naming: Set(ids))
      let catalog = Catalog(headers: try index.headers(), goals: named.goals)
      return try show(ids.compactMap(catalog.goal), catalog, catalogs, learner, limits, order) { request in
        try index.part(around: request.learner.named.union(request.goals))
      }
    } catch let failure as Failure {
      throw failure
    } catch let failure as StoreFailure {
      throw .index(failure)
    } catch {
      throw .badData("\(error)")
    }
  }

  private static func show(
    _ goals: [Goal], _ catalog: Catalog, _ catalogs: CatalogOptions, _ learner: Learner, _ limits: LimitOptions,
    _ order: GoalOrder, part: @escaping @Sendable (PlanningRequest) throws -> Catalog
  ) throws(Failure) -> ExitCode {
    let searches = Searches(limits, usually: 2000, catalog: part)
    let outcomes = searches.outcomes(of: goals.map { PlanningRequest(goal: $0.id, learner: learner) })
    let report = GoalsReport(
      rows: zip(goals, outcomes).map { GoalsReport.Row(goal: $0, outcome: $1) }, by: order, learner: learner,
      catalog: catalog)
    switch catalogs.format {
    case .json: try Output.show(report.json)
    case .text: try Output.show(report.lines(width: Output.width))
    }
    return Interruption.isAsked ? ExitCodes.interrupted : .success
  }
}
