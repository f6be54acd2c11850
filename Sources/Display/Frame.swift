/// A grid of cells to be shown at once, and where the hardware cursor stands.
///
/// Whatever is drawn is clipped: to the frame, and to `clip` inside it. Text from catalogs may be drawn as it is: what
/// could harm a terminal is taken out, and in ASCII nothing above 0x7F goes in.
public struct Frame: Hashable, Sendable {
  public let size: Size
  public let glyphs: Glyphs
  /// Where the hardware cursor stands: the selected item or the place of typing, so that screen readers can follow.
  public var cursor: Point?
  /// True where the cursor is to be seen, as in a field of text.
  public var showsCursor = false
  /// Nothing outside it is drawn.
  public private(set) var clip: Rect
  private var cells: [Cell]

  public init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    clip = Rect(size)
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell at a place; a blank one outside the frame.
  public func cell(x: Int, y: Int) -> Cell {
    bounds.contains(Point(x: x, y: y)) ? cells[y * size.width + x] : .blank
  }

  /// Draws with nothing outside `rect` (and the clip in force) touched.
  public mutating func clipped(to rect: Rect, _ draw: (inout Frame) -> Void) {
    let before = clip
    clip = clip.intersection(rect)
    draw(&self)
    clip = before
  }

  /// Puts one piece of text at a place, if all of it is inside the clip.
  mutating func place(_ piece: DisplayWidth.Piece, x: Int, y: Int, role: Role) {
    guard clip.rows.contains(y), clip.columns.contains(x), x + piece.width <= clip.endX else { return }
    for column in x..<(x + piece.width) { clearPartner(x: column, y: y) }
    cells[y * size.width + x] = Cell(text: piece.text, width: piece.width, role: role)
    if piece.width == 2 { cells[y * size.width + x + 1] = .continuation(role) }
  }

  /// Changes the role of what stands in `rect` and leaves the text: how a row becomes the selected one.
  public mutating func paint(_ rect: Rect, role: Role) {
    let area = rect.intersection(clip)
    for y in area.rows {
      for x in area.columns { cells[y * size.width + x].role = role }
    }
  }

  /// A wide character loses both halves when one of them is overwritten.
  private mutating func clearPartner(x: Int, y: Int) {
    let index = y * size.width + x
    let role = cells[index].role
    if cells[index].isContinuation, x > 0 {
      cells[index - 1] = Cell(text: " ", width: 1, role: role)
    } else if cells[index].width == 2, x + 1 < size.width {
      cells[index + 1] = Cell(text: " ", width: 1, role: role)
    }
    cells[index] = Cell(text: " ", width: 1, role: role)
  }
}
