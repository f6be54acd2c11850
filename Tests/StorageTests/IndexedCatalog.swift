import Catalogs
import Foundation
import Interchange
import Storage

/// A catalog and the folder its index is kept in.
struct IndexedCatalog {
  let paths: [String]
  let folder: URL

  var key: String { paths.joined(separator: "\n") }

  func parts() throws -> CatalogParts { try CatalogParts(paths: paths) }

  func files() throws -> [IndexedFile] {
    try parts().parts.map {
      IndexedFile(
        path: $0.path, canonicalPath: $0.canonicalPath, folder: $0.folder, size: $0.size, modified: $0.modified)
    }
  }

  /// Goes on with the index, at most so many files further.
  func make(atMost most: Int = .max) throws {
    let parts = try parts()
    let making = try IndexMaking(in: folder, of: key, files: try files())
    let common = try parts.common()
    let places = Dictionary(uniqueKeysWithValues: parts.parts.enumerated().map { ($1.path, $0) })
    try making.share(
      (common.providers + common.skills).map { (entry($0), places[$0.node.position.file] ?? 0) },
      headers: common.catalogs)
    for number in try making.unread.prefix(most) {
      let file = try parts.entries(of: parts.parts[number], with: common)
      try making.add(file.entries.map(entry), of: number, header: file.header, faults: 0)
    }
    if try making.unread.isEmpty { _ = try making.finish() }
  }

  private func entry(_ entry: LooseEntry) -> IndexMaking.Entry {
    IndexMaking.Entry(value: entry.value, text: EntryJSONText.text(for: entry.node))
  }

  func open() throws -> StoredIndex.Opening {
    StoredIndex.open(in: folder, of: key, files: try files(), reading: EntryJSONText.node)
  }

  /// The index, where it is ready.
  func index() throws -> StoredIndex? {
    if case .ready(let index) = try open() { return index }
    return nil
  }
}
