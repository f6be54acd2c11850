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
        guard try IndexedSource.all(database).filter({ !$0.isGone }).map(\.file) == files else { return .outdated }
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

  /// All values of a facet, the commonest first.
  public func values(of facet: Facet) throws(StoreFailure) -> [String] {
    try read { database in try self.memory.counts(database)[facet]?.map(\.value) ?? [] }
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
  public func providers() throws(StoreFailure) -> [Provider] { try providers(where: "", []) }

  /// Names and ids of the providers whose names hold all of these words.
  public func providers(_ words: [String], atMost most: Int) throws(StoreFailure) -> [Provider] {
    let condition = words.map { _ in " AND instr(lower(name), ?) > 0" }.joined()
    let arguments = words.map { $0.lowercased().databaseValue } + [most.databaseValue]
    return try providers(where: condition, arguments, limit: " LIMIT ?")
  }

  private func providers(
    where condition: String, _ arguments: [DatabaseValue], limit: String = ""
  ) throws(StoreFailure) -> [Provider] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT id, name FROM shared WHERE kind = 0\(condition) ORDER BY id\(limit)",
        arguments: StatementArguments(arguments)
      ).map { Provider(id: $0[0], name: $0[1]) }
    }
  }

  /// All that can matter to what is named, with the figures stated in the whole: a plan in it is a plan in the whole.
  ///
  /// - Parameters:
  ///   - ids: of goals, credentials, skills and providers; what nothing bears is passed over.
  ///   - names: the same, of which nothing but what they say themselves is wanted.
  public func part(around ids: Set<String>, naming names: Set<String> = []) throws(StoreFailure) -> Catalog {
    try read { database in
      var parts = IndexParts(database, self.reading, self.memory)
      try parts.reach(ids)
      try parts.name(names)
      return try parts.catalog()
    }
  }

  /// What bears an id, with everything that is told of it: what it names, what leads to it and what it leads to, who
  /// else teaches its skills, and the goals that ask for those.
  ///
  /// - Parameter most: so many that have the same to do with the same id.
  public func surroundings(of id: String, atMost most: Int = .max) throws(StoreFailure) -> Catalog {
    try read { database in
      var parts = IndexParts(database, self.reading, self.memory)
      try parts.surround(id, atMost: most)
      return try parts.catalog()
    }
  }

  /// How much there is.
  public func extent() throws(StoreFailure) -> LibraryExtent {
    try read { database in
      func number(_ name: String) throws -> Int { try IndexNumbers.value(name, database) ?? 0 }
      return LibraryExtent(
        goals: try number(LibraryEntry.Kind.goal.rawValue),
        credentials: try number(LibraryEntry.Kind.credential.rawValue),
        offered: try number(IndexNumbers.offered), reportedOn: try number(IndexNumbers.reportedOn))
    }
  }

  /// Ids of what may have been meant by what nothing is called: ids one slip away, and what a search finds.
  public func likely(_ written: String) throws(StoreFailure) -> [String] {
    let slips = try read { try IndexSlips.ids(near: written, $0) }
    return slips + (try answer(LibraryQuery(written), atMost: StoredIndex.mostLikely).hits.map(\.entry.id))
  }

  private static let mostLikely = 10

  private func read<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do {
      return try queue.read(body)
    } catch {
      let failure = error as? StoreFailure ?? StoreFailure(error, at: file.path)
      guard case .damaged = failure else { throw failure }
      IndexFile.remove(file)
      throw .damagedIndex(file.path)
    }
  }
}
