// What the bounds allow a node, and what they refuse.
extension Search {
  /// False where no resource leaves a pathway that ends by the day; refuses what none leaves room for.
  func boundDays(_ prices: inout [PriceBound.Prices], _ bounds: BoundSet, by lastDay: Int) -> Bool {
    guard limits.switches.contains(.days) else { return true }
    for (place, resource) in bounds.dayResources.enumerated() {
      let reserve = reserve(resource)
      let isReserving = lightTime?.resource == resource
      let target = Double(lastDay - reserve) + 0.5
      priceBound.improve(
        &prices[place], .days(resource: resource), target: target, steps: Search.stepsAtNode, worthwhile: 0.75 * target)
      let least = priceBound.bound + Double(reserve)
      if days(least) > lastDay { return false }
      guard lastDay < 10_000_000, limits.switches.contains(.reducedCosts) else { continue }
      let refused = (0..<model.activities.count).filter {
        propagation.status[$0] == .open
          && least + priceBound.reducedCost[$0] + Double(isReserving ? moreLightDays(with: $0) : 0)
            > Double(lastDay) + 1e-6
      }
      if !refused.isEmpty {
        guard propagation.refuse(refused) else { return false }
        priceBound.load(propagation)
      }
    }
    return true
  }

  private func moreLightDays(with activity: Int) -> Int {
    (lightTime?.days(with: activity) ?? 0) - (lightTime?.days ?? 0)
  }

  /// Days on top of what a resource weighs.
  func reserve(_ resource: Int) -> Int { lightTime?.resource == resource ? lightTime?.days ?? 0 : 0 }

  func prepareLightTime(_ bounds: BoundSet) {
    let asked = bounds.dayResources.first { priceBound.resources[$0].kind == .reserving }
    lightTime = asked.map { resource in
      LightTime(
        model, network, priceBound.resources[resource], resource: resource,
        readsWays: limits.switches.contains(.lightTime))
    }
    lightTime?.read(propagation)
  }

  func costBound(_ line: BoundSet.Line, by lastDay: Int) -> Double {
    guard line.dayPrice > 0 else { return priceBound.bound }
    return priceBound.bound - line.dayPrice * Double(lastDay - reserve(line.resource)) * (1 + 1e-9)
  }

  /// Refuses what would make every corner unreachable.
  func fixByReducedCost(_ line: BoundSet.Line, cost: Int, corner: Corner) -> Bool {
    guard limits.switches.contains(.reducedCosts) else { return true }
    var room = -Double.infinity
    for other in incumbents.corners(cost: cost, lastDay: corner.lastDay) {
      room = max(room, Double(other.cost) - costBound(line, by: other.lastDay))
    }
    let refused = (0..<model.activities.count).filter {
      propagation.status[$0] == .open && priceBound.reducedCost[$0] > room
    }
    return refused.isEmpty || propagation.refuse(refused)
  }
}
