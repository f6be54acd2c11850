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
}
