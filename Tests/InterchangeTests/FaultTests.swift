import Catalogs
import Interchange
import Testing

/// A small catalog with one fault, written twice. `§` stands just before the place that must be told.
struct Fault: Sendable, CustomTestStringConvertible {
  var name: String
  /// Items of `credentials` in both formats; or, with `whole`, all of the file.
  var yaml: String
  var json: String
  var severity: CatalogIssue.Severity = .error
  /// What the message must say, the nearest name included.
  var says: [String]
  var whole = false
  /// Faults that follow from it, told besides.
  var following = 0

  var testDescription: String { name }
}

/// The text without its mark, and where that stood.
func marked(_ text: String) -> (text: String, line: Int, column: Int)? {
  guard let mark = text.firstIndex(of: "§") else { return nil }
  let before = text[..<mark]
  let line = before.split(separator: "\n", omittingEmptySubsequences: false)
  return (
    text.filter { $0 != "§" }, line.count, (line.last?.unicodeScalars.count ?? 0) + 1
  )
}

@Suite("Every fault of a catalog")
struct FaultTests {
  @Test("is told at its place, in YAML and in JSON, with the nearest name", arguments: Fault.all)
  func told(_ fault: Fault) throws {
    try check(fault, Fault.yaml(fault), name: "c.yaml")
    try check(fault, Fault.json(fault), name: "c.json")
  }

  private func check(_ fault: Fault, _ text: String, name: String) throws {
    let (text, line, column) = try #require(marked(text))
    let issues = reading(text, name: name).issues
    let position = SourcePosition(file: name, line: line, column: column)
    let told = issues.filter { issue in
      issue.position == position && issue.severity == fault.severity && fault.says.allSatisfy(issue.text.contains)
    }
    #expect(told.count == 1, "\(name):\(line):\(column) in \(issues.map(\.description))")
    #expect(issues.count == 1 + fault.following, "\(name): \(issues.map(\.description))")
  }
}

extension Fault {
  static func yaml(_ fault: Fault) -> String {
    if fault.whole { return fault.yaml }
    return """
      catalog: c
      title: T
      currency: EUR
      creditSystem: ects
      providers: [{id: prov, name: Provider}]
      skills: [{id: linux, name: Linux}]
      credentials:
        - {id: base, title: Bäse, teaches: [linux], credits: 5}
      \(fault.yaml)

      """
  }

  static func json(_ fault: Fault) -> String {
    if fault.whole { return fault.json }
    return """
      {"catalog": "c", "title": "T", "currency": "EUR", "creditSystem": "ects",
       "providers": [{"id": "prov", "name": "Provider"}], "skills": [{"id": "linux", "name": "Linux"}],
       "credentials": [{"id": "base", "title": "Bäse", "teaches": ["linux"], "credits": 5},
      \(fault.json)]}
      """
  }

  static let all = names + figures + fields + requirements + files

