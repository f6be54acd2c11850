import Foundation
import Interchange
import Storage

/// The index of the catalogs that a command names, where there is one.
enum IndexedCatalog {
  static var folder: URL { StorageFolders().cache }

  /// - Returns: `nil` where the catalogs are to be read themselves; why, is told where an index was begun.
  static func open(_ paths: [String]) throws(Failure) -> StoredIndex? {
    paths.isEmpty ? nil : open(try parts(paths), of: paths)
  }

  /// The same of catalogs whose files are listed.
  ///
  /// - Parameter remarks: false where nothing is to be told.
  static func open(_ parts: CatalogParts, of paths: [String], remarks: Bool = true) -> StoredIndex? {
    let opening = opening(parts, of: paths)
    if case .ready(let index) = opening { return index }
    if remarks, let remark = remark(opening) { Output.complain(remark) }
    return nil
  }

  /// Whether the catalogs have an index, and what became of it.
  static func opening(_ parts: CatalogParts, of paths: [String]) -> StoredIndex.Opening {
    StoredIndex.open(in: folder, of: key(paths), files: files(parts), reading: EntryJSONText.node)
  }

  /// Why an index that was begun isn't used, and what to do.
  private static func remark(_ opening: StoredIndex.Opening) -> String? {
    switch opening {
    case .ready, .none: nil
    case .unfinished: "the index is not finished, so all is read; cairn index goes on with it"
    case .outdated: "the catalogs have changed since they were indexed, so all is read; cairn index"
    case .damaged: "the index was damaged and is thrown away; cairn index makes it anew"
    }
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
