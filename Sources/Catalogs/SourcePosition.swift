/// A place in a catalog file.
public struct SourcePosition: Hashable, Comparable, Sendable {
  public var file: String
  /// 1 is the first line.
  public var line: Int
  /// 1 is the first character of the line, counted in Unicode scalars.
  public var column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  public static func < (first: SourcePosition, second: SourcePosition) -> Bool {
    (first.file, first.line, first.column) < (second.file, second.line, second.column)
  }
}
