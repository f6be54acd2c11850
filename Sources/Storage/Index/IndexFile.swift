import Foundation
import GRDB

/// A file of a catalog as it was when it was indexed: where any of it differs, the index is out of date.
public struct IndexedFile: Hashable, Sendable {
  /// Without links, so that it is the same from wherever it is named.
  public var path: String
  /// The folder it was named with, without links: its files may share a header.
  public var folder: String?
  /// Bytes.
  public var size: Int
  /// Nanoseconds since 1970-01-01 (UTC).
  public var modified: Int

  /// Of what is in a file.
  public static func hash(of bytes: UnsafeRawBufferPointer) -> Int64 {
    var fingerprint = IndexHash()
    fingerprint.add(bytes: bytes)
    return Int64(bitPattern: fingerprint.value)
  }

  public init(path: String, folder: String?, size: Int, modified: Int) {
    self.path = path
    self.folder = folder
    self.size = size
    self.modified = modified
  }
}

/// The SQLite file of an index, readable by its owner alone. It holds nothing that can't be made anew.
enum IndexFile {
  /// Named after where the catalog is; what it holds says whether it is that catalog still.
  static func file(in folder: URL, of key: String) -> URL {
    var fingerprint = IndexHash()
    fingerprint.add(key)
    return folder.appendingPathComponent("catalog-\(fingerprint.text).sqlite")
  }

  /// Opened for writing, made where there is none; one that is damaged or of another version is thrown away.
  static func writable(_ file: URL) throws(StoreFailure) -> DatabaseQueue {
    do {
      try PrivateFiles.makeFolder(file.deletingLastPathComponent())
      try PrivateFiles.makeFile(file)
    } catch {
      throw .readOnly(file.path)
    }
    do {
      return try prepared(file)
    } catch .damaged {
      remove(file)
      return try prepared(file)
    }
  }

  private static func prepared(_ file: URL) throws(StoreFailure) -> DatabaseQueue {
    do {
      try PrivateFiles.makeFile(file)
      var configuration = Configuration()
      configuration.journalMode = .wal
      configuration.busyMode = .timeout(5)
      configuration.prepareDatabase { database in
        // Lost with the power, it is made anew; 64 MiB of pages; sorting spills to disk.
        try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE")
      }
      let queue = try DatabaseQueue(path: file.path, configuration: configuration)
      try queue.write { database in
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if version == IndexSchema.version { return }
        guard try !database.tableExists("source"), version == 0 else { throw StoreFailure.damaged(file.path) }
        try IndexSchema.create(database)
      }
      return queue
    } catch let failure as StoreFailure {
      throw failure
    } catch {
      throw StoreFailure(error, at: file.path)
    }
  }

  static func readable(_ file: URL) throws(StoreFailure) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { database in
      // 16 MiB of pages: the rest the system keeps, and takes back where it is short of memory.
      try database.execute(sql: "PRAGMA cache_size = -16384")
    }
    do {
      return try DatabaseQueue(path: file.path, configuration: configuration)
    } catch {
      throw StoreFailure(error, at: file.path)
    }
  }

  /// Puts a copy in the place of the file, to be written to: whoever reads it now goes on with what it was.
  /// - Returns: false where there is no room for one, or it can't be made.
  static func renew(_ file: URL) -> Bool {
    let copy = URL(fileURLWithPath: file.path + ".copy")
    let manager = FileManager.default
    do {
      // Of one that was stopped, perhaps.
      try? manager.removeItem(at: copy)
      try manager.copyItem(at: file, to: copy)
      remove(file)
      try manager.moveItem(at: copy, to: file)
      return true
    } catch {
      try? manager.removeItem(at: copy)
      return false
    }
  }

  static func remove(_ file: URL) {
    for suffix in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: file.path + suffix) }
  }
}
