/// What a session is shown on and hears from. There are two real ones: curses, and one that plays a script.
///
/// A terminal belongs to one thread; only `waker` may be called from others.
public protocol Terminal: AnyObject {
  var size: Size { get }
  /// What frames for it are drawn with.
  var glyphs: Glyphs { get }
  /// Shows a whole frame; what is outside its size, or the terminal's, is not shown.
  func show(_ frame: Frame)
  /// Waits until something has come, or so long, and returns all that has come. Empty where nothing did, or nothing that
  /// means anything.
  func arrivals(within time: Duration?) -> [Arrival]
  /// Ends a wait, from any thread.
  var waker: @Sendable () -> Void { get }
  /// Gives the terminal to the shell until the program is continued; what was shown then is to be shown again.
  func suspend()
}

extension Terminal {
  /// Waits until something has come.
  public func arrivals() -> [Arrival] { arrivals(within: nil) }
}

/// What ends a terminal's wait.
public enum Arrival: Hashable, Sendable {
  case input(InputEvent)
  /// Somebody called `waker`.
  case woken
  /// Nothing more will come.
  case ended(Ending)
}

/// Why nothing more comes from a terminal.
public enum Ending: Hashable, Sendable {
  /// The user interrupted the program with Ctrl-C.
  case interrupted
  /// A signal asked the program to end; its number.
  case signal(Int32)
  /// The terminal isn't there any more.
  case vanished
  /// A script came to its end.
  case scriptEnded
}
