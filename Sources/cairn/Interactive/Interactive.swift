import Catalogs
import Curses
import Display
import Learners
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

  /// Runs a session in the terminal the program was started in.
  /// - Returns: the exit status.
  /// - Throws: where there is no screen to be had; nothing was written then, and plain output is what is left.
  static func run<State: Drivable>(
    _ options: Options = Options(), catalog: Catalog, keeper: Keeper? = nil,
    state: (Size, Glyphs) -> (State, [Effect])
  ) throws(CursesTerminal.StartFailure) -> Int32 {
    let terminal = try CursesTerminal(
      CursesTerminal.Options(
        theme: options.theme, hearsMouse: options.hearsMouse, isASCII: options.isASCII))
    let (first, effects) = state(terminal.size, terminal.glyphs.made(accessible: options.isAccessible))
    var loop = EventLoop(
      first, terminal: terminal, jobs: jobs(catalog, wake: terminal.waker), keeper: keeper,
      write: HandoutWriting.write)
    let end = loop.run(first: effects)
    terminal.stop()
    return status(end)
  }

  /// Jobs that plan against a catalog.
  static func jobs(
    _ catalog: Catalog, timeLimits: Jobs.TimeLimits = Jobs.TimeLimits(), wake: @escaping @Sendable () -> Void
  ) -> Jobs {
    let answer: Jobs.Answering = { try $0.answer(in: catalog, limits: $1) }
    return Jobs(timeLimits: timeLimits, wake: wake, answer: answer) { request, limits, report in
      // What is kept of a learner may name what these catalogs don't hold.
      var request = request
      request.learner = request.learner.known(in: catalog)
      return try Planner(limits: limits).solve(Problem(request, in: catalog), report: report)
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
