import Catalogs
import Display
import Planning
import Wording

extension AppState {
  static let least = Size(width: 40, height: 10)

  /// What it looks like at a size.
  public func frame(size: Size) -> Frame {
    var frame = Frame(size: size, glyphs: glyphs)
    guard size.width >= AppState.least.width, size.height >= AppState.least.height else {
      frame.write("Cairn needs \(AppState.least.width) x \(AppState.least.height)", x: 0, y: 0)
      frame.cursor = Point(x: 0, y: 0)
      return frame
    }
    drawHeader(&frame)
    place.draw(body(size), of: self, on: &frame)
    drawStatus(Rect(x: 0, y: size.height - 2, width: size.width, height: 1), &frame)
    drawFooter(Rect(x: 0, y: size.height - 1, width: size.width, height: 1), &frame)
    overlay?.draw(on: &frame, of: self)
    return frame
  }

  /// What is left between the header and the status.
  func body(_ size: Size) -> Rect {
    let body = Rect(size).inset(top: headerHeight(size), bottom: 2)
    // To be read line by line, it is as narrow as where every place shows one pane.
    return glyphs.isLinear ? body.split(left: 74).left : body
  }

  private func drawStatus(_ row: Rect, _ frame: inout Frame) {
    let inside = row.inset(left: 1, right: 1)
    if !message.isEmpty { return drawMessage(row, &frame) }
    frame.write(parts: place.status(in: self), in: inside)
  }

  /// In full: where it is longer than the line, it takes lines of what is above it.
  private func drawMessage(_ row: Rect, _ frame: inout Frame) {
    let lines = DisplayWidth.wrapped(message, to: row.width - 2).prefix(frame.size.height / 3)
    let area = Rect(x: row.x, y: row.y - lines.count + 1, width: row.width, height: lines.count)
    if lines.count > 1 { frame.fill(area) }
    for (place, line) in lines.enumerated() {
      frame.write(line, in: area.row(place).inset(left: 1, right: 1), role: .accent)
    }
  }

  private func drawFooter(_ row: Rect, _ frame: inout Frame) {
    var x = 1
    for item in place.footer {
      let keys = item.commands.compactMap { keymap.keys(of: $0).first }
      guard !keys.isEmpty else { continue }
      let isArrows = keys == [.up, .down]
      let names = keys.map { Keymap.name($0, glyphs) }.joined(separator: isArrows ? "" : "/")
      let width = DisplayWidth.of(names) + 1 + DisplayWidth.of(item.label) + 2
      guard x + width <= row.endX else { break }
      frame.write(names, x: x, y: row.y, role: .key)
      frame.write(item.label, x: x + DisplayWidth.of(names) + 1, y: row.y, role: .dim)
      x += width
    }
  }
}
