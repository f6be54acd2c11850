import GRDB
import Library

/// The words of a query as the full-text index can look for them.
struct IndexTerms {
  let words: [String]
  /// By word, all words that begin so; `nil` where they are too many to be named.
  private var beginnings: [[String]?]
  /// Words that somebody may have meant, each with how near it is.
  private(set) var guesses: [[String: Ranking.Match]]

  /// More words than this are looked for by their beginning.
  private static let most = 64

  init(_ words: [String], _ database: Database) throws {
    self.words = words
    guesses = Array(repeating: [:], count: words.count)
    beginnings = try words.map { word in
      let found = try String.fetchAll(
        database, sql: "SELECT text FROM word WHERE text >= ? AND text < ? LIMIT ?",
        arguments: [word, word + "\u{10FFFF}", IndexTerms.most + 1])
      return found.count > IndexTerms.most ? nil : found
    }
  }

  /// The same, with what was mistyped perhaps.
  func guessing(_ vocabulary: Vocabulary) -> IndexTerms {
    var terms = self
    for (place, word) in words.enumerated() {
      for guess in vocabulary.near(word) {
        terms.guesses[place][vocabulary.word(guess.place)] = .mistyped(
          edits: guess.edits, isBeginning: guess.isBeginning)
      }
    }
    return terms
  }

  // MARK: Queries; nil where nothing can be found

  /// Every word is the beginning of one anywhere.
  var anywhere: String? { all { group($0) { $0 } } }

  /// Every word is the beginning of one of the title or the id.
  var naming: String? { all { group($0, IndexTokens.naming) } }

  /// Every word is one of the title or the id.
  var namingExactly: String? { all { IndexTokens.exactly(IndexTokens.naming(words[$0])) } }

  /// The same, and the title begins with the first.
  var beginning: String? {
    guard !words.isEmpty, let first = group(0, IndexTokens.first), let naming else { return nil }
    return first + " AND " + naming
  }

  /// The title is just these words, the first one first.
  var title: String? {
    guard let first = words.first, let namingExactly else { return nil }
    return IndexTokens.exactly(IndexTokens.first(first)) + " AND "
      + IndexTokens.exactly(IndexTokens.length(words.count)) + " AND " + namingExactly
  }

  private func all(_ term: (Int) -> String?) -> String? {
    var terms: [String] = []
    for place in words.indices {
      guard let term = term(place) else { return nil }
      terms.append(term)
    }
    return terms.isEmpty ? nil : terms.joined(separator: " AND ")
  }

  private func group(_ place: Int, _ token: (String) -> String) -> String? {
    var terms = guesses[place].keys.sorted().map { IndexTokens.exactly(token($0)) }
    if let known = beginnings[place] {
      terms += known.map { IndexTokens.exactly(token($0)) }
    } else {
      terms.append(IndexTokens.beginning(token(words[place])))
    }
    guard !terms.isEmpty else { return nil }
    return terms.count == 1 ? terms[0] : "(" + terms.joined(separator: " OR ") + ")"
  }
}
