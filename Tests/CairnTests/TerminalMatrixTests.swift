import Foundation
import Testing

@Suite("Terminals and locales")
struct TerminalMatrixTests {
  /// One kind of terminal in one locale.
  struct Setting: Sendable, CustomTestStringConvertible {
    var terminal: String
    var locale: String
    var isWithoutColor = false

    var testDescription: String { "\(terminal) in \(locale)\(isWithoutColor ? " without colour" : "")" }
  }

  /// Those that can place their cursor; "unknown" is known to nobody and taken for the commonest.
  private static let terminals = [
    "xterm-256color", "screen", "tmux-256color", "linux", "vt100", "vt220", "xterm-mono", "unknown-to-anybody",
  ]
  private static let locales = ["C", "POSIX", "C.UTF-8"]
  private static let settings = terminals.flatMap { terminal in
    locales.map { Setting(terminal: terminal, locale: $0) }
  }
  private static let colorless = ["xterm-256color", "screen", "linux", "xterm-mono"].map {
    Setting(terminal: $0, locale: "C.UTF-8", isWithoutColor: true)
  }

  private let bench: CatalogBench

  init() throws { bench = try CatalogBench() }

  private func run(_ setting: Setting, _ arguments: String...) throws -> PseudoTerminal {
    let environment = [
      "TERM=\(setting.terminal)", "LANG=\(setting.locale)", "HOME=\(bench.folder.url.path)",
      "PATH=/usr/local/bin:/usr/bin:/bin", "XDG_DATA_HOME=\(bench.folder.path("data"))",
    ]
    // With a setting of its own it is for nobody of whom anything is kept: there are no first questions.
    return try PseudoTerminal(
      [BuiltProgram.path, "--catalog", bench.folder.path("catalog.yaml"), "--hours-per-week", "9"] + arguments,
      environment: environment + (setting.isWithoutColor ? ["NO_COLOR=1"] : []))
  }

  @Test(
    "every kind in every locale: it starts, draws, and leaves the terminal as before; in ASCII no byte is above 0x7F",
    arguments: settings + colorless)
  func starts(_ setting: Setting) throws {
    let terminal = try run(setting)
    try terminal.wait("the goals") { $0.text.contains(SmallCatalog.goalTitle) }
    #expect(!terminal.isAsBefore)
    terminal.send("q")
    #expect(try terminal.status() == 0)
    #expect(terminal.isAsBefore)
    let text = terminal.text
    for (on, off) in [("\u{1B}[?1049h", "\u{1B}[?1049l"), ("\u{1B}[?2004h", "\u{1B}[?2004l")] where text.contains(on) {
      #expect(text.range(of: off, options: .backwards)?.lowerBound ?? text.startIndex > lastIndex(of: on, in: text))
    }
    // The mouse is heard by request only.
    #expect(!text.contains("\u{1B}[?1000h"))
    if setting.locale == "C.UTF-8" {
      #expect(terminal.output.contains { $0 > 0x7F })
    } else {
      #expect(terminal.output.allSatisfy { $0 < 0x80 })
    }
    if setting.isWithoutColor || setting.terminal == "xterm-mono" {
      #expect(colors(in: text) == [])
    } else if setting.terminal.hasPrefix("xterm") {
      #expect(colors(in: text) != [])
    }
  }

  /// Those that something is painted with, as the numbers of its escapes; the terminal's own are none.
  private func colors(in text: String) -> Set<Int> {
    let numbers = text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { $0.1.split(separator: ";").compactMap { Int($0) } }
    return Set(numbers).intersection(Set(30...49).union(90...107)).subtracting([39, 49])
  }

  private func lastIndex(of part: String, in text: String) -> String.Index {
    text.range(of: part, options: .backwards)?.lowerBound ?? text.endIndex
  }

  @Test("one that can't place its cursor gets plain output without a single escape", arguments: locales)
  func dumb(_ locale: String) throws {
    let terminal = try run(Setting(terminal: "dumb", locale: locale))
    #expect(try terminal.status() == 0)
    #expect(terminal.isAsBefore)
    #expect(terminal.text.contains(SmallCatalog.goalTitle))
    #expect(!terminal.output.contains(0x1B))
    if locale != "C.UTF-8" { #expect(terminal.output.allSatisfy { $0 < 0x80 }) }
  }

  @Test("Esc is heard without another key after it, and not as late as ncurses would have it (1,000 ms)")
  func escape() throws {
    let terminal = try run(Setting(terminal: "xterm-256color", locale: "C.UTF-8"))
    try terminal.wait("the goals") { $0.text.contains(SmallCatalog.goalTitle) }
    var quickest = Duration.seconds(10)
    // However busy the machine is, one of a few is quick; a delay would make all of them slow.
    for _ in 0..<3 where quickest > .milliseconds(500) {
      terminal.send("?")
      var shown = terminal.output.count
      try terminal.wait("the help") { $0.output.count > shown }
      shown = terminal.output.count
      let start = ContinuousClock.now
      terminal.send("\u{1B}")
      try terminal.wait("the help to go") { $0.output.count > shown }
      quickest = min(quickest, ContinuousClock.now - start)
    }
    #expect(quickest < .milliseconds(500))
    terminal.send("q")
    #expect(try terminal.status() == 0)
  }
}
