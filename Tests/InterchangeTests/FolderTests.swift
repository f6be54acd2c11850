import Catalogs
import Foundation
import Interchange
import Testing

/// A folder of files that is gone after use.
@discardableResult
func withFolder<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "cairn-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
  return try body(folder.path(percentEncoded: false))
}

@Suite("Several files and folders")
struct FolderTests {
  static let head = "catalog: c\ntitle: T\ncurrency: CHF\ncreditSystem: ects\nasOf: 2026-01-02\n"
  static let more = "credentials:\n  - {id: a, title: A, requires: b, cost: 5, source: https://a.example}\n"
  static let json = #"{"credentials": [{"id": "b", "title": "B", "credits": 2}]}"#

  @Test("the files of a folder are one catalog: its one header is everyone's, and names resolve across files")
  func merge() throws {
    let files = ["1-head.yaml": Self.head, "2.yml": Self.more, "3.json": Self.json, "notes.txt": "not: [read"]
    let result = try withFolder(files) { try CatalogReading.read(paths: [$0]) }
    #expect(result.issues.map(\.description) == [])
    let a = try #require(result.catalog.credential("a"))
    #expect(a.price.currency == "CHF")
    #expect(a.catalog == "c")
    #expect(a.source?.read == CalendarDate(iso: "2026-01-02"))
    #expect(result.catalog.credential("b")?.catalog == "c")
    #expect(result.catalog.headers.map(\.id) == ["c"])
  }

  @Test("every entry takes its own file's header, and catalogs refer to each other")
  func twoCatalogs() throws {
    let files = [
      "a.yaml": Self.head + Self.more,
      "b.json":
        #"{"catalog": "d", "title": "D", "currency": "EUR", "credentials": [{"id": "b", "title": "B", "cost": 7}]}"#,
    ]
    let result = try withFolder(files) { try CatalogReading.read(paths: ["\($0)/b.json", "\($0)/a.yaml"]) }
    #expect(result.issues.map(\.description) == [])
    #expect(result.catalog.credential("a")?.price.currency == "CHF")
    #expect(result.catalog.credential("b")?.price.currency == "EUR")
    #expect(result.catalog.headers.map(\.id) == ["c", "d"])
  }

  @Test("an id borne twice in two files is told at the second, naming the first")
  func collision() throws {
    let files = ["a.yaml": Self.head + Self.more, "b.json": Self.json, "c.json": Self.json]
    try withFolder(files) { folder in
      let result = try CatalogReading.read(paths: [folder])
      let issue = try #require(result.issues.first)
      #expect(result.issues.count == 1)
      #expect(issue.position == SourcePosition(file: "\(folder)/c.json", line: 1, column: 25))
      #expect(
        issue.fact
          == .duplicateIdentifier(
            .credential, "b", first: SourcePosition(file: "\(folder)/b.json", line: 1, column: 25)))
    }
  }

  @Test("a file without a header is an error where its folder has none, or more than one")
  func headers() throws {
    let none = try withFolder(["a.yaml": Self.more, "b.json": Self.json]) { try CatalogReading.read(paths: [$0]) }
    #expect(none.errors.map(\.fact) == [.missingHeader, .missingHeader])
    #expect(none.catalog.credentials.map(\.id) == ["a", "b"])
    let files = ["a.yaml": Self.head, "b.yaml": "catalog: d\ntitle: D\ncurrency: EUR\n", "c.json": Self.json]
    let two = try withFolder(files) { try CatalogReading.read(paths: [$0]) }
    #expect(two.errors.map(\.fact) == [.severalHeaders(["c", "d"])])
    #expect(two.catalog.credential("b") != nil)
  }

  @Test("what is named twice is read once, in whatever order it is named")
  func twice() throws {
    let files = ["a.yaml": Self.head + Self.more, "b.json": Self.json]
    try withFolder(files) { folder in
      let once = try CatalogReading.read(paths: [folder])
      let twice = try CatalogReading.read(paths: ["\(folder)/b.json", folder, "\(folder)/./a.yaml"])
      #expect(once.catalog.credentials.map(\.id) == twice.catalog.credentials.map(\.id))
      #expect(twice.issues.isEmpty)
    }
  }

  @Test("what isn't there is told apart from what can't be read")
  func missing() throws {
    #expect(throws: CatalogFileError.noSuchFile("/no/such/catalog.yaml")) {
      try CatalogReading.read(paths: ["/no/such/catalog.yaml"])
    }
    try withFolder(["a.txt": "x"]) { folder in
      #expect(throws: CatalogFileError.nothingInFolder(folder)) { try CatalogReading.read(paths: [folder]) }
    }
  }

  @Test("the order of entries changes neither what is in the catalog nor what is said, places apart")
  func order() throws {
    let entries = [
      "  - {id: a, title: A, requires: b}", "  - {id: b, title: B, requires: {any: [c]}}",
      "  - {id: k, title: K, requires: zz}",
      "  - {id: c, title: C, requires: a}", "  - {id: d, title: D, cost: {fee: -1}}",
      "  - {id: e, title: E, teaches: s}",
      "  - {id: f, title: F, requires: {skill: s}}", "  - {id: h, requires: d}",
    ]
    func read(_ entries: [String]) -> (ids: [String], facts: [String]) {
      let result = reading(
        Self.head + "skills: [{id: s, name: S}]\ncredentials:\n" + entries.joined(separator: "\n")
          + "\ngoals: [{id: g, title: G, requires: [f, b, h, k]}]\n")
      // A circle is told where it begins in the file.
      let facts = result.issues.map { issue in
        if case .circular(let round) = issue.fact { return "circle \(round.sorted())" }
        return issue.text
      }
      return (result.catalog.credentials.map(\.id).sorted(), facts.sorted())
    }
    let first = read(entries)
    #expect(first.ids == ["a", "b", "c", "d", "e", "f", "h", "k"])
    #expect(first.facts.count == 5)
    var random = SeededGenerator(state: 1)
    for _ in 0..<20 {
      let other = read(entries.shuffled(using: &random))
      #expect(other.ids == first.ids)
      #expect(other.facts == first.facts)
    }
  }
}
