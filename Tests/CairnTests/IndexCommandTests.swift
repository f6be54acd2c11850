import Foundation
import Testing

@Suite("cairn index")
struct IndexCommandTests {
  private static let catalogs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("catalogs").path

  @Test("search and plan print the same from the index as from the files")
  func same() throws {
    let folder = try TemporaryFolder()
    let kept = ["XDG_CACHE_HOME": folder.url.path + "/cache", "XDG_DATA_HOME": folder.url.path + "/data"]
    func run(_ arguments: [String]) throws -> CommandRun {
      try CommandRun(arguments + ["--catalog", Self.catalogs], environment: kept, in: folder)
    }
    let commands = [
      ["search", "secruity", "--limit", "5", "--counts", "--format", "json"],
      ["search", "--kind", "certification", "--max-cost", "300", "--sort", "cost", "--limit", "20"],
      ["search", "cloud", "--provider", "amazon web services", "--limit", "20"],
      ["plan", "Junior security analyst", "--start", "2027-01-04", "--knows", "linux", "--exclude", "isc2-cc,comptia"],
      [
        "plan", "lf-cka", "--start", "2027-01-04", "--without", "lf-cka",
        "--format", "json",
      ],
    ]
    let before = try commands.map(run)
    let made = try CommandRun(["index", Self.catalogs], environment: kept, in: folder)
    #expect(made.status == 0 && made.errors.contains("indexed: "), "\(made.errors)")
    for (command, expected) in zip(commands, before) {
      let found = try run(command)
      #expect(found.output == expected.output && found.status == expected.status, "\(command)")
      #expect(!expected.output.isEmpty || expected.status != 0)
      // Nothing is said of the catalogs' faults, which were told when they were indexed.
      #expect(found.errors.isEmpty || found.errors == expected.errors, "\(found.errors)")
    }
    let again = try CommandRun(["index", Self.catalogs], environment: kept, in: folder)
    #expect(again.status == 0 && again.errors.hasPrefix("up to date: "))
    let unknown = try run(["plan", "junior-security-analist"])
    #expect(
      unknown.status == 64 && unknown.errors.contains("did you mean \"junior-security-analyst\""), "\(unknown.errors)")
  }

  @Test("every line of standard input is answered by a line of JSON")
  func lines() throws {
    let bench = try CatalogBench()
    let run = try bench.run("search", "--each-line", script: "printf 'fen\\nnothing like it\\n' | \"$@\"")
    let answers = try run.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(answers.map { $0["query"] as? String } == ["fen", "nothing like it"])
    #expect((answers.first?["total"] as? Int ?? 0) > 0 && answers.last?["total"] as? Int == 0)
  }
}
