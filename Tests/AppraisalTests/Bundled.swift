import Catalogs
import Foundation
import Interchange

/// The catalogs that come with the program, read once.
enum Bundled {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("catalogs")

  static let opened: ValidatedCatalog? = try? CatalogReading.read(paths: [folder.path])

  static let sources: String =
    (try? String(contentsOf: folder.appendingPathComponent("SOURCES.md"), encoding: .utf8)) ?? ""
}
