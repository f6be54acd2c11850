import Display
import Wording

/// A page as plain text, no wider than paper.
struct TextPage {
  static let width = 78

  let page: Page

  init(_ page: Page) { self.page = page }

  var lines: [String] {
    let title = DisplayWidth.sanitized(page.title)
    let rule = String(repeating: "=", count: min(TextPage.width, DisplayWidth.of(title)))
    var lines = DisplayWidth.wrapped(title, to: TextPage.width) + [rule]
    for block in page.blocks {
      if case .heading = block {} else if lines.last == rule {} else if !isBelowHeading(lines) { lines.append("") }
      lines += self.lines(block)
    }
    return lines
  }

  /// True right below a heading, which needs no empty line.
  private func isBelowHeading(_ lines: [String]) -> Bool { lines.last?.allSatisfy { $0 == "-" } == true }

  private func lines(_ block: Page.Block) -> [String] {
    switch block {
    case .heading(let text):
      return ["", text, String(repeating: "-", count: DisplayWidth.of(text))]
    case .text(let text): return wrapped(text, indent: 0)
    case .list(let items): return items.flatMap { wrapped("- " + $0, indent: 2) }
    case .terms(let terms): return terms.flatMap { wrapped("- \($0.name): \($0.text)", indent: 2) }
    case .table(let table): return lines(table)
    case .references(let references):
      return references.flatMap { reference in
        wrapped("- " + reference.title + (reference.note.isEmpty ? "" : ", \(reference.note)") + ":", indent: 2)
          // Whole, so that it can be copied.
          + ["  " + DisplayWidth.sanitized(reference.url)]
      }
    }
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    let parts = DisplayWidth.wrapped(text, to: TextPage.width - indent)
    return parts.enumerated().map { ($0 == 0 ? "" : String(repeating: " ", count: indent)) + $1 }
  }

  // MARK: Tables

  /// The widest column of words wraps, so that nothing is cut off.
  private func lines(_ table: Page.Table) -> [String] {
    var widths = table.columns.indices.map { place in
      ([table.columns[place].title] + table.rows.map { $0[place] }).map { DisplayWidth.of($0) }.max() ?? 0
    }
    let words = table.columns.indices.filter { !table.columns[$0].isRight }
    if let widest = words.max(by: { widths[$0] < widths[$1] }) {
      let excess = widths.reduce(0, +) + 2 * (widths.count - 1) - TextPage.width
      if excess > 0 { widths[widest] = max(12, widths[widest] - excess) }
    }
    return ([table.columns.map(\.title)] + table.rows).flatMap { lines($0, table.columns, widths) }
  }

  private func lines(_ row: [String], _ columns: [Page.Table.Column], _ widths: [Int]) -> [String] {
    let cells = zip(row, widths).map { DisplayWidth.wrapped($0, to: $1) }
    return (0..<(cells.map(\.count).max() ?? 0)).map { number in
      var line = ""
      for (place, cell) in cells.enumerated() {
        let text = number < cell.count ? cell[number] : ""
        let space = String(repeating: " ", count: max(0, widths[place] - DisplayWidth.of(text)))
        line += (place > 0 ? "  " : "") + (columns[place].isRight ? space + text : text + space)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
