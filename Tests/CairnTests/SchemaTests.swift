import Foundation
import Testing

@testable import cairn

@Suite("Writing a catalog")
struct SchemaTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("the schema knows a shape for every key of the format, and docs/catalog.schema.json is that schema")
  func schema() throws {
    #expect(CatalogSchema.shapeless == [])
    let committed = try String(
      contentsOf: Self.root.appendingPathComponent("docs/catalog.schema.json"), encoding: .utf8)
    #expect(committed == CatalogSchema.value.text + "\n")
  }

  /// Dates stay texts, as editors read them.
  private static let validator = """
    import glob, json, sys, yaml, jsonschema
    class Loader(yaml.SafeLoader): pass
    Loader.yaml_implicit_resolvers = {
      k: [r for r in v if r[0] != 'tag:yaml.org,2002:timestamp'] for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = [f"{p}: {list(e.absolute_path)} {e.message[:200]}" for p in sys.argv[2:]
              for e in validator.iter_errors(yaml.load(open(p), Loader))]
    print("\\n".join(faults))
    """

  /// The Python that has the validator: the usual one, or that of the system where another stands before it.
  private static let python: String? = {
    guard let folder = try? TemporaryFolder() else { return nil }
    return ["python3", "/usr/bin/python3"].first { python in
      (try? CommandRun([], script: "\(python) -c 'import yaml, jsonschema'", in: folder))?.status == 0
    }
  }()

  /// `make test` installs it; who has run `swift test` without goes without, but nothing that runs unattended does.
  private static var isWanted: Bool { python != nil || ProcessInfo.processInfo.environment["CI"] != nil }

  /// What it says of files of a folder, a line for each fault, each begun by the name of its file.
  private func faults(in files: String, of folder: TemporaryFolder) throws -> [Substring] {
    let python = try #require(Self.python, "python3 with yaml and jsonschema is missing; Scripts/install tests has it")
    try folder.write(Self.validator, to: "validate.py")
    let run = try CommandRun(
      [], script: "\(python) validate.py '\(Self.root.path)/docs/catalog.schema.json' \(files)", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return run.output.split(separator: "\n")
  }

  @Test(
    "a validator of others finds the bundled catalogs, the template and the example of the guide as the schema says",
    .enabled(if: isWanted))
  func thirdParty() throws {
    let folder = try TemporaryFolder()
    try CommandRun(["new", "catalog", "-o", "template.yaml"], in: folder)
    try folder.write(try Self.example(), to: "example.yaml")
    #expect(try faults(in: "'\(Self.root.path)'/catalogs/*.yaml template.yaml example.yaml", of: folder) == [])
  }

  /// Wrong catalogs, one fault each, by the word that the validator's sentence has.
  private static let wrong = [
    ("kind: curse", "curse"), ("titel: A", "titel"), ("cost: {fee: -5}", "-5"), ("cost: {fee: much}", "much"),
    ("cost: {fee: 5, currency: EUX}", "EUX"), ("delivery: [at home]", "at home"),
    ("requires: {atLeast: 2}", "atLeast"), ("requires: {anyy: [b]}", "anyy"),
    ("duration: {weeks: 4, pace: slow}", "slow"),
    ("source: {url: x, read: yesterday}", "yesterday"), ("source: {url: x, grade: hearsay}", "hearsay"),
    ("validity: {years: forever}", "forever"), ("quality: [{scheme: ISO}]", "scheme"),
  ]

  @Test("it rejects wrong catalogs, as cairn check does", .enabled(if: isWanted))
  func rejected() throws {
    let folder = try TemporaryFolder()
    for (place, (line, _)) in Self.wrong.enumerated() {
      try folder.write(
        "catalog: x\ntitle: X\ncurrency: USD\ncredentials:\n  - id: a\n    title: A\n    \(line)\n",
        to: "wrong-\(place).yaml")
    }
    let faults = try faults(in: "wrong-*.yaml", of: folder)
    for (place, (line, word)) in Self.wrong.enumerated() {
      let own = faults.filter { $0.hasPrefix("wrong-\(place).yaml:") }
      #expect(own.contains { $0.contains(word) }, "\(line): \(own)")
      let check = try CommandRun(["check", "wrong-\(place).yaml"], in: folder)
      #expect(check.output.contains("wrong-\(place).yaml:7:"), "\(line): \(check.output)")
    }
  }

  @Test("cairn new catalog checks clean, and a file that is there is left alone")
  func template() throws {
    let folder = try TemporaryFolder()
    #expect(try CommandRun(["new", "catalog", "-o", "mine.yaml"], in: folder).status == 0)
    let check = try CommandRun(["check", "mine.yaml"], in: folder)
    #expect(check.status == 0)
    #expect(check.output.contains("no faults"))
    #expect(try CommandRun(["new", "catalog", "-o", "mine.yaml"], in: folder).status == 73)
    #expect(try CommandRun(["new", "catalog", "-o", "mine.yaml", "--force"], in: folder).status == 0)
  }

  /// The pieces of the guide's example, which make one file together.
  private static func example() throws -> String {
    let guide = try String(contentsOf: root.appendingPathComponent("docs/write-your-own-catalog.md"), encoding: .utf8)
    return guide.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }.joined()
  }

  @Test("the example of the guide checks clean, and plans")
  func guide() throws {
    let folder = try TemporaryFolder()
    try folder.write(try Self.example(), to: "example.yaml")
    let check = try CommandRun(["check", "example.yaml"], in: folder)
    #expect(check.output.contains("no faults"), "\(check.output)")
    let plan = try CommandRun(
      ["plan", "night-shift-baker", "--catalog", "example.yaml", "--format", "json"], in: folder)
    #expect(try plan.object()["status"] as? String == "optimal")
  }

  @Test("check says what is suspicious, what is missing and how old it is, without changing its exit status")
  func remarks() throws {
    let folder = try TemporaryFolder()
    let kin = (1...6).map { "  - {id: k\($0), title: K\($0), cost: {fee: 50}, effort: 10}" }.joined(separator: "\n")
    try folder.write(
      "catalog: x\ntitle: X\ncurrency: USD\ncredentials:\n\(kin)\n"
        + "  - {id: odd, title: Odd, cost: {fee: 2000}, effort: 1}\n", to: "x.yaml")
    let run = try CommandRun(["check", "x.yaml", "--format", "json"], in: folder)
    #expect(run.status == 0)
    let suspicious = try #require(run.object()["suspicious"] as? [[String: Any]])
    #expect(suspicious.compactMap { $0["line"] as? Int } == [11, 11])
    #expect((try run.object()["missing"] as? [String: Int])?["assessment"] == 7)
    let coverage = try #require((run.object()["coverage"] as? [[String: Any]])?.first)
    #expect((coverage["missing"] as? [String: Int])?["assessment"] == 7)
    #expect((coverage["ages"] as? [String: Int])?["fresh"] == 0)
  }
}
