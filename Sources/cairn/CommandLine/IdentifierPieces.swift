import Planning

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

  private static func beginnings(of text: String) -> [String] {
    [text] + text.indices.filter { text[$0] == "@" || text[$0] == ":" }.map { String(text[..<$0]) }
  }

  /// All that the settings of a learner name.
  static func ids(of learner: Learner) -> [String] {
    let excluded = learner.excluded.compactMap { exclusion -> String? in
      switch exclusion {
      case .credential(let id), .provider(let id): id
      case .delivery, .language, .unvouched: nil
      }
    }
    return Array(learner.earned.keys) + Array(learner.begun.keys) + Array(learner.failed.keys)
      + Array(learner.mine.keys) + Array(learner.pinned) + Array(learner.waived) + Array(learner.knows) + excluded
  }
}
