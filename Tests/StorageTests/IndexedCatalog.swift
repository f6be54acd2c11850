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
      IndexedFile(path: $0.canonicalPath, folder: $0.folder, size: $0.size, modified: $0.modified)
    }
  }

  /// Goes on with the index, at most so many files further.
  /// - Returns: how many files were read.
  @discardableResult
  func make(atMost most: Int = .max) throws -> Int {
    let parts = try parts()
    let making = try IndexMaking(in: folder, of: key, files: try files())
    let common = try parts.common()
    let preparation = EntryPreparation(
      providers: common.providers.compactMap { if case .provider(let provider) = $0.value { provider } else { nil } },
      skills: common.skills.compactMap { if case .skill(let skill) = $0.value { skill } else { nil } },
      headers: common.catalogs, reading: EntryJSONText.node)
    func prepared(_ entry: LooseEntry) -> PreparedEntry {
      preparation.prepared(entry.value, text: EntryJSONText.text(for: entry.node))
    }
    let places = Dictionary(uniqueKeysWithValues: parts.parts.enumerated().map { ($1.path, $0) })
    try making.share(
      (common.providers + common.skills).map { (prepared($0), places[$0.node.position.file] ?? 0) },
      headers: common.lent, preparation)
    let unread = try making.unread.prefix(most)
    for number in unread {
      let contents = try parts.contents(of: parts.parts[number])
      let file = parts.entries(contents, of: parts.parts[number], with: common)
      try making.add(
        file.entries.map(prepared), of: number, hash: contents.withUnsafeBytes(IndexedFile.hash), header: file.header,
        faults: 0)
    }
    if try making.unread.isEmpty { _ = try making.finish() }
    return unread.count
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
