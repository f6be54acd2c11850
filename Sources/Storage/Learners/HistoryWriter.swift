import GRDB
import Learners

/// Writes one program's steps into a learner's history, which others may be writing too.
///
/// The rows that aren't undone, done one after the other, make the record: what each did is written down as it was done
/// to what there was then. So a change is taken back from under later ones by taking those back, too, and doing them again.
struct HistoryWriter {
  let database: Database
  let learner: Int64
  /// Seconds since 1970-01-01 (UTC).
  let now: Int
  /// As it is after what was written so far.
  private(set) var record: LearnerRecord

  init(_ database: Database, _ learner: Int64, _ record: LearnerRecord, now: Int) {
    (self.database, self.learner, self.record, self.now) = (database, learner, record, now)
  }

  mutating func take(_ step: RecordStep, in session: inout LearnerSession) throws {
    record = record.counted(as: step.before)
    switch step {
    case .change(let change):
      for row in session.undone.sorted() {
        try database.execute(sql: "DELETE FROM change WHERE id = ? AND isUndone", arguments: [row])
      }
      session.undone = []
      session.note(try add(change), for: change.id)
    case .undo(let change): try undo(change, in: &session)
    case .redo(let change): try redo(change, in: &session)
    }
    record = record.counted(as: step.applied(to: step.before))
  }

  /// Where another program took it back before, or has dropped it, there is nothing left to take back.
  private mutating func undo(_ change: RecordChange, in session: inout LearnerSession) throws {
    guard let row = session.row(of: change.id), try isUndone(row) == false else { return }
    let rows = try done(from: row)
    for (_, later) in rows.reversed() {
      record = record.counted(as: later.after).taking(from: later.after, to: later.before)
    }
    try database.execute(sql: "UPDATE change SET isUndone = 1 WHERE id = ?", arguments: [row])
    session.undone.insert(row)
    for (id, later) in rows where id != row {
      let again = done(later)
      try database.execute(
        sql: "UPDATE change SET change = ? WHERE id = ?",
        arguments: [try WrittenJSON.data(ChangeDocument(again)), id])
    }
  }

  /// It comes after whatever was done since it was undone; where another program dropped it, it is written anew.
  private mutating func redo(_ change: RecordChange, in session: inout LearnerSession) throws {
    let row = session.row(of: change.id)
    if let row, try isUndone(row) == false { return }
    var place: Int64?
    if let row, try isUndone(row) == true {
      place = try done(from: row).isEmpty ? row : nil
      try database.execute(sql: "DELETE FROM change WHERE id = ?", arguments: [row])
      session.undone.remove(row)
    }
    session.note(try add(change, at: place), for: change.id)
  }

  /// Does a change to the record.
  /// - Returns: what it did to it.
  private mutating func done(_ change: RecordChange) -> RecordChange {
    let before = record.counted(as: change.before)
    record = before.taking(from: change.before, to: change.after)
    return RecordChange(name: change.name, before: before, after: record, moment: change.moment)
  }

  /// - Returns: the row in which it is written down.
  private mutating func add(_ change: RecordChange, at row: Int64? = nil) throws -> Int64 {
    try HistoryWriter.write(done(change), of: learner, isUndone: false, now: now, at: row, database)
  }

  /// - Parameter row: where it is to stand; `nil` for after all others.
  @discardableResult
  static func write(
    _ change: RecordChange, of learner: Int64, isUndone: Bool, now: Int, at row: Int64? = nil, _ database: Database
  ) throws -> Int64 {
    var change = change
    change.moment = change.moment ?? now
    try database.execute(
      sql: "INSERT INTO change (id, learnerId, moment, isUndone, change) VALUES (?, ?, ?, ?, ?)",
      arguments: [row, learner, change.moment, isUndone, try WrittenJSON.data(ChangeDocument(change))])
    return database.lastInsertedRowID
  }

  /// `nil` where there is no such row.
  private func isUndone(_ row: Int64) throws -> Bool? {
    try Bool.fetchOne(
      database, sql: "SELECT isUndone FROM change WHERE id = ? AND learnerId = ?", arguments: [row, learner])
  }

  /// The rows that hold, from one on.
  private func done(from row: Int64) throws -> [(row: Int64, change: RecordChange)] {
    try Row.fetchAll(
      database, sql: "SELECT id, change FROM change WHERE learnerId = ? AND id >= ? AND NOT isUndone ORDER BY id",
      arguments: [learner, row]
    ).compactMap { found in LearnerStore.change(in: found).map { (found["id"], $0) } }
  }
}
