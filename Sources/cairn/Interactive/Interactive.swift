import Catalogs
import Curses
import Display
import Learners
import Library
import Planning
import Screens

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The interactive planner: the state of the screens, the terminal, and the planner, put together.
enum Interactive {
  struct Options: Sendable {
    var theme = Theme.terminal
    var isASCII = false
    var isAccessible = false
    var hearsMouse = false

    init() {}

    init(_ look: LookOptions, _ settings: Settings) {
      theme = look.theme(settings)
      isASCII = look.isASCII(settings)
      isAccessible = look.isAccessible(settings)
      hearsMouse = look.mouse || settings.hearsMouse
    }
  }

  /// Runs a session in the terminal the program was started in: first something is shown, then everything is read.
  ///
  /// - Parameters:
  ///   - place: the one that will be shown.
  ///   - read: called on a thread of its own with how to wake the terminal, and with whom to tell how far it is.
  /// - Returns: the exit status.
  /// - Throws: `CursesTerminal.StartFailure` where there is no screen to be had; nothing was written then, and plain
  ///   output is what is left. What `read` throws, once the terminal is as it was.
  static func run<State: Drivable>(
    _ options: Options = Options(), place: PlaceID, keymap: Keymap,
    read: @escaping @Sendable (Setting) throws -> Beginning<State>
  ) throws -> Int32 {
    let terminal = try CursesTerminal(
      CursesTerminal.Options(theme: options.theme, hearsMouse: options.hearsMouse, isASCII: options.isASCII))
    let size = terminal.size
    let glyphs = terminal.glyphs.made(accessible: options.isAccessible)
    let wake = terminal.waker
    var opening = Opening<State>(
      OpeningScreen(place, size: size, glyphs: glyphs, keymap: keymap), terminal: terminal)
    let result = opening.run { try read(Setting(size: size, glyphs: glyphs, wake: wake, tell: $0)) }
    defer { terminal.stop() }
    switch result {
    case .failed(let error): throw error
    case .ended(let end): return ended(end, terminal)
    case .began(let beginning):
      var loop = EventLoop(
        beginning.state, terminal: terminal, jobs: beginning.jobs, keeper: beginning.keeper, write: HandoutWriting.write
      )
      let end = loop.run(first: beginning.effects, heard: opening.screen.heard)
      terminal.stop()
      if let loss = beginning.keeper?.leave() { Output.complain("cairn: \(loss)") }
      return ended(end, terminal)
    }
  }

  /// What reading needs to know of the terminal, and how it speaks to it.
  struct Setting: Sendable {
    var size: Size
    var glyphs: Glyphs
    /// Ends the terminal's wait, from any thread.
    var wake: @Sendable () -> Void
    /// Says how far it is.
    var tell: @Sendable (String) -> Void
  }

  private static func ended(_ end: SessionEnd, _ terminal: CursesTerminal) -> Int32 {
    terminal.stop()
    return status(end)
  }

  /// Jobs that plan in what a session is about.
  static func jobs(
    _ catalogs: SessionCatalogs, timeLimits: Jobs.TimeLimits = Jobs.TimeLimits(), wake: @escaping @Sendable () -> Void
  ) -> Jobs {
    let answer: Jobs.Answering = { try $0.answer(in: catalogs.catalog(for: $0), limits: $1) }
    let prepare: Jobs.Preparing = { CatalogIndex(catalogs.held) }
    return Jobs(timeLimits: timeLimits, yielding: true, wake: wake, answer: answer, prepare: prepare) {
      request, limits, report in
      // What is kept of a learner may name what these catalogs don't hold.
      let catalog = try catalogs.catalog(for: request)
      var request = request
      request.learner = request.learner.known(in: catalog)
      return try Planner(limits: limits).solve(request, in: catalog, report: report)
    }
  }

  private static func status(_ end: SessionEnd) -> Int32 {
    switch end {
    case .quit, .ended(.scriptEnded): return 0
    case .ended(.interrupted): return 130
    case .ended(.vanished): return 128 + SIGHUP
    case .ended(.signal(let signal)):
      CursesTerminal.end(bySignal: signal)
      return 128 + signal
    }
  }
}
