import Catalogs
import Display
import Library
import Wording

/// The answer to `cairn search`.
struct SearchReport {
  var words: String
  var answer: LibraryAnswer
  var showsCounts: Bool

  /// More than this tells a person only that other words are needed.
  private static let most = 50
  /// Of one facet; the rest of many providers tells nobody anything.
  private static let mostValues = 8

  // MARK: For programs

  var json: JSONValue {
    let hits = JSONValue.array(answer.hits.map { json($0.entry) })
    guard showsCounts else { return hits }
    let counts = Facet.allCases.compactMap { facet in answer.counts[facet].map { (facet.rawValue, json($0)) } }
    return .object([
      ("total", .integer(answer.total)), ("isCounted", .bool(answer.isCounted)), ("counts", .object(counts)),
      ("found", hits),
    ])
  }

  /// The same with what was asked and whether there is more, to be written on one line.
  var jsonLine: JSONValue {
    .object([
      ("query", .string(words)), ("total", .integer(answer.total)), ("isCounted", .bool(answer.isCounted)),
      ("found", .array(answer.hits.map { json($0.entry) })),
    ])
  }

  private func json(_ entry: LibraryEntry) -> JSONValue {
    .object([
      ("kind", .string(entry.kind.rawValue)), ("id", .string(entry.id)), ("title", .string(entry.title)),
      ("provider", .text(entry.provider)), ("credentialKind", .text(entry.credentialKind?.rawValue)),
      ("field", .text(entry.values[.field]?.first)), ("cost", .money(entry.cost)), ("currency", .text(entry.currency)),
      ("hours", entry.minutes.map { .hours($0) } ?? .null), ("days", entry.days.map { .integer($0) } ?? .null),
    ])
  }

  private func json(_ counts: [LibraryAnswer.Count]) -> JSONValue {
    .object(counts.map { ($0.value, .integer($0.count)) })
  }

  // MARK: For people

  func lines(width: Int) -> [String] {
    guard !answer.hits.isEmpty else {
      return [words.isEmpty ? "Nothing is like that." : "Nothing is called anything like \"\(words)\"."]
    }
    var table = TextTable(
      columns: [.left("id"), .left("title", least: 16), .left("provider", least: 8), .left("kind")], indent: 0)
    for hit in answer.hits.prefix(SearchReport.most) {
      let entry = hit.entry
      table.rows.append([
        entry.id, entry.title, entry.provider ?? "", entry.credentialKind?.rawValue ?? entry.kind.rawValue,
      ])
    }
    let shown = min(answer.hits.count, SearchReport.most)
    let total = Amounts.grouped(answer.total) + (answer.isCounted ? "" : "+")
    return table.lines(width: width) + (showsCounts ? countLines(width: width) : [])
      + ["", "\(shown) of \(total). cairn show ID tells more."]
  }

  private func countLines(width: Int) -> [String] {
    let first = Amounts.grouped(answer.total)
    return (answer.isCounted ? [] : ["", "Counted among the first \(first):"]) + facetLines(width: width)
  }

  private func facetLines(width: Int) -> [String] {
    Facet.allCases.flatMap { facet -> [String] in
      guard let counts = answer.counts[facet] else { return [] }
      let named = counts.prefix(SearchReport.mostValues).map { "\($0.value) \(Amounts.grouped($0.count))" }
      let rest = counts.count - named.count
      let parts = rest > 0 ? named + ["and \(rest) more"] : named
      return [""] + DisplayWidth.wrapped("\(facet.name): " + parts.joined(separator: ", "), to: width)
    }
  }
}
