import Catalogs

/// Reads catalogs from disk: files, and folders of files.
public enum CatalogReading {
  /// Everything in those files and folders as one catalog, with every fault in it.
  ///
  /// A folder stands for its `.yaml`, `.yml` and `.json` files (not those of folders in it). A file named twice, or
  /// named and in a named folder too, is read once.
  public static func read(paths: [String]) throws(CatalogFileError) -> ValidatedCatalog {
    try draft(paths: paths).validated()
  }

  /// The same before validation.
  public static func draft(paths: [String]) throws(CatalogFileError) -> CatalogDraft {
    var files: [CatalogDraft.File] = []
    var seen: Set<String> = []
    for path in paths {
      for file in try CatalogFile.listed(path) where seen.insert(FileSystem.canonical(file.path)).inserted {
        files.append(try CatalogFile.readFile(file.path, folder: file.folder))
      }
    }
    return CatalogDraft(files: files)
  }
}

/// Why nothing could be read from a path.
public enum CatalogFileError: Error, Hashable, Sendable, CustomStringConvertible {
  case noSuchFile(String)
  case unreadable(String, reason: String)
  /// A folder without any catalog file.
  case nothingInFolder(String)

  public var description: String {
    switch self {
    case .noSuchFile(let path): return "no such file or folder: \(path)"
    case .unreadable(let path, let reason): return "can't read \(path): \(reason)"
    case .nothingInFolder(let path): return "no .yaml, .yml or .json file in \(path)"
    }
  }
}

/// One catalog file, or a folder of them.
public enum CatalogFile {
  static let extensions = [".yaml", ".yml", ".json"]

  /// The files of that path, as they are written. Their faults are in the draft; what throws is that there is
  /// nothing to be read.
  public static func read(_ path: String) throws(CatalogFileError) -> CatalogDraft {
    try CatalogReading.draft(paths: [path])
  }

  /// The draft of bytes that are the contents of a file of that name.
  public static func draft(_ bytes: [UInt8], name: String, folder: String? = nil) -> CatalogDraft.File {
    let text = SourceText(bytes, file: name)
    return name.lowercased().hasSuffix(".json") || (!hasKnownExtension(name) && text.looksLikeJSON)
      ? JSONFrontEnd.file(text, folder: folder) : YAMLFrontEnd.file(text, folder: folder)
  }

  static func listed(_ path: String) throws(CatalogFileError) -> [(path: String, folder: String?)] {
    switch FileSystem.kind(of: path) {
    case .missing: throw .noSuchFile(path)
    case .file: return [(path, FileSystem.canonical(FileSystem.parent(of: path)))]
    case .folder:
      let names = try FileSystem.names(in: path).filter { hasKnownExtension($0) && !$0.hasPrefix(".") }.sorted()
      guard !names.isEmpty else { throw .nothingInFolder(path) }
      let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      return names.map { (trimmed == "/" ? "/\($0)" : "\(trimmed)/\($0)", FileSystem.canonical(path)) }
        .filter { FileSystem.kind(of: $0.0) == .file }
    }
  }

  static func readFile(_ path: String, folder: String?) throws(CatalogFileError) -> CatalogDraft.File {
    draft(try FileSystem.contents(of: path), name: path, folder: folder)
  }

  private static func hasKnownExtension(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return extensions.contains { lowered.hasSuffix($0) }
  }
}
