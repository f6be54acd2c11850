import Catalogs

/// A catalog of many files, read one file after the other, each with the header that counts for it.
public struct CatalogParts: Sendable {
  /// A file as it is now.
  public struct Part: Hashable, Sendable {
    /// As messages name it.
    public var path: String
    /// Without links.
    public var canonicalPath: String
    /// The folder it was named with.
    public var folder: String?
    /// Bytes.
    public var size: Int
    /// Nanoseconds since 1970-01-01 (UTC).
    public var modified: Int
  }

  /// In the order in which of two equal ids the first counts.
  public let parts: [Part]

  /// - Parameter paths: as `CatalogReading.read` takes them.
  public init(paths: [String]) throws(CatalogFileError) {
    var parts: [Part] = []
    var seen: Set<String> = []
    for path in paths {
      for file in try CatalogFile.listed(path) {
        let canonical = FileSystem.canonical(file.path)
        guard seen.insert(canonical).inserted else { continue }
        let (size, modified) = FileSystem.stamp(of: file.path)
        parts.append(
          Part(
            path: file.path, canonicalPath: canonical, folder: file.folder, size: size, modified: modified))
      }
    }
    self.parts = parts.sorted { $0.canonicalPath < $1.canonicalPath }
  }

  /// What entries of any file may rest on: headers, providers and skills.
  public struct Common: Sendable {
    /// Headers without entries.
    public var headers: [CatalogDraft.File] = []
    public var providers: [LooseEntry] = []
    public var skills: [LooseEntry] = []

    /// The headers themselves, each once.
    public var catalogs: [Catalog.Header] {
      var known: [Catalog.Header] = []
      for (header, _) in lent where !known.contains(where: { $0.id == header.id }) { known.append(header) }
      return known
    }

    /// What files in a folder may take from others: headers as the files have them, each once for a folder.
    public var lent: [(header: Catalog.Header, folder: String?)] {
      var known: [(header: Catalog.Header, folder: String?)] = []
      for file in headers {
        guard let header = LooseFile(file, beside: headers).header else { continue }
        if !known.contains(where: { $0.header == header && $0.folder == file.folder }) {
          known.append((header, file.folder))
        }
      }
      return known
    }
  }

  /// - Parameter heard: is told of each part begun; where it answers false, nothing more is read.
  public func common(heard: (Part) -> Bool = { _ in true }) throws(CatalogFileError) -> Common {
    var common = Common()
    var owners: [CatalogDraft.File] = []
    for part in parts {
      guard heard(part) else { break }
      let bytes = try FileSystem.contents(of: part.path)
      // Only a file that bears these words can state any of it, and to look for words is quick.
      guard CatalogParts.words.contains(where: { bytes.contains(word: $0) }) else { continue }
      let file = CatalogFile.draft(bytes, name: part.path, folder: part.folder)
      common.headers.append(file.headerAlone)
      owners.append(file.sharedAlone)
    }
    for file in owners {
      for entry in LooseFile(file, beside: common.headers).entries {
        switch entry.value {
        case .provider: common.providers.append(entry)
        case .skill: common.skills.append(entry)
        case .credential, .goal: break
        }
      }
    }
    return common
  }

  private static let words = ["catalog", "providers", "skills"].map { Array($0.utf8) }

  public func contents(of part: Part) throws(CatalogFileError) -> [UInt8] { try FileSystem.contents(of: part.path) }

  /// The entries of one part, as its contents are.
  public func entries(_ contents: [UInt8], of part: Part, with common: Common) -> LooseFile {
    LooseFile(CatalogFile.draft(contents, name: part.path, folder: part.folder), beside: common.headers)
  }
}

extension CatalogDraft.File {
  /// Without credentials and goals.
  fileprivate var sharedAlone: CatalogDraft.File {
    var file = self
    if let root, case .mapping(let fields) = root.content {
      file.root = DraftNode(.mapping(fields.filter { !["credentials", "goals"].contains($0.key) }), at: root.position)
    }
    return file
  }
}

extension [UInt8] {
  fileprivate func contains(word: [UInt8]) -> Bool {
    withUnsafeBytes { text in
      word.withUnsafeBytes { FileSystem.holds(text, $0) }
    }
  }
}
