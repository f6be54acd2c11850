/// How many columns text takes in a terminal, and the text made safe to be shown there.
///
/// Terminals and ncurses measure scalar by scalar, so text is cut into *pieces* of one spacing scalar and its combining
/// marks. What terminals disagree about is simplified until they agree: of a joined emoji the first part stays, a flag
/// becomes its two letters, variation selectors and skin tones go.
public enum DisplayWidth {
  /// A piece of text that takes one or two columns.
  public struct Piece: Hashable, Sendable {
    public var text: String
    /// Columns: 1 or 2.
    public var width: Int
  }

  /// The columns that `text` takes once it has been made safe.
  public static func of(_ text: String) -> Int {
    if let count = plainCount(text) { return count }
    return pieces(of: text).reduce(0) { $0 + $1.width }
  }

  /// The text in pieces: without control characters, escapes, and characters that change the direction of others.
  public static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(text.utf8.count)
    for character in text { append(character, to: &pieces) }
    return pieces
  }

  /// The text made safe, with nothing in it that moves a cursor, changes a colour or reverses an order.
  public static func sanitized(_ text: String) -> String {
    if plainCount(text) != nil { return text }
    return pieces(of: text).map(\.text).joined()
  }

  /// The text if it fits `width` columns, else as much of it as fits before an ellipsis.
  public static func truncated(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    if let count = plainCount(text), count <= width { return text }
    return clipped(pieces(of: text), to: width, ellipsis: ellipsis).map(\.text).joined()
  }

  /// Text of exactly `width` columns: cut where it is longer, filled with spaces where it is shorter.
  public static func padded(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    let cut = truncated(text, to: width, ellipsis: ellipsis)
    return cut + String(repeating: " ", count: max(0, width - of(cut)))
  }

  static func clipped(_ pieces: [Piece], to width: Int, ellipsis: String) -> [Piece] {
    guard width > 0 else { return [] }
    guard pieces.reduce(0, { $0 + $1.width }) > width else { return pieces }
    let end = self.pieces(of: ellipsis)
    let endWidth = end.reduce(0) { $0 + $1.width }
    guard endWidth <= width else { return fitting(pieces, in: width) }
    return fitting(pieces, in: width - endWidth) + end
  }

  private static func fitting(_ pieces: [Piece], in width: Int) -> [Piece] {
    var room = width
    return Array(
      pieces.prefix { piece in
        room -= piece.width
        return room >= 0
      })
  }

  /// The number of columns where the text is plain ASCII without control characters, which most text is.
  private static func plainCount(_ text: String) -> Int? {
    var count = 0
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F else { return nil }
      count += 1
    }
    return count
  }

  private static func append(_ character: Character, to pieces: inout [Piece]) {
    var isJoined = false
    var hasBase = false
    for scalar in character.unicodeScalars {
      switch ScalarClass(scalar) {
      case .spacing(let width):
        if isJoined, width == 2 { continue }
        pieces.append(Piece(text: String(scalar), width: width))
        hasBase = true
        isJoined = false
      case .mark:
        guard hasBase, let last = pieces.last, last.text.unicodeScalars.count < 4 else { continue }
        pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
      case .replaced(let replacement):
        pieces.append(Piece(text: replacement, width: 1))
        hasBase = true
      case .joiner: isJoined = true
      case .modifier: if !hasBase { pieces.append(Piece(text: String(scalar), width: 2)) }
      case .dropped: continue
      }
    }
  }
}
