import Catalogs

/// What finds what is on offer: an index in memory, or one on disk.
public protocol LibraryFinding: Sendable {
  func answer(_ query: LibraryQuery, atMost most: Int) -> LibraryAnswer
}

extension CatalogIndex: LibraryFinding {}

/// A marketplace too large to be held: it is searched where it is, and read as far as somebody looks at it.
///
/// Nothing here throws, since what is looked at has to be shown anyhow: what can't be read is empty, and the fault told.
public protocol LibrarySource: LibraryFinding {
  /// Of all catalogs in it.
  var headers: [Catalog.Header] { get }
  var extent: LibraryExtent { get }
  /// All that can matter to these ids, and besides what bears the names.
  func part(around ids: Set<String>, naming names: Set<String>) -> Catalog
  /// What bears an id, with everything that is told of it; of long lists the beginning, `LibraryExtent.mostAround`.
  func surroundings(of id: String) -> Catalog
  /// Ids of what may have been meant by what nothing is called.
  func likely(_ written: String) -> [String]
  /// Providers whose names hold all of these words.
  func providers(_ words: [String], atMost most: Int) -> [Provider]
  /// What went wrong since it was asked last, as a sentence.
  func takeFault() -> String?
}

/// How much there is in a marketplace.
public struct LibraryExtent: Hashable, Sendable {
  public var goals: Int
  public var credentials: Int
  /// Credentials that are no awards for their parts.
  public var offered: Int
  /// Those of them of whose holders something was found.
  public var reportedOn: Int

  public init(goals: Int, credentials: Int, offered: Int, reportedOn: Int) {
    self.goals = goals
    self.credentials = credentials
    self.offered = offered
    self.reportedOn = reportedOn
  }

  /// Of a list of what leads to an entry or what it leads to, so many are read for a screen.
  public static let mostAround = 100
  /// Of what is found, so many are read at once for whoever goes to the end of it.
  public static let mostFound = 1000
}
