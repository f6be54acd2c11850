import Catalogs
import Interchange
import Testing

@Suite("A catalog with errors still opens with what is sound in it")
struct RecoveryTests {
  @Test("faults of YAML take their own entries with them and no other")
  func yaml() throws {
    let result = reading(
      """
      catalog: c
      title: T
      currency: EUR
      credentials:
        - id: a
          title: A
        - id: b
          title: "never closed
        - id: c
          title: C
          teaches: [linux, unix
        - id: d
          title: D
          requires: a
        - id: e
          title: E: what
        - id: f
          title: F
          requires: [b, d]
      goals:
        - {id: g, title: G, requires: f}
      """)
    #expect(result.catalog.credentials.map(\.id) == ["a", "d", "f"])
    #expect(result.catalog.goal("g") != nil)
    let places = result.errors.map { "\($0.position.line):\($0.position.column)" }
    #expect(places == ["8:12", "11:14", "16:13", "19:16"])
    #expect(result.errors[3].text.contains("\"b\" is left out"))
  }

  @Test("a head without its colon, tabs, bad indentation and unknown aliases leave the other entries alone")
  func yamlLayout() throws {
    let result = reading(
      """
      catalog: it
      title: IT
      currency USD
      credentials:
      - id: a
        title: A
      - id: b
      \ttitle: tabbed
      - id: c
         title: C
      - id: d
        title: D
        requires: *nope
      - id: e
        title: E
       kind: course
      - {id: f, title: F}
      goals:
        - {id: g, title: G, requires: {any: [a, f]}}
      """)
    #expect(result.catalog.credentials.map(\.id) == ["a", "f"])
    #expect(result.catalog.goal("g") != nil)
    let places = result.errors.map { "\($0.position.line):\($0.position.column)" }
    #expect(places == ["1:10", "3:1", "8:1", "10:9", "13:13", "16:2"])
    // Whoever writes YAML twice a year is told what to do about it.
    let remedies = ["colon and a space", "spaces", "has a colon", "begins with *", "above"]
    for (error, remedy) in zip(result.errors.dropFirst(), remedies) { #expect(error.text.contains(remedy)) }
  }

  @Test("faults of JSON keep what stands before and behind them")
  func json() throws {
    let result = reading(
      """
      {"catalog": "c", "title": "T", "currency": "EUR", "credentials": [
        {"id": "a", "title": "A"},
        {"id": "b", "title": "B", "cost": 01},
        {"id": "d", "title": "D", "requires": "b"},
        {"id": "e", "title": "E" "kind": "course"},
        {"id": "f", "title": "F"}
      ]}
      """, name: "c.json")
    #expect(result.catalog.credentials.map(\.id) == ["a", "d", "f"])
    #expect(result.errors.map { "\($0.position.line):\($0.position.column)" } == ["3:37", "4:41", "5:28"])
    #expect(result.errors[1].text.contains("\"b\" is left out"))
  }

  @Test("JSON that breaks off keeps the entries that were complete, and says where")
  func truncated() throws {
    let result = reading(
      #"{"catalog": "c", "title": "T", "currency": "EUR", "credentials": [{"id": "a", "title": "A"}, {"id": "b", "#,
      name: "c.json")
    #expect(result.catalog.credentials.map(\.id) == ["a"])
    #expect(result.errors.map { "\($0.position.line):\($0.position.column)" } == ["1:106"])
  }

  @Test(
    "text that breaks off before its header is complete gives that one fault, wherever it is cut",
    arguments: [1, 17, 30, 57, 70, 90, 115, 130])
  func cutBeforeHeader(length: Int) {
    let text =
      #"{"credentials": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}], "goals": [{"id": "g", "title": "#
      + #""G", "requires": "a"}], "catalog": "c", "title": "T", "currency": "EUR"}"#
    let result = reading(String(text.prefix(length)), name: "c.json")
    #expect(result.errors.count == 1)
    #expect(result.errors.first?.consequence == .restLeftOut)
  }

  @Test("a fault in the head of a JSON file leaves its lists alone")
  func head() {
    let result = reading(
      #"""
      {"catalog": "c", "title" "T", "currency": "EUR",
       "credentials": [{"id": "a", "title": "A"}, {"id": 3x}],
       "goals": [{"id": "g", "title": "G", "requires": "a"}]}
      """#, name: "c.json")
    #expect(result.catalog.credentials.map(\.id) == ["a"])
    #expect(result.catalog.goals.map(\.id) == ["g"])
    #expect(result.errors.map { "\($0.position.line):\($0.position.column)" }.contains("1:26"))
  }

  @Test("a second list of the same name is read too")
  func twoLists() {
    let result = reading(
      """
      catalog: c
      title: T
      currency: EUR
      credentials:
        - {id: a, title: A}
      credentials:
        - {id: b, title: B}
        - {id: a, title: Again}
      """)
    #expect(result.catalog.credentials.map(\.id) == ["a", "b"])
    #expect(result.errors.map { "\($0.position.line):\($0.position.column)" } == ["6:1", "8:10"])
  }

  @Test("bytes that are no UTF-8 and control characters are told at their places and replaced")
  func bytes() throws {
    let text = Array("catalog: c\ntitle: T\ncurrency: EUR\ncredentials:\n  - {id: a, title: \"Caf".utf8)
    let bytes = text + [0xE9] + Array(" \u{1B}[2J\"}\n".utf8)
    let result = CatalogDraft(files: [CatalogFile.draft(bytes, name: "c.yaml")]).validated()
    #expect(result.errors.map { "\($0.position.line):\($0.position.column)" } == ["5:24", "5:26"])
    #expect(result.catalog.credential("a")?.title.hasPrefix("Caf\u{FFFD}") ?? false)
  }

  @Test("a byte order mark changes nothing", arguments: ["c.yaml", "c.json"])
  func byteOrderMark(name: String) {
    let text = "\u{FEFF}{\"catalog\": \"c\", \"title\": 5, \"currency\": \"EUR\"}"
    let result = reading(text, name: name)
    #expect(result.issues.map(\.position.column) == [27])
    #expect(result.catalog.header("c") != nil)
  }

  @Test("messages never carry a catalog's control characters")
  func printable() {
    let result = reading("catalog: c\ntitle: T\ncurrency: EUR\n\"a\\e[31m\\nb\": 1\n")
    #expect(result.issues.count == 1)
    #expect(result.issues.allSatisfy { !$0.description.unicodeScalars.contains { $0.value < 0x20 } })
  }
}
