/// Where text stands in the width it is given.
public enum Alignment: Hashable, Sendable { case left, right, center }

extension Frame {
  /// Draws one line of text from a place on, in at most `width` columns (to the end of the clip where `nil`), with an
  /// ellipsis where it is cut.
  /// - Returns: the columns it took.
  @discardableResult
  public mutating func write(_ text: String, x: Int, y: Int, width: Int? = nil, role: Role = .plain) -> Int {
    let room = min(width ?? .max, max(0, clip.endX - x))
    let pieces = DisplayWidth.clipped(shownPieces(of: text), to: room, ellipsis: glyphs.ellipsis)
    var column = x
    for piece in pieces {
      place(piece, x: column, y: y, role: role)
      column += piece.width
    }
    return column - x
  }

  /// Draws one line of text in the first row of `rect`, at its left, right or middle, with an ellipsis where it is cut.
  public mutating func write(_ text: String, in rect: Rect, align: Alignment = .left, role: Role = .plain) {
    guard !rect.isEmpty else { return }
    let taken = min(rect.width, DisplayWidth.of(text))
    let offset =
      switch align {
      case .left: 0
      case .right: rect.width - taken
      case .center: (rect.width - taken) / 2
      }
    clipped(to: rect) { $0.write(text, x: rect.x + offset, y: rect.y, width: taken, role: role) }
  }

  /// Fills a rectangle with spaces, or with a text of one column.
  public mutating func fill(_ rect: Rect, with text: String = " ", role: Role = .plain) {
    guard let piece = shownPieces(of: text).first(where: { $0.width == 1 }) else { return }
    let area = rect.intersection(clip)
    for y in area.rows {
      for x in area.columns { place(piece, x: x, y: y, role: role) }
    }
  }

  public mutating func horizontalLine(x: Int, y: Int, width: Int, role: Role = .border) {
    fill(Rect(x: x, y: y, width: width, height: 1), with: glyphs.lines.horizontal, role: role)
  }

  public mutating func verticalLine(x: Int, y: Int, height: Int, role: Role = .border) {
    fill(Rect(x: x, y: y, width: 1, height: height), with: glyphs.lines.vertical, role: role)
  }

  private func shownPieces(of text: String) -> [DisplayWidth.Piece] {
    let pieces = DisplayWidth.pieces(of: text)
    guard glyphs.isASCII else { return pieces }
    return pieces.flatMap { piece in
      ASCIITwin.of(piece).map { DisplayWidth.Piece(text: String($0), width: 1) }
    }
  }
}
