/// A key as the terminal tells it. Shift shows in the character; Alt is not told apart from Escape and a key.
public enum Key: Hashable, Sendable {
  case character(Character)
  case up, down, left, right
  case enter, escape, tab, backTab, backspace, delete, insert
  case home, end, pageUp, pageDown
  /// Ctrl with a lower-case letter.
  case control(Character)
  case function(Int)

  /// The key's name as it is written for people, in ASCII: `q`, `Enter`, `Ctrl-L`, `PageUp`.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PageUp"
    case .pageDown: "PageDown"
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .function(let number): "F\(number)"
    }
  }

  /// The key of a name: what `name` says, in any case, a single character standing for itself. `nil` where there is none.
  public init?(name: String) {
    let lowered = name.lowercased()
    if name.count == 1, let character = name.first {
      self = .character(character)
    } else if let key = Key.named.first(where: { $0.name.lowercased() == lowered }) {
      self = key
    } else if lowered.hasPrefix("ctrl-"), lowered.count == 6, let letter = lowered.last, "a"..."z" ~= letter {
      self = .control(letter)
    } else if lowered.hasPrefix("f"), let number = Int(lowered.dropFirst()), 1...24 ~= number {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static let named: [Key] = [
    .character(" "), .up, .down, .left, .right, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .home,
    .end, .pageUp, .pageDown,
  ]
}
