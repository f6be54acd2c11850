import Display
import Screens

/// What a session begins with once everything is read.
struct Beginning<State: Drivable> {
  var state: State
  /// What the state wants done first.
  var effects: [Effect]
  var jobs: Jobs
  var keeper: Keeper?
}

/// The time from the first frame until everything is read: reading goes on beside the terminal, which shows how far it is
/// and keeps what is typed.
struct Opening<State: Drivable> {
  enum Result {
    case began(Beginning<State>)
    case failed(any Error)
    /// Whoever waited has left.
    case ended(SessionEnd)
  }

  /// What the reading thread has to tell.
  private struct Told {
    var progress: String?
    var result: Swift.Result<Beginning<State>, any Error>?
  }

  private(set) var screen: OpeningScreen
  private let terminal: any Terminal

  init(_ screen: OpeningScreen, terminal: any Terminal) {
    self.screen = screen
    self.terminal = terminal
  }

  /// Shows the first frame, has everything read, and waits for it.
  /// - Parameter read: called on a thread of its own, with whom to tell how far it is.
  mutating func run(
    _ read: @escaping @Sendable (_ tell: @escaping @Sendable (String) -> Void) throws -> Beginning<State>
  ) -> Result {
    terminal.show(screen.frame(size: terminal.size))
    let told = Monitor(Told())
    let wake = terminal.waker
    WorkerThread.start {
      let result = Swift.Result {
        try read { progress in
          told.change { $0.progress = progress }
          wake()
        }
      }
      told.change { $0.result = result }
      wake()
    }
    while true {
      for arrival in terminal.arrivals() {
        switch arrival {
        case .input(let input): if screen.hear(input) { return .ended(.quit) }
        case .ended(let ending): return .ended(.ended(ending))
        case .woken:
          switch told.read(\.result) {
          case .success(let beginning)?: return .began(beginning)
          case .failure(let error)?: return .failed(error)
          case nil: screen.progress = told.read(\.progress) ?? ""
          }
        }
      }
      terminal.show(screen.frame(size: terminal.size))
    }
  }
}
