import Catalogs
import Foundation
import Library
import Storage
import Testing

@Suite("An index of files that change")
struct ReindexingTests {
  @Test("made again after any edits, stopped or not, it is the same as one made of nothing", arguments: UInt64(1)...12)
  func edits(seed: UInt64) throws {
    var market = try RandomMarket(seed: seed)
    let kept = try TemporaryFolder()
    let catalog = IndexedCatalog(paths: [market.folder.url.path], folder: kept.url)
    try catalog.make()
    for round in 1...4 {
      try market.edit()
      // Stopped after some files, and files change once more meanwhile.
      if round % 2 == 0 {
        try catalog.make(atMost: 1)
        try market.edit()
      }
      try catalog.make()
      let fresh = IndexedCatalog(paths: catalog.paths, folder: try TemporaryFolder().url)
      try fresh.make()
      try same(try #require(try catalog.index()), try #require(try fresh.index()), "seed \(seed), round \(round)")
    }
  }

  private func same(_ one: StoredIndex, _ other: StoredIndex, _ what: String) throws {
    #expect(try one.extent() == other.extent(), "\(what)")
    #expect(try one.headers() == other.headers(), "\(what)")
    #expect(try one.providers() == other.providers(), "\(what)")
    var queries = LibraryQuery.Order.allCases.map { LibraryQuery("", order: $0) }
    queries += ["c", "carving", "carvign", "Guild 1", "wood", "g3", "c5 "].map { LibraryQuery($0) }
    queries += [[.provider: ["guild 1"]], [.price: ["free", "below 100"]]].map { LibraryQuery("", chosen: $0) }
    for query in queries {
      #expect(try one.answer(query, atMost: 100) == other.answer(query, atMost: 100), "\(what): \(query)")
    }
    for id in RandomMarket.ids {
      let (part, expected) = (try one.part(around: [id]), try other.part(around: [id]))
      #expect(part.credentials == expected.credentials && part.goals == expected.goals, "\(what): \(id)")
      #expect(part.providers == expected.providers && part.skills == expected.skills, "\(what): \(id)")
      #expect(part.stated.map(sorted) == expected.stated.map(sorted), "\(what): \(id)")
      let (around, all) = (try one.surroundings(of: id, atMost: 3), try other.surroundings(of: id, atMost: 3))
      #expect(around.credentials == all.credentials && around.goals == all.goals, "\(what): around \(id)")
    }
  }

  private func sorted(_ stated: StatedFigures) -> [StatedFigures.Group: Set<StatedFigures.Item>] {
    stated.groups.mapValues { Set($0) }
  }

  @Test("of many files only those with other bytes are read; one that was merely touched isn't")
  func onlyChanged() throws {
    let (kept, source) = (try TemporaryFolder(), try TemporaryFolder())
    func write(_ number: Int, _ title: String) throws {
      let head = number == 0 ? #""catalog": "wood", "# : ""
      let text = #"{\#(head)"currency": "USD", "credentials": [{"id": "c\#(number)", "title": "\#(title)"}]}"#
      let file = source.url.appendingPathComponent("part-\(number).json")
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    for number in 0..<8 { try write(number, "Carving \(number)") }
    let catalog = IndexedCatalog(paths: [source.url.path], folder: kept.url)
    #expect(try catalog.make() == 8)
    let before = try #require(try catalog.index())
    try write(3, "Basketry")
    try write(5, "Carving 5")
    guard case .outdated = try catalog.open() else { throw Unexpected() }
    #expect(try catalog.make() == 1)
    let after = try #require(try catalog.index())
    #expect(try after.answer(LibraryQuery("basketry"), atMost: 5).hits.map(\.entry.id) == ["c3"])
    // Whoever had it open goes on with what it was.
    #expect(try before.answer(LibraryQuery("basketry"), atMost: 5).hits.isEmpty)
    #expect(try before.answer(LibraryQuery("carving"), atMost: 50).total == 8)
    try write(5, "Carving 5")
    #expect(try catalog.make() == 0)
    #expect(try catalog.index() != nil)
    // More than half of them: to begin anew is less work.
    for number in 0..<5 { try write(number, "Turning \(number)") }
    #expect(try catalog.make() == 8)
  }

  private struct Unexpected: Error {}
}

/// A folder of catalog files that are changed at random: what one defines another may define too, and the first counts.
struct RandomMarket {
  let folder: TemporaryFolder
  private var random: RandomRecord
  private var written: [String: String] = [:]
  static let ids = (0..<14).flatMap { ["c\($0)", "g\($0)"] } + ["guild-1", "sawing"]

  init(seed: UInt64) throws {
    folder = try TemporaryFolder()
    random = RandomRecord(seed: seed)
    try write("a.json", shared())
    for number in 0..<9 { try write("part-\(number)0.json", part()) }
  }

  /// One to three changes, most of them of what only one file says.
  mutating func edit() throws {
    for _ in 0..<random.number(1...3) {
      let parts = written.keys.filter { $0 != "a.json" }.sorted()
      let name = parts[random.number(0...parts.count - 1)]
      switch random.number(0...9) {
      case 0...3: try write(name, part())
      case 4, 5: try write("part-\(random.number(0...99)).json", part())
      case 6,
        7 where parts.count > 2:
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent(name))
        written[name] = nil
      case 8: try write("a.json", shared())
      default: try write(name, written[name] ?? "")
      }
    }
  }

  private mutating func write(_ name: String, _ text: String) throws {
    written[name] = text
    try text.write(to: folder.url.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  private mutating func shared() -> String {
    let providers = (0..<random.number(2...3)).map { #"{"id": "guild-\#($0)", "name": "Guild \#($0)"}"# }
    return #"""
      {"catalog": "wood", "title": "Woodwork", "currency": "USD", "providers": [\#(providers.joined(separator: ","))],
      "skills": [{"id": "sawing", "name": "Sawing"}, {"id": "turning", "name": "Turning", "same": ["lathe"]}]}
      """#
  }

  private mutating func part() -> String {
    let credentials = (0..<random.number(0...5)).map { _ in credential() }.joined(separator: ",")
    let goals = (0..<random.number(0...2)).map { _ in
      #"{"id": "g\#(random.number(0...13))", "title": "Joiner \#(random.number(0...9))", "requires": \#(requirement())}"#
    }.joined(separator: ",")
    let currency = random.number(0...4) == 0 ? "EUR" : "USD"
    return #"{"currency": "\#(currency)", "credentials": [\#(credentials)], "goals": [\#(goals)]}"#
  }

  private mutating func credential() -> String {
    var fields = [
      #""id": "c\#(random.number(0...13))""#,
      #""title": "\#(["Carving", "Sawing course", "Wood \(random.number(0...9))"][random.number(0...2)])""#,
      #""provider": "guild-\#(random.number(0...3))""#,
      #""kind": "\#(["course", "certificate", "badge"][random.number(0...2)])""#,
    ]
    if random.number(0...3) > 0 { fields.append(#""cost": {"fee": \#(random.number(0...4) * 100)}"#) }
    if random.number(0...3) > 0 { fields.append(#""effort": {"hours": \#(random.number(1...4) * 10)}"#) }
    if random.number(0...1) > 0 { fields.append(#""teaches": ["\#(["sawing", "turning"][random.number(0...1)])"]"#) }
    if random.number(0...2) == 0 { fields.append(#""requires": \#(requirement())"#) }
    return "{" + fields.joined(separator: ", ") + "}"
  }

  private mutating func requirement() -> String {
    let ids = (0..<random.number(1...3)).map { _ in #""c\#(random.number(0...13))""# }.joined(separator: ",")
    return random.number(0...2) == 0 ? #"{"any": [\#(ids), {"skill": "sawing"}]}"# : "[\(ids)]"
  }
}
