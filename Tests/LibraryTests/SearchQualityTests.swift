import Catalogs
import Foundation
import Interchange
import Library
import Testing

@Suite("Quality of the search")
struct SearchQualityTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func catalog(_ path: String) throws -> Catalog {
    try CatalogReading.read(paths: [root.appendingPathComponent(path).path]).catalog
  }

  @Test("what is meant comes first: typos, abbreviations, words in any order, other scripts")
  func quality() throws {
    let folder = Self.root.appendingPathComponent("Benchmarks/search")
    let text = try String(contentsOf: folder.appendingPathComponent("queries.tsv"), encoding: .utf8)
    let queries = SearchQuality.queries(text)
    #expect(queries.count >= 150)
    let bundled = CatalogIndex(try Self.catalog("catalogs"))
    let crafts = CatalogIndex(try Self.catalog("Benchmarks/search/crafts.json"))
    var quality = SearchQuality()
    for query in queries { quality.ask(query) { (query.kind == "crafts" ? crafts : bundled).answer($0, atMost: 10) } }
    let misses = quality.results.filter { $0.place != 1 }.map { result in
      "\(result.query.text): \(result.place.map(String.init) ?? "-"), first \(result.first ?? "nothing")"
    }
    #expect(quality.meanReciprocalRank >= 0.97, "\(quality.meanReciprocalRank): \(misses)")
    #expect(quality.recall >= 0.99, "\(quality.recall): \(misses)")
  }
}
