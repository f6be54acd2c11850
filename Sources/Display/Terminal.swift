/// What a session is shown on and hears from. There are two real ones: curses, and one that records.
public protocol Terminal: AnyObject {
  var size: Size { get }
  /// What frames for it are drawn with.
  var glyphs: Glyphs { get }
  /// Shows a whole frame; what is outside its size, or the terminal's, is not shown.
  func show(_ frame: Frame)
  /// What has come in and was not yet asked for; `nil` where there is nothing. Never waits.
  func nextEvent() -> InputEvent?
}
