import Foundation
import Interchange
import Storage

/// The index of the catalogs that a command names, where there is one.
enum IndexedCatalog {
  static var folder: URL { StorageFolders().cache }

  /// - Returns: `nil` where the catalogs are to be read themselves; why, is told where an index was begun.
  static func open(_ paths: [String]) throws(Failure) -> StoredIndex? {
    guard !paths.isEmpty else { return nil }
    let parts = try parts(paths)
    switch StoredIndex.open(in: folder, of: key(paths), files: files(parts), reading: EntryJSONText.node) {
    case .ready(let index): return index
    case .none: return nil
    case .unfinished: Output.complain("the index is not finished, so all is read; cairn index goes on with it")
    case .outdated: Output.complain("the catalogs have changed since they were indexed, so all is read; cairn index")
    case .damaged: Output.complain("the index was damaged and is thrown away; cairn index makes it anew")
    }
    return nil
  }

  static func parts(_ paths: [String]) throws(Failure) -> CatalogParts {
    do {
      return try CatalogParts(paths: paths)
    } catch {
      throw .noInput(error.description)
    }
  }

  static func files(_ parts: CatalogParts) -> [IndexedFile] {
    parts.parts.map {
      IndexedFile(path: $0.canonicalPath, folder: $0.folder, size: $0.size, modified: $0.modified)
    }
  }

  /// What names the catalogs: where they are, in whatever order they were given.
  static func key(_ paths: [String]) -> String {
    paths.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().standardizedFileURL.path }.sorted()
      .joined(separator: "\n")
  }
}
