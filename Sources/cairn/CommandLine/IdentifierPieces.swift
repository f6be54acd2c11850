/// Every piece of a list of ids that could be one: what is none, an index passes over.
enum IdentifierPieces {
  /// A list has more pieces than this only where it holds many short ids.
  private static let mostCommas = 3

  /// Ids may hold commas, `@` and `:` themselves; `cka@2024-05-01` names `cka` too.
  static func all(in text: String) -> [String] {
    let pieces = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var found: Set<String> = []
    for first in pieces.indices {
      for last in first..<min(pieces.count, first + mostCommas + 1) {
        let joined = pieces[first...last].joined(separator: ",")
        found.formUnion(beginnings(of: String(joined.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())))
      }
    }
    return found.sorted()
  }

  /// What stands between commas, but for what can't be an id of an entry.
  static func items(in text: String) -> [String] {
    text.split(separator: ",").map { String($0.trimmingPrefix { $0 == " " }) }.filter { item in
      !item.isEmpty && item != "unvouched" && !item.hasPrefix("delivery:") && !item.hasPrefix("language:")
    }
  }

  private static func beginnings(of text: String) -> [String] {
    [text] + text.indices.filter { text[$0] == "@" || text[$0] == ":" }.map { String(text[..<$0]) }
  }
}
