import Catalogs
import Curses
import Foundation

/// A thread that leaves signals to the terminal's thread, with room for a deep search.
enum WorkerThread {
  /// Bytes; only what is used of it is ever taken.
  private static let stackSize = 64 << 20

  /// Starts a thread that runs `body` once.
  static func start(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread {
      CursesTerminal.prepareThread()
      body()
    }
    thread.stackSize = stackSize
    thread.start()
  }

  /// Work over as many threads as there are processors, this one among them.
  static let spreading = Spreading { count, body in
    let next = Monitor(0)
    let helping = Monitor(min(count, ProcessInfo.processInfo.activeProcessorCount) - 1)
    @Sendable func work() {
      while true {
        let number = next.change { next in
          defer { next += 1 }
          return next
        }
        guard number < count else { return }
        body(number)
      }
    }
    for _ in 0..<max(0, helping.read { $0 }) {
      start {
        work()
        helping.change { $0 -= 1 }
      }
    }
    work()
    helping.wait { $0 <= 0 ? () : nil }
  }
}
