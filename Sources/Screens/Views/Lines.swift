import Display
import Wording

/// A line of text, and where it leads.
struct Line: Hashable, Sendable {
  var text: String
  var role: Role = .plain
  /// Columns before the words: an indent, or a mark.
  var lead = 0
  /// What Enter follows; lines that wrap share one.
  var link: Link?
  /// Which paragraph of the text it belongs to, so that a link that wraps counts once.
  var paragraph = 0
}

/// Text gathered line by line, wrapped to a width.
struct Lines {
  private(set) var all: [Line] = []
  let width: Int
  private var paragraph = 0

  init(width: Int) { self.width = max(4, width) }

  /// Wrapped lines keep the indent of the first.
  /// - Parameter link: where the whole text leads.
  mutating func add(_ text: String, _ role: Role = .plain, to link: Link? = nil) {
    let indent = String(text.prefix { $0 == " " })
    let body = String(text.dropFirst(indent.count))
    paragraph += 1
    for part in DisplayWidth.wrapped(body, to: max(4, width - indent.count)) {
      all.append(Line(text: indent + part, role: role, lead: indent.count, link: link, paragraph: paragraph))
    }
  }

  /// A heading after an empty line.
  mutating func addHeading(_ text: String) {
    if !all.isEmpty { all.append(Line(text: "")) }
    add(text, .heading)
  }

  /// Sentences under their headings; those about something lead there.
  mutating func add(_ passages: [Passage], mark: String, link: (String) -> Link) {
    for passage in passages {
      if passage.isHeading {
        addHeading(passage.text)
      } else {
        addItem(passage.text, mark: mark, to: passage.about.map(link))
      }
    }
  }

  /// A sentence behind a mark, its further lines indented.
  mutating func addItem(_ text: String, mark: String, to link: Link? = nil, role: Role = .plain) {
    paragraph += 1
    for (place, part) in DisplayWidth.wrapped(text, to: max(4, width - 2)).enumerated() {
      all.append(
        Line(text: (place == 0 ? "\(mark) " : "  ") + part, role: role, lead: 2, link: link, paragraph: paragraph))
    }
  }
}
