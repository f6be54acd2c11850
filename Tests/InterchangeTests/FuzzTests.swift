import Catalogs
import Interchange
import Testing

/// A generator of random numbers that gives the same ones for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Whatever stands in a file, reading it ends")
struct FuzzTests {
  static let yaml = """
    catalog: it
    title: "IT – support"
    currency: USD
    creditSystem: ects
    asOf: 2025-06-30
    providers:
      - {id: p, name: P, quality: [{by: ANAB, scheme: ISO/IEC 17024}]}
    skills:
      - id: s
        name: 'S'
    credentials:
      - &base
        id: a
        title: A
        provider: p
        kind: certification
        cost: {fee: 369, monthly: 0, low: 300, high: 400, estimated: true, basis: two exams}
        effort: {hoursPerWeek: 5, weeks: 18}
        duration: {weeks: 8, pace: scheduled, starts: [2026-01-12, 2026-05-01]}
        level: {eqf: 4}
        credits: 3
        teaches: [s]
        validity: {years: 3, renewal: {fee: 150, hours: 30}}
      - id: b
        title: |
          B, over
          two lines
        requires: {all: [{credential: a, active: true}, {condition: 9 months}, {skill: s}]}
        excludes: [c]
      - {<<: *base, id: c, title: C, requires: {atLeast: 1, of: [a, b]}}
      - {id: d, title: D, requires: {credits: 3, from: [a, c]}, corequires: c}
    goals:
      - {id: g, title: G, requires: [d, {any: [b, c]}, {distinct: [b, c]}], occupation: {soc: 15-1231, medianWage: 73340, growth: -2}}
    """

  static let json = """
    {"catalog": "c", "title": "T \\u00e9\\ud83d\\ude00", "currency": "EUR", "creditSystem": "ects",
     "providers": [{"id": "p", "name": "P"}], "skills": [{"id": "s", "name": "S"}],
     "credentials": [
       {"id": "a", "title": "Ä", "cost": {"fee": 1.5e2, "monthly": 0}, "teaches": ["s"], "credits": 3},
       {"id": "b", "title": "B", "requires": {"all": [{"credential": "a", "active": true}, {"skill": "s"}]}},
       {"id": "c", "title": "C", "requires": {"atLeast": 1, "of": ["a", {"credits": 3, "from": ["a"]}]}}],
     "goals": [{"id": "g", "title": "G", "requires": ["b", "c"]}]}
    """

  @Test("both files are sound before anything is changed", arguments: [(yaml, "c.yaml"), (json, "c.json")])
  func sound(text: String, name: String) {
    #expect(reading(text, name: name).issues.map(\.description) == [])
  }

  @Test("bytes changed, lost, doubled and swapped at random", arguments: [(yaml, "c.yaml"), (json, "c.json")])
  func mutated(text: String, name: String) {
    var random = SeededGenerator(state: 4)
    for _ in 0..<400 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) { FuzzTests.mutate(&bytes, &random) }
      let draft = CatalogDraft(files: [CatalogFile.draft(bytes, name: name)])
      let result = draft.validated()
      #expect(draft.sound.credentials == result.catalog.credentials && draft.sound.goals == result.catalog.goals)
      #expect(result.issues == result.issues.sorted())
      #expect(result.issues.allSatisfy { $0.position.line >= 1 && $0.position.column >= 1 && !$0.text.isEmpty })
    }
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard let place = bytes.indices.randomElement(using: &random) else { return }
    let telling = Array("{}[]:,\"'-&*|>?!#\\ \n\t0e~<%@\u{0}".utf8)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[place] = telling.randomElement(using: &random) ?? 0
    case 2: bytes.remove(at: place)
    case 3: bytes.insert(telling.randomElement(using: &random) ?? 0, at: place)
    case 4: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
    default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 30)], at: place)
    }
  }

  @Test(
    "nesting without end is refused",
    arguments: [("[", "c.json"), ("{\"a\":", "c.json"), ("[", "c.yaml"), ("- ", "c.yaml")])
  func deep(open: String, name: String) {
    let text = "{\"catalog\": \"c\", \"title\": " + String(repeating: open, count: 100_000)
    #expect(!reading(name == "c.json" ? text : String(repeating: open, count: 100_000), name: name).errors.isEmpty)
  }

  @Test("aliases that multiply are refused, as values and as keys", arguments: ["x: *a9", "? *a9\n: 1", "*a9 : 1"])
  func aliases(last: String) {
    let levels = (1...9).map { level in
      "a\(level): &a\(level) [" + (1...9).map { _ in "*a\(level - 1)" }.joined(separator: ", ") + "]"
    }
    let text = "catalog: c\ntitle: T\ncurrency: EUR\na0: &a0 word\n" + levels.joined(separator: "\n") + "\n\(last)\n"
    #expect(reading(text).errors.contains { $0.fact == .tooManyAliases })
  }
}
