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
}
