import ArgumentParser
import Catalogs
import Interchange
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
  func open() throws(Failure) -> ValidatedCatalog {
    let opened = try CatalogOptions.read(catalog)
    if opened.catalog.credentials.isEmpty && opened.catalog.goals.isEmpty, let first = opened.errors.first {
      throw .badData("nothing sound is left of the catalogs: \(first)")
    }
    if !opened.issues.isEmpty {
      Output.complain("catalogs: \(CatalogOptions.counts(opened)); cairn check says more")
    }
    return opened
  }

  static func read(_ paths: [String]) throws(Failure) -> ValidatedCatalog {
    let paths = try paths.isEmpty ? BundledCatalogs.paths() : paths
    do {
      return try CatalogReading.read(paths: paths)
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
