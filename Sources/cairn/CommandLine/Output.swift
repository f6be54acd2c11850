import Display
import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Results to standard output, everything else to standard error; no text of a catalog reaches a terminal unmade safe.
enum Output {
  /// Columns of the terminal that standard output is, or 80 where it is none.
  static var width: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return max(40, Int(size.ws_col))
  }

  /// Lines for people.
  static func show(_ lines: [String]) throws(Failure) {
    try write(lines.map { safe($0) + "\n" }.joined())
  }

  /// One JSON value for programs, whose own escapes make it safe.
  static func show(_ value: JSONValue) throws(Failure) { try write(value.text + "\n") }

  /// One JSON value on a line of its own.
  static func show(line value: JSONValue) throws(Failure) { try write(value.oneLine + "\n") }

  /// A document that is JSON already.
  static func show(raw data: Data) throws(Failure) { try write(String(decoding: data, as: UTF8.self) + "\n") }

  /// A picture, whose text was made safe when it was drawn.
  static func show(picture: String) throws(Failure) { try write(picture + "\n") }

  /// A line on standard error.
  static func complain(_ line: String) { _ = send(safe(line) + "\n", to: STDERR_FILENO) }

  /// What changes on standard error while somebody waits; where that is no terminal, nothing.
  static func hint(_ text: String) {
    guard isatty(STDERR_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return }
    _ = send("\r\u{1B}[K" + DisplayWidth.truncated(safe(text), to: width - 1), to: STDERR_FILENO)
  }

  /// Without what a terminal would obey, and in a locale without UTF-8 without anything above 0x7F.
  private static func safe(_ line: String) -> String {
    let clean = DisplayWidth.sanitized(line)
    return isASCII ? DisplayWidth.ascii(clean) : clean
  }

  private static let isASCII: Bool = {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      let lowered = value.lowercased()
      return !(lowered.contains("utf-8") || lowered.contains("utf8"))
    }
    return true
  }()

  private static func write(_ text: String) throws(Failure) {
    switch send(text, to: STDOUT_FILENO) {
    // Whoever read it has enough: no fault of ours, and nothing to say.
    case 0, EPIPE: return
    case let error:
      throw Failure(
        code: ExitCodes.cannotWrite, sentence: "can't write to standard output: \(String(cString: strerror(error)))")
    }
  }

  /// - Returns: 0, or the `errno` that ended it.
  private static func send(_ text: String, to descriptor: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { sendBytes(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}

private func sendBytes(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, start, count)
}
