import ArgumentParser
import Catalogs
import Library

/// `cairn search WORDS`
struct Search: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Finds goals, credentials and skills by words and by what they are like.",
    discussion: """
      Every word must be the beginning of one in the title, id, provider or skills, or an abbreviation of the title; \
      case and accents don't matter, and slips of the finger are forgiven. What is meant most likely comes first. \
      Options narrow what is found; an option given twice takes either.
      """)

  @Argument(help: "What to look for; may be left out where options narrow it.")
  var words: [String] = []

  @OptionGroup(title: "Narrowing") var facets: FacetOptions
  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions

  func validate() throws {
    guard words.contains(where: { !SearchText.asked($0).isEmpty }) || facets.isNarrowing else {
      throw ValidationError("Say at least one word to look for, or an option that narrows what there is.")
    }
  }

  func perform() throws -> ExitCode {
    let opened = try catalogs.open()
    // A word of a finished command is not being typed any more.
    let text = words.joined(separator: " ") + (words.count > 1 ? " " : "")
    let query = try facets.query(text, in: opened.catalog)
    let answer = CatalogIndex(opened.catalog).answer(query, atMost: facets.limit ?? .max)
    let report = SearchReport(
      words: words.joined(separator: " "), answer: answer, showsCounts: facets.counts)
    switch catalogs.format {
    case .json: try Output.show(report.json)
    case .text: try Output.show(report.lines(width: Output.width))
    }
    return .success
  }
}
