import Catalogs
import Foundation
import GRDB
import Library

/// Writes prepared entries into the tables of an index, each once.
final class EntryRecorder {
  private var facets: FacetNumbers
  private var figures: [FigureRow: Int] = [:]
  /// What is counted of all entries, by its name.
  private var numbers: [String: Int] = [:]

  private struct FigureRow: Hashable {
    var group: StatedFigures.Group
    var value: Int
    var currency: String
  }

  init(_ database: Database) throws { facets = try FacetNumbers(database) }

  func record(_ entry: PreparedEntry, of file: Int, _ database: Database) throws {
    if let shared = entry.shared, try !share(shared, entry.text, file, database) { return }
    guard let found = entry.found, let number = try put(found, entry.text, file, database) else { return }
    let link = try database.cachedStatement(sql: "INSERT INTO link(role, target, entry) VALUES(?, ?, ?)")
    for own in found.links { try link.execute(arguments: [own.role.rawValue, own.target, number]) }
    count(found, 1)
  }

  private func count(_ found: PreparedEntry.Found, _ by: Int) {
    for (group, item) in found.stated {
      figures[FigureRow(group: group, value: item.value, currency: item.currency), default: 0] += by
    }
    numbers[found.entry.kind.rawValue, default: 0] += by
    guard let isReportedOn = found.isReportedOn else { return }
    numbers[IndexNumbers.offered, default: 0] += by
    if isReportedOn { numbers[IndexNumbers.reportedOn, default: 0] += by }
  }

  /// Writes down what was counted since the last time.
  func flush(_ database: Database) throws {
    try facets.flush(database)
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO figure(kind, level, quantity, currency, value, count) VALUES(?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """)
    for (row, count) in figures {
      try statement.execute(arguments: [
        row.group.kind.rawValue, WrittenLevel.text(row.group.level), row.group.quantity.rawValue, row.currency,
        row.value, count,
      ])
    }
    figures = [:]
    for (name, count) in numbers { try IndexNumbers.add(count, to: name, database) }
    numbers = [:]
  }

  // MARK: Rows

  private func share(
    _ shared: PreparedEntry.Shared, _ text: String, _ file: Int, _ database: Database
  ) throws -> Bool {
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO shared(kind, id, name, source, text) VALUES(?, ?, ?, ?, ?)"
    ).execute(arguments: [shared.kind, shared.id, shared.name, file, text])
    return database.changesCount > 0
  }

  /// The number of the entry, or `nil` where another of its kind and id was there before.
  private func put(
    _ found: PreparedEntry.Found, _ text: String, _ file: Int, _ database: Database
  ) throws -> Int64? {
    let entry = found.entry
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO entry(
          kind, id, hash, source, title, titleWords, cost, minutes, days, facets, words, text)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let numbers = try facets.numbers(of: entry, database)
    let arguments: [(any DatabaseValueConvertible)?] = [
      IndexKind.number(entry.kind), entry.id, IndexHash.number(of: entry.id), file, found.title, found.titleWords,
      entry.cost, entry.minutes, entry.days, FacetNumbers.data(numbers), found.words, text,
    ]
    try statement.execute(arguments: StatementArguments(arguments))
    guard database.changesCount > 0 else { return nil }
    facets.count(numbers)
    return database.lastInsertedRowID
  }
}

/// Kinds of entries as the tables number them, in the order in which equal finds are listed.
enum IndexKind {
  static func number(_ kind: LibraryEntry.Kind) -> Int { LibraryEntry.Kind.allCases.firstIndex(of: kind) ?? 0 }
  static func kind(_ number: Int) -> LibraryEntry.Kind { LibraryEntry.Kind.allCases[number] }
}

/// A level as one text.
enum WrittenLevel {
  static func text(_ level: [String: String]) -> String {
    level.sorted { $0.key < $1.key }.map { "\($0.key)\u{1F}\($0.value)" }.joined(separator: "\u{1E}")
  }
}
