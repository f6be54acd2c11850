/// What is asked of the price bound at every node: lines of cost against days, and the days alone.
///
/// Each line charges a day of some resource at a price μ: `cost ≥ value − μ · days`. Lines of several μ together bound
/// the frontier from below (a bound set: Ehrgott & Gandibleux 2007); a node asks the one that says most at its last
/// day. They are prepared once, at the root, and their prices are where every node starts from.
struct BoundSet {
  struct Line {
    /// -1: days are not charged.
    var resource: Int
    var dayPrice: Double
    var prices: PriceBound.Prices
    var value: Double

    var objective: PriceBound.Objective { .cost(resource: resource, dayPrice: dayPrice) }

    /// What the line says of pathways that end by a day.
    func cost(by lastDay: Int, reserve: Int) -> Double {
      dayPrice > 0 ? value - dayPrice * Double(lastDay - reserve) * (1 + 1e-9) : value
    }
  }

  private(set) var lines: [Line] = []
  /// The resources whose days are asked, the best additive one first, and prices for each.
  private(set) var dayResources: [Int] = []
  private(set) var dayPrices: [PriceBound.Prices] = []
  /// What each of these came to at the root.
  private(set) var dayValues: [Double] = []
  /// What any resource came to.
  private(set) var days = 0.0

  /// - Parameter shouldStop: asked between resources; what is missing then only makes the bound weaker.
  init(_ bound: PriceBound, shouldStop: () -> Bool) {
    var best: [TimeResource.Kind: (resource: Int, days: Double)] = [:]
    for resource in bound.resources.indices where resource == 0 || !shouldStop() {
      var prices = bound.initialPrices
      bound.improve(&prices, .days(resource: resource), target: .infinity, steps: BoundSet.trialSteps)
      days = max(days, bound.bound)
      let kind = bound.resources[resource].kind
      if bound.bound > best[kind]?.days ?? -1 { best[kind] = (resource, bound.bound) }
    }
    for kind in TimeResource.Kind.allCases {
      guard let found = best[kind], dayResources.isEmpty || !shouldStop() else { continue }
      dayResources.append(found.resource)
      dayPrices.append(
        bound.bestPrices(.days(resource: found.resource), trial: BoundSet.trialSteps, steps: BoundSet.firstSteps))
      dayValues.append(bound.bound)
      days = max(days, bound.bound)
    }
    let prices = bound.bestPrices(
      .cost(resource: -1, dayPrice: 0), trial: BoundSet.trialSteps, steps: BoundSet.firstSteps)
    lines.append(Line(resource: -1, dayPrice: 0, prices: prices, value: bound.bound))
  }

  /// Adds lines for these prices of a day.
  mutating func addLines(_ bound: PriceBound, dayPrices: [Double], shouldStop: () -> Bool) {
    for resource in dayResources {
      var last = lines[0].prices
      for price in dayPrices where !shouldStop() {
        bound.improve(
          &last, .cost(resource: resource, dayPrice: price), target: .infinity, steps: BoundSet.nextSteps)
        lines.append(Line(resource: resource, dayPrice: price, prices: last, value: bound.bound))
      }
    }
  }

  /// Steps at each pace tried, towards the best prices from there, and from those of a neighbouring line.
  private static let trialSteps = 40
  private static let firstSteps = 200
  private static let nextSteps = 80

  /// The line that says most of pathways that end by a day.
  func bestLine(by lastDay: Int, reserve: (Int) -> Int) -> Int {
    guard lastDay < 10_000_000 else { return 0 }
    var best = 0
    var bestCost = -Double.infinity
    for (index, line) in lines.enumerated() {
      let cost = line.cost(by: lastDay, reserve: line.resource >= 0 ? reserve(line.resource) : 0)
      if cost > bestCost {
        best = index
        bestCost = cost
      }
    }
    return best
  }
}
