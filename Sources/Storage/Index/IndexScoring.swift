import Foundation
import GRDB
import Library

/// A row of the index with what its score needs.
struct IndexedRow {
  var place: Int
  var entry: Int64
  var popularity: Int
  var kind: LibraryEntry.Kind
  var id: String
  /// Folded.
  var title: String
  var cost: Int?
  var minutes: Int?
  var facets: [Int]
  var words: EntryWords

  static func fetch(_ places: ArraySlice<Int>, _ database: Database) throws -> [IndexedRow] {
    guard !places.isEmpty else { return [] }
    let list = places.map(String.init).joined(separator: ",")
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT place, number, popularity, kind, id, title, cost, minutes, facets, words
        FROM ranked JOIN entry ON number = entry WHERE place IN (\(list))
        """)
    var found: [IndexedRow] = []
    while let row = try rows.next() {
      found.append(
        IndexedRow(
          place: row[0], entry: row[1], popularity: row[2], kind: IndexKind.kind(row[3]), id: row[4], title: row[5],
          cost: row[6], minutes: row[7], facets: FacetNumbers.numbers(row[8]), words: EntryWords(text: row[9])))
    }
    return found
  }

  static func facets(_ places: [Int], _ database: Database) throws -> [[Int]] {
    let list = places.map(String.init).joined(separator: ",")
    return try Data.fetchAll(
      database, sql: "SELECT facets FROM ranked JOIN entry ON number = entry WHERE place IN (\(list))"
    ).map(FacetNumbers.numbers)
  }
}

/// Scores rows as the index in memory scores entries.
struct IndexScoring {
  private let words: [String]
  private let lengths: [Int]
  private let text: String
  private let guesses: [[String: Ranking.Match]]

  /// - Parameter guesses: by word of the query, words that may have been meant; empty where nothing is guessed.
  init(_ query: LibraryQuery, _ words: [String], guesses: [[String: Ranking.Match]]) {
    self.words = words
    lengths = words.map(\.unicodeScalars.count)
    text = SearchText.folded(query.text)
    self.guesses = guesses
  }

  func score(_ row: IndexedRow) -> Int {
    var entry = LibraryEntry(kind: row.kind, id: row.id, title: "")
    entry.popularity = row.popularity
    let bonus = Ranking.bonus(words, text: text, entry: entry, naming: row.words.naming)
    guard !words.isEmpty else { return bonus }
    var sum = 0
    let all = row.words.all
    for place in words.indices { sum += worth(place, all) }
    return sum / words.count + bonus
  }

  private func worth(_ place: Int, _ all: [LibraryWord]) -> Int {
    let (word, length) = (words[place], lengths[place])
    var best = 0
    for own in all {
      if own.text.utf8.starts(with: word.utf8) {
        let whole = own.text.unicodeScalars.count
        best = max(best, Ranking.worth(whole == length ? .exact : .beginning(length, of: whole), at: own.place))
      } else if !guesses.isEmpty, let match = guesses[place][own.text] {
        best = max(best, Ranking.worth(match, at: own.place))
      }
    }
    return best
  }

  // MARK: Order

  typealias Scored = (row: IndexedRow, score: Int)

  static func isBefore(_ one: Scored, _ other: Scored, _ order: LibraryQuery.Order) -> Bool {
    let (first, second) = (keys(one, order), keys(other, order))
    if first != second { return first < second }
    let (kind, otherKind) = (IndexKind.number(one.row.kind), IndexKind.number(other.row.kind))
    return (kind, one.row.title, one.row.id) < (otherKind, other.row.title, other.row.id)
  }

  private static func keys(_ scored: Scored, _ order: LibraryQuery.Order) -> (Int, Int) {
    switch order {
    case .relevance: (-scored.score, 0)
    case .title: (0, 0)
    case .cost: (scored.row.cost ?? .max, -scored.score)
    case .length: (scored.row.minutes ?? .max, -scored.score)
    case .popularity: (-scored.row.popularity, -scored.score)
    }
  }
}
