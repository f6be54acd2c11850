import Display
import Wording

/// A page as Markdown (CommonMark, with the tables of GitHub's), in which catalog text stays text.
struct MarkdownPage {
  let page: Page

  init(_ page: Page) { self.page = page }

  var lines: [String] { ["# \(escaped(page.title))"] + page.blocks.flatMap { [""] + lines($0) } }

  private func lines(_ block: Page.Block) -> [String] {
    switch block {
    case .heading(let text): return ["## \(escaped(text))"]
    case .text(let text): return [atStart(text)]
    case .list(let items): return items.map { "- \(atStart($0))" }
    case .terms(let terms): return terms.map { "- **\(escaped($0.name))**: \(escaped($0.text))" }
    case .table(let table): return lines(table)
    case .references(let references):
      return references.map { reference in
        let url = WebAddress(reference.url).map { "<\($0.text)>" } ?? escaped(reference.url)
        return "- \(atStart(reference.title)): \(url)" + (reference.note.isEmpty ? "" : ", \(escaped(reference.note))")
      }
    }
  }

  private func lines(_ table: Page.Table) -> [String] {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    return [row(table.columns.map { escaped($0.title) }), row(table.columns.map { $0.isRight ? "---:" : "---" })]
      + table.rows.map { row($0.map(escaped)) }
  }

  /// What begins a line could be taken for a heading, a list or a quotation.
  private func atStart(_ text: String) -> String {
    let escaped = escaped(text)
    guard let first = escaped.first else { return escaped }
    let second = escaped.dropFirst().first
    if first == "#" || first == "=" || ("+-".contains(first) && second ?? " " == " ") || escaped.hasPrefix("---") {
      return "\\" + escaped
    }
    let digits = escaped.prefix { $0.isNumber }
    let rest = escaped.dropFirst(digits.count)
    guard !digits.isEmpty, let next = rest.first, next == "." || next == ")", rest.dropFirst().first ?? " " == " "
    else { return escaped }
    return digits + "\\" + escaped.dropFirst(digits.count)
  }

  private func escaped(_ text: String) -> String {
    let safe = DisplayWidth.sanitized(text)
    // A single tilde says "about"; two of them strike out what is between them.
    let isStruck = safe.count { $0 == "~" } > 1
    return safe.reduce(into: "") { result, character in
      if "\\`*_[]<>|&".contains(character) || (character == "~" && isStruck) { result.append("\\") }
      result.append(character)
    }
  }
}

/// An address that a browser may open and that no text hides in.
struct WebAddress {
  let text: String

  init?(_ text: String) {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"),
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F && !"<>\"'\\`".unicodeScalars.contains($0) })
    else { return nil }
    self.text = text
  }
}
