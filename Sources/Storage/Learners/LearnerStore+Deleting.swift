import Foundation
import GRDB

extension LearnerStore {
  /// What became of somebody who was to be deleted.
  public enum Deletion: Hashable, Sendable {
    /// There is none of that name.
    case unknown
    /// What was kept is overwritten in every file.
    case overwritten
    /// Deleted, but another program is still reading what was there before: it is overwritten the next time a store is
    /// opened that nobody reads.
    case due
  }

  /// Removes a learner with everything that was kept of them, and overwrites it.
  /// - Throws: where nothing was deleted.
  public func delete(_ name: String) throws(StoreFailure) -> Deletion { try delete(name) {} }

  /// - Parameter look: called when all is overwritten, before the log is made short.
  func delete(_ name: String, beforeEmptyingTheLog look: () -> Void) throws(StoreFailure) -> Deletion {
    let isDeleted = try write { database in
      try database.execute(sql: "DELETE FROM learner WHERE name = ?", arguments: [name])
      guard database.changesCount > 0 else { return false }
      try database.execute(sql: "PRAGMA user_version = \(LearnerStore.overwritingIsDue)")
      return true
    }
    guard isDeleted else { return .unknown }
    do {
      try queue.writeWithoutTransaction { try overwrite($0, beforeEmptyingTheLog: look) }
      return .overwritten
    } catch {
      // Deleted it is, whatever keeps what was there from being overwritten now.
      return .due
    }
  }

  /// The number in the file's header while something deleted is still to be overwritten.
  private static let overwritingIsDue = 1

  /// What could not be overwritten when it was deleted, is now; where somebody is reading still, another time.
  func overwriteWhatIsDue() {
    try? queue.writeWithoutTransaction { database in
      let mark = try Int.fetchOne(database, sql: "PRAGMA user_version")
      if mark == LearnerStore.overwritingIsDue { try overwrite(database) {} }
    }
  }

  /// Overwrites what was deleted: `secure_delete` leaves zeros in place of rows, but not in what pages held before their
  /// rows were moved, nor in the log, which still has every page as it was written.
  ///
  /// The rest of the store is written anew; zeros are written over the end that it leaves; and as many zeros as the log
  /// is long go through the log, once it begins at its beginning again.
  private func overwrite(_ database: Database, beforeEmptyingTheLog look: () -> Void) throws {
    // Nothing may be brought home meanwhile: that would cut off the end before it was overwritten.
    try database.execute(sql: "PRAGMA wal_autocheckpoint = 0; DROP TABLE IF EXISTS filler")
    defer { try? database.execute(sql: "DROP TABLE IF EXISTS filler; PRAGMA wal_autocheckpoint = 1000") }
    let size = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 4096
    let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
    try database.execute(sql: "VACUUM; CREATE TABLE filler (zeros BLOB)")
    try database.execute(sql: "INSERT INTO filler VALUES (zeroblob(?))", arguments: [pages * size])
    try bringHome(database, "RESTART")
    let log = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int ?? 0
    try database.execute(sql: "INSERT INTO filler VALUES (zeroblob(?))", arguments: [log])
    look()
    try database.execute(sql: "DROP TABLE filler; VACUUM; PRAGMA user_version = 0")
    try bringHome(database, "TRUNCATE")
  }

  /// Writes what is in the log into the store itself.
  private func bringHome(_ database: Database, _ manner: String) throws {
    let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(\(manner))")
    if let busy: Int = row?[0], busy != 0 { throw StoreFailure.busy(path) }
  }

  // MARK: Copies

  /// Damaged stores that were set aside: they may hold a deleted learner still, and what could not be read of others.
  public static func copies(in folder: URL) -> [String] {
    let file = file(in: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasPrefix(file.lastPathComponent + damagedMark) }.sorted().map {
      folder.appendingPathComponent($0).path
    }
  }

  /// Overwrites and removes them.
  public static func removeCopies(in folder: URL) throws(StoreFailure) {
    for path in copies(in: folder) {
      do {
        try PrivateFiles.overwrite(URL(fileURLWithPath: path))
        try FileManager.default.removeItem(atPath: path)
      } catch {
        throw .readOnly(path)
      }
    }
  }
}
