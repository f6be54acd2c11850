import Foundation
import GRDB
import Library

/// A row of the index that was found, with what it is told apart, counted and scored by.
struct IndexedRow {
  var place: Int
  var entry: Int64
  var popularity: Int
  var kind: LibraryEntry.Kind
  /// Cents.
  var cost: Int?
  var minutes: Int?
  /// Its place by kind, title and id.
  var title: Int
  /// The numbers of its values.
  var facets: [Int]
  /// The text of `EntryWords`, looked into only where it is scored.
  var words: [UInt8]

  static let columns = """
    scored.place, scored.entry, scored.popularity, scored.kind, scored.cost, scored.minutes, scored.title, facets, words
    """

  /// Reads rows of these columns.
  static func fetch(_ statement: Statement, _ arguments: StatementArguments) throws -> [IndexedRow] {
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var found: [IndexedRow] = []
    while let row = try rows.next() {
      found.append(
        IndexedRow(
          place: row[0], entry: row[1], popularity: row[2], kind: IndexKind.kind(row[3]), cost: row[4],
          minutes: row[5], title: row[6],
          facets: try row.withUnsafeData(atIndex: 7) { $0.map(FacetNumbers.numbers) ?? [] },
          words: try row.withUnsafeData(atIndex: 8) { $0.map { Array($0) } ?? [] }))
    }
    return found
  }
}
