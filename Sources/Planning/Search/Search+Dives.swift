// Pathways from the first moment.
extension Search {
  /// From no price of a day to one that nothing is worth.
  func divesByPrice(_ order: [Int], _ bounds: BoundSet, _ cheapest: [Int]?) {
    let top = model.activities.reduce(0.0) { max($0, Double($1.cost)) } + 1
    // Lines and their dives come after: here one resource is enough to tell the slopes.
    for resource in bounds.dayResources.prefix(1) {
      func dive(_ exponent: Int) -> [Int]? {
        tryDive(order, dayPrice: top / 1024 * Double(1 << (2 * exponent)), of: resource)
      }
      /// Between two prices that lead to the same choice, others hardly lead to another.
      func between(_ low: Int, _ lowMembers: [Int]?, _ high: Int, _ highMembers: [Int]?) {
        guard high - low > 1, lowMembers != highMembers else { return }
        let middle = (low + high) / 2
        let members = dive(middle)
        between(low, lowMembers, middle, members)
        between(middle, members, high, highMembers)
      }
      let last = 8
      between(-1, cheapest, last, dive(last))
    }
  }

  /// Near what the relaxation chooses on each line of the bound.
  func divesAlongLines(_ order: [Int], _ bounds: inout BoundSet) {
    for line in bounds.lines {
      var prices = line.prices
      priceBound.improve(&prices, line.objective, target: -.infinity, steps: 0)
      tryDive(order, weights: relaxedWeights)
    }
  }

  func diveFrom(_ node: SearchNode) {
    guard statistics.nodes < 64 || statistics.nodes % 8 == 0 else { return }
    tryDive(reachOrder, weights: relaxedWeights)
  }

  /// What the relaxation chooses is as good as free; of the rest, what it would lose.
  private var relaxedWeights: [Double] {
    model.activities.indices.map { index in
      max(0, priceBound.reducedCost[index]) * (1 - priceBound.demand(for: index)) + 1e-3 * moment[index]
    }
  }

  @discardableResult
  func tryDive(_ order: [Int], dayPrice: Double, of resource: Int) -> [Int]? {
    let days = priceBound.resources[resource]
    return tryDive(
      order,
      weights: model.activities.indices.map { index in
        let cost = Double(model.activities[index].cost)
        return dayPrice > 0 ? cost + dayPrice * Double(days.weights[index]) / Double(days.capacity) : cost
      })
  }

  /// The members of the choice it led to; `nil` where it led to none.
  @discardableResult
  func tryDive(_ order: [Int], weights: [Double]) -> [Int]? {
    if !limits.switches.contains(.dives) || limits.shouldStop() { return nil }
    guard let members = dive.run(from: propagation, order: order, weights: weights) else { return nil }
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
