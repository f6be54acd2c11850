import Display
import Wording

/// A page as one HTML file that needs nothing else, and prints on paper as it is.
struct HTMLPage {
  let page: Page

  init(_ page: Page) { self.page = page }

  private static let style = """
    body { font: 11pt/1.35 system-ui, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; }
    h1 { font-size: 1.5em; } h2 { font-size: 1.05em; margin: 1.1em 0 .3em; break-after: avoid; }
    table { border-collapse: collapse; width: 100%; } th { text-align: left; border-bottom: 1px solid; }
    th, td { padding: .1em .8em .1em 0; vertical-align: top; } .right { text-align: right; white-space: nowrap; }
    ul { margin: 0; padding-left: 1.2em; } tr, li { break-inside: avoid; }
    @media print { body { font-size: 9.5pt; margin: 0; max-width: none; } @page { margin: 15mm; } }
    """

  var lines: [String] {
    let title = escaped(page.title)
    return [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width\">", "<title>\(title)</title>", "<style>",
    ] + HTMLPage.style.split(separator: "\n").map(String.init)
      + ["</style>", "</head>", "<body>", "<h1>\(title)</h1>"] + page.blocks.flatMap(lines) + ["</body>", "</html>"]
  }

  private func lines(_ block: Page.Block) -> [String] {
    switch block {
    case .heading(let text): ["<h2>\(escaped(text))</h2>"]
    case .text(let text): ["<p>\(escaped(text))</p>"]
    case .list(let items): list(items.map(escaped))
    case .terms(let terms): list(terms.map { "<strong>\(escaped($0.name))</strong>: \(escaped($0.text))" })
    case .references(let references): list(references.map(item))
    case .table(let table): lines(table)
    }
  }

  private func list(_ items: [String]) -> [String] { ["<ul>"] + items.map { "<li>\($0)</li>" } + ["</ul>"] }

  private func item(_ reference: Page.Reference) -> String {
    let url = escaped(reference.url)
    let link = WebAddress(reference.url) == nil ? url : "<a href=\"\(url)\">\(url)</a>"
    return "\(escaped(reference.title)): \(link)" + (reference.note.isEmpty ? "" : ", \(escaped(reference.note))")
  }

  private func lines(_ table: Page.Table) -> [String] {
    func row(_ cells: [String], _ tag: String) -> String {
      let cells = zip(cells, table.columns).map { text, column in
        "<\(tag)\(column.isRight ? " class=\"right\"" : "")>\(escaped(text))</\(tag)>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return ["<table>", row(table.columns.map(\.title), "th")] + table.rows.map { row($0, "td") } + ["</table>"]
  }

  private func escaped(_ text: String) -> String {
    DisplayWidth.sanitized(text).reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
  }
}
