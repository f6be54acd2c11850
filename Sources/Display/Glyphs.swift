/// The marks that screens are drawn with. Every one takes one column, and each has a twin in ASCII.
public struct Glyphs: Hashable, Sendable {
  public struct Lines: Hashable, Sendable {
    public var horizontal, vertical: String
    public var topLeft, topRight, bottomLeft, bottomRight: String

    static let light = Lines(
      horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘")
    static let heavy = Lines(
      horizontal: "━", vertical: "┃", topLeft: "┏", topRight: "┓", bottomLeft: "┗", bottomRight: "┛")
    static let asciiLight = Lines(
      horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+")
    static let asciiHeavy = Lines(
      horizontal: "=", vertical: "#", topLeft: "#", topRight: "#", bottomLeft: "#", bottomRight: "#")
  }

  /// True where nothing above 0x7F may be shown.
  public var isASCII: Bool
  /// True where everything is to be read line by line: no borders, no drawings, one pane.
  public var isLinear = false
  public var lines: Lines
  /// The lines of the pane that has the focus, so that it can be told without colour.
  public var focusedLines: Lines
  /// Bars of a timeline: in progress, with little load, waiting; and the halves that begin or end one.
  public var bar, barMedium, barLight, barLeftHalf, barRightHalf: String
  /// From an eighth to eight eighths of a column, for bars of exact length.
  public var eighths: [String]
  /// From an eighth to eight eighths of a row, for columns of a chart.
  public var heights: [String]
  /// Something that happens on one day, such as an award.
  public var diamond: String
  /// Points of a plot: one, the chosen one, many or faint.
  public var dot, chosenDot, faintDot: String
  public var pointer, ellipsis, separator: String
  public var left, right, up, down: String
  public var check, cross, warning: String
  public var scrollThumb, scrollTrack: String
  /// Of a tree: a branch, the last branch, what goes past.
  public var branch, lastBranch, trunk: String
  /// The axes of a plot meet here.
  public var axisCorner: String

  public static let unicode = Glyphs(
    isASCII: false, lines: .light, focusedLines: .heavy,
    bar: "█", barMedium: "▓", barLight: "░", barLeftHalf: "▌", barRightHalf: "▐",
    eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], heights: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    diamond: "◆", dot: "●", chosenDot: "◉", faintDot: "·", pointer: "▸", ellipsis: "…", separator: "·",
    left: "←", right: "→", up: "↑", down: "↓", check: "✓", cross: "✗", warning: "!",
    scrollThumb: "█", scrollTrack: "│", branch: "├", lastBranch: "└", trunk: "│", axisCorner: "└")

  public static let ascii = Glyphs(
    isASCII: true, lines: .asciiLight, focusedLines: .asciiHeavy,
    bar: "#", barMedium: "%", barLight: ":", barLeftHalf: "#", barRightHalf: "#",
    eighths: [".", ".", ":", ":", "=", "=", "#", "#"], heights: ["1", "2", "3", "4", "5", "6", "7", "8"],
    diamond: "*", dot: "o", chosenDot: "@", faintDot: ".", pointer: ">", ellipsis: "~", separator: "-",
    left: "<", right: ">", up: "^", down: "v", check: "+", cross: "x", warning: "!",
    scrollThumb: "#", scrollTrack: "|", branch: "|", lastBranch: "`", trunk: "|", axisCorner: "+")

  /// Braille dots of one cell, two columns by four rows: bit `2 * row + column`. In ASCII: `.` for one or two dots low,
  /// `:` for more, `'` for dots in the upper half only.
  public func braille(_ dots: UInt8) -> String {
    guard dots != 0 else { return " " }
    if isASCII { return dots & 0xF0 == 0 ? "'" : (dots & 0x0F == 0 ? "." : ":") }
    // Unicode numbers the dots down the columns, with the fourth row last.
    let places: [UInt32] = [0, 3, 1, 4, 2, 5, 6, 7]
    let offset = (0..<8).reduce(UInt32(0)) { sum, bit in
      dots & (1 << bit) == 0 ? sum : sum | (1 << places[bit])
    }
    return Unicode.Scalar(0x2800 + offset).map { String($0) } ?? " "
  }
}

extension Glyphs {
  /// The same, for screen readers and braille displays where that is asked for.
  public func made(accessible: Bool) -> Glyphs {
    var glyphs = self
    glyphs.isLinear = accessible
    return glyphs
  }
}
