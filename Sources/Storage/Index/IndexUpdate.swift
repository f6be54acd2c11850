import Foundation
import GRDB

/// A file as the index knows it.
struct IndexedSource {
  var number: Int
  var file: IndexedFile
  /// Of the bytes that were read; `nil` where none were.
  var hash: Int64?
  var isGone: Bool

  static func all(_ database: Database) throws -> [IndexedSource] {
    try Row.fetchAll(
      database, sql: "SELECT number, path, folder, size, modified, hash, isGone FROM source ORDER BY number"
    ).map {
      IndexedSource(
        number: $0[0], file: IndexedFile(path: $0[1], folder: $0[2], size: $0[3], modified: $0[4]), hash: $0[5],
        isGone: $0[6])
    }
  }
}

/// What has become of the files of an index since they were read: those whose bytes are others are to be read again.
struct IndexUpdate {
  /// By the place of the file.
  let numbers: [Int]
  private var added: [(number: Int, file: IndexedFile)] = []
  private var changed: [(number: Int, file: IndexedFile)] = []
  /// The same bytes, written at another time.
  private var touched: [(number: Int, file: IndexedFile)] = []
  private var gone: [Int] = []

  /// - Returns: `nil` where it is less work to begin anew.
  init?(from known: [IndexedSource], to files: [IndexedFile]) {
    struct Place: Hashable {
      var path: String
      var folder: String?
    }
    let there = known.filter { !$0.isGone }
    let sources = Dictionary(there.map { (Place(path: $0.file.path, folder: $0.file.folder), $0) }) { first, _ in first
    }
    let matches = files.map { sources[Place(path: $0.path, folder: $0.folder)] }
    guard let numbers = SourceNumbers.numbers(matches.map { $0?.number }, taken: Set(known.map(\.number))) else {
      return nil
    }
    self.numbers = numbers
    for (place, file) in files.enumerated() {
      guard let source = matches[place] else {
        added.append((numbers[place], file))
        continue
      }
      if source.file == file { continue }
      if IndexUpdate.isSame(source, file) {
        touched.append((source.number, file))
      } else {
        changed.append((source.number, file))
      }
    }
    gone = Set(there.map(\.number)).subtracting(numbers).sorted()
    let isMost = 2 * (changed.count + added.count + gone.count) > files.count
    if isMost, known.contains(where: { $0.hash != nil }) { return nil }
  }

  private static func isSame(_ source: IndexedSource, _ file: IndexedFile) -> Bool {
    guard let hash = source.hash, source.file.size == file.size else { return false }
    return FileManager.default.contents(atPath: file.path)?.withUnsafeBytes(IndexedFile.hash) == hash
  }

  /// True where anything but the times of files is another.
  var changesEntries: Bool { !(added.isEmpty && changed.isEmpty && gone.isEmpty) }

  /// Writes down what is to be done.
  func note(_ database: Database) throws {
    for (number, file) in added {
      try database.execute(
        sql: "INSERT INTO source(number, path, folder, size, modified) VALUES(?, ?, ?, ?, ?)",
        arguments: [number, file.path, file.folder, file.size, file.modified])
    }
    for (number, file) in changed + touched {
      try database.execute(
        sql: "UPDATE source SET size = ?, modified = ? WHERE number = ?",
        arguments: [file.size, file.modified, number])
    }
    for number in gone {
      try database.execute(sql: "UPDATE source SET isGone = 1, isRead = 1 WHERE number = ?", arguments: [number])
    }
    guard changesEntries else { return }
    for (number, _) in changed {
      try database.execute(sql: "UPDATE source SET isRead = 0 WHERE number = ?", arguments: [number])
    }
    // What gave way to an entry that isn't there any more comes into its own.
    try database.execute(sql: "UPDATE source SET isRead = 0 WHERE hidden > 0 AND isGone = 0")
    try IndexNumbers.set("phase", IndexProgress.Phase.reading.rawValue, database)
  }
}
