// Where much of a set fills the week by itself: first which of the others overlap, then in which order it all comes.
extension LagScheduling {
  /// Whether anything ends before that day; `nil` where `goOn` ended the search.
  mutating func searchUnits(before stage: Int, goOn: (Int) -> Bool) -> Bool? {
    let light = activities.indices.filter { activities[$0].length > 0 && !isFilling[$0] }
    let pairs = light.enumerated().flatMap { place, first in light[(place + 1)...].map { (first, $0) } }
    let days = fillingDays
    var stack = [Plan(network: root, contracted: contracted.first?.root)]
    while var plan = stack.popLast() {
      guard goesOn(goOn) else { return nil }
      if var inner = plan.contracted {
        guard contracted[0].propagate(&inner, before: stage - days) else { continue }
        plan.contracted = inner
      }
      guard fitsTogether(plan, light), propagate(&plan.network, before: stage) else { continue }
      let starts = activities.indices.map(plan.network.earliest)
      if conflict(of: starts) == nil, case .nothing = take(starts) { return true }
      if plan.relations.count < pairs.count {
        stack += plans(after: plan, pairs[plan.relations.count]).reversed()
        continue
      }
      let units = filling.map { [$0] } + clusters(of: light, plan)
      guard let found = sequence(units, plan.network, before: stage, goOn: goOn) else { return nil }
      if found { return true }
    }
    return false
  }

  // MARK: What overlaps

  /// How those that leave room beside them lie to each other, as far as that is decided.
  private struct Plan {
    var network: LagNetwork
    /// The same with all that fills the week cut out.
    var contracted: LagNetwork?
    var relations: [Relation] = []
  }

  private struct Relation {
    var first: Int
    var second: Int
    var overlap: Bool
  }

  private func plans(after plan: Plan, _ pair: (Int, Int)) -> [Plan] {
    let (first, second) = pair
    let (long, other) = (activities[first].length, activities[second].length)
    func decided(overlap: Bool, _ lags: [Lag]) -> Plan? {
      guard let network = plan.network.with(lags) else { return nil }
      var inner = plan.contracted
      if let contracted = plan.contracted {
        guard let narrower = contracted.with(lags) else { return nil }
        inner = narrower
      }
      let relation = Relation(first: first, second: second, overlap: overlap)
      return Plan(network: network, contracted: inner, relations: plan.relations + [relation])
    }
    let together = [Lag(from: second, to: first, days: 1 - long), Lag(from: first, to: second, days: 1 - other)]
    return [
      isApart[first * count + second] ? nil : decided(overlap: true, together),
      decided(overlap: false, [Lag(from: first, to: second, days: long)]),
      decided(overlap: false, [Lag(from: second, to: first, days: other)]),
    ].compactMap { $0 }
  }

  /// Whatever overlaps two by two has a day in common (Helly), on which it must not be too much.
  private func fitsTogether(_ plan: Plan, _ light: [Int]) -> Bool {
    guard let last = plan.relations.last, last.overlap else { return true }
    let together = Set(plan.relations.filter(\.overlap).map { [$0.first, $0.second] })
    func fits(_ clique: [Int], from next: Int) -> Bool {
      if isTooMuch(clique) { return false }
      return light.indices[next...].allSatisfy { index in
        guard clique.allSatisfy({ together.contains([$0, light[index]]) }) else { return true }
        return fits(clique + [light[index]], from: index + 1)
      }
    }
    return fits([], from: 0)
  }

  /// What overlaps, directly or through others: nothing that fills the week comes between.
  private func clusters(of light: [Int], _ plan: Plan) -> [[Int]] {
    var left = light
    var found: [[Int]] = []
    while let first = left.first {
      var cluster = [first]
      var next = 0
      while next < cluster.count {
        for relation in plan.relations where relation.overlap {
          let (one, other) = (relation.first, relation.second)
          if one == cluster[next], !cluster.contains(other) { cluster.append(other) }
          if other == cluster[next], !cluster.contains(one) { cluster.append(one) }
        }
        next += 1
      }
      found.append(cluster)
      left.removeAll { cluster.contains($0) }
    }
    return found
  }

  // MARK: What comes after what

  /// Units in the order in which they come, as far as that is decided: each is over before the next begins.
  private struct Sequence {
    var network: LagNetwork
    var done: [Int] = []
    var waiting: [Int]
    /// Which of what may open a gate has to open it, in the order decided.
    var supports: [Int] = []
  }

