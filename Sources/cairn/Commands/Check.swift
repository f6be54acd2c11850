import ArgumentParser
import Catalogs

/// `cairn check PATH…`
struct Check: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Reads catalogs and reports their faults.",
    discussion: """
      After the faults: how much rests on what, what is missing, how old it is, and which figures are worth another look.

      Exit status 65 where there is an error, 0 where there are only warnings.
      """)

  @Argument(help: "Files and folders; read together. (default: the bundled catalogs)")
  var paths: [String] = []

  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions

  func perform() throws -> ExitCode {
    let opened = try CatalogOptions.read(paths + catalogs.catalog)
    let report = CheckReport(opened, today: Today.date)
    switch catalogs.format {
    case .json: try Output.show(report.json)
    case .text: try Output.show(report.lines(width: Output.width))
    }
    return opened.errors.isEmpty ? .success : ExitCodes.badData
  }
}
