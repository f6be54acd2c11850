/// One place of the grid.
///
/// A wide character takes two cells: the first holds it, the second is a continuation, whose text is empty.
public struct Cell: Hashable, Sendable {
  /// One spacing character with its combining marks, or nothing in a continuation.
  public internal(set) var text: String
  public internal(set) var role: Role
  /// Columns: 1 or 2, and 0 for a continuation.
  public internal(set) var width: Int

  init(text: String, width: Int, role: Role) {
    self.text = text
    self.width = width
    self.role = role
  }

  public static let blank = Cell(text: " ", width: 1, role: .plain)

  public var isContinuation: Bool { width == 0 }

  static func continuation(_ role: Role) -> Cell { Cell(text: "", width: 0, role: role) }
}
