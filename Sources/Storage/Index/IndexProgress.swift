import GRDB
import Library

/// How far the making of an index is.
public struct IndexProgress: Hashable, Sendable {
  public enum Phase: Int, CaseIterable, Sendable {
    case reading, ranking, words, merging, counting, done
  }

  public var phase: Phase
  /// Entries, or pieces of the index, done in this phase.
  public var done: Int
  /// Of so many; `nil` where nobody knows.
  public var total: Int?

  public init(_ phase: Phase, done: Int = 0, of total: Int? = nil) {
    self.phase = phase
    self.done = done
    self.total = total
  }
}

/// Numbers kept under a name, in the same transaction as what they tell of.
enum IndexNumbers {
  /// Credentials that are no awards for their parts, and those of them of whose holders something was found.
  static let offered = "offered"
  static let reportedOn = "reportedOn"

  static func value(_ name: String, _ database: Database) throws -> Int? {
    try Int.fetchOne(database, sql: "SELECT value FROM progress WHERE name = ?", arguments: [name])
  }

  static func set(_ name: String, _ value: Int, _ database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO progress(name, value) VALUES(?, ?)", arguments: [name, value])
  }

  static func add(_ count: Int, to name: String, _ database: Database) throws {
    try set(name, (value(name, database) ?? 0) + count, database)
  }

  /// Entries of every kind.
  static func entries(_ database: Database) throws -> Int {
    try LibraryEntry.Kind.allCases.reduce(0) { try $0 + (value($1.rawValue, database) ?? 0) }
  }

  static func phase(_ database: Database) throws -> IndexProgress.Phase {
    try value("phase", database).flatMap(IndexProgress.Phase.init) ?? .reading
  }
}
