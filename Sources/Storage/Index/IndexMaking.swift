import Catalogs
import Foundation
import GRDB
import Library

/// Makes the index of a catalog, file by file and then as a whole. Every step is a transaction with the note that it is
/// done, so that whatever stops it, it goes on from there.
public final class IndexMaking {
  /// An entry with its text as JSON.
  public struct Entry: Sendable {
    public var value: LooseEntry.Value
    public var text: String

    public init(value: LooseEntry.Value, text: String) {
      self.value = value
      self.text = text
    }
  }

  public let files: [IndexedFile]
  let queue: DatabaseQueue
  let path: String
  var recorder: EntryRecorder?

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

  /// True once providers and skills are in it, which come before all else.
  public var hasShared: Bool { get throws(StoreFailure) { try read { try IndexNumbers.value("shared", $0) } == 1 } }

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

  /// Providers and skills of all files, with the number of the file each stands in.
  public func share(_ entries: [(entry: Entry, file: Int)], headers: [Catalog.Header]) throws(StoreFailure) {
    try write { database in
      let recorder = EntryRecorder(
        providers: entries.compactMap { if case .provider(let value) = $0.entry.value { value } else { nil } },
        skills: entries.compactMap { if case .skill(let value) = $0.entry.value { value } else { nil } },
        headers: headers)
      try recorder.loadFacets(database)
      self.recorder = recorder
      guard try IndexNumbers.value("shared", database) != 1 else { return }
      for (entry, file) in entries { try recorder.record(entry, of: file, database) }
      try recorder.flush(database)
      try IndexNumbers.set("shared", 1, database)
    }
  }

  /// The credentials and goals of one file.
  ///
  /// - Parameter header: with what counts in this file alone.
  public func add(_ entries: [Entry], of file: Int, header: Catalog.Header?, faults: Int) throws(StoreFailure) {
    guard let recorder else { return }
    try write { database in
      try database.execute(
        sql: "UPDATE source SET isRead = 1, faults = ? WHERE number = ? AND isRead = 0", arguments: [faults, file])
      // Another program did it meanwhile.
      guard database.changesCount > 0 else { return }
      if let header {
        try database.execute(
          sql: "UPDATE source SET header = ? WHERE number = ?", arguments: [WrittenHeader.text(header), file])
      }
      for entry in entries { try recorder.record(entry, of: file, database) }
      try recorder.flush(database)
    }
  }

  // MARK: The file

  private static func note(_ files: [IndexedFile], _ database: Database) throws {
    for (number, file) in files.enumerated() {
      try database.execute(
        sql: "INSERT INTO source(number, path, canonical, folder, size, modified) VALUES(?, ?, ?, ?, ?, ?)",
        arguments: [number, file.path, file.canonicalPath, file.folder, file.size, file.modified])
    }
  }

  static func files(_ database: Database) throws -> [IndexedFile] {
    try Row.fetchAll(database, sql: "SELECT path, canonical, folder, size, modified FROM source ORDER BY number")
      .map { IndexedFile(path: $0[0], canonicalPath: $0[1], folder: $0[2], size: $0[3], modified: $0[4]) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do { return try queue.write(body) } catch { throw failure(error) }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do { return try queue.read(body) } catch { throw failure(error) }
  }

  func failure(_ error: any Error) -> StoreFailure { error as? StoreFailure ?? StoreFailure(error, at: path) }
}
