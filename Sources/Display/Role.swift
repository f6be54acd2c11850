/// What a cell means; a theme decides how that looks, and never by colour alone.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  case plain
  /// Less important: units, hints, what is out of reach.
  case dim
  /// The program's first line and the titles of panes.
  case title
  /// Column heads and headings inside a pane.
  case heading
  case border
  case focusedBorder
  case focusedTitle
  /// The item under the cursor in the pane that has the focus.
  case selection
  /// The item under the cursor in a pane without the focus.
  case selectionUnfocused
  case accent
  case good
  case warning
  case bad
  /// A figure that is an estimate.
  case estimate
  /// The name of a key, in footers and help.
  case key
  case money
  /// Something that can be followed.
  case link
  /// What a search matched.
  case match
  /// Text being typed.
  case entry
  /// A bar or a point of a chart that isn't the selected one.
  case chart
  /// The bar or the point of the selected item.
  case chartSelected
  /// The background lines of a chart.
  case grid

  /// The character that stands for the role in a frame's map of roles.
  public var letter: Character {
    switch self {
    case .plain: "."
    case .dim: "d"
    case .title: "T"
    case .heading: "h"
    case .border: "b"
    case .focusedBorder: "B"
    case .focusedTitle: "F"
    case .selection: "S"
    case .selectionUnfocused: "s"
    case .accent: "a"
    case .good: "g"
    case .warning: "w"
    case .bad: "x"
    case .estimate: "e"
    case .key: "k"
    case .money: "m"
    case .link: "l"
    case .match: "M"
    case .entry: "E"
    case .chart: "c"
    case .chartSelected: "C"
    case .grid: "r"
    }
  }
}
