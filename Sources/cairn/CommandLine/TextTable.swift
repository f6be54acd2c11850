import Display

/// Aligned columns of text, no wider than a screen.
struct TextTable {
  struct Column {
    var title: String
    var isRight = false
    /// Gives way, down to so many columns of the screen, where the table is too wide.
    var least: Int?

    static func left(_ title: String, least: Int? = nil) -> Column { Column(title: title, least: least) }
    static func right(_ title: String) -> Column { Column(title: title, isRight: true) }
  }

  var columns: [Column]
  var rows: [[String]] = []
  var indent = 2

  /// The titles (where there are any) and the rows, without spaces at their ends.
  func lines(width: Int) -> [String] {
    let titles = columns.map(\.title)
    let all = titles.contains { !$0.isEmpty } ? [titles] + rows : rows
    let widths = widths(all, in: width)
    return all.map { row in
      var line = String(repeating: " ", count: indent)
      for (place, text) in row.enumerated() {
        if place > 0 { line += "  " }
        line += cell(text, columns[place], widths[place])
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// True where nothing is cut but what gives way, and that no further than it may.
  func fits(in width: Int) -> Bool {
    let widths = widths([columns.map(\.title)] + rows, in: width)
    return indent + widths.reduce(0, +) + 2 * (widths.count - 1) <= width
  }

  private func cell(_ text: String, _ column: Column, _ width: Int) -> String {
    let cut = DisplayWidth.truncated(text, to: width)
    let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(cut)))
    return column.isRight ? space + cut : cut + space
  }

  private func widths(_ rows: [[String]], in width: Int) -> [Int] {
    var widths = columns.indices.map { place in rows.map { DisplayWidth.of($0[place]) }.max() ?? 0 }
    var excess = indent + widths.reduce(0, +) + 2 * (widths.count - 1) - width
    // The widest of those that give way gives first.
    while excess > 0 {
      let giving = widths.indices.filter { place in columns[place].least.map { widths[place] > $0 } ?? false }
      guard let widest = giving.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
