import Catalogs
import Display
import Wording

/// The answer to `cairn search`.
struct SearchReport {
  var words: String
  /// Best first.
  var matches: [Finding.Match]
  var catalog: Catalog

  /// More than this tells a person only that other words are needed.
  private static let most = 50

  var json: JSONValue {
    .array(
      matches.map { match in
        .object([
          ("kind", .string(match.kind.rawValue)), ("id", .string(match.id)), ("title", .string(match.title)),
          ("provider", .text(catalog.credential(match.id).flatMap(provider))),
        ])
      })
  }

  func lines(width: Int) -> [String] {
    guard !matches.isEmpty else { return ["Nothing is called anything like \"\(words)\"."] }
    var table = TextTable(
      columns: [.left("id"), .left("title", least: 16), .left("provider", least: 8), .left("kind")], indent: 0)
    for match in matches.prefix(SearchReport.most) {
      let credential = match.kind == .credential ? catalog.credential(match.id) : nil
      table.rows.append([
        match.id, match.title, credential.flatMap(provider) ?? "", credential?.kind.rawValue ?? match.kind.rawValue,
      ])
    }
    let shown = min(matches.count, SearchReport.most)
    return table.lines(width: width) + ["", "\(shown) of \(Amounts.grouped(matches.count)). cairn show ID tells more."]
  }

  private func provider(_ credential: Credential) -> String? { credential.provider.map { catalog.providerName($0) } }
}
