/// What an entry is called, taken apart once.
public struct Naming: Hashable, Sendable {
  public var title: [String]
  public var id: [String]
  /// The id without case and accents.
  public var foldedID: String

  public init(title: [String], id: [String], foldedID: String) {
    self.title = title
    self.id = id
    self.foldedID = foldedID
  }

  public init(_ entry: LibraryEntry) {
    title = SearchText.words(entry.title)
    id = SearchText.words(entry.id)
    foldedID = SearchText.folded(entry.id)
  }
}
