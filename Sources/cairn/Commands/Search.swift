import ArgumentParser
import Catalogs

/// `cairn search WORDS`
struct Search: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Finds goals, credentials and skills by words.",
    discussion:
      "Every word must be the beginning of one in the title, id, provider or skills; case and accents don't matter.")

  @Argument(help: "What to look for.")
  var words: [String]

  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions

  func validate() throws {
    guard words.contains(where: { !Folding.words($0).isEmpty }) else {
      throw ValidationError("Say at least one word to look for.")
    }
  }

  func perform() throws -> ExitCode {
    let opened = try catalogs.open()
    let found = Finding(opened.catalog).matches(words.flatMap(Folding.words))
    let report = SearchReport(words: words.joined(separator: " "), matches: found, catalog: opened.catalog)
    switch catalogs.format {
    case .json: try Output.show(report.json)
    case .text: try Output.show(report.lines(width: Output.width))
    }
    return .success
  }
}
