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
  enum ColorUse: String, CaseIterable, Sendable { case auto, always, never }

  struct Options: Sendable {
    var color = ColorUse.auto
    var isASCII = false
    var hearsMouse = false
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
        usesColor: usesColor(options.color), hearsMouse: options.hearsMouse, isASCII: options.isASCII))
    let (first, effects) = state(terminal.size, terminal.glyphs)
    var loop = EventLoop(first, terminal: terminal, jobs: jobs(catalog, wake: terminal.waker), keeper: keeper)
    let end = loop.run(first: effects)
    terminal.stop()
    return status(end)
  }

  /// Jobs that plan against a catalog.
  static func jobs(_ catalog: Catalog, wake: @escaping @Sendable () -> Void) -> Jobs {
    Jobs(wake: wake) { request, limits, report in
      // What is kept of a learner may name what these catalogs don't hold.
      var request = request
      request.learner = request.learner.known(in: catalog)
      return try Planner(limits: limits).solve(Problem(request, in: catalog), report: report)
    }
  }

  /// Whoever asks for no colour by `NO_COLOR` (no-color.org) gets none, unless the command line says otherwise.
  private static func usesColor(_ use: ColorUse) -> Bool {
    switch use {
    case .always: return true
    case .never: return false
    case .auto:
      guard let value = getenv("NO_COLOR") else { return true }
      return value.pointee == 0
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
