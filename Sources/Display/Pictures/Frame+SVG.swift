/// A frame as a picture. Lines and bars are drawn as shapes, so that they join whatever font shows the text.
struct FramePicture {
  /// Units of a cell.
  static let cell = (width: 9, height: 19)
  private static let margin = 10

  let frame: Frame
  let theme: Theme
  private var palette: Palette { .of(theme) }

  init(_ frame: Frame, _ theme: Theme) { (self.frame, self.theme) = (frame, theme) }

  var text: String {
    let width = frame.size.width * FramePicture.cell.width + 2 * FramePicture.margin
    let height = frame.size.height * FramePicture.cell.height + 2 * FramePicture.margin
    let rows = (0..<frame.size.height).flatMap { y in frame.runs(y).flatMap { shapes($0, y) } }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      font-family="'DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="15">
      <rect width="100%" height="100%" rx="6" fill="\(palette.background)"/>
      \(rows.joined(separator: "\n"))
      </svg>
      """
  }

  private func x(_ column: Int) -> Int { FramePicture.margin + column * FramePicture.cell.width }
  private func y(_ row: Int) -> Int { FramePicture.margin + row * FramePicture.cell.height }

  private func shapes(_ run: Run, _ row: Int) -> [String] {
    let look = theme.look(run.role)
    var (ink, paper) = (color(look), look.background.map(palette.hex))
    if look.face.contains(.reverse) { (ink, paper) = (paper ?? palette.background, ink) }
    var shapes: [String] = []
    if let paper {
      shapes.append(rect(x(run.x), y(row), run.width * FramePicture.cell.width, FramePicture.cell.height, paper))
    }
    var words = ""
    var start = run.x
    for column in run.x..<run.x + run.width {
      let cell = frame.cell(x: column, y: row)
      if let strokes = CellShape(cell.text) {
        shapes += flush(&words, from: start, look, ink, row)
        shapes += strokes.rects.map { part in
          rect(x(column) + part.x, y(row) + part.y, part.width, part.height, ink, strokes.opacity)
        }
      } else {
        if words.isEmpty { start = column }
        words += cell.text
      }
    }
    return shapes + flush(&words, from: start, look, ink, row)
  }

  private func color(_ look: Look) -> String {
    if let color = look.foreground { return palette.hex(color) }
    return look.face.contains(.dim) ? palette.faint : palette.foreground
  }

  private func flush(_ words: inout String, from column: Int, _ look: Look, _ ink: String, _ row: Int) -> [String] {
    defer { words = "" }
    let width = DisplayWidth.of(words)
    let isBlank = words.allSatisfy { $0 == " " }
    guard width > 0, !isBlank || look.face.contains(.underline) else { return [] }
    var attributes = "x=\"\(x(column))\" y=\"\(y(row) + 14)\" fill=\"\(ink)\" xml:space=\"preserve\""
    attributes += " textLength=\"\(width * FramePicture.cell.width)\" lengthAdjust=\"spacingAndGlyphs\""
    if look.face.contains(.bold) { attributes += " font-weight=\"bold\"" }
    if look.face.contains(.italic) { attributes += " font-style=\"italic\"" }
    var shapes = isBlank ? [] : ["<text \(attributes)>\(FramePicture.escaped(words))</text>"]
    if look.face.contains(.underline) {
      shapes.append(rect(x(column), y(row) + 16, width * FramePicture.cell.width, 1, ink))
    }
    return shapes
  }

  private func rect(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ fill: String, _ opacity: String = "") -> String {
    let faint = opacity.isEmpty ? "" : " opacity=\"\(opacity)\""
    return "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\"\(faint)/>"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
  }
}

extension Frame {
  /// A picture of it, on the background that the theme is for.
  public func svg(_ theme: Theme) -> String { FramePicture(self, theme).text }
}
