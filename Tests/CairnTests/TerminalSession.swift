import Foundation
import Testing

/// A shell in a real terminal, which tmux keeps, of a server of its own; and `cairn` on a small catalog to run in it.
final class TerminalSession {
  struct Unavailable: Error, CustomStringConvertible {
    var description: String
  }

  struct Terminal {
    var width = 100
    var height = 30
    var name = "xterm-256color"
    var environment: [String: String] = ["LANG": "C.UTF-8"]
  }

  let folder: TemporaryFolder
  private let socket = "cairn-\(UUID().uuidString)"
  private let tmux: String

  init(_ terminal: Terminal = Terminal()) throws {
    folder = try TemporaryFolder()
    tmux = try TerminalSession.tmuxPath()
    try folder.write(SmallCatalog.text, to: "catalog.yaml")
    var environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin", "HOME": folder.url.path, "PS1": "$ ",
      // Swift's own report of a crash takes seconds, and a question to the user.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    environment.merge(terminal.environment) { $1 }
    // tmux sets TERM for what it starts: the shell must set it again.
    let variables = environment.merging(["TERM": terminal.name]) { $1 }.map { "'\($0)=\($1)'" }.sorted()
    try run(
      ["-f", "/dev/null", "new-session", "-d", "-x", "\(terminal.width)", "-y", "\(terminal.height)"]
        + ["exec env -i \(variables.joined(separator: " ")) sh -i"])
    try wait("the shell") { $0.screen.contains("$") }
  }

  deinit { closeTerminal() }

  private static func tmuxPath() throws -> String {
    let places = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/bin"].map { $0 + "/tmux" }
    guard let path = places.first(where: FileManager.default.isExecutableFile) else {
      throw Unavailable(description: "these tests need tmux, which `make test` installs")
    }
    return path
  }

  // MARK: Doing

  /// Types a line into the shell.
  func enter(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  func type(_ text: String) throws { try run(["send-keys", "-l", "--", text]) }

  /// Presses keys by tmux's names for them.
  func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

  func paste(_ text: String) throws {
    try run(["set-buffer", text])
    try run(["paste-buffer", "-p"])
  }

  func resize(_ width: Int, _ height: Int) throws { try run(["resize-window", "-x", "\(width)", "-y", "\(height)"]) }

  /// One size after the other, without waiting for what comes of them.
  func storm(_ sizes: [(Int, Int)]) throws {
    for start in stride(from: 0, to: sizes.count, by: 50) {
      let commands = sizes[start..<min(start + 50, sizes.count)].map {
        ["resize-window", "-x", "\($0)", "-y", "\($1)"]
      }
      try run(Array(commands.joined(separator: [";"])))
    }
  }

  /// Ends the terminal under the program.
  func closeTerminal() { _ = try? run(["kill-server"]) }

  // MARK: Looking

  /// What is to be seen, row by row.
  var screen: String { (try? run(["capture-pane", "-p"])) ?? "" }

  var isAlternate: Bool { flag("alternate_on") == "1" }
  var hearsMouse: Bool { flag("mouse_any_flag") == "1" }
  var cursorIsVisible: Bool { flag("cursor_flag") == "1" }
  /// Column and row, from 0.
  var cursor: (x: Int, y: Int) { (Int(flag("cursor_x")) ?? -1, Int(flag("cursor_y")) ?? -1) }

  private func flag(_ name: String) -> String {
    ((try? run(["display-message", "-p", "#{\(name)}"])) ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Looks again and again until something holds, for ten seconds at most.
  func wait(_ what: String, until holds: (TerminalSession) -> Bool) throws {
    let end = ContinuousClock.now + .seconds(10)
    while !holds(self) {
      guard ContinuousClock.now < end else {
        throw Unavailable(description: "waited in vain for \(what); the screen shows:\n\(screen)")
      }
      usleep(10_000)
    }
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let output = "output-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder.path(output)) }
    try Spawned.run([tmux, "-u", "-L", socket] + arguments, output: folder.path(output))
    return folder.text(of: output) ?? ""
  }
}

extension TerminalSession {
  /// The program as a line of shell that notes its process and its exit status.
  private func program(_ catalog: String, _ options: String) -> String {
    let quoted = "'\(BuiltProgram.path)' --catalog '\(folder.path(catalog))' \(options)"
    return "sh -c 'echo $$ > \(folder.path("pid")); exec \"$0\" \"$@\"' \(quoted)"
  }

  /// Runs the planner, with the terminal's settings noted before and after, and waits for its first frame.
  /// - Parameters:
  ///   - before: shell text in front of the program, such as variables.
  ///   - options: shell text after the program.
  ///   - catalog: the name of its file.
  ///   - hasAlternate: whether the terminal has an alternate screen to be seen.
  ///   - sign: what is to be seen then.
  func startPlanner(
    _ before: String = "", options: String = "", catalog: String = "catalog.yaml", hasAlternate: Bool = true,
    waitingFor sign: String = SmallCatalog.goalTitle
  ) throws {
    try folder.write(
      """
      stty -a > \(folder.path("before"))
      rm -f \(folder.path("status"))
      \(before) \(program(catalog, options))
      echo $? > \(folder.path("status.part"))
      stty -a > \(folder.path("after"))
      mv \(folder.path("status.part")) \(folder.path("status"))
      """, to: "script")
    try enter("clear; . \(folder.path("script"))")
    try wait("the first frame") {
      (!hasAlternate || $0.isAlternate) && $0.screen.contains(sign)
    }
  }

  /// Of the program.
  var process: Int32? {
    folder.text(of: "pid").flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  /// The program's exit status, once the shell has it.
  func status() throws -> Int? {
    try wait("the exit status") { $0.folder.text(of: "status") != nil }
    return folder.text(of: "status").flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  /// Expects the terminal to be as it was before the program.
  func expectTerminalAsBefore(_ location: SourceLocation = #_sourceLocation) throws {
    let before = folder.text(of: "before")
    #expect(before?.isEmpty == false, sourceLocation: location)
    #expect(folder.text(of: "after") == before, sourceLocation: location)
    #expect(!isAlternate, "the alternate screen is off", sourceLocation: location)
    #expect(cursorIsVisible, "the cursor is on", sourceLocation: location)
    try enter("cat -v")
    try paste("pasted")
    try wait("the paste") { $0.screen.contains("pasted") }
    #expect(!screen.contains("200~"), "bracketed paste is off", sourceLocation: location)
  }
}
