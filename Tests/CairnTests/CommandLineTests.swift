import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  // MARK: Exit statuses

  @Test(
    "wrong usage is 64, with nothing on standard output",
    arguments: [
      ["plan"], ["plan", "fence-builder", "--bogus"], ["plan", "fence-builder", "--budget", "much"],
      ["plan", "fence-builder", "--budget", "-5"], ["plan", "fence-builder", "--hours-per-week", "0"],
      ["plan", "fence-builder", "--at-once", "0"], ["plan", "fence-builder", "--start", "2026-02-30"],
      ["plan", "fence-builder", "--deadline", "soon"], ["plan", "fence-builder", "--rate", "EUR"],
      ["plan", "fence-builder", "--rate", "EUX=1.1"], ["plan", "fence-builder", "--format", "xml"], ["search"],
      ["show"],
    ])
  func usage(arguments: [String]) throws {
    let bench = try CatalogBench()
    let run = try CommandRun(arguments + ["--catalog", "catalog.yaml"], in: bench.folder)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test(
    "an id that nothing bears is 64, with the nearest one",
    arguments: [
      (["plan", "fence-bilder"], "fence-builder"), (["show", "hamer"], "hammer"),
      (["plan", "fence", "--earned", "hamer"], "hammer"),
      (["plan", "fence", "--earned", "saw,hamer@2025-01-01"], "hammer"),
      (["plan", "fence", "--begun", "hamer:3"], "hammer"),
      (["plan", "fence", "--failed", "hamer:3@2025-01-01"], "hammer"),
      (["plan", "fence", "--waive", "fense"], "fence"), (["plan", "fence", "--knows", "swing"], "sawing"),
      (["plan", "fence", "--exclude", "gild"], "guild"),
      (["plan", "fence", "--exclude", "delivery:onlin"], "delivery:online"),
      (["goals", "--pin", "quicksaw"], "quick-saw"),
    ])
  func nearest(arguments: [String], meant: String) throws {
    let bench = try CatalogBench()
    let run = try CommandRun(arguments + ["--catalog", "catalog.yaml"], in: bench.folder)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("did you mean \"\(meant)\"?"))
  }

  @Test("no such file is 66, and a file that is no catalog at all is 65")
  func files() throws {
    let bench = try CatalogBench("just words")
    let missing = try CommandRun(["goals", "--catalog", "nowhere.yaml"], in: bench.folder)
    #expect(missing.status == 66 && missing.errors.contains("nowhere.yaml"))
    #expect(try bench.run("goals").status == 65)
    #expect(try bench.run("plan", "x").status == 65)
  }

  @Test("a goal that its own fault leaves out is 65; what is sound beside it is planned, its faults counted")
  func sound() throws {
    let bench = try CatalogBench(
      SmallCatalog.text + "\n  - {id: broken, title: Broken}\n")
    let run = try bench.run("plan", "fence-builder")
    #expect(run.status == 0)
    #expect(run.output.contains("Proven"))
    #expect(run.errors.hasPrefix("catalogs: 1 error") && run.errors.split(separator: "\n").count == 1)
    #expect(try bench.run("plan", "broken").status == 65)
  }

  @Test("a full disk is 73")
  func fullDisk() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    #expect(try CatalogBench().run("goals", script: "exec \"$@\" > /dev/full").status == 73)
  }

  @Test("whoever reads only the beginning is no fault")
  func brokenPipe() throws {
    let bench = try CatalogBench(HardCatalog.text)
    // More than a pipe holds, so that the program meets its end.
    let script = "{ \"$@\"; echo $? > status; } | head -n 1"
    let run = try bench.run("show", "goal", "--format", "json", script: script)
    #expect(run.output == "{\n")
    #expect(bench.folder.text(of: "status") == "0\n")
  }

  // MARK: Catalogs

  @Test("without --catalog the environment names the catalogs, and a folder stands for its files")
  func environment() throws {
    let bench = try CatalogBench()
    let run = try CommandRun(["goals"], environment: ["CAIRN_CATALOGS": bench.folder.url.path], in: bench.folder)
    #expect(run.status == 0 && run.output.contains("fence-builder"))
  }

  @Test("check tells every fault with its place: 65 for an error, 0 for a warning")
  func check() throws {
    let bench = try CatalogBench(
      """
      catalog: c
      title: C
      currency: USD
      credentials:
        - {id: a, title: A, kind: course, cost: {fee: -1}, effort: {hours: 1}}
        - {id: b, title: B, kind: course, cost: {fee: 1}, effort: {hours: 1}, colour: red}
      goals: [{id: g, title: G, requires: {all: [a, b]}}]
      """)
    let faulty = try CommandRun(["check", "catalog.yaml"], in: bench.folder)
    #expect(faulty.status == 65)
    #expect(faulty.output.contains("catalog.yaml:5:49: error: "))
    #expect(faulty.output.contains("catalog.yaml:6:73: warning: "))
    #expect(faulty.output.hasSuffix("1 error, 1 warning\n"))
    let json = try CommandRun(["check", "catalog.yaml", "--format", "json"], in: bench.folder).object()
    #expect(json["errors"] as? Int == 1 && (json["issues"] as? [Any])?.count == 2)
    try bench.folder.write(SmallCatalog.text, to: "catalog.yaml")
    #expect(try CommandRun(["check", "catalog.yaml"], in: bench.folder).status == 0)
  }

  @Test("text of a catalog never sends control sequences, and programs get it unchanged")
  func hostile() throws {
    let title = "\u{1B}]0;owned\u{7}\u{1B}[2JRed \u{202E}evil\u{202C} \u{9B}31m"
    // The reader makes a space of a C1 control that stands in the file as itself; escaped, it is text.
    let quoted = String(decoding: try JSONSerialization.data(withJSONObject: [title]), as: UTF8.self)
      .replacingOccurrences(of: "\u{9B}", with: "\\u009b")
    let bench = try CatalogBench(
      """
      {"catalog": "c", "title": "C", "currency": "USD", "credentials":
        [{"id": "a", "title": \(quoted.dropFirst().dropLast()), "kind": "course", "cost": {"fee": 1}, "effort": {"hours": 1}}],
       "goals": [{"id": "g", "title": "Goal", "requires": "a"}]}
      """)
    try FileManager.default.moveItem(atPath: bench.folder.path("catalog.yaml"), toPath: bench.folder.path("c.json"))
    for arguments in [["plan", "g"], ["goals"], ["show", "a"], ["show", "g"], ["search", "evil"], ["check"]] {
      for format in ["text", "json"] {
        let run = try CommandRun(arguments + ["--catalog", "c.json", "--format", format], in: bench.folder)
        let controls = (run.output + run.errors).unicodeScalars.filter { scalar in
          scalar != "\n" && [.control, .format].contains(scalar.properties.generalCategory)
        }
        #expect(controls.isEmpty, "\(arguments) \(format)")
      }
    }
    let shown = try CommandRun(["show", "a", "--format", "json", "--catalog", "c.json"], in: bench.folder).object()
    #expect(shown["title"] as? String == title)
  }

  // MARK: Goals, search, show

  @Test("goals has the contract's keys, the nearest goal first")
  func goals() throws {
    let run = try CatalogBench().run("goals", "--start", "2026-01-05", "--budget", "60", "--format", "json")
    #expect(run.status == 0)
    let goals = try #require(run.json() as? [[String: Any]])
    #expect(goals.map { $0["id"] as? String } == ["carpenter", "fence-builder"])
    #expect(goals.map { $0["title"] as? String } == ["Carpenter", "Fence builder"])
    #expect(goals.map { $0["status"] as? String } == ["optimal", "infeasible"])
    #expect(goals[1]["cheapest"] is NSNull && goals[1]["fastest"] is NSNull)
    #expect((goals[0]["cheapest"] as? [String: Any])?["cost"] as? Double == 50)
    #expect((goals[0]["fastest"] as? [String: Any])?["days"] as? Int == 23)
  }

  @Test("where there is no terminal, the planner alone is the goals, and with a goal its plan")
  func notATerminal() throws {
    let bench = try CatalogBench()
    let goals = try bench.run("--start", "2026-01-05")
    #expect(goals.status == 0)
    #expect(try goals.output == bench.run("goals", "--start", "2026-01-05").output)
    #expect(goals.output.contains("fence-builder"))
    #expect(try bench.run("fence-builder").output.hasPrefix("Fence builder\n"))
  }

  @Test("search finds beginnings of words, without case and accents, wherever they stand")
  func search() throws {
    let bench = try CatalogBench()
    func found(_ words: String...) throws -> [String?] {
      let run = try CommandRun(["search", "--format", "json", "--catalog", "catalog.yaml"] + words, in: bench.folder)
      return try #require(run.json() as? [[String: Any]]).map { $0["id"] as? String }
    }
    #expect(try found("sage") == ["saw"])
    #expect(try found("SÄGE", "absch") == ["saw"])
    // What is called just that comes first.
    #expect(try found("fence") == ["fence", "fence-builder"])
    #expect(try found("hammering", "guild") == ["hammer"])
    #expect(try found("nothing") == [])
  }

  @Test("show follows both directions: what leads to an entry and what it leads to")
  func show() throws {
    let bench = try CatalogBench()
    let fence = try bench.run("show", "fence", "--format", "json").object()
    #expect(fence["ledToBy"] as? [String] == ["hammer", "saw", "quick-saw"])
    let saw = try bench.run("show", "saw", "--format", "json").object()
    let leads = try #require(saw["leadsTo"] as? [String: [String]])
    #expect(leads == ["goals": ["carpenter"], "credentials": ["fence"]])
    let text = try bench.run("show", "sawing").output
    #expect(text.contains("quick-saw  Sawing in a hurry") && text.contains("carpenter"))
  }

  @Test("ids may hold commas, colons, @ and spaces")
  func oddIdentifiers() throws {
    let bench = try CatalogBench(
      """
      catalog: c
      title: C
      currency: USD
      credentials:
        - {id: "MATH 6301, part: 2@home", title: A, kind: course, cost: {fee: 1}, effort: {hours: 1}}
        - {id: track/basics, title: B, kind: course, cost: {fee: 2}, effort: {hours: 1}}
      goals: [{id: g, title: G, requires: {all: ["MATH 6301, part: 2@home", track/basics]}}]
      """)
    let run = try bench.run(
      "plan", "g", "--earned", "track/basics@2025-01-01,MATH 6301, part: 2@home@2025-02-01", "--format", "json")
    #expect(try (run.object()["frontier"] as? [[String: Any]])?.map { $0["cost"] as? Double } == [0])
  }

  @Test("in a locale without UTF-8 text stays below 0x80, and JSON is UTF-8 all the same")
  func ascii() throws {
    let bench = try CatalogBench()
    let text = try bench.run("show", "saw", environment: ["LC_ALL": "C"]).output
    #expect(text.hasPrefix("Sage - Abschluss\n"))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    let json = try bench.run("show", "saw", "--format", "json", environment: ["LC_ALL": "C"]).object()
    #expect(json["title"] as? String == "Säge – Abschluss")
  }
}
