import Display
import Foundation
import Interchange
import Learners
import Planning
import Screens
import Storage
import Testing

@testable import cairn

/// How often the program is killed: a few times in every run, hundreds of times with `make kills`.
private let kills = ProcessInfo.processInfo.environment["CAIRN_KILLS"].flatMap(Int.init) ?? 25

@Suite("What is kept of learners, by the program")
struct KeepingTests {
  private let bench: CatalogBench

  init() throws { bench = try CatalogBench() }

  private var home: [String: String] { ["XDG_DATA_HOME": bench.folder.path("data")] }

  private func learner(_ arguments: String..., script: String = "exec \"$@\"") throws -> CommandRun {
    try CommandRun(["learner"] + arguments, script: script, environment: home, in: bench.folder)
  }

  private func names() throws -> Set<String> {
    let list = try learner("list", "--format", "json").json() as? [[String: Any]]
    return Set(try #require(list).compactMap { $0["name"] as? String })
  }

  @Test("a learner is made, shown, planned for, exported, imported under another name and deleted")
  func commands() throws {
    #expect(try learner("list").output.contains("No learner is kept yet"))
    #expect(try bench.run("learner", "new", "Ana María", "--hours-per-week", "6", environment: home).status == 0)
    #expect(try bench.run("learner", "new", "Ana María", environment: home).status == 64)
    #expect(try learner("show", "Ana María").output.contains("6 hours a week"))
    #expect(try learner("show", "Ana Maria").errors.contains("did you mean \"Ana María\"?"))
    #expect(try learner("export", "Ana María", "-o", "ana.json").status == 0)
    #expect(try learner("export", "Ana María", "-o", "ana.json").status == 73)
    #expect(try learner("export", "Ana María", "-o", "ana.json", "--force").status == 0)
    #expect(try learner("import", "ana.json").status == 64)
    #expect(try learner("import", "ana.json", "--as", "copy").status == 0)
    let exported = bench.folder.text(of: "ana.json")
    #expect(try learner("export", "copy").output == exported?.replacing("\"Ana María\"", with: "\"copy\""))
    #expect(try learner("delete", "copy").status == 0)
    #expect(try learner("delete", "copy").status == 64)
    #expect(try names() == ["Ana María"])
    #expect(try learner("import", "nothing.json").status == 66)
    try bench.folder.write("{}", to: "empty.json")
    #expect(try learner("import", "empty.json").status == 65)
  }

  @Test("the settings of a named learner count, and options change them for once")
  func namedLearner() throws {
    let run = { (arguments: [String]) in
      try CommandRun(
        arguments + ["--catalog", "catalog.yaml", "--format", "json"], environment: home, in: bench.folder)
    }
    _ = try bench.run("learner", "new", "ana", "--hours-per-week", "1", environment: home)
    let goal = SmallCatalog.goalTitle
    let slow = try run(["plan", goal, "--hours-per-week", "1"]).object()["frontier"] as? NSArray
    let kept = try run(["plan", goal, "--learner", "ana"]).object()["frontier"] as? NSArray
    let quick = try run(["plan", goal, "--learner", "ana", "--hours-per-week", "40"]).object()["frontier"] as? NSArray
    #expect(slow == kept)
    #expect(quick != kept)
    #expect(try run(["plan", goal, "--learner", "nobody"]).status == 64)
  }

  @Test("killed at any moment while it writes, the program has lost nothing that it acknowledged")
  func killed() throws {
    _ = try bench.run("learner", "new", "first", environment: home)
    _ = try learner("export", "first", "-o", "doc.json")
    // As long as three writers at once take on this machine now, twice at most: some are killed, some get through.
    let began = ContinuousClock.now
    for name in ["a", "b", "c"] { _ = try learner("import", "doc.json", "--as", name) }
    let pause = (ContinuousClock.now - began) / .seconds(1)
    var acknowledged: Set<String> = ["first", "a", "b", "c"]
    var random = SystemRandomNumberGenerator()
    for round in 1...kills {
      // Three writers at once, each killed after some hundredths of a second, mostly in the middle of something.
      let delays = (0..<3).map { _ in
        String(format: "%.3f", Double.random(in: pause / 20...2 * pause, using: &random))
      }
      let script =
        delays.enumerated().map { place, delay in
          "( timeout -s KILL \(delay) \"$@\" \(round).\(place) 2>/dev/null && echo \(round).\(place) ) &"
        }.joined(separator: "\n") + "\nwait"
      let run = try learner("import", "doc.json", "--as", script: script)
      acknowledged.formUnion(run.output.split(separator: "\n").map(String.init))
      let missing = acknowledged.subtracting(try names())
      #expect(missing.isEmpty, "round \(round): \(missing)")
    }
    #expect(acknowledged.count > 4, "some were quick enough to be acknowledged")
    let files = try FileManager.default.contentsOfDirectory(atPath: bench.folder.path("data/cairn"))
    #expect(!files.contains { $0.contains("damaged") }, "\(files)")
  }

  @Test("killed at any moment while somebody changes settings, the planner has every change on disk that it showed")
  func plannerKilled() throws {
    let session = try TerminalSession()
    let home = ["XDG_DATA_HOME": session.folder.path("data")]
    let made = try CommandRun(["learner", "new", "ana"], environment: home, in: session.folder)
    try #require(made.status == 0, "\(made.errors)")
    let store = session.folder.url.appendingPathComponent("data/cairn")
    func kept() throws -> Int {
      let learner = try LearnerStore.open(in: store).store.learner("ana")
      return try #require(learner?.record.learner.minutesPerWeek) / 60
    }
    var random = SystemRandomNumberGenerator()
    var (during, looked) = (0, 0)
    for round in 1...max(1, kills / 5) {
      let before = try kept()
      try session.startPlanner("XDG_DATA_HOME=\(session.folder.path("data"))", options: "--learner ana")
      // More, or fewer where a week has no room for many more: five at a time, and the last of them while it is killed.
      let isMore = before < 60
      for _ in 1...8 {
        try session.type(String(repeating: isMore ? "+" : "-", count: 5))
        usleep(UInt32.random(in: 0...80_000, using: &random))
      }
      kill(try #require(session.process), SIGKILL)
      #expect(try session.status() == 137)
      // What the change was called in the last frame; the shell may have written over it.
      let seen = session.screen.firstMatch(of: #/ ([0-9]+) hours a week/#).flatMap { Int($0.1) }
      let shown = seen ?? before
      let after = try kept()
      #expect(isMore ? after >= shown : after <= shown, "round \(round): \(after) kept, \(shown) shown")
      if (1..<40).contains(abs(after - before)) { during += 1 }
      if seen != nil { looked += 1 }
      try session.enter("clear")
    }
    // Some were killed in the middle of it, and some had shown what they changed.
    if kills >= 100 { #expect(during > 0 && looked > 0, "\(during) in the middle, \(looked) looked at") }
    let files = try FileManager.default.contentsOfDirectory(atPath: store.path)
    #expect(!files.contains { $0.contains("damaged") }, "\(files)")
  }

  @Test("what is written of somebody can be read by its owner alone, whatever others may read")
  func modes() throws {
    _ = try bench.run("learner", "new", "ana", environment: home)
    let open = "umask 000; exec \"$@\""
    #expect(try learner("export", "ana", "-o", "ana.json", script: open).status == 0)
    #expect(try learner("export", "ana", "-o", "ana.json", "--force", script: open).status == 0)
    let goal = SmallCatalog.goalTitle
    for (file, options) in [("hers.md", ["--learner", "ana"]), ("page.md", [])] {
      let run = try CommandRun(
        ["export", goal, "--catalog", "catalog.yaml", "-o", file] + options, script: open, environment: home,
        in: bench.folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    let modes = try ["ana.json", "hers.md", "page.md"].map {
      try FileManager.default.attributesOfItem(atPath: bench.folder.path($0))[.posixPermissions] as? Int
    }
    #expect(modes == [0o600, 0o600, 0o666])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.folder.url.path).allSatisfy { !$0.hasPrefix(".") })
  }

  @Test("show has all that a learner has, dates and figures too")
  func shown() throws {
    _ = try bench.run("learner", "new", "ana", environment: home)
    let exported = try learner("export", "ana").output
    let more = """
      "failed": {"isc2-cc": {"date": "2026-01-03", "minutesLeft": 1200}}, "rates": {"EUR": 1080000},
      "mine": {"cka": {"feeCents": 9900, "days": 28}}, "atOnce"
      """
    try bench.folder.write(exported.replacing("\"atOnce\"", with: more), to: "more.json")
    #expect(try learner("import", "more.json", "--force").status == 0)
    let shown = try learner("show", "ana").output
    #expect(shown.contains("failed: isc2-cc (on 2026-01-03, 20 h left)"), "\(shown)")
    #expect(shown.contains("rates: 1 EUR is 1.08"))
    #expect(shown.contains("own figures: cka (fee 99.00, 28 days)"))
    #expect(try learner("help", "import").output.contains("--force"))
    #expect(try learner("help", "nothing").status == 64)
  }

  @Test("deleting names a damaged store that may hold the learner still, and removes it where that is asked for")
  func copies() throws {
    try FileManager.default.createDirectory(
      at: bench.folder.url.appendingPathComponent("data/cairn"), withIntermediateDirectories: true)
    try bench.folder.write("no database at all", to: "data/cairn/learners.sqlite")
    #expect(try bench.run("learner", "new", "ana", environment: home).errors.contains("was damaged"))
    _ = try bench.run("learner", "new", "ben", environment: home)
    #expect(try learner("delete", "ana").errors.contains("may hold \"ana\" still"))
    let last = try learner("delete", "ben", "--copies")
    #expect(last.status == 0 && !last.errors.contains("still"), "\(last.errors)")
    #expect(LearnerStore.copies(in: bench.folder.url.appendingPathComponent("data/cairn")).isEmpty)
  }

  @Test("where no room is left nothing that was kept is lost, and it says so")
  func noRoom() throws {
    _ = try bench.run("learner", "new", "ana", environment: home)
    _ = try learner("export", "ana", "-o", "small.json")
    let document = try #require(bench.folder.text(of: "small.json"))
    // No file may grow beyond so many blocks of 512 bytes, and each learner takes many: a disk that fills up.
    let note = #""notes": [{"date": "2026-01-05", "text": "\#(String(repeating: "x", count: 30_000))"}],"#
    try bench.folder.write(document.replacing(#""settings""#, with: note + #" "settings""#), to: "doc.json")
    var kept: Set = ["ana"]
    var refused = 0
    for round in 1...8 {
      let run = try learner(
        "import", "doc.json", "--as", "more \(round)", script: "trap '' XFSZ; ulimit -f 300; exec \"$@\"")
      if run.status == 73 {
        refused += 1
        #expect(run.errors.contains("no room left") && run.errors.contains("make some and try again"), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
      } else {
        #expect(run.status == 0, "\(run.errors)")
        kept.insert("more \(round)")
      }
    }
    #expect(refused > 0)
    #expect(try names() == kept)
  }

  @Test("on screens one goes on with another learner and comes back: each has what was changed of him on disk")
  func otherLearner() throws {
    let data = bench.folder.url.appendingPathComponent("data")
    let store = try LearnerStore.open(in: data).store
    let ana = LearnerRecord(name: "ana", kept: Profile(Learner(start: Today.date)))
    try store.create(ana)
    try store.create(LearnerRecord(name: "ben", kept: Profile(Learner(start: Today.date))))
    let catalog = try CatalogReading.read(paths: [bench.folder.path("catalog.yaml")]).catalog
    let size = Size(width: 100, height: 30)
    var run = ScreenRun(catalogs: .held(catalog), size: size, glyphs: .unicode, waitsForAll: false)
    run.keeper = Keeper(folder: data, store: store, known: ana)
    // Two hours more for Ana, three for Ben, then one less for Ana; and somebody new, of whom nothing is changed.
    let keys = "6 + + L b e n Enter + + + L a n a Enter - L c y Enter L a n a Enter"
    let frame = run.frame(after: KeyScript.keys(keys)) {
      AppState.opening(catalog: catalog, opened: OpenedRecord(ana, keeping: .on), size: size)
    }
    #expect(frame.text.contains("for ana") && frame.text.contains("11 h/week"), "\(frame.text)")
    let other = try LearnerStore.open(in: data).store
    let minutes = try ["ana", "ben"].map { try other.learner($0)?.record.learner.minutesPerWeek }
    #expect(minutes == [11 * 60, 13 * 60])
    #expect(try other.learner("ana")?.history.done.count == 3)
    #expect(try other.entries().map(\.name).sorted() == ["ana", "ben"])
  }

  @Test("what may be read and not written is shown, and whoever changes it is told what to do")
  func readOnly() throws {
    _ = try bench.run("learner", "new", "ana", "--hours-per-week", "6", environment: home)
    // Whoever may do anything runs it as somebody who may not.
    let isRoot = geteuid() == 0
    let nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups"
    let owned = isRoot ? "chown -R 65534:65534 data && exec \(nobody) \"$@\"" : "exec \"$@\""
    if isRoot {
      // A checkout that only its owner may enter can't be tried this way.
      let probe = try CommandRun(["--version"], script: "exec \(nobody) \"$@\"", in: bench.folder)
      try withKnownIssue("another user can't run the program here") {
        #expect(probe.status == 0)
      } when: {
        probe.status != 0
      }
      guard probe.status == 0 else { return }
    }
    let closed = "chmod 400 data/cairn/*; chmod 500 data/cairn data; "
    defer { _ = try? CommandRun([], script: "chmod -R u+w data", in: bench.folder) }
    let shown = try learner("show", "ana", script: closed + owned)
    #expect(shown.status == 0 && shown.output.contains("6 hours a week"), "\(shown.errors)")
    let made = try learner("new", "ben", script: owned)
    #expect(made.status == 73, "\(made.output)")
    #expect(made.errors.contains("can't write to"), "\(made.errors)")
    #expect(made.errors.split(separator: "\n").count == 1, "\(made.errors)")
    #expect(shown.errors.isEmpty, "\(shown.errors)")
  }
}
