import ArgumentParser
import Catalogs
import Interchange
import Library
import Planning
import Storage
import Wording

/// Which catalogs are read, and how results are written.
struct CatalogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A catalog: a file, or a folder of them; repeatable. (default: the bundled ones)", valueName: "path"))
  var catalog: [String] = []

  @Option(help: "How results are written: text for people, json for programs.")
  var format: OutputFormat = .text

  /// Everything sound in the catalogs. Faults are counted on standard error; where they leave nothing at all, that
  /// is a failure.
  ///
  /// - Parameter heard: is told how far the reading is, from any thread.
  func open(heard: @escaping @Sendable (ReadingProgress) -> Void = { _ in }) throws(Failure) -> ValidatedCatalog {
    let opened = try CatalogOptions.read(catalog, heard: heard)
    if opened.catalog.credentials.isEmpty && opened.catalog.goals.isEmpty, let first = opened.errors.first {
      throw .badData("nothing sound is left of the catalogs: \(first)")
    }
    if !opened.issues.isEmpty {
      Output.complain("catalogs: \(CatalogOptions.counts(opened)); cairn check says more")
    }
    return opened
  }

  /// The same, but where the catalogs are indexed only what can matter to these goals, learner and texts.
  ///
  /// - Parameter goals: ids of goals or credentials, or titles of goals.
  /// - Parameter texts: such as options give them, with ids in them.
  func open(
    around goals: [String], _ options: LearnerOptions, _ texts: [String]
  ) throws(Failure) -> ValidatedCatalog {
    guard let index = try IndexedCatalog.open(catalog) else { return try open() }
    return ValidatedCatalog(catalog: try CatalogOptions.part(of: index, around: goals, options, texts), issues: [])
  }

  /// What of an index can matter to these goals, learner and texts; where something is named that nothing is called,
  /// with what was meant perhaps.
  static func part(
    of index: StoredIndex, around goals: [String], _ options: LearnerOptions, _ texts: [String]
  ) throws(Failure) -> Catalog {
    let kept = try options.name.map { name throws(Failure) in try KeptLearners.record(name).learner }
    var ids = Set((options.named + texts).flatMap(IdentifierPieces.all(in:)) + goals)
    ids.formUnion(kept?.named ?? [])
    do {
      for goal in goals { ids.formUnion(try index.goals(called: goal)) }
      let part = try index.part(around: ids)
      var unknown = goals.filter { part.destination($0) == nil }
      unknown += (options.named + texts).flatMap { IdentifierPieces.items(in: $0) }.filter { item in
        !IdentifierPieces.all(in: item).contains { part.bears($0) }
      }
      guard !unknown.isEmpty else { return part }
      var likely: Set<String> = []
      for name in unknown { likely.formUnion(try index.likely(name)) }
      return try index.part(around: ids, naming: likely)
    } catch {
      throw .index(error)
    }
  }

  static func read(
    _ paths: [String], heard: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
  ) throws(Failure) -> ValidatedCatalog {
    let paths = try paths.isEmpty ? BundledCatalogs.paths() : paths
    do {
      return try CatalogReading.read(paths: paths, WorkerThread.spreading, heard: heard)
    } catch {
      throw .noInput(error.description)
    }
  }

  /// `1 error, 3 warnings`
  static func counts(_ opened: ValidatedCatalog) -> String {
    let counts = [(opened.errors.count, "error"), (opened.warnings.count, "warning")]
    return counts.filter { $0.0 > 0 }.map { Amounts.count($0.0, $0.1) }.joined(separator: ", ")
  }
}

extension Catalog {
  /// True where anything has that id.
  func bears(_ id: String) -> Bool {
    credential(id) != nil || goal(id) != nil || skill(id) != nil || provider(id) != nil
  }
}
