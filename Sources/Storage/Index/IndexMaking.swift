import Catalogs
import Foundation
import GRDB
import Library

/// Makes the index of a catalog, file by file and then as a whole. Every step is a transaction with the note that it is
/// done, so that whatever stops it, it goes on from there.
public final class IndexMaking {
  public let files: [IndexedFile]
  let queue: DatabaseQueue
  let path: String

  /// Goes on with an index of just these files, or begins anew.
  ///
  /// - Parameter key: what names the catalog, such as its path.
  public init(in folder: URL, of key: String, files: [IndexedFile]) throws(StoreFailure) {
    let file = IndexFile.file(in: folder, of: key)
    self.files = files
    path = file.path
    var queue = try IndexFile.writable(file)
    let known: [IndexedFile]
    do { known = try queue.read(IndexMaking.files) } catch { throw StoreFailure(error, at: path) }
    if !known.isEmpty, known != files {
      try? queue.close()
      IndexFile.remove(file)
      queue = try IndexFile.writable(file)
    }
    self.queue = queue
    if known != files { try write { try IndexMaking.note(files, $0) } }
  }

  /// Throws an index away.
  public static func remove(in folder: URL, of key: String) { IndexFile.remove(IndexFile.file(in: folder, of: key)) }

  public var phase: IndexProgress.Phase { get throws(StoreFailure) { try read(IndexNumbers.phase) } }

  /// The numbers of the files yet to be read.
  public var unread: [Int] {
    get throws(StoreFailure) {
      try read { try Int.fetchAll($0, sql: "SELECT number FROM source WHERE isRead = 0 ORDER BY number") }
    }
  }

  /// Entries in it so far, and faults left out with what they concern.
  public var counts: (entries: Int, faults: Int) {
    get throws(StoreFailure) {
      try read { database in
        (
          try Int.fetchOne(database, sql: "SELECT max(number) FROM entry") ?? 0,
          try Int.fetchOne(database, sql: "SELECT sum(faults) FROM source") ?? 0
        )
      }
    }
  }

  // MARK: Adding

  /// Providers and skills of all files, with the number of the file each stands in; to be done first.
  public func share(_ entries: [(entry: PreparedEntry, file: Int)]) throws(StoreFailure) {
    try write { database in
      guard try IndexNumbers.value("shared", database) != 1 else { return }
      let recorder = try EntryRecorder(database)
      for (entry, file) in entries { try recorder.record(entry, of: file, database) }
      try recorder.flush(database)
      try IndexNumbers.set("shared", 1, database)
    }
  }

  /// The entries of one file.
  ///
  /// - Parameter header: with what counts in this file alone.
  public func add(
    _ entries: [PreparedEntry], of file: Int, header: Catalog.Header?, faults: Int
  ) throws(StoreFailure) {
    try write { database in
      try database.execute(
        sql: "UPDATE source SET isRead = 1, faults = ? WHERE number = ? AND isRead = 0", arguments: [faults, file])
      // Another program did it meanwhile.
      guard database.changesCount > 0 else { return }
      if let header {
        try database.execute(
          sql: "UPDATE source SET header = ? WHERE number = ?", arguments: [WrittenHeader.text(header), file])
      }
      let recorder = try EntryRecorder(database)
      for entry in entries { try recorder.record(entry, of: file, database) }
      try recorder.flush(database)
    }
  }

  // MARK: The file

  private static func note(_ files: [IndexedFile], _ database: Database) throws {
    for (number, file) in files.enumerated() {
      try database.execute(
        sql: "INSERT INTO source(number, path, folder, size, modified) VALUES(?, ?, ?, ?, ?)",
        arguments: [number, file.path, file.folder, file.size, file.modified])
    }
  }

  static func files(_ database: Database) throws -> [IndexedFile] {
    try Row.fetchAll(database, sql: "SELECT path, folder, size, modified FROM source ORDER BY number")
      .map { IndexedFile(path: $0[0], folder: $0[1], size: $0[2], modified: $0[3]) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do { return try queue.write(body) } catch { throw failure(error) }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do { return try queue.read(body) } catch { throw failure(error) }
  }

  func failure(_ error: any Error) -> StoreFailure { error as? StoreFailure ?? StoreFailure(error, at: path) }
}
