import Foundation
import GRDB
import Learners

/// Everybody, and every change, that a damaged store still has.
struct Salvage {
  private struct Learner {
    var record: LearnerRecord
    var created: Int64
    var modified: Int64
  }

  private struct Change {
    var learner: Int64
    var isUndone: Bool
    var change: RecordChange
  }

  /// By number.
  private var learners: [Int64: Learner] = [:]
  private var changes: [Int64: Change] = [:]

  /// Which table a row is of is seen from what is in it: both have five columns, of other kinds.
  init(of store: DamagedStore) {
    for row in store.rows {
      guard row.values.count == 5, row.values[0] == .null else { continue }
      switch (row.values[1], row.values[2], row.values[3], row.values[4]) {
      case (.bytes, .bytes(let json), .integer(let created), .integer(let modified)):
        guard let document = try? WrittenJSON.value(RecordDocument.self, from: Data(json)),
          let record = try? document.record()
        else { continue }
        learners[row.id] = Learner(record: record, created: created, modified: modified)
      case (.integer(let learner), .integer, .integer(let isUndone), .bytes(let json)):
        guard let document = try? WrittenJSON.value(ChangeDocument.self, from: Data(json)),
          let change = try? document.change()
        else { continue }
        changes[row.id] = Change(learner: learner, isUndone: isUndone != 0, change: change)
      default: continue
      }
    }
    rebuild()
  }

  /// Whoever's record is lost is what the changes made of them.
  private mutating func rebuild() {
    let done = changes.sorted { $0.key < $1.key }.map(\.value)
    for id in Set(done.map(\.learner)) where learners[id] == nil {
      let own = done.filter { $0.learner == id }
      guard let first = own.first?.change else { continue }
      var record = first.before
      for change in own.filter({ !$0.isUndone }).map(\.change) {
        record = record.counted(as: change.before).taking(from: change.before, to: change.after)
      }
      let moment = Int64(first.moment ?? 0)
      learners[id] = Learner(record: record, created: moment, modified: Int64(own.last?.change.moment ?? 0))
    }
  }

  /// Writes all of it into a new store, under the numbers it had.
  /// - Returns: what is to be said of it.
  func taken(into store: LearnerStore, from path: String) -> String {
    let isTaken = (try? store.write { try insert($0) }) != nil
    let found =
      !isTaken || learners.isEmpty
      ? "nothing could be read from it"
      : "\(count(learners.count, "learner")) and \(count(changes.count, "change")) could be read from it"
    return "the store of learners was damaged: \(found); "
      + "cairn learner import FILE --force brings back what was exported; the damaged one is \(path)"
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private func insert(_ database: Database) throws {
    var names: Set<String> = []
    for (id, learner) in learners.sorted(by: { $0.key < $1.key }) {
      var record = learner.record
      while !names.insert(record.name).inserted { record.name += "+" }
      try database.execute(
        sql: "INSERT INTO learner (id, name, record, created, modified) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          id, record.name, try WrittenJSON.data(RecordDocument(record)), learner.created, learner.modified,
        ])
    }
    for (id, change) in changes where learners[change.learner] != nil {
      try HistoryWriter.write(
        change.change, of: change.learner, isUndone: change.isUndone, now: change.change.moment ?? 0, at: id, database)
    }
  }
}
