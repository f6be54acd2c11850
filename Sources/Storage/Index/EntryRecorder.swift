import Catalogs
import Foundation
import GRDB
import Library

/// Writes prepared entries into the tables of an index, and takes them out again, each once.
final class EntryRecorder {
  private let database: Database
  private let preparation: EntryPreparation
  private var facets: FacetNumbers
  private var figures: [FigureRow: Int] = [:]
  /// What is counted of all entries, by its name.
  private var numbers: [String: Int] = [:]

  private struct FigureRow: Hashable {
    var group: StatedFigures.Group
    var value: Int
    var currency: String
  }

  /// - Parameter preparation: that by which the entries were prepared.
  init(_ database: Database, _ preparation: EntryPreparation) throws {
    self.database = database
    self.preparation = preparation
    facets = try FacetNumbers(database)
  }

  /// What all files may name, with the file each stands in.
  func share(_ entries: [(entry: PreparedEntry, file: Int)]) throws {
    for (place, (entry, file)) in entries.enumerated() {
      guard let shared = entry.shared, try share(shared, entry.text, file) else { continue }
      // They come before all files.
      if let found = entry.found { try put(found, entry.text, SourceNumbers.entry(place, of: 0), file) }
    }
  }

  /// The entries of a file, but for those that all files may name.
  func record(_ entries: [PreparedEntry], of file: Int) throws {
    for (place, entry) in entries.enumerated() where entry.shared == nil {
      guard let found = entry.found else { continue }
      try put(found, entry.text, SourceNumbers.entry(place, of: file), file)
    }
  }

  private func count(_ found: PreparedEntry.Found, by difference: Int) {
    for (group, item) in found.stated {
      figures[FigureRow(group: group, value: item.value, currency: item.currency), default: 0] += difference
    }
    numbers[found.entry.kind.rawValue, default: 0] += difference
    guard let isReportedOn = found.isReportedOn else { return }
    numbers[IndexNumbers.offered, default: 0] += difference
    if isReportedOn { numbers[IndexNumbers.reportedOn, default: 0] += difference }
  }

  /// Writes down what was counted since the last time.
  func flush() throws {
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

  // MARK: Putting

  private func share(_ shared: PreparedEntry.Shared, _ text: String, _ file: Int) throws -> Bool {
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO shared(kind, id, name, source, text) VALUES(?, ?, ?, ?, ?)"
    ).execute(arguments: [shared.kind, shared.id, shared.name, file, text])
    return database.changesCount > 0
  }

  private func put(_ found: PreparedEntry.Found, _ text: String, _ number: Int64, _ file: Int) throws {
    let isPut = try insert(found, text, number, file)
    guard try isPut || (makeWay(for: found.entry, number, file) && insert(found, text, number, file)) else { return }
    count(found, by: 1)
    let link = try database.cachedStatement(sql: "INSERT INTO link(role, target, entry) VALUES(?, ?, ?)")
    for own in found.links { try link.execute(arguments: [own.role.rawValue, own.target, number]) }
  }

  /// - Returns: false where another of its kind and id is there.
  private func insert(_ found: PreparedEntry.Found, _ text: String, _ number: Int64, _ file: Int) throws -> Bool {
    let entry = found.entry
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO entry(
          number, kind, id, hash, source, title, titleWords, cost, minutes, days, facets, words, text)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let numbers = try facets.numbers(of: entry, database)
    let arguments: [(any DatabaseValueConvertible)?] = [
      number, IndexKind.number(entry.kind), entry.id, IndexHash.number(of: entry.id), file, found.title,
      found.titleWords, entry.cost, entry.minutes, entry.days, FacetNumbers.data(numbers), found.words, text,
    ]
    try statement.execute(arguments: StatementArguments(arguments))
    guard database.changesCount > 0 else { return false }
    facets.count(numbers, by: 1)
    return true
  }

  /// Of two of one kind and id the first counts; the file of the other is read again once anything changes.
  /// - Returns: whether the one that is there has made way.
  private func makeWay(for entry: LibraryEntry, _ number: Int64, _ file: Int) throws -> Bool {
    let row = try Row.fetchOne(
      database, sql: "SELECT number, source FROM entry WHERE id = ? AND kind = ?",
      arguments: [entry.id, IndexKind.number(entry.kind)])
    guard let row else { return false }
    let (other, otherFile): (Int64, Int) = (row[0], row[1])
    let isFirst = number < other
    if isFirst { try forget(other...other) }
    try database.execute(
      sql: "UPDATE source SET hidden = hidden + 1 WHERE number = ?", arguments: [isFirst ? otherFile : file])
    return isFirst
  }

  // MARK: Forgetting

  /// All that was recorded of a file.
  func forget(file: Int) throws {
    try forget(SourceNumbers.entries(of: file))
    try database.execute(sql: "UPDATE source SET hidden = 0 WHERE number = ?", arguments: [file])
  }

  private func forget(_ range: ClosedRange<Int64>) throws {
    let bounds: StatementArguments = [range.lowerBound, range.upperBound]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT entry.number, kind, text, header, facets FROM entry JOIN source ON source.number = source
        WHERE entry.number BETWEEN ? AND ?
        """, arguments: bounds)
    while let row = try rows.next() {
      facets.count(FacetNumbers.numbers(row[4]), by: -1)
      let prepared = preparation.prepared(stored: row[2], IndexKind.kind(row[1]), header: row[3])
      guard let found = prepared?.found else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
      count(found, by: -1)
      try unlink(found, row[0])
    }
    try database.execute(sql: "DELETE FROM entry WHERE number BETWEEN ? AND ?", arguments: bounds)
  }

  private func unlink(_ found: PreparedEntry.Found, _ number: Int64) throws {
    guard !found.links.isEmpty else { return }
    try database.execute(sql: IndexSchema.links)
    let unlink = try database.cachedStatement(sql: "DELETE FROM link WHERE target = ? AND role = ? AND entry = ?")
    for own in found.links { try unlink.execute(arguments: [own.target, own.role.rawValue, number]) }
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
