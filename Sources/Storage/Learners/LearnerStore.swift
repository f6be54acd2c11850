import Catalogs
import Foundation
import GRDB
import Learners

/// Keeps learners in a SQLite file that its owner alone can read. It owns the connection; nothing else touches the file.
///
/// What a call acknowledges is on disk: every write is a transaction of its own, in a write-ahead log that is flushed
/// before the call returns (`synchronous=FULL`). Deleted content is overwritten (`secure_delete`).
public final class LearnerStore: Sendable {
  /// What became of the store when it was opened.
  public struct Opening: Sendable {
    public var store: LearnerStore
    /// What is to be said of a store that was damaged, as a sentence; empty else.
    public var remark: String
  }

  public let path: String
  /// Why nothing can be written, where only reading works.
  public let readOnlyReason: StoreFailure?
  let queue: DatabaseQueue
  let clock: @Sendable () -> Int

  /// How long a command waits for another program to finish writing, in seconds.
  public static let patience = 2.0

  private init(path: String, queue: DatabaseQueue, readOnlyReason: StoreFailure?, clock: @escaping @Sendable () -> Int)
  {
    self.path = path
    self.queue = queue
    self.readOnlyReason = readOnlyReason
    self.clock = clock
  }

  /// What follows the name of a damaged store that was set aside, before the moment of it.
  static let damagedMark = ".damaged-"

  static func file(in folder: URL) -> URL { folder.appendingPathComponent("learners.sqlite") }

  /// True where something was kept before.
  public static func exists(in folder: URL) -> Bool { FileManager.default.fileExists(atPath: file(in: folder).path) }

  /// Opens the store in a folder, made where there is none.
  ///
  /// A damaged store is set aside under another name, never deleted, and what can still be read of it is taken over. Where
  /// nothing can be written, it is opened for reading.
  ///
  /// - Parameters:
  ///   - patience: how long another program that writes is waited for, now and later, in seconds.
  ///   - clock: seconds since 1970-01-01 (UTC).
  /// - Throws: where it can't be opened at all.
  public static func open(
    in folder: URL, patience: Double = LearnerStore.patience,
    clock: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
  ) throws(StoreFailure) -> Opening {
    try open(in: folder, patience: patience, migrator: LearnerMigrations.migrator, clock: clock)
  }

  static func open(
    in folder: URL, patience: Double = LearnerStore.patience, migrator: DatabaseMigrator,
    clock: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
  ) throws(StoreFailure) -> Opening {
    let path = file(in: folder).path
    do {
      return Opening(store: try writable(in: folder, patience, migrator, clock), remark: "")
    } catch .damaged {
      let aside = try setAside(path, clock())
      let store = try writable(in: folder, patience, migrator, clock)
      return Opening(store: store, remark: Salvage(of: DamagedStore(path: aside)).taken(into: store, from: aside))
    } catch .readOnly {
      guard exists(in: folder) else { throw .readOnly(folder.path) }
      return try readable(path, because: .readOnly(path), migrator, clock)
    } catch .full {
      guard exists(in: folder) else { throw .full(path) }
      return try readable(path, because: .full(path), migrator, clock)
    } catch {
      throw error
    }
  }

  private static func writable(
    in folder: URL, _ patience: Double, _ migrator: DatabaseMigrator, _ clock: @escaping @Sendable () -> Int
  ) throws(StoreFailure) -> LearnerStore {
    let file = file(in: folder)
    do {
      try PrivateFiles.makeFolder(folder)
      try PrivateFiles.makeFile(file)
    } catch {
      throw .readOnly(FileManager.default.fileExists(atPath: folder.path) ? file.path : folder.path)
    }
    do {
      // Before it is opened for writing, which may already change how it keeps its journal.
      if isNewer(file, migrator) { throw StoreFailure.newer(file.path) }
      let queue = try DatabaseQueue(path: file.path, configuration: configuration(patience))
      try migrator.migrate(queue)
      guard try queue.read({ try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }) == "ok" else {
        throw StoreFailure.damaged(file.path)
      }
      let store = LearnerStore(path: file.path, queue: queue, readOnlyReason: nil, clock: clock)
      store.overwriteWhatIsDue()
      return store
    } catch let failure as StoreFailure {
      throw failure
    } catch {
      throw StoreFailure(error, at: file.path)
    }
  }

  /// True where a newer Cairn has migrated it; false where that can't be read.
  private static func isNewer(_ file: URL, _ migrator: DatabaseMigrator) -> Bool {
    var reading = Configuration()
    reading.readonly = true
    guard let queue = try? DatabaseQueue(path: file.path, configuration: reading) else { return false }
    return (try? queue.read(migrator.hasBeenSuperseded)) ?? false
  }

  private static func configuration(_ patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // What SQLite needs room for on the way, such as for VACUUM, goes into no file that others could read.
      try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
    }
    return configuration
  }

  private static func readable(
    _ path: String, because reason: StoreFailure, _ migrator: DatabaseMigrator,
    _ clock: @escaping @Sendable () -> Int
  ) throws(StoreFailure) -> Opening {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue: DatabaseQueue
      if let plain = try? DatabaseQueue(path: path, configuration: configuration),
        (try? plain.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM learner") }) != nil
      {
        queue = plain
      } else {
        // Without a writable folder a write-ahead log can't be shared; nobody can write, so nothing changes either.
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        queue = try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
      }
      guard try !queue.read(migrator.hasBeenSuperseded) else { throw StoreFailure.newer(path) }
      let store = LearnerStore(path: path, queue: queue, readOnlyReason: reason, clock: clock)
      return Opening(store: store, remark: "")
    } catch let failure as StoreFailure {
      throw failure
    } catch {
      throw StoreFailure(error, at: path)
    }
  }

  // MARK: Damage

  /// Gives the file, and those SQLite keeps beside it, a name of their own.
  private static func setAside(_ path: String, _ moment: Int) throws(StoreFailure) -> String {
    let manager = FileManager.default
    var aside = path + damagedMark + String(moment)
    while manager.fileExists(atPath: aside) { aside += "+" }
    do {
      try manager.moveItem(atPath: path, toPath: aside)
      for suffix in ["-wal", "-shm"] where manager.fileExists(atPath: path + suffix) {
        try manager.moveItem(atPath: path + suffix, toPath: aside + suffix)
      }
    } catch {
      throw .readOnly(path)
    }
    return aside
  }

  // MARK: Transactions

  /// How long another program that writes is waited for from now on, in seconds.
  public func wait(atMost patience: Double) {
    try? queue.inDatabase { try $0.execute(sql: "PRAGMA busy_timeout = \(Int(patience * 1000))") }
  }

  /// Runs a write in a transaction that nobody else's can come between.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    if let readOnlyReason { throw readOnlyReason }
    do {
      return try queue.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try body(database)
          return .commit
        }
        guard let value else { throw StoreFailure.other(path, reason: "nothing was written") }
        return value
      }
    } catch let failure as StoreFailure {
      throw failure
    } catch {
      throw StoreFailure(error, at: path)
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do {
      return try queue.read(body)
    } catch let failure as StoreFailure {
      throw failure
    } catch let fault as Fault {
      throw .other(path, reason: fault.sentence)
    } catch {
      throw StoreFailure(error, at: path)
    }
  }
}
