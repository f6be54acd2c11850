import Library

/// Scores rows as the index in memory scores entries.
struct IndexScoring {
  private let words: [String]
  private let letters: [[UInt8]]
  /// Of the words, in Unicode scalars.
  private let lengths: [Int]
  private let text: String
  private let guesses: [[String: Ranking.Match]]

  /// - Parameter guesses: by word of the query, words that may have been meant; empty where nothing is guessed.
  init(_ query: LibraryQuery, _ words: [String], guesses: [[String: Ranking.Match]]) {
    self.words = words
    letters = words.map { Array($0.utf8) }
    lengths = words.map(\.unicodeScalars.count)
    text = SearchText.folded(query.text)
    self.guesses = guesses
  }

  func score(_ row: IndexedRow) -> Int {
    var entry = LibraryEntry(kind: row.kind, id: "", title: "")
    entry.popularity = row.popularity
    let bonus = Ranking.bonus(words, text: text, entry: entry, naming: EntryWords.naming(row.words))
    guard !words.isEmpty else { return bonus }
    var best = [Int](repeating: 0, count: words.count)
    EntryWords.each(row.words) { own, position in
      for place in words.indices { best[place] = max(best[place], worth(place, own, position)) }
    }
    return best.reduce(0, +) / words.count + bonus
  }

  /// Of a word of the query where an entry has this one.
  private func worth(_ place: Int, _ own: UnsafeRawBufferPointer, _ position: LibraryWord.Place) -> Int {
    let asked = letters[place]
    if own.count >= asked.count, asked.indices.allSatisfy({ own[$0] == asked[$0] }) {
      if own.count == asked.count { return Ranking.worth(.exact, at: position) }
      // Bytes that begin a scalar.
      let whole = own.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      return Ranking.worth(.beginning(lengths[place], of: whole), at: position)
    }
    guard !guesses.isEmpty, let match = guesses[place][String(decoding: own, as: UTF8.self)] else { return 0 }
    return Ranking.worth(match, at: position)
  }

  // MARK: Order

  typealias Scored = (row: IndexedRow, score: Int)

  static func isBefore(_ one: Scored, _ other: Scored, _ order: LibraryQuery.Order) -> Bool {
    keys(one, order) < keys(other, order)
  }

  /// What is sorted by, the least first; no two are the same.
  private static func keys(_ scored: Scored, _ order: LibraryQuery.Order) -> (Int, Int, Int) {
    let (row, score) = scored
    return switch order {
    case .relevance: (-score, row.title, 0)
    case .title: (row.title, 0, 0)
    case .cost: (row.cost ?? .max, -score, row.title)
    case .length: (row.minutes ?? .max, -score, row.title)
    case .popularity: (-row.popularity, -score, row.title)
    }
  }
}
