/// Least days between the starts of any two members, closed under addition (a simple temporal network: Dechter, Meiri &
/// Pearl 1991). One place more than there are members stands for day 0.
///
/// Days between two, unlike the days on which each can start, say something even where nothing but lapses binds: of two
/// that can't overlap, one may be ordered by what has to follow the other soon.
struct LagNetwork {
  /// No lag at all; far from overflow when two are added.
  static let none = Int.min / 4

  /// Members and day 0.
  let size: Int
  /// The place of day 0.
  var origin: Int { size - 1 }
  /// By place of the first times the size, plus place of the second: the second starts no earlier than so many days
  /// after the first.
  private(set) var days: [Int]

  init(members: Int) {
    size = members + 1
    days = Array(repeating: LagNetwork.none, count: size * size)
    for place in 0..<size { days[place * size + place] = 0 }
  }

  func between(_ from: Int, _ to: Int) -> Int { days[from * size + to] }

  func earliest(_ place: Int) -> Int { days[origin * size + place] }

  func latest(_ place: Int) -> Int { -days[place * size + origin] }

  /// Adds that `to` starts no earlier than so many days after `from`; false where that contradicts what is known.
  mutating func require(_ from: Int, _ to: Int, days least: Int) -> Bool {
    if least <= days[from * size + to] { return true }
    if days[to * size + from] + least > 0 { return false }
    let size = size
    days.withUnsafeMutableBufferPointer { days in
      for first in 0..<size {
        let before = days[first * size + from]
        if before == LagNetwork.none { continue }
        let through = before + least
        if through <= days[first * size + to] { continue }
        for last in 0..<size {
          let after = days[to * size + last]
          if after != LagNetwork.none && through + after > days[first * size + last] {
            days[first * size + last] = through + after
          }
        }
      }
    }
    return true
  }

  /// The same with more lags; `nil` where they contradict it.
  func with(_ lags: [Lag]) -> LagNetwork? {
    var more = self
    for lag in lags {
      guard more.require(lag.from, lag.to, days: lag.days) else { return nil }
    }
    return more
  }
}
