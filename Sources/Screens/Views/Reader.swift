import Display

/// Where somebody is in a text that is longer than its pane: which lines are in view, and which link is chosen. One moves
/// from link to link, and by lines where there is none in view.
struct Reader: Hashable, Sendable {
  /// The first line in view.
  var scroll = 0
  /// The paragraph of the link that Enter follows.
  var paragraph: Int?

  /// - Parameter height: how many lines are in view.
  mutating func move(_ motion: Motion, in lines: [Line], height: Int) {
    let most = max(0, lines.count - max(1, height))
    scroll = min(scroll, most)
    switch motion {
    case .down: if let next = link(after: true, in: lines, height) { paragraph = next } else { scroll(by: 1, most) }
    case .up: if let next = link(after: false, in: lines, height) { paragraph = next } else { scroll(by: -1, most) }
    case .pageUp, .pageDown, .first, .last:
      scroll = motion.moved(scroll, count: most + 1, page: max(1, height - 1))
      paragraph = nil
    }
    let shown = lines.dropFirst(scroll).prefix(max(1, height))
    if !shown.contains(where: { $0.link != nil && $0.paragraph == paragraph }) { paragraph = nil }
  }

  /// What Enter follows.
  func link(in lines: [Line]) -> Link? {
    paragraph.flatMap { chosen in lines.first { $0.paragraph == chosen && $0.link != nil }?.link }
  }

  private mutating func scroll(by lines: Int, _ most: Int) { scroll = max(0, min(most, scroll + lines)) }

  /// The next link in view in that direction.
  private func link(after: Bool, in lines: [Line], _ height: Int) -> Int? {
    let shown = lines.dropFirst(scroll).prefix(max(1, height)).filter { $0.link != nil }
    guard let paragraph else { return after ? shown.first?.paragraph : nil }
    return after
      ? shown.first { $0.paragraph > paragraph }?.paragraph : shown.last { $0.paragraph < paragraph }?.paragraph
  }

  /// Draws the lines in view; the cursor stands on the chosen link, or at the top.
  func draw(_ lines: [Line], in rect: Rect, focused: Bool, on frame: inout Frame) {
    if focused { frame.cursor = Point(x: rect.x, y: rect.y) }
    let first = max(0, min(scroll, lines.count - rect.height))
    var isMarked = false
    for (offset, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
      let row = rect.row(offset)
      let isChosen = focused && line.link != nil && line.paragraph == paragraph
      if isChosen {
        frame.fill(row, role: .selection)
        if !isMarked {
          frame.cursor = Point(x: row.x, y: row.y)
          isMarked = true
        }
        frame.write(frame.glyphs.pointer, x: row.x - 1, y: row.y, role: .selection)
      }
      frame.write(line.text, in: row, role: isChosen ? .selection : line.role)
      guard line.link != nil, !isChosen else { continue }
      // Of a link the words alone are marked, not what stands before them.
      frame.write(String(line.text.dropFirst(line.lead)), in: row.inset(left: line.lead), role: .link)
    }
  }
}
