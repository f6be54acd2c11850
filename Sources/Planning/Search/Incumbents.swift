/// A chosen set with its placement: a pathway as the search sees it.
struct Solution: Sendable {
  var members: [Int]
  var starts: [Int]
  var point: ObjectivePoint
}

/// Cost and days of a pathway.
struct ObjectivePoint: Hashable, Sendable {
  /// Cents.
  var cost: Int
  var days: Int

  /// True where it is at least as good in both.
  func dominates(_ other: ObjectivePoint) -> Bool { cost <= other.cost && days <= other.days }
}

/// A region in which a pathway would improve on what is found: at most this cost and at most this day.
struct Corner: Hashable, Sendable {
  var cost: Int
  var lastDay: Int
}

/// The best pathways so far, cheapest first, none dominated by another.
struct Incumbents: Sendable {
  private(set) var solutions: [Solution] = []
  /// Cents that may be spent, and the last day allowed.
  let limit: Corner
  private(set) var corners: [Corner]

  init(limit: Corner) {
    self.limit = limit
    corners = [limit]
  }

  /// Keeps a solution that improves; true where it does.
  mutating func insert(_ solution: Solution) -> Bool {
    let point = solution.point
    guard point.cost <= limit.cost, point.days <= limit.lastDay,
      !solutions.contains(where: { $0.point.dominates(point) })
    else { return false }
    solutions.removeAll { point.dominates($0.point) }
    let place = solutions.firstIndex { $0.point.cost > point.cost } ?? solutions.count
    solutions.insert(solution, at: place)
    corners = []
    var lastDay = limit.lastDay
    for known in solutions {
      corners.append(Corner(cost: known.point.cost - 1, lastDay: lastDay))
      lastDay = known.point.days - 1
    }
    corners.append(Corner(cost: limit.cost, lastDay: lastDay))
    return true
  }

  /// The corner with the latest last day, no later than `lastDay`, that a cost of at least `cost` can still improve.
  func corner(cost: Int, lastDay: Int) -> Corner? {
    for corner in corners where corner.cost >= cost {
      return Corner(cost: corner.cost, lastDay: min(corner.lastDay, lastDay))
    }
    return nil
  }

  /// The corners from that one on, dearer and earlier, each no later than `lastDay`.
  func corners(cost: Int, lastDay: Int) -> [Corner] {
    corners.filter { $0.cost >= cost }.map { Corner(cost: $0.cost, lastDay: min($0.lastDay, lastDay)) }
  }

  /// The first day by which a pathway of at most this cost would not improve any more.
  func daysToBeat(atCost cost: Int) -> Int {
    var days = limit.lastDay == .max ? Int.max : limit.lastDay + 1
    for known in solutions where known.point.cost <= cost { days = min(days, known.point.days) }
    return days
  }
}
