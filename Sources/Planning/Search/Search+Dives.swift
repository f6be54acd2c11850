// Pathways from the first moment.
extension Search {
  func firstDives(_ bounds: BoundSet) {
    let order = reachOrder
    let none = Array(repeating: 0.0, count: priceBound.resources.count)
    let cheapest = tryDive(order, none)
    let top = model.activities.reduce(0.0) { max($0, Double($1.cost)) } + 1
    for resource in bounds.dayResources {
      func dearerDays(_ exponent: Int) -> [Int]? {
        var dayPrices = none
        dayPrices[resource] = top / 1024 * Double(1 << (2 * exponent))
        return tryDive(order, dayPrices)
      }
      /// Between two prices that lead to the same choice, others hardly lead to another.
      func between(_ low: Int, _ lowMembers: [Int]?, _ high: Int, _ highMembers: [Int]?) {
        guard high - low > 1, lowMembers != highMembers else { return }
        let middle = (low + high) / 2
        let members = dearerDays(middle)
        between(low, lowMembers, middle, members)
        between(middle, members, high, highMembers)
      }
      let last = 8
      between(-1, cheapest, last, dearerDays(last))
    }
    fillGaps(order, bounds)
  }

  /// Between neighbours on what the dives found, days at the price at which both are worth the same.
  func fillGaps(_ order: [Int], _ bounds: BoundSet) {
    var tried: Set<[ObjectivePoint]> = []
    var left = 48
    while left > 0 {
      let points = incumbents.solutions.map(\.point)
      guard let gap = zip(points, points.dropFirst()).first(where: { tried.insert([$0, $1]).inserted }) else { return }
      let slope = Double(gap.1.cost - gap.0.cost) / Double(max(1, gap.0.days - gap.1.days))
      for resource in bounds.dayResources {
        var dayPrices = Array(repeating: 0.0, count: priceBound.resources.count)
        dayPrices[resource] = slope
        tryDive(order, dayPrices)
        left -= 1
      }
    }
  }

  func diveFrom(_ node: SearchNode) {
    guard statistics.nodes < 64 || statistics.nodes % 8 == 0, let line = bounds?.lines[node.prices.line] else { return }
    var dayPrices = Array(repeating: 0.0, count: priceBound.resources.count)
    if line.resource >= 0 { dayPrices[line.resource] = line.dayPrice }
    tryDive(reachOrder, dayPrices)
  }

  /// The members of the choice it led to; `nil` where it led to none.
  @discardableResult
  func tryDive(_ order: [Int], _ dayPrices: [Double]) -> [Int]? {
    if limits.shouldStop() { return nil }
    guard let members = dive.run(from: propagation, order: order, dayPrices: dayPrices) else { return nil }
    if dived.insert(members).inserted && model.allows(members) { place(members) }
    return members
  }

  private func place(_ members: [Int]) {
    let cost = members.reduce(0) { $0 + model.activities[$1].cost }
    guard cost <= incumbents.limit.cost,
      let schedule = scheduler.quickSchedule(members, before: incumbents.daysToBeat(atCost: cost))
    else { return }
    keep(members, schedule, cost)
  }
}
