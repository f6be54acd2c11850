import ArgumentParser
import Catalogs
import Wording

/// `cairn check PATH…`
struct Check: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Reads catalogs and reports their faults.",
    discussion: "Exit status 65 where there is an error, 0 where there are only warnings.")

  @Argument(help: "Files and folders; read together. (default: the bundled catalogs)")
  var paths: [String] = []

  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions

  func perform() throws -> ExitCode {
    let opened = try CatalogOptions.read(paths + catalogs.catalog)
    switch catalogs.format {
    case .json: try Output.show(json(opened))
    case .text: try Output.show(lines(opened))
    }
    return opened.errors.isEmpty ? .success : ExitCodes.badData
  }

  private func lines(_ opened: ValidatedCatalog) -> [String] {
    let catalog = opened.catalog
    let contents = [
      Amounts.count(catalog.headers.count, "catalog"), Amounts.count(catalog.credentials.count, "credential"),
      Amounts.count(catalog.goals.count, "goal"), Amounts.count(catalog.skills.count, "skill"),
      Amounts.count(catalog.providers.count, "provider"),
    ]
    let verdict = opened.issues.isEmpty ? "no faults" : CatalogOptions.counts(opened)
    return opened.issues.map(\.description) + [contents.joined(separator: ", ") + ": " + verdict]
  }

  private func json(_ opened: ValidatedCatalog) -> JSONValue {
    .object([
      ("catalogs", .strings(opened.catalog.headers.map(\.id))),
      ("credentials", .integer(opened.catalog.credentials.count)), ("goals", .integer(opened.catalog.goals.count)),
      ("errors", .integer(opened.errors.count)), ("warnings", .integer(opened.warnings.count)),
      (
        "issues",
        .array(
          opened.issues.map { issue in
            .object([
              ("file", .string(issue.position.file)), ("line", .integer(issue.position.line)),
              ("column", .integer(issue.position.column)), ("severity", .string(issue.severity.rawValue)),
              ("message", .string(issue.text)),
            ])
          })
      ),
    ])
  }
}
