import CCurses
import Display

/// From the numbers of the C side to events; a paste is gathered until it is whole.
struct CursesInput {
  /// A paste longer than this is cut: nothing in the program takes more.
  private static let longestPaste = 100_000

  private var paste: String?

  /// Everything that has come in.
  mutating func taken() -> [InputEvent] {
    var events: [InputEvent] = []
    while true {
      let code = Int(cc_next())
      if code == CC_NONE { return events }
      if let event = event(code) { events.append(event) }
    }
  }

  private mutating func event(_ code: Int) -> InputEvent? {
    switch code {
    case CC_PASTE_BEGIN:
      paste = ""
      return nil
    case CC_PASTE_END:
      defer { paste = nil }
      return paste.map { .paste($0) }
    case CC_RESIZED: return .resize(Size(width: Int(cc_width()), height: Int(cc_height())))
    case CC_MOUSE: return CursesInput.mouse()
    case 0..<CC_KEYS: return character(code)
    default: return CursesInput.key(code).map { .key($0) }
    }
  }

  private mutating func character(_ code: Int) -> InputEvent? {
    guard let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
    guard paste != nil else { return .key(.character(Character(scalar))) }
    if (paste?.utf8.count ?? 0) < CursesInput.longestPaste { paste?.unicodeScalars.append(scalar) }
    return nil
  }
}

extension CursesInput {
  private static func key(_ code: Int) -> Key? {
    switch code {
    case CC_CONTROL + 1...CC_CONTROL + 26:
      return Unicode.Scalar(UInt32(0x60 + code - CC_CONTROL)).map { .control(Character($0)) }
    case CC_FUNCTION + 1...CC_FUNCTION + 24: return .function(code - CC_FUNCTION)
    default: return named[code]
    }
  }

  private static let named: [Int: Key] = [
    CC_UP: .up, CC_DOWN: .down, CC_LEFT: .left, CC_RIGHT: .right, CC_ENTER: .enter, CC_ESCAPE: .escape, CC_TAB: .tab,
    CC_BACK_TAB: .backTab, CC_BACKSPACE: .backspace, CC_DELETE: .delete, CC_INSERT: .insert, CC_HOME: .home,
    CC_END: .end, CC_PAGE_UP: .pageUp, CC_PAGE_DOWN: .pageDown,
  ]

  private static func mouse() -> InputEvent? {
    let place = Point(x: Int(cc_mouse_column()), y: Int(cc_mouse_row()))
    switch Int(cc_mouse_action()) {
    case CC_CLICK: return .mouse(Mouse(.click, at: place))
    case CC_DOUBLE_CLICK: return .mouse(Mouse(.doubleClick, at: place))
    case CC_WHEEL_UP: return .mouse(Mouse(.scrollUp, at: place))
    case CC_WHEEL_DOWN: return .mouse(Mouse(.scrollDown, at: place))
    default: return nil
    }
  }
}
