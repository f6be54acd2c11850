import Foundation
import GRDB
import Learners

extension LearnerStore {
  /// A learner as the list shows it.
  public struct Entry: Hashable, Sendable {
    public var name: String
    /// Seconds since 1970-01-01 (UTC).
    public var created: Int
    public var modified: Int
  }

  /// A learner with the latest of what was changed.
  public struct Kept: Hashable, Sendable {
    public var record: LearnerRecord
    public var history: RecordHistory
  }

  /// Everybody, the latest changed first.
  public func entries() throws(StoreFailure) -> [Entry] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT name, created, modified FROM learner ORDER BY modified DESC, name").map {
        Entry(name: $0["name"], created: $0["created"], modified: $0["modified"])
      }
    }
  }

  /// The learner of that name; `nil` where there is none.
  ///
  /// - Parameter changes: the latest so many of the history.
  public func learner(_ name: String, changes: Int = 200) throws(StoreFailure) -> Kept? {
    try read { database in
      guard let (id, record) = try LearnerStore.record(name, database) else { return nil }
      let undone = try LearnerStore.changes(of: id, isUndone: true, database)
      let done = try LearnerStore.changes(of: id, isUndone: false, latest: changes, database)
      let count = try LearnerStore.count(of: id, database)
      return Kept(
        record: record,
        history: RecordHistory(done: done, undone: undone.reversed(), older: max(0, count - done.count)))
    }
  }

  /// Changes from before the latest so many, the latest last, and how many are still before them.
  public func changes(of name: String, beyond known: Int, atMost most: Int = 200) throws(StoreFailure)
    -> (changes: [RecordChange], older: Int)
  {
    try read { database in
      guard let (id, _) = try LearnerStore.record(name, database) else { return ([], 0) }
      let count = try LearnerStore.count(of: id, database)
      let found = try LearnerStore.changes(of: id, isUndone: false, latest: most, skipping: known, database)
      return (found, max(0, count - known - found.count))
    }
  }

  // MARK: Writing

  /// Adds a learner.
  /// - Throws: also where one of that name is there already.
  public func create(_ record: LearnerRecord) throws(StoreFailure) {
    try write { database in try insert(record, database) }
  }

  /// Writes down steps of a learner's history, all or none, each on top of whatever is written down by then. A learner who
  /// isn't known yet is made.
  ///
  /// - Returns: the record as it is then; another one than the last step's where somebody else changed it meanwhile.
  public func save(_ steps: [RecordStep], of name: String) throws(StoreFailure) -> LearnerRecord? {
    try write { database in
      var latest: LearnerRecord?
      for step in steps { latest = try save(step, of: name, database) }
      return latest
    }
  }

  /// Removes a learner with everything that was kept: what it held is overwritten in every file.
  /// - Returns: false where there is none of that name.
  public func delete(_ name: String) throws(StoreFailure) -> Bool {
    let isDeleted = try write { database in
      try database.execute(sql: "DELETE FROM learner WHERE name = ?", arguments: [name])
      return database.changesCount > 0
    }
    guard isDeleted else { return false }
    do {
      // The log still holds the pages as they were: bring them home, then empty it.
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM")
        let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        if let busy: Int = row?[0], busy != 0 { throw StoreFailure.busy(path) }
      }
    } catch let failure as StoreFailure {
      throw failure
    } catch {
      throw StoreFailure(error, at: path)
    }
    return true
  }

  private func save(_ step: RecordStep, of name: String, _ database: Database) throws -> LearnerRecord {
    let change: RecordChange
    switch step {
    case .change(let other), .undo(let other), .redo(let other): change = other
    }
    let (from, to) = step.isUndo ? (change.after, change.before) : (change.before, change.after)
    if try LearnerStore.record(name, database) == nil { try insert(from, database) }
    guard let (id, stored) = try LearnerStore.record(name, database) else { throw Fault("the learner is gone") }
    // Both versions count their days from the same one.
    let current = from.kept.startsToday ? stored.rolled(to: from.kept.learner.start) : stored
    let record = current.taking(from: from, to: to)
    try database.execute(
      sql: "UPDATE learner SET record = ?, modified = ? WHERE id = ?",
      arguments: [try WrittenJSON.data(RecordDocument(record)), clock(), id])
    try write(step, change, of: id, database)
    return record
  }

  private func write(_ step: RecordStep, _ change: RecordChange, of id: Int64, _ database: Database) throws {
    switch step {
    case .change:
      try database.execute(sql: "DELETE FROM change WHERE learnerId = ? AND isUndone", arguments: [id])
      try add(change, to: id, isUndone: false, database)
    case .undo:
      try database.execute(
        sql: """
          UPDATE change SET isUndone = 1
          WHERE id = (SELECT max(id) FROM change WHERE learnerId = ? AND NOT isUndone)
          """, arguments: [id])
    case .redo:
      try database.execute(
        sql: "UPDATE change SET isUndone = 0 WHERE id = (SELECT min(id) FROM change WHERE learnerId = ? AND isUndone)",
        arguments: [id])
    }
  }

  func insert(_ record: LearnerRecord, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO learner (name, record, created, modified) VALUES (?, ?, ?, ?)",
      arguments: [record.name, try WrittenJSON.data(RecordDocument(record)), clock(), clock()])
  }

  func add(_ change: RecordChange, to id: Int64, isUndone: Bool, _ database: Database) throws {
    var change = change
    change.moment = change.moment ?? clock()
    try database.execute(
      sql: "INSERT INTO change (learnerId, moment, isUndone, change) VALUES (?, ?, ?, ?)",
      arguments: [id, change.moment, isUndone, try WrittenJSON.data(ChangeDocument(change))])
  }

  // MARK: Reading

  static func record(_ name: String, _ database: Database) throws -> (id: Int64, record: LearnerRecord)? {
    let row = try Row.fetchOne(database, sql: "SELECT id, record FROM learner WHERE name = ?", arguments: [name])
    guard let row else { return nil }
    let document = try WrittenJSON.value(RecordDocument.self, from: row["record"])
    return (row["id"], try document.record())
  }

  private static func count(of id: Int64, _ database: Database) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM change WHERE learnerId = ? AND NOT isUndone", arguments: [id]) ?? 0
  }

  /// The latest last.
  static func changes(
    of id: Int64, isUndone: Bool, latest: Int = -1, skipping known: Int = 0, _ database: Database
  ) throws -> [RecordChange] {
    try Data.fetchAll(
      database,
      sql: "SELECT change FROM change WHERE learnerId = ? AND isUndone = ? ORDER BY id DESC LIMIT ? OFFSET ?",
      arguments: [id, isUndone, latest, known]
    ).reversed().map { try WrittenJSON.value(ChangeDocument.self, from: $0).change() }
  }
}

extension RecordStep {
  fileprivate var isUndo: Bool {
    if case .undo = self { return true }
    return false
  }
}
