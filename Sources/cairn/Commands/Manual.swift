import ArgumentParser
import Screens

/// `cairn manual`: the manual page, or the reference of the keys, made of the tables that the program itself goes by.
struct Manual: Subcommand {
  enum Part: String, CaseIterable, ExpressibleByArgument { case page, keys }

  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Writes the manual page, or the reference of the keys.",
    discussion: "cairn manual | man -l -")

  @Argument(help: "page for man, keys for a table in Markdown.")
  var part = Part.page

  func perform() throws -> ExitCode {
    try Output.show(part == .page ? ManualPage.lines : KeyReference.lines)
    return .success
  }
}

/// The keys as a table, by group.
enum KeyReference {
  static var lines: [String] {
    var lines = ["# Keys", "", "Written by `cairn manual keys`; the name is what `keys.yaml` calls a command.", ""]
    for group in Command.Group.allCases {
      let commands = Command.all.filter { $0.group == group }
      if commands.isEmpty { continue }
      lines += ["## \(group.rawValue)", "", "| keys | name | what it does |", "|---|---|---|"]
      lines += commands.map { "| \(keys($0)) | \($0.id) | \($0.sentence)\(places($0)) |" } + [""]
    }
    return Array(lines.dropLast())
  }

  private static func keys(_ command: Command) -> String {
    command.keys.map { "`\($0.name == "|" ? "\\|" : $0.name)`" }.joined(separator: " ")
  }

  /// Where it works, where that isn't everywhere.
  static func places(_ command: Command) -> String {
    guard let places = command.places else { return "" }
    let names = PlaceID.allCases.filter(places.contains).map(\.name)
    return " (\(names.joined(separator: ", ")))"
  }
}

/// The manual page in the macros of man(7).
enum ManualPage {
  static var lines: [String] { heading + commands + keys + files + environment + statuses }

  private static var heading: [String] {
    let program = Cairn.configuration
    return [
      ".\\\" Written by `cairn manual`.", ".TH CAIRN 1", ".SH NAME",
      "cairn \\- plans ways to a goal through stackable credentials", ".SH SYNOPSIS", ".B cairn",
      "[\\fIcommand\\fR] [\\fIoptions\\fR]", ".SH DESCRIPTION", escaped(program.abstract),
      "Without a command it opens the interactive planner; where there is no terminal for it, results are plain text.",
    ]
  }

  private static var commands: [String] {
    [".SH COMMANDS"]
      + Cairn.configuration.subcommands.flatMap { command -> [String] in
        let configuration = command.configuration
        let name = configuration.commandName ?? ""
        let help = Cairn.helpMessage(for: command, columns: 76).split(separator: "\n", omittingEmptySubsequences: false)
        return [".SS cairn \(escaped(name))", escaped(configuration.abstract), ".PP", ".nf"]
          + help.drop { !$0.hasPrefix("USAGE") }.map { escaped(String($0)) } + [".fi"]
      }
  }

  private static var keys: [String] {
    [".SH KEYS", "Keys of the interactive planner."]
      + Command.Group.allCases.flatMap { group -> [String] in
        let commands = Command.all.filter { $0.group == group }
        if commands.isEmpty { return [] }
        return [".SS \(group.rawValue)"]
          + commands.flatMap { command in
            let names = command.keys.map { escaped($0.name) }.joined(separator: ", ")
            let sentence = escaped(command.sentence + KeyReference.places(command))
            return [".TP", "\\fB\(names)\\fR (\(escaped(command.id)))", sentence]
          }
      }
  }

  private static var files: [String] {
    [
      ".SH FILES", ".TP", "\\fI~/.config/cairn/\(Settings.configName)\\fR",
      "theme (terminal, dark, light, contrast, none), ascii, accessible, mouse (true or false).", ".TP",
      "\\fI~/.config/cairn/\(Settings.keysName)\\fR",
      "Other keys: the name of a command, a colon, a key or a list of keys, as in", ".RS", ".nf",
      "more\\-hours: [\"+\", Ctrl\\-P]", ".fi", ".RE",
      "A file with a fault counts for nothing; the fault is told with its line, and by \\fBcairn doctor\\fR.",
    ]
  }

  private static var environment: [String] {
    [
      ".SH ENVIRONMENT", ".TP", "\\fBXDG_CONFIG_HOME\\fR, \\fBXDG_DATA_HOME\\fR, \\fBXDG_CACHE_HOME\\fR",
      "Where configuration, learners and indexes are kept.", ".TP", "\\fBCAIRN_CATALOGS\\fR",
      "The catalogs in place of the bundled ones.", ".TP", "\\fBNO_COLOR\\fR", "No colour where it isn't empty.",
      ".TP", "\\fBESCDELAY\\fR", "Milliseconds that a lone Escape waits for the rest of a key.",
    ]
  }

  private static var statuses: [String] {
    [".SH EXIT STATUS", escaped(Cairn.configuration.discussion.split(separator: "\n").last.map(String.init) ?? "")]
  }

  /// Text as it is, for roff: no line of it is a request, no hyphen is broken at, no backslash means anything.
  private static func escaped(_ text: String) -> String {
    let safe = text.reduce(into: "") { safe, character in
      switch character {
      case "\\": safe += "\\e"
      case "-": safe += "\\-"
      case "'": safe += "\\(aq"
      case "`": safe += "\\(ga"
      case "^": safe += "\\(ha"
      case "~": safe += "\\(ti"
      default: safe.append(character)
      }
    }
    return safe.hasPrefix(".") ? "\\&" + safe : safe
  }
}
