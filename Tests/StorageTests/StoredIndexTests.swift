import Catalogs
import Foundation
import Interchange
import Library
import Planning
import Storage
import Testing

@Suite("The index of a large catalog")
struct StoredIndexTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  @Test("it answers as the index in memory does: the same finds in the same order with the same counts")
  func sameAnswers() throws {
    let folder = try TemporaryFolder()
    let paths = [Self.path("catalogs"), Self.path("Benchmarks/search/crafts.json")]
    let catalog = IndexedCatalog(paths: paths, folder: folder.url)
    try catalog.make()
    let stored = try #require(try catalog.index())
    let memory = CatalogIndex(try CatalogReading.read(paths: paths).catalog)
    let text = try String(contentsOfFile: Self.path("Benchmarks/search/queries.tsv"), encoding: .utf8)
    var queries = SearchQuality.queries(text).map { LibraryQuery($0.text) }
    #expect(queries.count >= 120)
    queries += LibraryQuery.Order.allCases.map { LibraryQuery("c", order: $0) }
    queries += [
      LibraryQuery(""), LibraryQuery("", chosen: [.kind: ["certification"], .price: ["free", "100 to 499"]]),
      LibraryQuery("security ", chosen: [.kind: ["certification"]]), LibraryQuery("no such thing at all"),
    ]
    for (facet, counts) in memory.answer(LibraryQuery()).counts {
      queries += counts.prefix(12).map { LibraryQuery("", chosen: [facet: [$0.value]], order: .title) }
      queries += counts.prefix(3).map { count in
        LibraryQuery("data", chosen: [facet: [count.value]].merging([.vouched: ["no"]]) { $0.union($1) })
      }
    }
    queries.append(LibraryQuery("cloud"))
    queries[queries.count - 1].mostCost = 200_00
    queries[queries.count - 1].kinds = [.credential]
    queries.append(LibraryQuery(""))
    queries[queries.count - 1].kinds = [.goal, .credential]
    for query in queries {
      let (expected, found) = (memory.answer(query, atMost: 10), try stored.answer(query, atMost: 10))
      #expect(found.hits == expected.hits, "\(query.text)")
      #expect(found.total == expected.total && found.counts == expected.counts, "\(query.text)")
    }
  }

  @Test("where thousands match, the best are found without looking at all")
  func best() throws {
    let (folder, source) = (try TemporaryFolder(), try TemporaryFolder())
    var entries = (0..<2600).map { "{\"id\": \"c\($0)\", \"title\": \"Course in sawing, part \($0)\"}" }
    entries[2500] = "{\"id\": \"sawing-course\", \"title\": \"Sawing course\"}"
    entries[2550] = "{\"id\": \"x\", \"title\": \"Sawing course for all\", \"requires\": [\"c7\"]}"
    let file = source.url.appendingPathComponent("a.json")
    let text = "{\"catalog\": \"wood\", \"currency\": \"USD\", \"credentials\": [\(entries.joined(separator: ","))]}"
    try text.write(to: file, atomically: true, encoding: .utf8)
    let catalog = IndexedCatalog(paths: [file.path], folder: folder.url)
    try catalog.make()
    let stored = try #require(try catalog.index())
    let memory = CatalogIndex(try CatalogReading.read(paths: [file.path]).catalog)
    for text in [
      "", "sawing course", "saw cou", "course sawing", "course", "in s", "c", "sawing course for", "curse sawing",
    ] {
      let (expected, found) = (
        memory.answer(LibraryQuery(text), atMost: 3), try stored.answer(LibraryQuery(text), atMost: 3)
      )
      #expect(found.hits == expected.hits, "\(text)")
      // What nothing narrows is counted as a whole.
      let most = text.isEmpty ? expected.total : 1000
      #expect(found.total == min(most, expected.total) && found.isCounted == (expected.total <= most), "\(text)")
    }
  }

  @Test("stopped, it goes on with the files that are left and ends as if it had never been stopped")
  func resumes() throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    let catalog = IndexedCatalog(paths: [Self.path("catalogs")], folder: folder.url)
    try catalog.make(atMost: 3)
    guard case .unfinished = try catalog.open() else { throw Unexpected() }
    let making = try IndexMaking(in: folder.url, of: catalog.key, files: try catalog.files())
    #expect(try making.unread.first == 3)
    try catalog.make()
    let whole = IndexedCatalog(paths: catalog.paths, folder: other.url)
    try whole.make()
    for text in ["security", "c", "a network"] {
      let found = try catalog.index()?.answer(LibraryQuery(text), atMost: 50)
      #expect(found == (try whole.index()?.answer(LibraryQuery(text), atMost: 50)) && found?.hits.isEmpty == false)
    }
  }

  @Test("a changed file makes it out of date; made again, it is that of the files as they are")
  func outdated() throws {
    let (folder, source) = (try TemporaryFolder(), try TemporaryFolder())
    let file = source.url.appendingPathComponent("a.yaml")
    func write(_ title: String) throws {
      let text = "catalog: a\ncurrency: USD\ncredentials:\n  - {id: c, title: \(title)}\n"
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let catalog = IndexedCatalog(paths: [source.url.path], folder: folder.url)
    try write("Carving")
    try catalog.make()
    try write("Basketry")
    guard case .outdated = try catalog.open() else { throw Unexpected() }
    try catalog.make()
    let index = try #require(try catalog.index())
    #expect(try index.answer(LibraryQuery("basketry"), atMost: 5).hits.map(\.entry.id) == ["c"])
    #expect(try index.answer(LibraryQuery("carving"), atMost: 5).hits.isEmpty)
  }

  @Test("a damaged one is thrown away and made anew; nobody but its owner can read it")
  func damaged() throws {
    let folder = try TemporaryFolder()
    let catalog = IndexedCatalog(paths: [Self.path("Benchmarks/search/crafts.json")], folder: folder.url)
    try catalog.make()
    let path = try #require(try catalog.index()).path
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    // The head says what it is; behind it every page is nonsense.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in 100..<bytes.count { bytes[place] = UInt8(truncatingIfNeeded: place &* 31) }
    try bytes.write(to: URL(fileURLWithPath: path))
    guard case .damaged = try catalog.open() else { throw Unexpected() }
    #expect(!FileManager.default.fileExists(atPath: path))
    try Data("not a database, whatever its name says".utf8).write(to: URL(fileURLWithPath: path))
    try catalog.make()
    #expect(try catalog.index()?.answer(LibraryQuery("carving"), atMost: 5) != nil)
  }

  @Test("a part of the catalog gives every goal the plan that the whole gives it")
  func samePlans() throws {
    let folder = try TemporaryFolder()
    let catalog = IndexedCatalog(paths: [Self.path("catalogs")], folder: folder.url)
    try catalog.make()
    let index = try #require(try catalog.index())
    let whole = try CatalogReading.read(paths: catalog.paths).catalog
    let learner = Learner(start: CalendarDate(year: 2027, month: 1, day: 4) ?? CalendarDate(dayNumber: 0))
    #expect(whole.goals.count > 30)
    for goal in whole.goals {
      let part = try index.part(around: [goal.id])
      #expect(part.credentials.count < whole.credentials.count)
      let request = PlanningRequest(goal: goal.id, learner: learner)
      // The search is the same step by step, so where both stop is the same too.
      let planner = Planner(limits: SearchLimits(nodes: 300))
      let expected = planner.solve(try Problem(request, in: whole))
      let found = planner.solve(try Problem(request, in: part))
      #expect(found.frontier == expected.frontier && found.status == expected.status, "\(goal.id)")
    }
  }

  private struct Unexpected: Error {}
}
