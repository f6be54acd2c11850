import Catalogs
import Foundation
import GRDB
import Library

/// Makes the index of a catalog, file by file and then as a whole. Every step is a transaction with the note that it is
/// done, so that whatever stops it, it goes on from there.
public final class IndexMaking {
  public let files: [IndexedFile]
  private(set) var queue: DatabaseQueue
  private let file: URL
  /// The number of each of the files.
  private var numbers: [Int] = []
  private var preparation: EntryPreparation?

  /// Goes on with an index of these files; where some have changed since, those are to be read anew.
  ///
  /// - Parameter key: what names the catalog, such as its path.
  public init(in folder: URL, of key: String, files: [IndexedFile]) throws(StoreFailure) {
    file = IndexFile.file(in: folder, of: key)
    self.files = files
    queue = try IndexFile.writable(file)
    try goOn()
  }

  /// Throws an index away.
  public static func remove(in folder: URL, of key: String) { IndexFile.remove(IndexFile.file(in: folder, of: key)) }

  public var phase: IndexProgress.Phase { get throws(StoreFailure) { try read(IndexNumbers.phase) } }

  /// The places of the files yet to be read.
  public var unread: [Int] {
    get throws(StoreFailure) {
      let unread = try read { try Set(Int.fetchAll($0, sql: "SELECT number FROM source WHERE isRead = 0")) }
      return files.indices.filter { unread.contains(numbers[$0]) }
    }
  }

  /// Entries in it so far, and faults left out with what they concern.
  public var counts: (entries: Int, faults: Int) {
    get throws(StoreFailure) {
      try read { database in
        (try IndexNumbers.entries(database), try Int.fetchOne(database, sql: "SELECT sum(faults) FROM source") ?? 0)
      }
    }
  }

  // MARK: Adding

  /// What entries of any file may name; to be done first. Where it has changed, all files are to be read anew.
  ///
  /// - Parameters:
  ///   - entries: providers and skills, each with the place of its file.
  ///   - headers: those that count for other files, each with the folder of its file.
  ///   - preparation: that by which entries are prepared.
  public func share(
    _ entries: [(entry: PreparedEntry, file: Int)], headers: [(header: Catalog.Header, folder: String?)],
    _ preparation: EntryPreparation
  ) throws(StoreFailure) {
    self.preparation = preparation
    let hash = hash(entries, headers)
    let known = try read { try IndexNumbers.value("shared", $0) }
    if known == hash { return try forgetGone() }
    if known != nil { try beginAnew() }
    try write { database in
      let recorder = try EntryRecorder(database, preparation)
      try recorder.share(entries.map { ($0.entry, self.numbers[$0.file]) })
      try recorder.flush()
      try IndexNumbers.set("shared", hash, database)
    }
  }

  private func hash(
    _ entries: [(entry: PreparedEntry, file: Int)], _ headers: [(header: Catalog.Header, folder: String?)]
  ) -> Int {
    var hash = IndexHash()
    for (entry, file) in entries {
      hash.add(files[file].path)
      hash.add(entry.text)
    }
    for (header, folder) in headers {
      hash.add(folder ?? "")
      hash.add(WrittenHeader.text(header))
    }
    return Int(bitPattern: UInt(hash.value))
  }

  /// The entries of one file.
  ///
  /// - Parameters:
  ///   - hash: of the bytes they were read from.
  ///   - header: with what counts in this file alone.
  public func add(
    _ entries: [PreparedEntry], of place: Int, hash: Int64, header: Catalog.Header?, faults: Int
  ) throws(StoreFailure) {
    guard let preparation else { return }
    let number = numbers[place]
    try write { database in
      // Another program did it meanwhile, perhaps.
      guard try Bool.fetchOne(database, sql: "SELECT isRead FROM source WHERE number = ?", arguments: [number]) == false
      else { return }
      let recorder = try EntryRecorder(database, preparation)
      try recorder.forget(file: number)
      try database.execute(
        sql: "UPDATE source SET isRead = 1, faults = ?, hash = ?, header = ? WHERE number = ?",
        arguments: [faults, hash, header.map(WrittenHeader.text), number])
      try recorder.record(entries, of: number)
      try recorder.flush()
    }
  }

  /// Files that aren't there any more.
  private func forgetGone() throws(StoreFailure) {
    guard let preparation else { return }
    for number in try read({ try Int.fetchAll($0, sql: "SELECT number FROM source WHERE isGone = 1") }) {
      try write { database in
        let recorder = try EntryRecorder(database, preparation)
        try recorder.forget(file: number)
        try recorder.flush()
        try database.execute(sql: "DELETE FROM source WHERE number = ?", arguments: [number])
      }
    }
  }

  // MARK: The file

  private func goOn() throws(StoreFailure) {
    let known = try read { try IndexedSource.all($0) }
    guard let update = IndexUpdate(from: known, to: files) else { return try beginAnew() }
    // A change to what somebody reads would be seen half done.
    if update.changesEntries, try phase == .done, try !renew() { return try beginAnew() }
    numbers = update.numbers
    try write { try update.note($0) }
  }

  private func begin() throws(StoreFailure) {
    guard let update = IndexUpdate(from: [], to: files) else { return }
    numbers = update.numbers
    try write { try update.note($0) }
  }

  private func beginAnew() throws(StoreFailure) {
    try? queue.close()
    IndexFile.remove(file)
    queue = try IndexFile.writable(file)
    try begin()
  }

  /// - Returns: false where there is no room for it.
  private func renew() throws(StoreFailure) -> Bool {
    try? queue.close()
    guard IndexFile.renew(file) else { return false }
    queue = try IndexFile.writable(file)
    return true
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do { return try queue.write(body) } catch { throw failure(error) }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do { return try queue.read(body) } catch { throw failure(error) }
  }

  func failure(_ error: any Error) -> StoreFailure {
    let failure = error as? StoreFailure ?? StoreFailure(error, at: file.path)
    if case .damaged = failure { IndexFile.remove(file) }
    return failure
  }
}
