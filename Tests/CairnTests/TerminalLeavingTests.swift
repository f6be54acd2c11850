import Foundation
import Testing

@Suite("The terminal after the program", .serialized)
struct TerminalLeavingTests {
  @Test("q and Ctrl-C give the terminal back", arguments: [("q", 0), ("C-c", 130)])
  func keys(key: String, expected: Int) throws {
    let session = try TerminalSession()
    try session.startPlanner()
    #expect(!session.screen.contains("$ "))
    try session.press(key)
    #expect(try session.status() == expected)
    try session.expectTerminalAsBefore()
  }

  @Test(
    "a signal or a crash gives the terminal back, and its status is the signal's",
    arguments: [SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131, SIGSEGV: 139, SIGABRT: 134, SIGILL: 132])
  func signals(signal: Int32, expected: Int) throws {
    let session = try TerminalSession()
    try session.startPlanner()
    let process = try #require(session.process)
    #expect(kill(process, signal) == 0)
    #expect(try session.status() == expected)
    try session.expectTerminalAsBefore()
  }

  @Test("Ctrl-Z gives the terminal to the shell, and fg paints it anew, at the size it has then")
  func suspended() throws {
    let session = try TerminalSession()
    try session.startPlanner()
    let settings = try #require(session.folder.text(of: "before"))
    try session.press("C-z")
    try session.wait("the shell") { !$0.isAlternate && $0.screen.contains("$ ") }
    #expect(session.cursorIsVisible)
    let between = session.folder.path("between")
    try session.enter("stty -a > \(between); echo do\\ne")
    try session.wait("the shell's answer") { $0.screen.contains("done") }
    // After the shell has reset it, the size is the only thing that may differ.
    #expect(
      session.folder.text(of: "between")?.split(separator: "\n").dropFirst()
        == settings.split(separator: "\n").dropFirst())
    try session.resize(70, 20)
    try session.enter("fg")
    try session.wait("the screen") { $0.isAlternate && $0.screen.contains(SmallCatalog.goalTitle) }
    try session.wait("the new size") { $0.screen.split(separator: "\n").count <= 20 }
    #expect(!session.screen.contains("$ "))
    try session.press("q")
    try session.wait("the end") { !$0.isAlternate && $0.cursorIsVisible }
  }

  @Test("a program stopped by a signal that nothing can catch comes back")
  func stopped() throws {
    let session = try TerminalSession()
    try session.startPlanner()
    let process = try #require(session.process)
    #expect(kill(process, SIGSTOP) == 0)
    try session.wait("the shell") { $0.screen.contains("$ ") }
    // The terminal is still raw: Enter would not end the line.
    try session.type("fg")
    try session.press("C-j")
    try session.wait("the screen") { !$0.screen.contains("$ ") && $0.screen.contains(SmallCatalog.goalTitle) }
    try session.press("q")
    try session.wait("the end") { !$0.isAlternate && $0.cursorIsVisible }
  }

  @Test("a terminal that vanishes ends the program within a second", arguments: ["", "trap '' HUP;"])
  func vanished(before: String) throws {
    let session = try TerminalSession()
    try session.startPlanner(before)
    let process = try #require(session.process)
    session.closeTerminal()
    let closed = ContinuousClock.now
    while isRunning(process), ContinuousClock.now - closed < .seconds(5) { usleep(10_000) }
    #expect(ContinuousClock.now - closed < .seconds(1))
  }

  /// A process that has ended but whom nobody has asked for its status isn't running.
  private func isRunning(_ process: Int32) -> Bool {
    guard let folder = try? TemporaryFolder(),
      (try? Spawned.run(["/bin/ps", "-o", "stat=", "-p", String(process)], output: folder.path("state"))) != nil,
      let state = folder.text(of: "state")
    else { return kill(process, 0) == 0 }
    return !state.isEmpty && !state.hasPrefix("Z")
  }
}
