/// Catalog files as they were written, before anything is judged: every value with its file, line and column.
public struct CatalogDraft: Hashable, Sendable {
  /// One file.
  public struct File: Hashable, Sendable {
    /// As messages name it.
    public var name: String
    /// The folder it was read with, or `nil` where it was named alone. Files of one folder may share a header.
    public var folder: String?
    /// What was sound enough to be read; `nil` where nothing was.
    public var root: DraftNode?
    /// Faults of the text itself.
    public var issues: [CatalogIssue]
    /// Ids that stand in parts of the text that couldn't be read, as far as can be told.
    public var lostIdentifiers: Set<String>
    /// True where its text breaks off or goes wrong so that nothing behind it was read: what isn't there may have been.
    public var isCutShort: Bool { issues.contains { $0.consequence == .restLeftOut } }

    public init(
      name: String, folder: String? = nil, root: DraftNode?, issues: [CatalogIssue] = [],
      lostIdentifiers: Set<String> = []
    ) {
      self.name = name
      self.folder = folder
      self.root = root
      self.issues = issues
      self.lostIdentifiers = lostIdentifiers
    }
  }

  public var files: [File]

  public init(files: [File]) { self.files = files }

  /// Both, to be validated together: what one names may stand in the other.
  public static func + (first: CatalogDraft, second: CatalogDraft) -> CatalogDraft {
    CatalogDraft(files: first.files + second.files)
  }
}

/// A catalog with everything sound that was read, and every fault at once.
public struct ValidatedCatalog: Sendable {
  public var catalog: Catalog
  /// By file, line and column.
  public var issues: [CatalogIssue]

  public init(catalog: Catalog, issues: [CatalogIssue]) {
    self.catalog = catalog
    self.issues = issues
  }

  public var errors: [CatalogIssue] { issues.filter { $0.severity == .error } }
  public var warnings: [CatalogIssue] { issues.filter { $0.severity == .warning } }
}
