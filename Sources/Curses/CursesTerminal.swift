import CCurses
import Display

/// The terminal the program was started in, through ncurses. There is one at a time, and it belongs to the thread that
/// started it.
public final class CursesTerminal: Terminal {
  public struct Options: Sendable {
    /// Where the terminal has too few colours for it, a simpler one; `.none` for faces alone.
    public var theme: Theme
    public var hearsMouse: Bool
    /// Nothing above 0x7F, whatever the locale says.
    public var isASCII: Bool

    public init(theme: Theme = .terminal, hearsMouse: Bool = false, isASCII: Bool = false) {
      self.theme = theme
      self.hearsMouse = hearsMouse
      self.isASCII = isASCII
    }
  }

  /// Why the screen can't be had; plain output is what is left.
  public enum StartFailure: Error, Hashable, Sendable {
    case notATerminal
    /// `TERM` names one that can't place its cursor, or none.
    case noCursorAddressing
    case failed
  }

  public let glyphs: Glyphs
  private var input = CursesInput()

  /// Takes the terminal over; `stop` gives it back.
  public init(_ options: Options = Options()) throws(StartFailure) {
    switch cc_start(options.theme == .none ? 0 : 1, options.hearsMouse ? 1 : 0) {
    case Int32(CC_STARTED): break
    case Int32(CC_NOT_A_TERMINAL): throw .notATerminal
    case Int32(CC_NO_CURSOR_ADDRESSING): throw .noCursorAddressing
    default: throw .failed
    }
    glyphs = options.isASCII || cc_is_utf8() == 0 ? .ascii : .unicode
    CursesTerminal.apply(options.theme.fitting(colors: Int(cc_colors())))
  }

  deinit { cc_stop() }

  public var size: Size { Size(width: Int(cc_width()), height: Int(cc_height())) }

  public var waker: @Sendable () -> Void { { cc_wake() } }

  public func suspend() { cc_suspend(1) }

  /// Gives the terminal back as it was, and writes what was meanwhile said on standard error.
  public func stop() { cc_stop() }

  /// Ends the process by a signal that asked for it, so that whoever started it is told.
  public static func end(bySignal signal: Int32) { cc_end_by_signal(signal) }

  public func show(_ frame: Frame) {
    cc_frame_begin()
    for y in 0..<min(frame.size.height, size.height) {
      for x in 0..<min(frame.size.width, size.width) { put(frame.cell(x: x, y: y), x: x, y: y) }
    }
    let cursor = frame.cursor ?? Point(x: 0, y: 0)
    cc_frame_end(Int32(cursor.y), Int32(cursor.x), frame.showsCursor ? 1 : 0)
  }

  public func arrivals(within time: Duration?) -> [Arrival] {
    let what = cc_wait(time.map { Int32(($0 / .milliseconds(1)).rounded(.up)) } ?? -1)
    var arrivals = input.taken().map(Arrival.input)
    let isSuspending = cc_is_suspending() != 0
    if isSuspending { cc_suspend(1) }
    if isSuspending || what & Int32(CC_CONTINUED) != 0 { arrivals.append(.input(.resize(size))) }
    if what & Int32(CC_WOKEN) != 0 { arrivals.append(.woken) }
    if cc_ending_signal() != 0 {
      arrivals.append(.ended(cc_was_interrupted() != 0 ? .interrupted : .signal(cc_ending_signal())))
    } else if what & Int32(CC_GONE) != 0 {
      arrivals.append(.ended(.vanished))
    }
    return arrivals
  }

  private func put(_ cell: Cell, x: Int, y: Int) {
    if cell.isContinuation || (cell.text == " " && cell.role == .plain) { return }
    var scalars = cell.text.unicodeScalars.makeIterator()
    let first = scalars.next()?.value ?? 0x20
    let marks = (scalars.next()?.value ?? 0, scalars.next()?.value ?? 0, scalars.next()?.value ?? 0)
    let style = Int32(cell.role.rawValue)
    cc_put(Int32(y), Int32(x), Int32(cell.width), style, first, marks.0, marks.1, marks.2)
  }

  private static func apply(_ theme: Theme) {
    for role in Role.allCases {
      let look = theme.look(role)
      cc_style(
        Int32(role.rawValue), look.foreground.map { Int32($0.number) } ?? -1,
        look.background.map { Int32($0.number) } ?? -1, attributes(look.face))
    }
  }

  private static func attributes(_ face: Face) -> Int32 {
    let names: [(Face, Int)] = [
      (.bold, CC_BOLD), (.dim, CC_DIM), (.underline, CC_UNDERLINE), (.reverse, CC_REVERSE), (.italic, CC_ITALIC),
    ]
    return names.reduce(0) { face.contains($1.0) ? $0 | Int32($1.1) : $0 }
  }
}

extension CursesTerminal {
  /// For a thread of our own, at its beginning: signals go to the terminal's thread, and even a stack that overflows
  /// leaves the terminal as it was.
  public static func prepareThread() { cc_prepare_thread() }

  /// For a thread that works beside the terminal's: it gives way wherever both could run, so that no key waits for it.
  public static func yieldToTerminal() { cc_yield_to_terminal() }
}

extension CursesTerminal {
  /// What a terminal can do.
  public struct Abilities: Hashable, Sendable {
    public var colors: Int
    public var isUTF8: Bool
  }

  /// What the terminal that standard output is can do, without taking it over; `nil` where there is no screen to be had.
  public static func abilities() -> Abilities? {
    let colors = cc_examine()
    return colors < 0 ? nil : Abilities(colors: Int(colors), isUTF8: cc_is_utf8() != 0)
  }

  /// The version of ncurses.
  public static var version: String { String(cString: cc_version()) }
}
