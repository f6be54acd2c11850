import Display

extension Frame {
  /// A titled pane, with `n of total` in its lower border where it has rows. What is inside is left alone.
  /// - Returns: the room inside.
  mutating func pane(
    _ rect: Rect, _ title: String, note: String = "", place: (number: Int, count: Int)? = nil, focused: Bool
  ) -> Rect {
    let footer = place.map { $0.count == 0 ? "none" : "\($0.number + 1) of \($0.count)" } ?? ""
    let inside = box(rect, labels: BoxLabels(title: title, note: note, footer: footer), focused: focused)
    if focused { cursor = Point(x: inside.x, y: inside.y) }
    return inside
  }

  /// Rows of a list, as many as fit around the selected one, which is marked; where the pane has the focus, the cursor
  /// stands on it. `draw` writes a row from its third column on.
  mutating func rows(
    _ rect: Rect, count: Int, selected: Int?, focused: Bool, draw: (inout Frame, Int, Rect, Role) -> Void
  ) {
    let first = Scrolling.first(selected: selected ?? 0, count: count, height: rect.height)
    for (offset, index) in (first..<min(count, first + rect.height)).enumerated() {
      let row = rect.row(offset)
      let isSelected = index == selected
      let role: Role = isSelected ? (focused ? .selection : .selectionUnfocused) : .plain
      if isSelected {
        fill(row, role: role)
        write(glyphs.pointer, x: row.x, y: row.y, role: role)
        if focused { cursor = Point(x: row.x, y: row.y) }
      }
      draw(&self, index, row, role)
    }
  }

  /// Some lines of text from the top on, cut where they don't fit.
  mutating func write(_ lines: [Line], in rect: Rect) {
    for (offset, line) in lines.prefix(rect.height).enumerated() {
      write(line.text, in: rect.row(offset), role: line.role)
    }
  }

  /// Facts beside each other, as many of them as fit whole; of the first alone what fits.
  mutating func write(parts: [String], in row: Rect, role: Role = .plain) {
    var line = parts.first ?? ""
    for part in parts.dropFirst() {
      let longer = "\(line) \(glyphs.separator) \(part)"
      if DisplayWidth.of(longer) > row.width { break }
      line = longer
    }
    write(line, in: row, role: role)
  }

  /// What is being typed after a label, with the cursor behind it; where there is too little room, its beginning gives way.
  mutating func writeEntry(_ text: String, after label: String, labelRole: Role = .plain, in row: Rect) {
    let start = row.x + write(label, x: row.x, y: row.y, width: row.width, role: labelRole)
    let room = max(0, row.endX - start - 1)
    var shown = Substring(text)
    while DisplayWidth.of(String(shown)) > room, !shown.isEmpty { shown.removeFirst() }
    let end = write(String(shown), x: start, y: row.y, width: room, role: .entry)
    cursor = Point(x: start + end, y: row.y)
    showsCursor = true
  }
}
