import ArgumentParser
import Catalogs
import Library
import Storage

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
    let answer = try indexed() ?? read()
    let report = SearchReport(
      words: words.joined(separator: " "), answer: answer, showsCounts: facets.counts)
    switch catalogs.format {
    case .json: try Output.show(report.json)
    case .text: try Output.show(report.lines(width: Output.width))
    }
    return .success
  }

  // A word of a finished command is not being typed any more.
  private var text: String { words.joined(separator: " ") + (words.count > 1 ? " " : "") }

  private func read() throws(Failure) -> LibraryAnswer {
    let opened = try catalogs.open()
    let query = try facets.query(text, in: opened.catalog)
    return CatalogIndex(opened.catalog).answer(query, atMost: facets.limit ?? .max)
  }

  /// More than this of millions nobody reads; `--limit` asks for more.
  private static let mostIndexed = 50

  /// `nil` where there is no index of the catalogs.
  private func indexed() throws(Failure) -> LibraryAnswer? {
    guard let index = try IndexedCatalog.open(catalogs.catalog) else { return nil }
    do {
      let named = Catalog(
        headers: try index.headers(), providers: facets.provider.isEmpty ? [] : try index.providers())
      return try index.answer(try facets.query(text, in: named), atMost: facets.limit ?? Search.mostIndexed)
    } catch let failure as StoreFailure {
      throw .badData(failure.sentence)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .badData("\(error)")
    }
  }
}
