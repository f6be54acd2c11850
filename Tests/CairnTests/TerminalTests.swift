import Foundation
import Testing

@Suite("The program in a real terminal", .serialized)
struct TerminalTests {
  @Test("a storm of a thousand resizes ends in the screen that a fresh start at that size shows")
  func resizes() throws {
    let session = try TerminalSession()
    // Exported, these would freeze the size.
    try session.startPlanner("LINES=24 COLUMNS=80")
    try session.storm((0..<1_000).map { (20 + ($0 * 37) % 120, 2 + ($0 * 13) % 40) })
    try session.resize(1, 1)
    try session.resize(90, 26)
    let fresh = try TerminalSession(.init(width: 90, height: 26))
    try fresh.startPlanner()
    try session.wait("the same screen") { $0.screen == fresh.screen }
    try session.press("q")
    #expect(try session.status() == 0)
  }

  @Test("in a C locale no byte is above 0x7F")
  func ascii() throws {
    let session = try TerminalSession(.init(environment: ["LANG": "C"]))
    try session.startPlanner()
    #expect(session.screen.utf8.allSatisfy { $0 < 0x80 })
    #expect(session.screen.contains("+-") || session.screen.contains("#="))
    try session.press("q")
    #expect(try session.status() == 0)
  }

  @Test(
    "it runs on terminals of every kind, and one that nobody knows is taken for the commonest",
    arguments: ["screen", "vt100", "xterm", "tmux-256color", "linux", "no-such-terminal"])
  func terminals(name: String) throws {
    let session = try TerminalSession(.init(name: name))
    // A VT100 has no alternate screen.
    try session.startPlanner(hasAlternate: !["vt100", "linux"].contains(name))
    try session.press("q")
    #expect(try session.status() == 0)
  }

  @Test("a terminal that can't place its cursor gets plain output, without a single escape")
  func dumb() throws {
    let session = try TerminalSession(.init(name: "dumb"))
    let output = session.folder.path("output")
    try session.enter("'\(BuiltProgram.path)' --catalog '\(session.folder.path("catalog.yaml"))'; echo $? > \(output)")
    try session.wait("the end") { $0.folder.text(of: "output") != nil }
    #expect(session.folder.text(of: "output") == "0\n")
    #expect(!session.isAlternate)
    #expect(session.screen.contains(SmallCatalog.goalTitle))
    #expect(!session.screen.contains("\u{1B}") && !session.screen.contains("[?1049"))
  }

  @Test("a paste never triggers commands")
  func paste() throws {
    let session = try TerminalSession()
    try session.startPlanner()
    try session.paste("q\nq\n\u{3}")
    try session.press("Down")
    try session.press("Escape")
    let process = try #require(session.process)
    let before = session.screen
    try session.wait("a quiet screen") { $0.screen == before || $0.screen.contains(SmallCatalog.goalTitle) }
    #expect(session.isAlternate && kill(process, 0) == 0)
    try session.press("q")
    #expect(try session.status() == 0)
  }

  @Test("where it is asked for, the wheel moves the selection as the arrows do, and it is off again afterwards")
  func mouse() throws {
    let session = try TerminalSession()
    let configuration = session.folder.url.appendingPathComponent("config/cairn")
    try FileManager.default.createDirectory(at: configuration, withIntermediateDirectories: true)
    try session.folder.write("mouse: true\n", to: "config/cairn/config.yaml")
    try session.startPlanner("XDG_CONFIG_HOME=\(session.folder.path("config"))")
    try session.wait("the mouse") { $0.hearsMouse && $0.screen.contains("1 of 2") }
    try session.type("\u{1B}[<65;5;5M")
    try session.wait("the next goal") { $0.screen.contains("2 of 2") }
    try session.press("q")
    #expect(try session.status() == 0)
    #expect(!session.hearsMouse)
  }

  @Test("a terminal that vanishes has the session saved: what was changed is there the next time")
  func vanished() throws {
    let session = try TerminalSession()
    let variable = "XDG_DATA_HOME=\(session.folder.path("data"))"
    try session.startPlanner(variable)
    try session.press("+")
    try session.wait("the change") { $0.screen.contains("11 h/week") }
    session.closeTerminal()
    let next = try TerminalSession()
    try next.startPlanner(variable)
    try next.wait("the draft") { $0.screen.contains("11 h/week") && $0.screen.contains("draft") }
    try next.press("q")
    #expect(try next.status() == 0)
  }

  @Test("what is typed before anything is read is done once it is")
  func typedAhead() throws {
    let session = try TerminalSession()
    // Read as late as the test wants: the catalog is a pipe that nobody writes to yet.
    let pipe = session.folder.path("late.yaml")
    #expect(mkfifo(pipe, 0o600) == 0)
    try session.startPlanner(catalog: "late.yaml", waitingFor: "reading 1 catalog")
    try session.type("/carp")
    try session.press("Enter")
    try session.resize(80, 24)
    try session.wait("the new size") { $0.screen.split(separator: "\n").count <= 24 }
    try session.folder.write(SmallCatalog.text, to: "late.yaml")
    try session.wait("the goal") { $0.screen.contains("Carpenter   10 h/week") }
    try session.press("q")
    #expect(try session.status() == 0)
  }

  @Test("before anything is read q and Ctrl-C leave at once", arguments: [("q", 0), ("C-c", 130)])
  func leavingEarly(key: String, expected: Int) throws {
    let session = try TerminalSession()
    #expect(mkfifo(session.folder.path("late.yaml"), 0o600) == 0)
    try session.startPlanner(catalog: "late.yaml", waitingFor: "reading 1 catalog")
    try session.press(key)
    #expect(try session.status() == expected)
    try session.expectTerminalAsBefore()
  }

  @Test("a catalog without anything sound ends it as any command: the terminal as before, the reason, the status")
  func faulty() throws {
    let session = try TerminalSession()
    try session.folder.write("just words", to: "faulty.yaml")
    try session.startPlanner(catalog: "faulty.yaml", hasAlternate: false, waitingFor: "nothing sound is left")
    #expect(try session.status() == 65)
    try session.expectTerminalAsBefore()
  }
}
