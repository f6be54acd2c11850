import ArgumentParser
import Foundation
import Interchange
import Storage
import Wording

/// Catalogs too large to be read whenever they are opened: they are opened in their index, and not without one.
enum LargeCatalogs {
  /// Bytes: some thirty thousand credentials, which take a few seconds.
  private static let largest = 10 << 20

  /// The index in which the catalogs are to be opened; `nil` where they are small enough to be read.
  static func index(_ paths: [String]) throws(Failure) -> StoredIndex? {
    guard let parts = try parts(paths) else { return nil }
    if let index = IndexedCatalog.open(parts, of: paths, remarks: false) { return index }
    throw tooLarge(parts, paths)
  }

  /// Whether there is an index of catalogs that need one; `nil` where they are small enough to be read.
  static func opening(_ paths: [String]) throws(Failure) -> StoredIndex.Opening? {
    try parts(paths).map { IndexedCatalog.opening($0, of: paths) }
  }

  /// Throws where they are too large to be read.
  static func refuse(_ paths: [String]) throws(Failure) {
    if let parts = try parts(paths) { throw tooLarge(parts, paths) }
  }

  private static func tooLarge(_ parts: CatalogParts, _ paths: [String]) -> Failure {
    .usage(
      "\(size(parts)): too large to be read each time; cairn index \(paths.joined(separator: " ")) makes an index, once"
    )
  }

  /// Offers somebody at a terminal to index what is too large and isn't indexed as it is now.
  /// - Returns: false where the indexing was begun and stopped.
  static func prepare(_ paths: [String]) throws -> Bool {
    guard let parts = try parts(paths), isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1,
      IndexedCatalog.open(parts, of: paths, remarks: false) == nil
    else { return true }
    let size = size(parts)
    Output.complain(
      "\(size): too large to be read each time. An index of it is made once, and opened at once from then on.")
    Output.complain("Ctrl-C stops it, and the same command goes on. Make it now? [Y/n]")
    guard let answer = readLine(), ["", "y", "yes"].contains(answer.lowercased()) else { return true }
    return try IndexCatalog.index(paths) == .success
  }

  private static func parts(_ paths: [String]) throws(Failure) -> CatalogParts? {
    guard !paths.isEmpty else { return nil }
    let parts = try IndexedCatalog.parts(paths)
    return bytes(parts) > largest ? parts : nil
  }

  private static func bytes(_ parts: CatalogParts) -> Int { parts.parts.reduce(0) { $0 + $1.size } }

  /// `14 MB in 11 files`
  private static func size(_ parts: CatalogParts) -> String {
    "\(Amounts.grouped(bytes(parts) >> 20)) MB in \(Amounts.count(parts.parts.count, "file"))"
  }
}
