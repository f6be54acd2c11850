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
    /// To go on writing with.
    public var session: LearnerSession
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
      guard let id = try LearnerStore.id(of: name, database), let record = try record(id, database) else { return nil }
      let undone = try LearnerStore.changes(of: id, isUndone: true, database)
      let done = try LearnerStore.changes(of: id, isUndone: false, latest: changes, database)
      let count = try LearnerStore.count(of: id, database)
      return Kept(
        record: record,
        history: RecordHistory(done: done, undone: undone.reversed(), older: max(0, count - done.count)),
        session: LearnerSession(
          name, learner: id, undone: Set(undone.compactMap(LearnerStore.row)),
          last: try Int64.fetchOne(
            database, sql: "SELECT max(id) FROM change WHERE learnerId = ?", arguments: [id]) ?? 0))
    }
  }

  /// Changes from before one of them, the latest last, and how many are still before those.
  public func changes(
    in session: LearnerSession, before change: ChangeID, atMost most: Int = 200
  ) throws(StoreFailure) -> (changes: [RecordChange], older: Int) {
    guard let learner = session.learner, let row = session.row(of: change) else { return ([], 0) }
    return try read { database in
      let found = try LearnerStore.changes(of: learner, isUndone: false, latest: most, before: row, database)
      let count = try LearnerStore.count(of: learner, before: row, database)
      return (found, count - found.count)
    }
  }

  /// What other programs have changed since the session was opened, as far as it holds, the latest last.
  public func others(in session: LearnerSession) throws(StoreFailure) -> [RecordChange] {
    guard let learner = session.learner else { return [] }
    return try read { database in
      try Row.fetchAll(
        database, sql: "SELECT id, change FROM change WHERE learnerId = ? AND id > ? AND NOT isUndone ORDER BY id",
        arguments: [learner, session.last]
      ).compactMap { session.wrote($0["id"]) ? nil : LearnerStore.change(in: $0) }
    }
  }

  /// The record as it is now, whoever changed it.
  /// - Throws: also where the learner was deleted.
  public func record(in session: LearnerSession) throws(StoreFailure) -> LearnerRecord? {
    guard let learner = session.learner else { return nil }
    return try read { database in
      guard let record = try record(learner, database) else { throw StoreFailure.gone(session.name) }
      return record
    }
  }

  /// Another number than before where another program has changed anything since; `nil` where that can't be said.
  public func version() -> Int? {
    try? queue.read { try Int.fetchOne($0, sql: "PRAGMA data_version") }
  }

  // MARK: Writing

  /// Adds a learner.
  /// - Throws: also where one of that name is there already.
  public func create(_ record: LearnerRecord) throws(StoreFailure) {
    try write { database in _ = try insert(record, database) }
  }

  /// Writes down steps of a learner's history, all or none, each on top of whatever is written down by then. A learner of
  /// whom the session knows nothing yet is made, unless there is one of that name.
  ///
  /// - Returns: the record as it is then; another one than the last step's where somebody else changed it meanwhile.
  /// - Throws: also where another program deleted the learner, who is not made again.
  public func save(_ steps: [RecordStep], in session: inout LearnerSession) throws(StoreFailure) -> LearnerRecord? {
    guard let first = steps.first else { return try record(in: session) }
    var walked = session
    let record = try write { database in
      let (id, stored) = try held(by: walked, orMadeFrom: first, database)
      walked.learner = id
      var writer = HistoryWriter(database, id, stored, now: clock())
      for step in steps { try writer.take(step, in: &walked) }
      try database.execute(
        sql: "UPDATE learner SET record = ?, modified = ? WHERE id = ?",
        arguments: [try WrittenJSON.data(RecordDocument(writer.record)), clock(), id])
      return writer.record
    }
    session = walked
    return record
  }

  private func held(
    by session: LearnerSession, orMadeFrom step: RecordStep, _ database: Database
  ) throws -> (id: Int64, record: LearnerRecord) {
    if let id = try session.learner ?? LearnerStore.id(of: session.name, database) {
      guard let record = try record(id, database) else { throw StoreFailure.gone(session.name) }
      return (id, record)
    }
    return (try insert(step.before, database), step.before)
  }

  /// - Returns: its number.
  func insert(_ record: LearnerRecord, _ database: Database) throws -> Int64 {
    try database.execute(
      sql: "INSERT INTO learner (name, record, created, modified) VALUES (?, ?, ?, ?)",
      arguments: [record.name, try WrittenJSON.data(RecordDocument(record)), clock(), clock()])
    return database.lastInsertedRowID
  }

  // MARK: Reading

  static func id(of name: String, _ database: Database) throws -> Int64? {
    try Int64.fetchOne(database, sql: "SELECT id FROM learner WHERE name = ?", arguments: [name])
  }

  /// - Throws: where what is written down there makes no sense.
  func record(_ id: Int64, _ database: Database) throws -> LearnerRecord? {
    guard
      let row = try Row.fetchOne(database, sql: "SELECT name, record FROM learner WHERE id = ?", arguments: [id])
    else { return nil }
    do {
      return try WrittenJSON.value(RecordDocument.self, from: row["record"]).record()
    } catch {
      throw StoreFailure.unreadable(path, name: row["name"], reason: DocumentFault(error).sentence)
    }
  }

  private static func count(of id: Int64, before row: Int64 = .max, _ database: Database) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM change WHERE learnerId = ? AND id < ? AND NOT isUndone",
      arguments: [id, row]) ?? 0
  }

  /// The latest last.
  static func changes(
    of id: Int64, isUndone: Bool, latest: Int = -1, before row: Int64 = .max, _ database: Database
  ) throws -> [RecordChange] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, change FROM change WHERE learnerId = ? AND isUndone = ? AND id < ? ORDER BY id DESC LIMIT ?
        """, arguments: [id, isUndone, row, latest]
    ).reversed().compactMap(change)
  }

  /// `nil` where it can't be read: that must not keep anybody from all else.
  static func change(in row: Row) -> RecordChange? {
    let document = try? WrittenJSON.value(ChangeDocument.self, from: row["change"])
    guard var change = try? document?.change() else { return nil }
    change.id = .written(row["id"])
    return change
  }

  private static func row(of change: RecordChange) -> Int64? {
    if case .written(let row)? = change.id { row } else { nil }
  }
}
