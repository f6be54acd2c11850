import Foundation
import Testing

@Suite("Screens without a terminal, the configuration, doctor, the manual")
struct ScreenCommandTests {
  @Test("cairn screen shows a place after some keys, once everything is planned")
  func text() throws {
    let bench = try CatalogBench()
    let run = try CommandRun(
      ["screen", "goals", "--catalog", "catalog.yaml", "--size", "80x24", "--keys", "Enter Tab t"], in: bench.folder)
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 25)
    #expect(lines[0].contains("▸2 Pathway"))
    #expect(run.output.contains("proven") && run.output.contains("stack, t for"))
  }

  @Test("words that are no keys are typed, and the same keys give the same bytes")
  func typed() throws {
    let bench = try CatalogBench()
    let arguments = ["screen", "--catalog", "catalog.yaml", "--keys", "/ carp Enter", "--start", "2027-01-04"]
    let run = try CommandRun(arguments, in: bench.folder)
    #expect(run.output.contains("Carpenter   10 h/week"))
    #expect(try CommandRun(arguments, in: bench.folder).output == run.output)
  }

  @Test("a picture is SVG, colours are escapes, and ASCII stays below 0x80")
  func formats() throws {
    let bench = try CatalogBench()
    func screen(_ more: String...) throws -> String {
      try CommandRun(["screen", "--catalog", "catalog.yaml", "--size", "60x20"] + more, in: bench.folder).output
    }
    #expect(try screen("--format", "svg").hasPrefix("<svg"))
    #expect(try screen("--format", "ansi").contains("\u{1B}["))
    #expect(try !screen("--format", "ansi", "--color", "never").contains("\u{1B}[3"))
    #expect(try screen("--ascii").utf8.allSatisfy { $0 < 0x80 })
    #expect(try !screen("--accessible").contains("│"))
  }

  @Test("a bad configuration means defaults, and doctor tells the line that is wrong")
  func configuration() throws {
    let bench = try CatalogBench()
    let folder = bench.folder.url.appendingPathComponent("config/cairn")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("ascii: true\ntheme: mauve\n".utf8).write(to: folder.appendingPathComponent("config.yaml"))
    try Data("exclude: X\nfind: [u]\n".utf8).write(to: folder.appendingPathComponent("keys.yaml"))
    let run = try bench.run("doctor", environment: ["XDG_CONFIG_HOME": bench.folder.path("config")])
    #expect(run.status == 65)
    #expect(run.output.contains("config.yaml:2: theme is one of"))
    #expect(run.output.contains("keys.yaml:2: u is the key of find and of undo"))
  }

  @Test("doctor prints paths, terminal abilities and versions, as text and as JSON")
  func doctor() throws {
    let bench = try CatalogBench()
    let environment = ["XDG_DATA_HOME": bench.folder.path("data"), "XDG_CONFIG_HOME": bench.folder.path("none")]
    let run = try bench.run("doctor", environment: environment)
    #expect(run.status == 0)
    for word in [
      "ncurses", "TERM", bench.folder.path("data/cairn"), "none yet", "1 catalog", "LC_ALL", "Nothing is wrong.",
    ] {
      #expect(run.output.contains(word), "\(word)")
    }
    let json = try bench.run("doctor", "--format", "json", environment: environment).object()
    #expect((json["faults"] as? [String])?.isEmpty == true)
  }

  @Test("the manual names every command of the command line and every key")
  func manual() throws {
    let bench = try CatalogBench()
    let page = try CommandRun(["manual"], in: bench.folder).output
    for name in ["plan", "goals", "show", "search", "check", "screen", "doctor"] {
      #expect(page.contains(".SS cairn \(name)"), "\(name)")
    }
    #expect(page.contains("(exclude)") && page.contains(".SH EXIT STATUS"))
    #expect(try CommandRun(["manual", "keys"], in: bench.folder).output.contains("| `x` | exclude |"))
  }
}
