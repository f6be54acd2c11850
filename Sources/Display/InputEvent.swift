/// What comes from the terminal.
public enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// Text pasted at once; it never stands for commands.
  case paste(String)
  /// The terminal has this size now.
  case resize(Size)
  case mouse(Mouse)
}

/// What the mouse did, and where.
public struct Mouse: Hashable, Sendable {
  public enum Action: Hashable, Sendable { case click, doubleClick, scrollUp, scrollDown }

  public var action: Action
  public var at: Point

  public init(_ action: Action, at: Point) {
    self.action = action
    self.at = at
  }
}
