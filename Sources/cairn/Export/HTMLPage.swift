import Display
import Wording

/// A page as one HTML file that needs nothing else, and prints on paper as it is.
struct HTMLPage {
  let page: Page

  init(_ page: Page) { self.page = page }

  private static let style = """
    body { font: 11pt/1.4 system-ui, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #1b1f24; }
    h1 { font-size: 1.7em; margin: 0; } h1 + p, footer { color: #57606a; margin: .2em 0 1em; }
    h2 { font-size: 1.05em; margin: 1.3em 0 .35em; padding-bottom: .15em; border-bottom: 1px solid #c9d0d8;
      break-after: avoid; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th { text-align: left; font-weight: normal; color: #57606a; } tr + tr td { border-top: 1px solid #e6e9ed; }
    th, td { padding: .2em .8em .2em 0; vertical-align: top; } .right { text-align: right; } .right, .short { white-space: nowrap; }
    td.span { width: 22%; padding-right: 0; vertical-align: middle; }
    .span i { display: block; height: .7em; min-width: 2px; background: #0b6e75; print-color-adjust: exact;
      -webkit-print-color-adjust: exact; }
    dl { margin: 0; } dt { font-weight: 600; } dd { margin: 0 0 .4em; }
    dl.short dt { float: left; clear: left; width: 7.5em; font-weight: normal; color: #57606a; }
    dl.short dd { margin: 0 0 .15em 7.5em; } dl.short dd:first-of-type { font-weight: 600; }
    p { margin: .3em 0 0; } ul { margin: 0; padding-left: 1.2em; } tr, li, dd { break-inside: avoid; } dt { break-after: avoid; }
    a { color: #0b57a4; overflow-wrap: anywhere; }
    @media print { body { font-size: 9.5pt; margin: 0; padding: 0; max-width: none; } @page { margin: 15mm; } }
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
    case .terms(let terms): lines(terms)
    case .references(let references): list(references.map(item))
    case .table(let table): lines(table)
    }
  }

  private func list(_ items: [String]) -> [String] { ["<ul>"] + items.map { "<li>\($0)</li>" } + ["</ul>"] }

  /// Short names stand beside what they name, others over it.
  private func lines(_ terms: [Page.Term]) -> [String] {
    let isShort = terms.allSatisfy { $0.name.count <= 14 }
    return ["<dl\(isShort ? " class=\"short\"" : "")>"]
      + terms.map { "<dt>\(escaped($0.name))</dt><dd>\(escaped($0.text))</dd>" } + ["</dl>"]
  }

  private func item(_ reference: Page.Reference) -> String {
    let url = escaped(reference.url)
    let link = WebAddress(reference.url) == nil ? url : "<a href=\"\(url)\">\(url)</a>"
    return "\(escaped(reference.title)): \(link)" + (reference.note.isEmpty ? "" : ", \(escaped(reference.note))")
  }

  private func lines(_ table: Page.Table) -> [String] {
    func row(_ cells: [String], _ tag: String, _ end: String = "") -> String {
      let cells = zip(cells, table.columns).map { text, column in
        // A date or a figure is no text that would be broken.
        let style = column.isRight ? " class=\"right\"" : text.count <= 12 ? " class=\"short\"" : ""
        return "<\(tag)\(style)>\(escaped(text))</\(tag)>"
      }
      return "<tr>\(cells.joined())\(end)</tr>"
    }
    let bars = table.spans.map { span in
      "<td class=\"span\"><i style=\"margin-left:\(percent(span.lowerBound));"
        + "width:\(percent(span.upperBound - span.lowerBound))\"></i></td>"
    }
    return ["<table>", row(table.columns.map(\.title), "th", bars.isEmpty ? "" : "<th></th>")]
      + table.rows.enumerated().map { row($0.element, "td", $0.offset < bars.count ? bars[$0.offset] : "") }
      + ["</table>"]
  }

  private func percent(_ thousandths: Int) -> String { "\(thousandths / 10).\(thousandths % 10)%" }

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
