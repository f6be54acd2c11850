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

  @Flag(help: "Answers every line of standard input as a query, each with one line of JSON, as it comes.")
  var eachLine = false

  @OptionGroup(title: "Narrowing") var facets: FacetOptions
  @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions

  func validate() throws {
    guard eachLine || words.contains(where: { !SearchText.asked($0).isEmpty }) || facets.isNarrowing else {
      throw ValidationError("Say at least one word to look for, or an option that narrows what there is.")
    }
    if eachLine, !words.isEmpty { throw ValidationError("--each-line takes its words from standard input.") }
  }

  func perform() throws -> ExitCode {
    var searched = try SearchedCatalogs(catalogs)
    if eachLine {
      try answerLines(of: &searched)
      return .success
    }
    // A word of a finished command is not being typed any more.
    let text = words.joined(separator: " ") + (words.count > 1 ? " " : "")
    let report = SearchReport(
      words: words.joined(separator: " "), answer: try searched.answer(text, facets), showsCounts: facets.counts)
    switch catalogs.format {
    case .json: try Output.show(report.json)
    case .text: try Output.show(report.lines(width: Output.width))
    }
    return .success
  }

  private func answerLines(of searched: inout SearchedCatalogs) throws(Failure) {
    while let line = readLine() {
      let report = SearchReport(words: line, answer: try searched.answer(line, facets), showsCounts: facets.counts)
      try Output.show(line: report.jsonLine)
    }
  }
}
