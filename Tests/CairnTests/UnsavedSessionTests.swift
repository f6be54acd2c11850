import Foundation
import Testing

/// A session in which nothing can be kept: it says why and what to do, and goes on.
@Suite("A session that can't save", .serialized)
struct UnsavedSessionTests {
  enum Trouble: CaseIterable, Sendable {
    /// Something else has the name of the folder.
    case noFolder
    /// A newer Cairn has brought the store up to date with migrations that nobody here knows.
    case newer
    /// No file may grow as large as a store.
    case full
  }

  @Test("it says so, works as ever, and leaves what there is as it was", arguments: Trouble.allCases)
  func going(on trouble: Trouble) throws {
    let session = try TerminalSession()
    let data = session.folder.url.appendingPathComponent("data")
    let store = data.appendingPathComponent("cairn/learners.sqlite")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    switch trouble {
    case .noFolder: try session.folder.write("", to: "data/cairn")
    case .newer:
      try FileManager.default.createDirectory(
        at: data.appendingPathComponent("cairn"), withIntermediateDirectories: true)
      try Self.newerStore().write(to: store)
    case .full: try session.enter("trap '' XFSZ; ulimit -f 8")
    }
    let before = try? Data(contentsOf: store)
    try session.startPlanner("XDG_DATA_HOME=\(data.path)")
    try session.press("+")
    let reason = [Trouble.noFolder: "can't write", .newer: "newer Cairn", .full: "no room left"][trouble] ?? ""
    try session.wait("the change") { $0.screen.contains("11 h/week") }
    try session.press("6")
    try session.wait("the reason") { $0.screen.contains(reason) }
    try session.press("1", "Enter")
    try session.wait("a pathway") { $0.screen.contains("Frontier") }
    try session.press("q")
    try session.wait("a word of what would be lost") { $0.screen.contains("q again leaves without it") }
    try session.press("q")
    #expect(try session.status() == 0)
    try session.wait("what is lost") { $0.screen.contains("1 change of \"default\" is not saved: ") }
    if trouble == .newer { #expect(try Data(contentsOf: store) == before) }
  }

  #if os(Linux)
    @Test("once there is room again, all that was changed meanwhile is saved by itself, and is there after a restart")
    func roomAgain() throws {
      let session = try TerminalSession()
      let home = ["XDG_DATA_HOME": session.folder.path("data")]
      let made = try CommandRun(["learner", "new", "ana"], environment: home, in: session.folder)
      try #require(made.status == 0, "\(made.errors)")
      try session.enter("trap '' XFSZ; ulimit -S -f 4")
      try session.startPlanner("XDG_DATA_HOME=\(session.folder.path("data"))", options: "--learner ana")
      try session.wait("the reason") { $0.screen.contains("nothing is saved: there is no room left") }
      try session.press("+")
      try session.wait("the reason") { $0.screen.contains("11 h/week") && $0.screen.contains("not saved") }
      let process = try #require(session.process)
      try CommandRun([], script: "prlimit --pid \(process) --fsize=unlimited", in: session.folder)
      try session.wait("it to be saved") { $0.screen.contains("everything is saved again") }
      try session.press("+", "q")
      #expect(try session.status() == 0)
      let shown = try CommandRun(["learner", "show", "ana"], environment: home, in: session.folder)
      #expect(shown.output.contains("12 hours a week"), "\(shown.output)")
    }
  #endif

  @Test("options given for this once leave no trace unless something is changed; a first day is the one that was named")
  func thisOnce() throws {
    let session = try TerminalSession()
    let home = ["XDG_DATA_HOME": session.folder.path("data")]
    let made = try CommandRun(["learner", "new", "ana"], environment: home, in: session.folder)
    try #require(made.status == 0, "\(made.errors)")
    func shown() throws -> String {
      try CommandRun(["learner", "show", "ana"], environment: home, in: session.folder).output
    }
    let before = try shown()
    let options = "--learner ana --hours-per-week 5 --start 2027-03-01"
    try session.startPlanner("XDG_DATA_HOME=\(session.folder.path("data"))", options: options)
    try session.wait("the options") { $0.screen.contains("5 h/week") && $0.screen.contains("from 1 Mar 2027") }
    try session.press("q")
    #expect(try session.status() == 0)
    #expect(try shown() == before)
    try session.startPlanner("XDG_DATA_HOME=\(session.folder.path("data"))", options: options)
    try session.press("6")
    try session.wait("the first day") { $0.screen.contains("1 Mar 2027") && !$0.screen.contains("(today)") }
    try session.press("K")
    try session.wait("what is kept") { $0.screen.contains("settings kept") }
    try session.press("q")
    #expect(try session.status() == 0)
    #expect(try shown().contains("5 hours a week"))
    #expect(try shown().contains("starts 1 Mar 2027"))
  }

  @Test("a damaged store is set aside, and the session is kept in a new one")
  func damaged() throws {
    let session = try TerminalSession()
    try FileManager.default.createDirectory(
      at: session.folder.url.appendingPathComponent("data/cairn"), withIntermediateDirectories: true)
    try session.folder.write("no database at all, whatever it is called", to: "data/cairn/learners.sqlite")
    let variable = "XDG_DATA_HOME=\(session.folder.path("data"))"
    try session.startPlanner(variable)
    try session.wait("the remark") { $0.screen.contains("damaged") }
    try session.press("+")
    try session.wait("the change") { $0.screen.contains("11 h/week") }
    try session.press("q")
    #expect(try session.status() == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: session.folder.path("data/cairn"))
    #expect(names.contains { $0.hasPrefix("learners.sqlite.damaged-") })
    try session.startPlanner(variable)
    try session.wait("what was changed") { $0.screen.contains("11 h/week") }
  }

  /// A store in which the migrations that were made bear a name nobody here knows.
  private static func newerStore() throws -> Data {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/learners-1.sqlite")
    var bytes = try Data(contentsOf: fixture)
    let known = Data("1 learners and their changes".utf8)
    while let found = bytes.range(of: known) { bytes[found.lowerBound] = UInt8(ascii: "9") }
    return bytes
  }
}
