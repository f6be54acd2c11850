import ArgumentParser
import Foundation

/// `cairn new catalog`, `cairn new schema`
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Writes a catalog to begin with, or the schema that editors complete it by.",
    subcommands: [NewCatalog.self, NewSchema.self])
}

struct NewCatalog: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "Writes a commented catalog that checks clean.")

  @OptionGroup var place: NewPlace

  func perform() throws -> ExitCode {
    try place.write(CatalogTemplate.text)
    return .success
  }
}

struct NewSchema: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Writes the JSON Schema of the catalog format.")

  @OptionGroup var place: NewPlace

  func perform() throws -> ExitCode {
    try place.write(CatalogSchema.value.text + "\n")
    return .success
  }
}

/// Where a new document goes.
struct NewPlace: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("The file. (default: standard output)", valueName: "path"))
  var output: String?
  @Flag(help: "Write over a file that exists.")
  var force = false

  func write(_ text: String) throws(Failure) {
    guard let output else {
      try Output.show(text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
      return
    }
    try OutputFile(path: output, mayReplace: force).write(Data(text.utf8))
  }
}
