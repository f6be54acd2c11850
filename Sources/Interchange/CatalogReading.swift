import Catalogs

/// Reads catalogs from disk: files, and folders of files.
public enum CatalogReading {
  /// Everything in those files and folders as one catalog, with every fault in it.
  ///
  /// A folder stands for its `.yaml`, `.yml` and `.json` files (not those of folders in it). A file named twice, or
  /// named and in a named folder too, is read once.
  ///
  /// - Parameters:
  ///   - spreading: reads several files at once where it has threads.
  ///   - heard: is told how far it is, from any of the threads.
  public static func read(
    paths: [String], _ spreading: Spreading = .none, heard: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
  ) throws(CatalogFileError) -> ValidatedCatalog {
    let draft = try draft(paths: paths, spreading, heard: heard)
    heard(.checking)
    return draft.validated(spreading)
  }

  /// The same before validation.
  public static func draft(
    paths: [String], _ spreading: Spreading = .none, heard: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
  ) throws(CatalogFileError) -> CatalogDraft {
    var listed: [(path: String, folder: String?)] = []
    var seen: Set<String> = []
    for path in paths {
      for file in try CatalogFile.listed(path) where seen.insert(FileSystem.canonical(file.path)).inserted {
        listed.append(file)
      }
    }
    let sizes = listed.map { FileSystem.stamp(of: $0.path).size }
    // The largest first, so that nobody is left alone with it at the end.
    let order = listed.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    let read = spreading.map(order.count) { [listed] number -> Result<CatalogDraft.File, CatalogFileError> in
      heard(.reading(of: listed.count))
      let file = listed[order[number]]
      return Result { () throws(CatalogFileError) in try CatalogFile.readFile(file.path, folder: file.folder) }
    }
    var files: [CatalogDraft.File] = []
    for (_, file) in zip(order, read).sorted(by: { $0.0 < $1.0 }) { files.append(try file.get()) }
    return CatalogDraft(files: files)
  }
}

/// How far the reading of catalogs is.
public enum ReadingProgress: Hashable, Sendable {
  /// Another file is begun, of so many.
  case reading(of: Int)
  /// All are read; whether what they say goes together is looked at.
  case checking
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