  private mutating func sequence(
    _ units: [[Int]], _ network: LagNetwork, before stage: Int, goOn: (Int) -> Bool
  ) -> Bool? {
    var memory = LagMemory()
    var stack = [Sequence(network: network, waiting: Array(units.indices))]
    while var node = stack.popLast() {
      guard goesOn(goOn) else { return nil }
      guard propagate(&node.network, units, node.waiting, before: stage) else { continue }
      let starts = activities.indices.map(node.network.earliest)
      if conflict(of: starts) == nil {
        guard case .oneOf(let ways) = take(starts) else { return true }
        for way in ways.reversed() {
          guard let network = node.network.with(way) else { continue }
          var child = node
          child.network = network
          child.supports += way.flatMap { [$0.from, $0.to] }
          stack.append(child)
        }
        continue
      }
      if let state = state(of: node, units), !memory.isNew(state) { continue }
      stack += sequences(after: node, units).reversed()
    }
    return false
  }

  private func propagate(_ network: inout LagNetwork, _ units: [[Int]], _ waiting: [Int], before stage: Int) -> Bool {
    var changed = true
    while changed {
      changed = false
      guard propagate(&network, before: stage) else { return false }
      for first in waiting where units[first].count > 1 {
        for second in waiting where first != second {
          let canFirst = canPrecede(units[first], units[second], network)
          let canSecond = canPrecede(units[second], units[first], network)
          if canFirst && canSecond { continue }
          if !canFirst && !canSecond { return false }
          guard let isNew = put(units[canFirst ? first : second], before: units[canFirst ? second : first], &network)
          else { return false }
          changed = changed || isNew
        }
      }
    }
    return true
  }

  private func canPrecede(_ first: [Int], _ second: [Int], _ network: LagNetwork) -> Bool {
    first.allSatisfy { before in second.allSatisfy { room(before, $0, network) >= 0 } }
  }

  /// Whether that was not known yet; `nil` where it can't be.
  private func put(_ first: [Int], before second: [Int], _ network: inout LagNetwork) -> Bool? {
    var isNew = false
    for before in first {
      for after in second where network.between(before, after) < activities[before].length {
        guard order(&network, before, after) else { return nil }
        isNew = true
      }
    }
    return isNew
  }

  /// What may come next, most urgent first.
  private func sequences(after node: Sequence, _ units: [[Int]]) -> [Sequence] {
    let next = node.waiting.filter { unit in
      node.waiting.allSatisfy { $0 == unit || canPrecede(units[unit], units[$0], node.network) }
    }
    if let only = next.first(where: { isFirstAnyway($0, node, units) }) {
      return [advanced(node, by: only, units)].compactMap { $0 }
    }
    func urgency(_ unit: Int) -> (Int, Int, Int) {
      let latest = units[unit].map(node.network.latest).min() ?? 0
      return (latest, units[unit].map(node.network.earliest).min() ?? 0, unit)
    }
    return next.sorted { urgency($0) < urgency($1) }.compactMap { advanced(node, by: $0, units) }
  }

  /// While nothing that is done has to stay active, what never has to may as well come at once.
  private func isFirstAnyway(_ unit: Int, _ node: Sequence, _ units: [[Int]]) -> Bool {
    guard problem.allowsMovingForward, instants.isEmpty, let place = units[unit].first, isFilling[place],
      problem.isPlain[place], problem.users[place].isEmpty
    else { return false }
    let waiting = node.waiting.flatMap { units[$0] }
    return !node.done.contains { units[$0].contains { isPending($0, waiting) } }
  }

  private func advanced(_ node: Sequence, by unit: Int, _ units: [[Int]]) -> Sequence? {
    var next = node
    next.done.append(unit)
    next.waiting.removeAll { $0 == unit }
    for other in next.waiting where put(units[unit], before: units[other], &next.network) == nil { return nil }
    return next
  }

  /// After one beside which nothing else can be in progress, what follows depends on what came before only by the day,
  /// and by how long ago that was finished which may have to be active: put as late as the last of them allows, all of
  /// these are at their least together. `nil` where it isn't known that what came before holds by itself.
  private func state(of node: Sequence, _ units: [[Int]]) -> LagMemory.State? {
    guard count <= 64, !problem.hasRenewals, let unit = node.done.last, let last = units[unit].first, isFilling[last]
    else { return nil }
    let end = activities[last].length
    var before = node.done.flatMap { units[$0] }
    var after = node.waiting.flatMap { units[$0] }
    for place in instants {
      if node.network.between(last, place) >= end {
        after.append(place)
      } else if node.network.between(place, last) >= -end {
        before.append(place)
      } else {
        return nil
      }
    }
    guard before.allSatisfy({ problem.isPlain[$0] && activities[$0].corequires < 0 }) else { return nil }
    var key: UInt64 = 0
    for place in before { key |= 1 << UInt64(place) }
    var figures = [node.network.earliest(last) + end]
    for place in before.sorted() where isPending(place, after) {
      figures.append(node.network.between(place, last) + end - activities[place].length)
    }
    return LagMemory.State(done: key, supports: node.supports, figures: figures)
  }

  /// True where something still waiting, or the goal, may ask for it to be active.
  private func isPending(_ place: Int, _ waiting: [Int]) -> Bool {
    problem.users[place].contains { $0 == count || waiting.contains($0) }
  }
}
