import Catalogs
import Foundation
import GRDB
import Library

/// The index of a catalog that is too large to be held in memory: it is searched, and parts of it are read, where it is.
public final class StoredIndex: Sendable {
  /// Whether there is an index of a catalog.
  public enum Opening: Sendable {
    case ready(StoredIndex)
    /// Begun, and stopped before it was done.
    case unfinished
    /// Files have changed since.
    case outdated
    /// It could not be read and is thrown away.
    case damaged
    case none
  }

  /// Turns the text of an entry back into what it was written as; `nil` where it is none.
  public typealias Reading = @Sendable (String) -> DraftNode?

  /// The file it is kept in.
  public var path: String { file.path }
  private let file: URL
  private let queue: DatabaseQueue
  let reading: Reading
  /// Used only while the connection is held.
  private let memory = IndexMemory()

  private init(_ queue: DatabaseQueue, _ file: URL, _ reading: @escaping Reading) {
    self.queue = queue
    self.file = file
    self.reading = reading
  }

  /// The index in a folder, if it is that of these files as they are now.
  ///
  /// - Parameter key: what names the catalog, as it was indexed.
  public static func open(
    in folder: URL, of key: String, files: [IndexedFile], reading: @escaping Reading
  ) -> Opening {
    let file = IndexFile.file(in: folder, of: key)
    guard FileManager.default.fileExists(atPath: file.path) else { return .none }
    do {
      let queue = try IndexFile.readable(file)
      return try queue.read { database in
        guard try Int.fetchOne(database, sql: "PRAGMA user_version") == IndexSchema.version else { return .outdated }
        guard try IndexMaking.files(database) == files else { return .outdated }
        guard try IndexNumbers.phase(database) == .done else { return .unfinished }
        return .ready(StoredIndex(queue, file, reading))
      }
    } catch {
      guard case .damaged = error as? StoreFailure ?? StoreFailure(error, at: file.path) else { return .none }
      IndexFile.remove(file)
      return .damaged
    }
  }

  /// What was found, best first or in the order asked for, with counts by facet. Of more than a thousand the counts
  /// are those of the first thousand, and `isCounted` is false.
  public func answer(_ query: LibraryQuery, atMost most: Int) throws(StoreFailure) -> LibraryAnswer {
    try read { database in
      try IndexSearch(query, most: most, memory: self.memory, database).answer(reading: self.reading)
    }
  }

  /// Titles and currencies of the catalogs in it.
  public func headers() throws(StoreFailure) -> [Catalog.Header] { try read(IndexParts.headers) }

  /// The ids of goals that bear a title, whatever its case.
  public func goals(called title: String) throws(StoreFailure) -> [String] {
    let folded = SearchText.folded(title)
    var query = LibraryQuery(title + " ")
    query.kinds = [.goal]
    let hits = try answer(query, atMost: StoredIndex.mostCalledAlike).hits
    return hits.filter { SearchText.folded($0.entry.title) == folded }.map(\.entry.id)
  }

  private static let mostCalledAlike = 20

  /// Names and ids of all providers.
  public func providers() throws(StoreFailure) -> [Provider] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT id, name FROM shared WHERE kind = 0 ORDER BY id")
        .map { Provider(id: $0[0], name: $0[1]) }
    }
  }

  /// All that can matter to what is named, with the figures stated in the whole: a plan in it is a plan in the whole.
  ///
  /// - Parameter ids: of goals, credentials, skills and providers; what nothing bears is passed over.
  public func part(around ids: Set<String>) throws(StoreFailure) -> Catalog {
    try read { database in
      var parts = IndexParts(database, self.reading)
      try parts.reach(ids)
      return try parts.catalog()
    }
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do {
      return try queue.read(body)
    } catch {
      let failure = error as? StoreFailure ?? StoreFailure(error, at: file.path)
      if case .damaged = failure { IndexFile.remove(file) }
      throw failure
    }
  }
}

/// What of an index is looked up once and kept.
final class IndexMemory: @unchecked Sendable {
  private var words: Vocabulary?
  private var numbers: FacetNumbers?
  /// More words than this are not held; then words with digits, which nobody mistypes, are left out.
  private static let mostWords = 20_000

  func vocabulary(_ database: Database) throws -> Vocabulary {
    if let words { return words }
    let count = try IndexNumbers.value("words", database) ?? 0
    let condition = count > IndexMemory.mostWords ? " WHERE hasDigit = 0" : ""
    let made = Vocabulary(try String.fetchAll(database, sql: "SELECT text FROM word" + condition))
    words = made
    return made
  }

  func facets(_ database: Database) throws -> FacetNumbers {
    if let numbers { return numbers }
    let made = try FacetNumbers(database)
    numbers = made
    return made
  }
}