  private static let names = [
    Fault(
      name: "an unknown credential", yaml: "  - {id: x, title: Ü, requires: {credential: §bsae}}",
      json: #"{"id": "x", "title": "Ü", "requires": {"credential": §"bsae"}}"#,
      says: ["unknown credential", "\"base\""]),
    Fault(
      name: "an unknown credential in short form", yaml: "  - id: x\n    title: X\n    requires:\n      - §bse",
      json: #"{"id": "x", "title": "X", "requires": [§"bse"]}"#, says: ["unknown credential \"bse\"", "\"base\""]),
    Fault(
      name: "an unknown skill", yaml: "  - {id: x, title: X, teaches: [linux, §Linx]}",
      json: #"{"id": "x", "title": "X", "teaches": ["linux", §"Linx"]}"#, says: ["unknown skill", "\"linux\""]),
    Fault(
      name: "an unknown provider", yaml: "  - {id: x, title: X, provider: §prv}",
      json: #"{"id": "x", "title": "X", "provider": §"prv"}"#, says: ["unknown provider", "\"prov\""]),
    Fault(
      name: "an unknown name among excluded ones", yaml: "  - {id: x, title: X, excludes: [§basee]}",
      json: #"{"id": "x", "title": "X", "excludes": [§"basee"]}"#, says: ["unknown credential", "\"base\""]),
    Fault(
      name: "an unknown name among renewed ones", yaml: "  - {id: x, title: X, renews: §bas}",
      json: #"{"id": "x", "title": "X", "renews": §"bas"}"#, says: ["unknown credential", "\"base\""]),
    Fault(
      name: "an unknown name among sources of credits",
      yaml: "  - {id: x, title: X, requires: {credits: 5, from: [base, §bese]}}",
      json: #"{"id": "x", "title": "X", "requires": {"credits": 5, "from": ["base", §"bese"]}}"#,
      says: ["unknown credential", "\"base\""]),
    Fault(
      name: "an unknown name in a corequisite", yaml: "  - {id: x, title: X, corequires: {any: [§zzzzzz, base]}}",
      json: #"{"id": "x", "title": "X", "corequires": {"any": [§"zzzzzz", "base"]}}"#,
      says: ["unknown credential \"zzzzzz\""]),
    Fault(
      name: "a duplicate id", yaml: "  - {id: §base, title: X}", json: #"{"id": §"base", "title": "X"}"#,
      says: ["another credential", "\"base\"", "left out"]),
  ]

  private static let figures = [
    Fault(
      name: "a negative fee", yaml: "  - {id: x, title: X, cost: {fee: §-5}}",
      json: #"{"id": "x", "title": "X", "cost": {"fee": §-5}}"#, says: ["negative"]),
    Fault(
      name: "an absurd fee", yaml: "  - {id: x, title: X, cost: §1e99}",
      json: #"{"id": "x", "title": "X", "cost": §1e99}"#, says: ["no believable figure"]),
    Fault(
      name: "an absurd number of hours", yaml: "  - {id: x, title: X, effort: {hours: §100001}}",
      json: #"{"id": "x", "title": "X", "effort": {"hours": §100001}}"#, says: ["no believable figure", "100000"]),
    Fault(
      name: "a negative number of weeks", yaml: "  - {id: x, title: X, duration: {weeks: §-1}}",
      json: #"{"id": "x", "title": "X", "duration": {"weeks": §-1}}"#, says: ["negative", "credential is left out"]),
    Fault(
      name: "a word for a number", yaml: "  - {id: x, title: X, cost: {fee: §cheap}}",
      json: #"{"id": "x", "title": "X", "cost": {"fee": §"cheap"}}"#, says: ["should be a number, but is a text"]),
    Fault(
      name: "a number with its unit", yaml: "  - {id: x, title: X, cost: {fee: §90 EUR}}",
      json: #"{"id": "x", "title": "X", "cost": {"fee": §"90 EUR"}}"#, says: ["should be a number", "write 90"]),
    Fault(
      name: "two numbers for one", yaml: "  - {id: x, title: X, effort: {hours: §40-60}}",
      json: #"{"id": "x", "title": "X", "effort": {"hours": §"40-60"}}"#, says: ["a range as low and high"]),
    Fault(
      name: "a number between quotation marks", yaml: "  - {id: x, title: X, cost: {fee: §\"12\"}}",
      json: #"{"id": "x", "title": "X", "cost": {"fee": §"12"}}"#, severity: .warning,
      says: ["should be a number", "read as \"12\""]),
    Fault(
      name: "a low above its high", yaml: "  - {id: x, title: X, effort: {hours: 5, low: §9, high: 3}}",
      json: #"{"id": "x", "title": "X", "effort": {"hours": 5, "low": §9, "high": 3}}"#, says: ["above its high"]),
    Fault(
      name: "a figure outside its range", yaml: "  - {id: x, title: X, effort: {hours: §50, low: 1, high: 3}}",
      json: #"{"id": "x", "title": "X", "effort": {"hours": §50, "low": 1, "high": 3}}"#, says: ["outside its own"]),
    Fault(
      name: "hours a week without weeks", yaml: "  - {id: x, title: X, effort: {§hoursPerWeek: 5}}",
      json: #"{"id": "x", "title": "X", "effort": {§"hoursPerWeek": 5}}"#, says: ["nothing without weeks"]),
    Fault(
      name: "a part of a way", yaml: "  - {id: x, title: X, requires: {atLeast: §1.5, of: [base]}}",
      json: #"{"id": "x", "title": "X", "requires": {"atLeast": §1.5, "of": ["base"]}}"#, says: ["whole number"]),
  ]

  private static let fields = [
    Fault(
      name: "an empty title", yaml: "  - {id: x, title: §\"\"}", json: #"{"id": "x", "title": §""}"#,
      says: ["title is empty"]),
    Fault(
      name: "an escape that brings in a control character", yaml: #"  - {id: x, title: §"a\e[2Jb"}"#,
      json: #"{"id": "x", "title": §"a\u001b[2Jb"}"#, severity: .warning,
      says: ["a control character (U+001B)", "remove it"]),
    Fault(
      name: "a finding that nobody can look up", yaml: "  - {id: x, title: X, outcomes: §{finding: all got rich}}",
      json: #"{"id": "x", "title": "X", "outcomes": §{"finding": "all got rich"}}"#,
      says: ["source is missing", "item is left out"]),
    Fault(
      name: "nothing after title", yaml: "  - id: x\n    §title:", json: #"{"id": "x", §"title": null}"#,
      says: ["title is empty"]),
    Fault(
      name: "no title", yaml: "  - §id: x", json: #"§{"id": "x"}"#, says: ["title is missing"]),
    Fault(
      name: "no id", yaml: "  - §title: X", json: #"§{"title": "X"}"#, says: ["id is missing", "left out"]),
    Fault(
      name: "a list for a title", yaml: "  - {id: x, title: §[X]}", json: #"{"id": "x", "title": §["X"]}"#,
      says: ["title should be a text, but is a list"]),
    Fault(
      name: "a number for a title", yaml: "  - {id: x, title: §12}", json: #"{"id": "x", "title": §12}"#,
      severity: .warning, says: ["title should be a text, but is a number", "read as \"12\""]),
    Fault(
      name: "a number for an entry", yaml: "  - §5", json: "§5", says: ["should be a mapping", "but is a number"]),
    Fault(
      name: "an unknown key", yaml: "  - {id: x, title: X, §teachs: [linux]}",
      json: #"{"id": "x", "title": "X", §"teachs": ["linux"]}"#, severity: .warning,
      says: ["unknown key \"teachs\"", "\"teaches\""]),
    Fault(
      name: "an unknown key of a cost", yaml: "  - {id: x, title: X, cost: {§Fee: 3}}",
      json: #"{"id": "x", "title": "X", "cost": {§"Fee": 3}}"#, severity: .warning, says: ["\"Fee\"", "\"fee\""]),
    Fault(
      name: "an unknown kind", yaml: "  - {id: x, title: X, kind: §corse}",
      json: #"{"id": "x", "title": "X", "kind": §"corse"}"#, says: ["unknown kind", "\"course\""]),
    Fault(
      name: "an unknown pace", yaml: "  - {id: x, title: X, duration: {weeks: 2, pace: §sheduled}}",
      json: #"{"id": "x", "title": "X", "duration": {"weeks": 2, "pace": §"sheduled"}}"#,
      says: ["unknown pace", "\"scheduled\"", "credential is left out"]),
    Fault(
      name: "an unknown delivery", yaml: "  - {id: x, title: X, delivery: [online, §onsit]}",
      json: #"{"id": "x", "title": "X", "delivery": ["online", §"onsit"]}"#, says: ["unknown delivery", "\"onsite\""]),
    Fault(
      name: "an unknown currency", yaml: "  - {id: x, title: X, cost: {fee: 3, currency: §EURO}}",
      json: #"{"id": "x", "title": "X", "cost": {"fee": 3, "currency": §"EURO"}}"#,
      says: ["unknown currency", "\"EUR\""]),
    Fault(
      name: "a last day that doesn't exist", yaml: "  - {id: x, title: X, until: §2026-02-30}",
      json: #"{"id": "x", "title": "X", "until": §"2026-02-30"}"#, says: ["2026-02-30", "credential is left out"]),
    Fault(
      name: "a start that doesn't exist",
      yaml: "  - {id: x, title: X, duration: {weeks: 2, pace: scheduled, starts: [2026-01-05, §2026-13-01]}}",
      json: """
        {"id": "x", "title": "X",
         "duration": {"weeks": 2, "pace": "scheduled", "starts": ["2026-01-05", §"2026-13-01"]}}
        """, says: ["2026-13-01", "item is left out"]),
    Fault(
      name: "a validity without a length", yaml: "  - {id: x, title: X, validity: §{renewal: {fee: 3}}}",
      json: #"{"id": "x", "title": "X", "validity": §{"renewal": {"fee": 3}}}"#, says: ["years, months or days"]),
    Fault(
      name: "a key written twice", yaml: "  - id: x\n    title: X\n    cost: 1\n    §cost: 2",
      json: #"{"id": "x", "title": "X", "cost": 1, §"cost": 2}"#, says: ["\"cost\" is written twice"]),
    Fault(
      name: "a key written twice in one line", yaml: "  - {id: x, title: Ü, cost: {fee: 1, §fee: 2}}",
      json: #"{"id": "x", "title": "Ü", "cost": {"fee": 1, §"fee": 2}}"#, says: ["\"fee\" is written twice"]),
  ]

  private static let requirements = [
    Fault(
      name: "more than is offered", yaml: "  - {id: x, title: X, requires: {atLeast: §3, of: [base, {skill: linux}]}}",
      json: #"{"id": "x", "title": "X", "requires": {"atLeast": §3, "of": ["base", {"skill": "linux"}]}}"#,
      says: ["at least 3 of only 2"]),
    Fault(
      name: "parts that have to share", yaml: "  - {id: x, title: X, requires: {distinct: §[base, {any: [base]}]}}",
      json: #"{"id": "x", "title": "X", "requires": {"distinct": §["base", {"any": ["base"]}]}}"#,
      says: ["two of these 2 parts", "the 1 that they name"]),
    Fault(
      name: "a slip in a distinct part", yaml: "  - {id: x, title: X, requires: {distinct: [base, §bas]}}",
      json: #"{"id": "x", "title": "X", "requires": {"distinct": ["base", §"bas"]}}"#,
      says: ["unknown credential \"bas\"", "\"base\""]),
    Fault(
      name: "more credits than there are", yaml: "  - {id: x, title: X, requires: {credits: §7.5, from: [base]}}",
      json: #"{"id": "x", "title": "X", "requires": {"credits": §7.5, "from": ["base"]}}"#,
      says: ["7.5 credits", "only 5"]),
    Fault(
      name: "a circle of two",
      yaml: "  - {id: x, title: X, requires: {any: [§y]}}\n  - {id: y, title: Y, requires: [base, x]}",
      json: """
        {"id": "x", "title": "X", "requires": {"any": [§"y"]}},
        {"id": "y", "title": "Y", "requires": ["base", "x"]}
        """, says: ["circle", "\"x\" requires \"y\" requires \"x\""]),
    Fault(
      name: "a credential that requires itself", yaml: "  - {id: x, title: X, requires: §x}",
      json: #"{"id": "x", "title": "X", "requires": §"x"}"#, says: ["requires itself"]),
    Fault(
      name: "a circle over a corequisite that takes time",
      yaml: "  - {id: x, title: X, requires: §y}\n  - {id: y, title: Y, effort: 5, corequires: [base, x]}",
      json: """
        {"id": "x", "title": "X", "requires": §"y"},
        {"id": "y", "title": "Y", "effort": 5, "corequires": ["base", "x"]}
        """, says: ["circle", "\"x\"", "\"y\""]),
    Fault(
      name: "two requirements in one", yaml: "  - {id: x, title: X, requires: §{credential: base, skill: linux}}",
      json: #"{"id": "x", "title": "X", "requires": §{"credential": "base", "skill": "linux"}}"#,
      says: ["credential, skill", "credential is left out"]),
    Fault(
      name: "a choice of nothing", yaml: "  - {id: x, title: X, requires: {any: §[]}}",
      json: #"{"id": "x", "title": "X", "requires": {"any": §[]}}"#, says: ["any of nothing"], following: 0),
    Fault(
      name: "a requirement of none", yaml: "  - {id: x, title: X, requires: {atLeast: §0, of: [base]}}",
      json: #"{"id": "x", "title": "X", "requires": {"atLeast": §0, "of": ["base"]}}"#,
      says: ["atLeast 0 asks for nothing", "leave it out", "credential is left out"]),
    Fault(
      name: "a requirement of no credits", yaml: "  - {id: x, title: X, requires: {credits: §0, from: base}}",
      json: #"{"id": "x", "title": "X", "requires": {"credits": §0, "from": "base"}}"#,
      says: ["credits 0 asks for nothing", "credential is left out"]),
    Fault(
      name: "a credential beside itself", yaml: "  - {id: x, title: X, corequires: {any: [base, §x]}}",
      json: #"{"id": "x", "title": "X", "corequires": {"any": ["base", §"x"]}}"#,
      says: ["corequires names the credential itself", "take it out", "credential is left out"]),
    Fault(
      name: "a credential that excludes itself", yaml: "  - {id: x, title: X, excludes: [base, §x]}",
      json: #"{"id": "x", "title": "X", "excludes": ["base", §"x"]}"#,
      says: ["excludes names the credential itself", "item is left out"]),
    Fault(
      name: "a credential that renews itself", yaml: "  - {id: x, title: X, validity: {years: 2}, renews: §x}",
      json: #"{"id": "x", "title": "X", "validity": {"years": 2}, "renews": §"x"}"#,
      says: ["renews names the credential itself", "item is left out"]),
    Fault(
      name: "a number for a requirement", yaml: "  - {id: x, title: X, requires: §true}",
      json: #"{"id": "x", "title": "X", "requires": §true}"#, says: ["should be an id, but is a boolean"]),
  ]

  private static let files = [
    Fault(
      name: "a goal that nothing reaches",
      yaml: """
        catalog: c
        title: T
        currency: EUR
        skills: [{id: s, name: S}]
        goals:
          - §id: g
            title: G
            requires: {skill: s}
        """,
      json: """
        {"catalog": "c", "title": "T", "currency": "EUR", "skills": [{"id": "s", "name": "S"}],
         "goals": [§{"id": "g", "title": "G", "requires": {"skill": "s"}}]}
        """, severity: .warning, says: ["nothing reaches this goal"], whole: true, following: 1),
    Fault(
      name: "a credential that nothing has a use for",
      yaml: """
        catalog: c
        title: T
        currency: EUR
        credentials:
          - {id: a, title: A}
          - §{id: b, title: B}
        goals: [{id: g, title: G, requires: a}]
        """,
      json: """
        {"catalog": "c", "title": "T", "currency": "EUR",
         "credentials": [{"id": "a", "title": "A"}, §{"id": "b", "title": "B"}],
         "goals": [{"id": "g", "title": "G", "requires": "a"}]}
        """, severity: .warning, says: ["use for \"b\""], whole: true),
    Fault(
      name: "a day of reading that doesn't exist", yaml: "catalog: c\ntitle: T\ncurrency: EUR\nasOf: §2025-02-29\n",
      json: #"{"catalog": "c", "title": "T", "currency": "EUR", "asOf": §"2025-02-29"}"#, says: ["2025-02-29"],
      whole: true),
    Fault(
      name: "an unknown currency of all", yaml: "catalog: c\ntitle: T\ncurrency: §EUD\n",
      json: #"{"catalog": "c", "title": "T", "currency": §"EUD"}"#, says: ["unknown currency \"EUD\""], whole: true),
    Fault(
      name: "no catalog", yaml: "§title: T\ncurrency: EUR\n", json: #"§{"title": "T", "currency": "EUR"}"#,
      says: ["no file here says which catalog"], whole: true),
    Fault(
      name: "credits without a system",
      yaml: "catalog: c\ntitle: T\ncurrency: EUR\ncredentials:\n  - {id: a, title: A, credits: §3}\n",
      json: """
        {"catalog": "c", "title": "T", "currency": "EUR", "credentials": [{"id": "a", "title": "A", "credits": §3}]}
        """, severity: .warning, says: ["creditSystem"], whole: true),
    Fault(
      name: "a list of entries that is none", yaml: "catalog: c\ntitle: T\ncurrency: EUR\ncredentials: §5\n",
      json: #"{"catalog": "c", "title": "T", "currency": "EUR", "credentials": §5}"#, says: ["should be a list"],
      whole: true),
    Fault(
      name: "a file that is no mapping", yaml: "§- a\n- b\n", json: #"§["a", "b"]"#, says: ["should be a mapping"],
      whole: true),
  ]
}
