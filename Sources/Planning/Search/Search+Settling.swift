// A choice that stands by itself: placed exactly, and then one more.
extension Search {
  func settle(_ node: SearchNode, _ members: [Int]) {
    let cost = members.reduce(0) { $0 + model.activities[$1].cost }
    let limit = min(node.lastDay == .max ? Int.max : node.lastDay + 1, incumbents.daysToBeat(atCost: cost))
    let floor = supersetFloor(members)
    var lastDay = limit == .max ? Int.max : limit - 1
    if cost <= incumbents.limit.cost {
      let before = scheduler.nodes
      let left = limits.nodes.map { max(0, $0 - statistics.nodes) * Search.schedulingNodesPerNode } ?? .max
      let allowed = max(Search.schedulingNodesPerNode, min(left, node.effort))
      scheduler.nodesAtMost = before + allowed
      let result = scheduler.schedule(members, before: limit, floor: floor)
      statistics.schedulingNodes += scheduler.nodes - before
      switch result {
      case .interrupted:
        if let partial = scheduler.partial { keep(members, partial, cost) }
        if shouldStop || left <= node.effort {
          isInterrupted = true
          return
        }
        var later = node
        later.effort *= Search.effortGrowth
        postponed.append(later)
        return
      case .placed(let schedule):
        keep(members, schedule, cost)
        if schedule.end <= floor { return }
        lastDay = schedule.end - 1
      case .none: break
      }
    }
    if floor > lastDay { return }
    addOneMore(node, members, lastDay: lastDay)
  }

  /// One more could open a gate earlier, or keep something from lapsing: each that could is tried.
  func addOneMore(_ node: SearchNode, _ members: [Int], lastDay: Int) {
    var refused = node.refused
    for index in helpers(of: members) where propagation.status[index] == .open {
      var child = node
      child.refused = refused
      child.taken.insert(index)
      child.lastDay = lastDay
      child.depth += 1
      push(child)
      refused.insert(index)
    }
  }

  func helpers(of members: [Int]) -> [Int] {
    var found: Set<Int> = []
    let gates =
      model.goals + members.map { model.activities[$0].requires } + members.map { model.activities[$0].corequires }
    for gate in gates where gate >= 0 {
      found.formUnion(model.activities(under: gate))
      for holding in model.holdings(under: gate) { found.formUnion(model.holdings[holding].renewers) }
    }
    return found.sorted()
  }

  /// No placement of these members, whatever else is taken, ends before this day.
  func supersetFloor(_ members: [Int]) -> Int {
    var days = propagation.earliestEnd
    for (index, resource) in priceBound.resources.enumerated() {
      days = max(days, resource.days(for: members, reserve: reserve(index)))
    }
    return days
  }

  func keep(_ members: [Int], _ schedule: Schedule, _ cost: Int) {
    let solution = Solution(
      members: members, starts: schedule.starts, point: ObjectivePoint(cost: cost, days: schedule.end))
    if incumbents.insert(solution) { improved(self) }
  }
}
