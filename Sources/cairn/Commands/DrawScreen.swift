import ArgumentParser
import Catalogs
import Display
import Screens

/// `cairn screen PLACE`: what the planner shows after some keys, without a terminal.
struct DrawScreen: Subcommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, svg, ansi }

  static let configuration = CommandConfiguration(
    commandName: "screen", abstract: "Draws a place of the planner after some keys, without a terminal.",
    discussion: """
      Keys are words: names of keys as cairn's help writes them (Enter, Down, Ctrl-D, q), and anything else is typed. \
      Each is pressed once nothing is being planned any more.
      """)

  @Argument(help: "The place: \(PlaceID.allCases.map(\.rawValue).joined(separator: ", ")).")
  var place: PlaceID = .goals

  @Option(help: "The goal of the pathways: the id of a goal or a credential.") var goal: String?
  @Option(help: ArgumentHelp("Columns and rows.", valueName: "columnsxrows")) var size = Size(width: 120, height: 40)
  @Option(help: "Keys to be pressed first, such as \"Enter Tab Down\" or \"/ security Enter\".") var keys = ""
  @Option(help: "How it is drawn: text, a picture, or text with colours.") var format = Format.text
  @Option(help: ArgumentHelp("A catalog; repeatable. (default: the bundled ones)", valueName: "path"))
  var catalog: [String] = []

  @OptionGroup(title: "Look") var look: LookOptions
  @OptionGroup(title: "Learner") var learner: LearnerOptions

  func perform() throws -> ExitCode {
    let opened = try SessionCatalogs.opened(catalog, goal, learner)
    let learner = try learner.learner(in: opened.named)
    let settings = Settings()
    let glyphs = (look.ascii ? Glyphs.ascii : .unicode).made(accessible: look.accessible)
    let isThere = place == (goal == nil ? .goals : .pathway)
    let script = (isThere ? [] : [place.key]) + KeyScript.keys(keys)
    let run = ScreenRun(catalogs: opened.catalogs, size: size, glyphs: glyphs, waitsForAll: place == .goals)
    let frame = run.frame(after: script) {
      opened.catalogs.opening(OpenedRecord(passing: learner), goal: opened.goal, size: size, glyphs: glyphs)
    }
    try show(frame, look.theme(settings))
    return .success
  }

  private func show(_ frame: Frame, _ theme: Theme) throws {
    switch format {
    case .text: try Output.show(frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    case .svg: try Output.show(picture: frame.svg(theme))
    case .ansi: try Output.show(picture: frame.ansi(theme))
    }
  }
}

extension PlaceID: ExpressibleByArgument {}

extension Size: ExpressibleByArgument {
  /// `120x40`; at most 1,000 of either.
  public init?(argument: String) {
    let parts = argument.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], 1...1000 ~= width, 1...1000 ~= height else {
      return nil
    }
    self.init(width: width, height: height)
  }

  public var defaultValueDescription: String { "\(width)x\(height)" }
}

/// Keys written as words.
enum KeyScript {
  /// A word that is the name of a key is that key; any other is typed.
  static func keys(_ text: String) -> [Key] {
    text.split(separator: " ").flatMap { word -> [Key] in
      if let key = Key(name: String(word)), key.name == word { return [key] }
      return word.map { .character($0) }
    }
  }
}

/// The real loop with a terminal that plays a script: each key once nothing is being planned any more.
struct ScreenRun {
  var catalogs: SessionCatalogs
  var size: Size
  var glyphs: Glyphs
  /// Waits for what nobody is looking at, too.
  var waitsForAll: Bool

  /// Who keeps what becomes of a learner; `nil` where nothing is kept.
  var keeper: Keeper?

  func frame(after keys: [Key], state: () -> (AppState, [Effect])) -> Frame {
    frames(during: keys, state: state).last ?? Frame(size: size, glyphs: glyphs)
  }

  /// What is shown before the first key, and after each.
  func frames(during keys: [Key], state: () -> (AppState, [Effect])) -> [Frame] {
    let terminal = ScriptedTerminal(size: size, glyphs: glyphs, script: keys.map { .key($0) })
    // Nobody waits here: what is shown is to be the same however busy the machine is.
    let limits = Jobs.TimeLimits(urgent: .seconds(600), background: .seconds(600), enquiry: .seconds(600))
    let jobs = Interactive.jobs(catalogs, timeLimits: limits, wake: terminal.waker)
    terminal.isIdle = { waitsForAll ? jobs.pending == 0 : jobs.urgent == 0 }
    let (first, effects) = state()
    var loop = EventLoop(first, terminal: terminal, jobs: jobs, keeper: keeper)
    _ = loop.run(first: effects)
    return terminal.settled
  }
}
