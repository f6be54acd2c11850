extension Frame {
  /// The rows as text, each of exactly the frame's width in columns.
  public var lines: [String] {
    (0..<size.height).map { y in
      (0..<size.width).reduce(into: "") { line, x in line += cell(x: x, y: y).text }
    }
  }

  /// The rows as text, without the spaces at their ends: what a snapshot holds.
  public var text: String {
    lines.map(Frame.withoutTrailing(" ")).joined(separator: "\n")
  }

  /// One letter a cell that tells its role (`Role.letter`), without the plain ends of rows: the map of a snapshot.
  public var roles: String {
    (0..<size.height).map { y in
      String((0..<size.width).map { x in cell(x: x, y: y).role.letter })
    }.map(Frame.withoutTrailing(Role.plain.letter)).joined(separator: "\n")
  }

  private static func withoutTrailing(_ character: Character) -> (String) -> String {
    { line in
      var line = line[...]
      while line.last == character { line.removeLast() }
      return String(line)
    }
  }
}
