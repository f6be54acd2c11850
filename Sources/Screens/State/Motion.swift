/// Ways to move through rows or lines; every list and every text takes all of them.
public enum Motion: CaseIterable, Hashable, Sendable {
  case up, down, pageUp, pageDown, first, last

  /// The row after the motion, of `count` rows with `page` of them in view; never outside them, 0 where there are none.
  func moved(_ place: Int, count: Int, page: Int) -> Int {
    let next =
      switch self {
      case .up: place - 1
      case .down: place + 1
      case .pageUp: place - page
      case .pageDown: place + page
      case .first: 0
      case .last: count - 1
      }
    return max(0, min(count - 1, next))
  }
}
