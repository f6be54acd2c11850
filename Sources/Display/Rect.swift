/// A rectangle of cells; its width and height are never negative.
public struct Rect: Hashable, Sendable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  public init(_ size: Size) { self.init(x: 0, y: 0, width: size.width, height: size.height) }

  public static let empty = Rect(x: 0, y: 0, width: 0, height: 0)

  public var size: Size { Size(width: width, height: height) }
  public var isEmpty: Bool { width == 0 || height == 0 }
  public var columns: Range<Int> { x..<(x + width) }
  public var rows: Range<Int> { y..<(y + height) }
  /// The column after the last one.
  public var endX: Int { x + width }
  /// The row after the last one.
  public var endY: Int { y + height }

  public func contains(_ point: Point) -> Bool { columns.contains(point.x) && rows.contains(point.y) }

  /// What two rectangles share; of no size where they don't meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(endX, other.endX) - left, height: min(endY, other.endY) - top)
  }

  /// Smaller by so many cells on each side; by both sides together never more than there is.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      x: x + min(left, width), y: y + min(top, height), width: width - left - right, height: height - top - bottom)
  }

  /// Smaller by the same number of cells on all four sides.
  public func inset(_ cells: Int) -> Rect { inset(left: cells, top: cells, right: cells, bottom: cells) }

  /// One of its rows, counted from its own top; empty where it has no such row.
  public func row(_ index: Int) -> Rect {
    Rect(x: x, y: y + index, width: width, height: 1).intersection(self)
  }
}

extension Rect {
  /// The first `columns` columns, and the rest.
  public func split(left columns: Int) -> (left: Rect, rest: Rect) {
    let part = max(0, min(columns, width))
    return (
      Rect(x: x, y: y, width: part, height: height),
      Rect(x: x + part, y: y, width: width - part, height: height)
    )
  }

  /// The last `columns` columns, and the rest.
  public func split(right columns: Int) -> (rest: Rect, right: Rect) {
    let parts = split(left: width - max(0, min(columns, width)))
    return (parts.left, parts.rest)
  }

  /// The first `rows` rows, and the rest.
  public func split(top rows: Int) -> (top: Rect, rest: Rect) {
    let part = max(0, min(rows, height))
    return (
      Rect(x: x, y: y, width: width, height: part),
      Rect(x: x, y: y + part, width: width, height: height - part)
    )
  }

  /// The last `rows` rows, and the rest.
  public func split(bottom rows: Int) -> (rest: Rect, bottom: Rect) {
    let parts = split(top: height - max(0, min(rows, height)))
    return (parts.top, parts.rest)
  }

  /// Side by side, in proportion to the weights; the last takes what rounding leaves.
  public func columns(weights: [Int]) -> [Rect] {
    let shares = Rect.shares(of: width, weights: weights)
    var rest = self
    return shares.map { share in
      let parts = rest.split(left: share)
      rest = parts.rest
      return parts.left
    }
  }

  /// One above the other, in proportion to the weights; the last takes what rounding leaves.
  public func rows(weights: [Int]) -> [Rect] {
    let shares = Rect.shares(of: height, weights: weights)
    var rest = self
    return shares.map { share in
      let parts = rest.split(top: share)
      rest = parts.rest
      return parts.top
    }
  }

  private static func shares(of length: Int, weights: [Int]) -> [Int] {
    let total = max(1, weights.reduce(0, +))
    var given = 0
    var weighed = 0
    return weights.map { weight in
      weighed += weight
      let share = length * weighed / total - given
      given += share
      return share
    }
  }
}
