/// What stands in the border of a box.
public struct BoxLabels: Hashable, Sendable {
  /// At the left of the upper border.
  public var title: String
  /// At the right of the upper border, where there is room for it beside the title.
  public var note: String
  /// At the right of the lower border.
  public var footer: String

  public init(title: String = "", note: String = "", footer: String = "") {
    self.title = title
    self.note = note
    self.footer = footer
  }
}

extension Frame {
  /// Draws a border just inside `rect`, heavier where it has the focus, with its labels. What is inside is left alone.
  /// - Returns: the room inside.
  @discardableResult
  public mutating func box(_ rect: Rect, labels: BoxLabels = BoxLabels(), focused: Bool = false) -> Rect {
    guard rect.width >= 2, rect.height >= 2 else { return .empty }
    if glyphs.isLinear { return titleLine(rect, labels: labels, focused: focused) }
    let role: Role = focused ? .focusedBorder : .border
    drawBorder(rect, lines: focused ? glyphs.focusedLines : glyphs.lines, role: role)
    let room = rect.width - 4
    let title = label(labels.title, fitting: room)
    let note = label(labels.note, fitting: room - DisplayWidth.of(title) - 1)
    let footer = label(labels.footer, fitting: room)
    write(title, x: rect.x + 2, y: rect.y, role: focused ? .focusedTitle : .title)
    write(note, x: rect.endX - 2 - DisplayWidth.of(note), y: rect.y, role: .dim)
    write(footer, x: rect.endX - 2 - DisplayWidth.of(footer), y: rect.endY - 1, role: .dim)
    return rect.inset(1)
  }

  /// What the border would say, as one line of words; the room inside is that of a box.
  private mutating func titleLine(_ rect: Rect, labels: BoxLabels, focused: Bool) -> Rect {
    let words = [labels.title, labels.note, labels.footer].filter { !$0.isEmpty }
    write(
      words.joined(separator: ", "), in: Rect(x: rect.x + 1, y: rect.y, width: rect.width - 2, height: 1),
      role: focused ? .focusedTitle : .title)
    return rect.inset(1)
  }

  private mutating func drawBorder(_ rect: Rect, lines: Glyphs.Lines, role: Role) {
    let inner = rect.width - 2
    for (y, left, right) in [
      (rect.y, lines.topLeft, lines.topRight), (rect.endY - 1, lines.bottomLeft, lines.bottomRight),
    ] {
      write(left, x: rect.x, y: y, role: role)
      fill(Rect(x: rect.x + 1, y: y, width: inner, height: 1), with: lines.horizontal, role: role)
      write(right, x: rect.endX - 1, y: y, role: role)
    }
    for x in [rect.x, rect.endX - 1] {
      fill(Rect(x: x, y: rect.y + 1, width: 1, height: rect.height - 2), with: lines.vertical, role: role)
    }
  }

  /// A label with a space on each side, cut to the room there is; nothing where less than its first letter would show.
  private func label(_ text: String, fitting room: Int) -> String {
    guard !text.isEmpty, room >= 3 else { return "" }
    return " " + DisplayWidth.truncated(text, to: room - 2, ellipsis: glyphs.ellipsis) + " "
  }
}
