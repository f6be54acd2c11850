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

  private static let hasValidator: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    let run = try? CommandRun([], script: "python3 -c 'import yaml, jsonschema'", in: folder)
    return run?.status == 0
  }()

  @Test(
    "a validator of others finds the bundled catalogs and the template as the schema says", .enabled(if: hasValidator))
  func thirdParty() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.validator, to: "validate.py")
    try CommandRun(["new", "catalog", "-o", "template.yaml"], in: folder)
    let root = Self.root.path
    let run = try CommandRun(
      [], script: "python3 validate.py '\(root)/docs/catalog.schema.json' '\(root)'/catalogs/*.yaml template.yaml",
      in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "\n")
    try folder.write("catalog: x\ntitle: X\ncredentials: [{id: a, titel: A, kind: curse}]\n", to: "bad.yaml")
    let bad = try CommandRun([], script: "python3 validate.py '\(root)/docs/catalog.schema.json' bad.yaml", in: folder)
    #expect(bad.output.contains("curse") && bad.output.contains("titel"))
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

  @Test("the example of the guide checks clean, and plans")
  func guide() throws {
    let guide = try String(
      contentsOf: Self.root.appendingPathComponent("docs/write-your-own-catalog.md"), encoding: .utf8)
    let blocks = guide.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    let folder = try TemporaryFolder()
    try folder.write(blocks.joined(), to: "example.yaml")
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
  }
}
