import Foundation
import Interchange
import Testing

@Suite("The walk-throughs")
struct WalkthroughTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// `CAIRN_RECORD_SNAPSHOTS=1` writes what is seen in place of what isn't; that run fails all the same.
  @Test(
    "whoever presses the keys of the document sees what it says",
    arguments: ["walkthrough-career-changer", "walkthrough-advisor"])
  func replayed(_ name: String) throws {
    let file = Self.root.appendingPathComponent("docs/\(name).md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let catalog = try CatalogReading.read(paths: [Self.root.appendingPathComponent("catalogs").path]).catalog
    let folder = try TemporaryFolder()
    let quotes = Walkthrough(text).replayed(in: catalog, keeping: folder.url)
    #expect(quotes.count >= 12)
    var lines = text.components(separatedBy: "\n")
    for quote in quotes where !quote.isSeen {
      Issue.record("\(name).md:\(quote.line + 1) is not on the screen: \(quote.text)\n\(quote.screen.text)")
      lines[quote.line] = quote.nearest
    }
    if ProcessInfo.processInfo.environment["CAIRN_RECORD_SNAPSHOTS"] == "1" {
      try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }
  }
}
