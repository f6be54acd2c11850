import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A bare terminal, whose other end is the test: every byte that the program sends is there to be looked at. (What they
/// draw, only tmux says.)
final class PseudoTerminal {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Everything that has come.
  private(set) var output: [UInt8] = []
  private let terminal: Int32
  /// Held open, so that the settings outlive the program.
  private let other: Int32
  private var process = pid_t()
  private let before: termios

  #if canImport(Darwin)
    private static func opened() throws -> (descriptor: Int32, other: String) {
      let terminal = posix_openpt(O_RDWR | O_NOCTTY)
      guard terminal >= 0, grantpt(terminal) == 0, unlockpt(terminal) == 0, let name = ptsname(terminal) else {
        throw Failure(description: "there is no terminal to be had")
      }
      return (terminal, String(cString: name))
    }
  #else
    /// Swift doesn't see glibc's posix_openpt; these are the requests that it makes: TIOCSPTLCK and TIOCGPTN.
    private static func opened() throws -> (descriptor: Int32, other: String) {
      let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (lock, number): (Int32, Int32) = (0, 0)
      guard terminal >= 0, ioctl(terminal, 0x4004_5431, &lock) == 0, ioctl(terminal, 0x8004_5430, &number) == 0 else {
        throw Failure(description: "there is no terminal to be had")
      }
      return (terminal, "/dev/pts/\(number)")
    }
  #endif

  /// Starts a program in a terminal of 80x24.
  init(_ arguments: [String], environment: [String]) throws {
    let path: String
    (terminal, path) = try PseudoTerminal.opened()
    other = open(path, O_RDWR | O_NOCTTY)
    _ = fcntl(terminal, F_SETFD, FD_CLOEXEC)
    _ = fcntl(other, F_SETFD, FD_CLOEXEC)
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    before = PseudoTerminal.settings(other)
    process = try Spawned.start(arguments, environment: environment, terminal: path)
  }

  deinit {
    if process > 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(terminal)
    close(other)
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  /// True where the settings are as they were before the program.
  var isAsBefore: Bool {
    let now = PseudoTerminal.settings(other)
    return now.c_iflag == before.c_iflag && now.c_oflag == before.c_oflag && now.c_cflag == before.c_cflag
      && now.c_lflag == before.c_lflag
  }

  private static func settings(_ descriptor: Int32) -> termios {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    return settings
  }

  func send(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) } }

  /// Reads until something has come, for ten seconds at most.
  func wait(_ what: String, until holds: (PseudoTerminal) -> Bool) throws {
    let end = ContinuousClock.now + .seconds(10)
    while !holds(self) {
      guard ContinuousClock.now < end else {
        throw Failure(description: "waited in vain for \(what): \(text.debugDescription)")
      }
      read(milliseconds: 50)
    }
  }

  /// Waits until the program ends.
  /// - Returns: its exit status; -1 where a signal ended it.
  func status() throws -> Int32 {
    var status: Int32 = 0
    try wait("the end") { _ in waitpid(process, &status, WNOHANG) == process }
    process = 0
    read(milliseconds: 0)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }

  /// Takes in what there is, after so long at most where there is nothing.
  private func read(milliseconds: Int32) {
    var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    var bytes = [UInt8](repeating: 0, count: 65_536)
    var patience = milliseconds
    while poll(&source, 1, patience) > 0, source.revents & Int16(POLLIN) != 0 {
      let count = readBytes(terminal, &bytes, bytes.count)
      guard count > 0 else { return }
      output += bytes[..<count]
      patience = 0
    }
  }
}

private func readBytes(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
