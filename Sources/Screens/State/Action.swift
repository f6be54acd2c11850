import Display

/// Everything a key can do. One table: footer, help and tests are made from it.
public enum Action: String, CaseIterable, Hashable, Sendable {
  case up, down, pageUp, pageDown, first, last
  case open, back, nextPane, previousPane
  case moreHours, fewerHours, moreAtOnce, fewerAtOnce
  case exclude, pin, earned, budget, deadline
  case undo, redo, keep, discard
  case view, assumptions, find, help
  case suspend, quit

  /// One or two words, for the footer.
  public var name: String {
    switch self {
    case .up: "up"
    case .down: "down"
    case .pageUp: "page up"
    case .pageDown: "page down"
    case .first: "first"
    case .last: "last"
    case .open: "open"
    case .back: "back"
    case .nextPane: "pane"
    case .previousPane: "pane before"
    case .moreHours: "more hours"
    case .fewerHours: "fewer hours"
    case .moreAtOnce: "more at once"
    case .fewerAtOnce: "fewer at once"
    case .exclude: "exclude"
    case .pin: "pin"
    case .earned: "earned"
    case .budget: "budget"
    case .deadline: "deadline"
    case .undo: "undo"
    case .redo: "redo"
    case .keep: "keep"
    case .discard: "discard"
    case .view: "timeline/list"
    case .assumptions: "assumptions"
    case .find: "find"
    case .help: "help"
    case .suspend: "suspend"
    case .quit: "quit"
    }
  }

  /// What it does, as a sentence.
  public var sentence: String {
    switch self {
    case .up: "Go one row up."
    case .down: "Go one row down."
    case .pageUp: "Go a page up."
    case .pageDown: "Go a page down."
    case .first: "Go to the first row."
    case .last: "Go to the last row."
    case .open: "Open what is selected, or go on to the next pane."
    case .back: "Go one step back; never leaves the program."
    case .nextPane: "Go to the next pane."
    case .previousPane: "Go to the pane before."
    case .moreHours: "Give it one hour a week more."
    case .fewerHours: "Give it one hour a week less."
    case .moreAtOnce: "Allow one more credential in progress at once."
    case .fewerAtOnce: "Allow one credential fewer in progress at once."
    case .exclude: "Do without the selected credential."
    case .pin: "Take the selected credential whatever it costs, or no longer."
    case .earned: "Mark the selected credential as earned."
    case .budget: "Set or clear the budget."
    case .deadline: "Set or clear the deadline, in weeks."
    case .undo: "Undo the last change."
    case .redo: "Redo what was undone."
    case .keep: "Keep the settings that are being tried."
    case .discard: "Discard the settings that are being tried, back to those kept."
    case .view: "Show the pathway as a timeline or as a list."
    case .assumptions: "Say what the pathway rests on and what was left out."
    case .find: "Find goals, credentials and skills."
    case .help: "Say what every key does."
    case .suspend: "Give the terminal to the shell until you come back."
    case .quit: "Leave."
    }
  }

  public var keys: [Key] {
    switch self {
    case .up: [.up, .character("k")]
    case .down: [.down, .character("j")]
    case .pageUp: [.pageUp, .control("u")]
    case .pageDown: [.pageDown, .control("d")]
    case .first: [.home, .character("g")]
    case .last: [.end, .character("G")]
    case .open: [.enter]
    case .back: [.escape, .backspace]
    case .nextPane: [.tab, .right, .character("l")]
    case .previousPane: [.backTab, .left, .character("h")]
    case .moreHours: [.character("+"), .character("=")]
    case .fewerHours: [.character("-")]
    case .moreAtOnce: [.character(">")]
    case .fewerAtOnce: [.character("<")]
    case .exclude: [.character("x")]
    case .pin: [.character("p")]
    case .earned: [.character("e")]
    case .budget: [.character("b")]
    case .deadline: [.character("d")]
    case .undo: [.character("u")]
    case .redo: [.character("U")]
    case .keep: [.character("K")]
    case .discard: [.character("D")]
    case .view: [.character("t")]
    case .assumptions: [.character("a")]
    case .find: [.character("/")]
    case .help: [.character("?")]
    case .suspend: [.control("z")]
    case .quit: [.character("q"), .control("c")]
    }
  }

  /// The action of a key, where it has one.
  static let byKey: [Key: Action] = Dictionary(
    allCases.flatMap { action in action.keys.map { ($0, action) } }, uniquingKeysWith: { first, _ in first })

  /// How the footer and the help write its keys.
  func keyNames(_ glyphs: Glyphs) -> String {
    keys.map { key in
      switch key {
      case .up: glyphs.up
      case .down: glyphs.down
      case .left: glyphs.left
      case .right: glyphs.right
      default: key.name
      }
    }.joined(separator: " ")
  }
}
