/// Best-first branch and bound over what to take, with exact scheduling of every choice that stands by itself.
///
/// Nodes are expanded in the order of their bound on cost, so that the frontier is proven from its cheap end on: what is
/// found below the lowest open bound is all there is. A node lives as long as it may improve some corner of what is
/// found: a cost and a day that together would be new.
final class Search {
  let model: Model
  let network: SelectionNetwork
  private let limits: SearchLimits
  private var propagation: Propagation
  private let priceBound: PriceBound
  private let scheduler: Scheduler
  private var closure: Closure
  private var dive: Dive
  private(set) var incumbents: Incumbents
  private var agenda = Agenda()
  private var made = 0
  /// A limit on nodes counts so many of the scheduler's as one.
  private static let schedulingNodesPerNode = 16
  private let unit: Int
  private var bounds: BoundSet?
  /// Sets that dives have led to: none is placed twice.
  private var dived: Set<[Int]> = []
  private(set) var statistics = SearchStatistics()
  /// True where a limit ended the search before the proof.
  private(set) var isInterrupted = false
  private var improved: (Search) -> Void
  /// The lowest day on which any pathway can end, and the lowest cost, as known at the root.
  private(set) var rootDays = 0
  private(set) var rootCost = 0

  init(
    _ model: Model, limit: Corner, limits: SearchLimits, improved: @escaping (Search) -> Void = { _ in }
  ) {
    self.model = model
    self.limits = limits
    self.improved = improved
    network = SelectionNetwork(model)
    propagation = Propagation(model, network)
    priceBound = PriceBound(model, network)
    scheduler = Scheduler(model, resources: priceBound.resources, shouldStop: limits.shouldStop)
    closure = Closure(network)
    dive = Dive(model, network, resources: priceBound.resources)
    incumbents = Incumbents(limit: limit)
    unit = model.activities.reduce(0) { Self.greatestCommonDivisor($0, $1.cost) }
    statistics.relevantCredentials = model.activities.count
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }

  /// The lowest cost of anything not yet searched; `nil` where all is.
  var openCost: Int? { agenda.lowestCost }

  /// What holds of every pathway, found or not.
  var bound: PlanningOutcome.Bound {
    let open = agenda.lowestCost ?? Int.max
    let found = incumbents.solutions.map(\.point)
    let cheapest = found.first?.cost ?? Int.max
    let openDays = agenda.count == 0 ? Int.max : rootDays
    return PlanningOutcome.Bound(
      cost: min(open, cheapest), days: min(openDays, found.last?.days ?? Int.max), provenBelowCost: open)
  }

  /// Ends the reports: the caller's closure must not outlive its call.
  func forgetReport() { improved = { _ in } }

  // MARK: The loop

  func run() {
    guard !model.isHopeless else { return }
    let nothing = ActivitySet(count: model.activities.count)
    guard propagation.run(taken: nothing, refused: nothing, horizon: incumbents.limit.lastDay) else { return }
    rootDays = propagation.earliestEnd
    priceBound.load(propagation)
    priceBound.order = sweepOrder
    var bounds = BoundSet(priceBound, shouldStop: limits.shouldStop)
    rootDays = max(rootDays, days(bounds.days))
    rootCost = rounded(bounds.lines[0].value)
    firstDives(bounds)
    bounds.addLines(priceBound, dayPrices: slopes, shouldStop: limits.shouldStop)
    self.bounds = bounds
    push(
      SearchNode(
        taken: propagation.takenSet, refused: propagation.refusedSet, cost: rootCost,
        lastDay: incumbents.limit.lastDay,
        prices: PriceBox(forCost: bounds.lines[0].prices, line: 0, forDays: bounds.dayPrices), depth: 0, number: 0))
    while let node = agenda.pop() {
      if shouldStop {
        isInterrupted = true
        agenda.push(node)
        return
      }
      statistics.nodes += 1
      expand(node)
      if isInterrupted {
        agenda.push(node)
        return
      }
    }
  }

  private var shouldStop: Bool {
    if let most = limits.nodes, statistics.nodes + scheduler.nodes / Search.schedulingNodesPerNode >= most {
      return true
    }
    return limits.shouldStop()
  }

  private var reachOrder: [Int] {
    let order = Array(0..<model.activities.count).filter { propagation.earliestFinish[$0] != .max }
    return order.sorted { (propagation.earliestFinish[$0], $0) < (propagation.earliestFinish[$1], $1) }
  }

  /// Items in the order in which they can be had, gates after what opens them.
  private var sweepOrder: [Int] {
    var items = reachOrder.map { (day: propagation.earliestFinish[$0], rank: 0, item: $0) }
    for (gate, item) in priceBound.sharedItems where propagation.opening[gate] != .max {
      items.append((propagation.opening[gate], 1, item))
    }
    return items.sorted { ($0.day, $0.rank, $0.item) < ($1.day, $1.rank, $1.item) }.map(\.item)
  }

  /// Costs come in multiples of a unit; so do bounds on them.
  private func rounded(_ bound: Double) -> Int {
    guard bound > 0 else { return 0 }
    let cents = Int(min(bound, 1e16).rounded(.up))
    return unit > 1 ? cents.dividedRoundingUp(by: unit) * unit : cents
  }

  private func push(_ node: SearchNode) {
    made += 1
    var node = node
    node.number = made
    agenda.push(node)
  }

  /// Prices of a day worth asking about: those at which the dives' pathways trade money for time, and around them.
  private var slopes: [Double] {
    let points = incumbents.solutions.map(\.point)
    guard let first = points.first, let last = points.last, points.count > 1 else { return [] }
    var steepest = 0.0
    var flattest = Double.infinity
    for (point, next) in zip(points, points.dropFirst()) {
      let slope = Double(next.cost - point.cost) / Double(max(1, point.days - next.days))
      steepest = max(steepest, slope)
      flattest = min(flattest, slope)
    }
    // The relaxation trades more cheaply than pathways do, so its own slopes lie below theirs.
    let overall = Double(last.cost - first.cost) / Double(max(1, first.days - last.days))
    let least = max(min(flattest, overall) / 16, 1e-3)
    let ratio = max(1.5, (2 * steepest / least).squareRoot().squareRoot().squareRoot())
    var found: [Double] = []
    var price = least
    while price < steepest * 2 && found.count < 10 {
      found.append(price)
      price *= ratio
    }
    return found
  }

  private func days(_ bound: Double) -> Int { bound > 0 ? Int(min(bound, 1e15).rounded(.up)) : 0 }

  // MARK: A node

  private func expand(_ node: SearchNode) {
    guard var corner = incumbents.corner(cost: node.cost, lastDay: node.lastDay) else { return }
    guard propagation.run(taken: node.taken, refused: node.refused, horizon: corner.lastDay) else { return }
    guard let bounds else { return }
    var forCost = node.prices.forCost
    var line = node.prices.line
    var forDays = node.prices.forDays
    var cost = node.cost
    while true {
      priceBound.load(propagation)
      guard boundDays(&forDays, bounds, by: corner.lastDay) else { return }
      if corner.cost == .max && !incumbents.solutions.isEmpty { break }
      let best = bounds.bestLine(by: corner.lastDay, reserve: reserve)
      if best != line {
        line = best
        forCost = bounds.lines[best].prices
      }
      let slack = bounds.lines[line].dayPrice * Double(corner.lastDay)
      priceBound.improve(
        &forCost, bounds.lines[line].objective, target: Double(corner.cost) + slack, sweeps: 2)
      cost = max(cost, rounded(costBound(bounds.lines[line], by: corner.lastDay)))
      if cost <= corner.cost {
        guard fixByReducedCost(bounds.lines[line], cost: cost, corner: corner) else { return }
        break
      }
      guard let next = incumbents.corner(cost: cost, lastDay: corner.lastDay) else { return }
      corner = next
      guard propagation.run(taken: propagation.takenSet, refused: propagation.refusedSet, horizon: corner.lastDay)
      else { return }
    }
    let here = SearchNode(
      taken: propagation.takenSet, refused: propagation.refusedSet, cost: cost, lastDay: corner.lastDay,
      prices: PriceBox(forCost: forCost, line: line, forDays: forDays), depth: node.depth, number: 0)
    if let lowest = agenda.lowestCost, cost > lowest {
      push(here)
      return
    }
    decide(here, corner)
  }

  /// False where no resource leaves a pathway that ends by the day; refuses what none leaves room for.
  private func boundDays(_ prices: inout [[Double]], _ bounds: BoundSet, by lastDay: Int) -> Bool {
    for (place, resource) in bounds.dayResources.enumerated() {
      let reserve = reserve(resource)
      let target = Double(lastDay - reserve) + 0.5
      priceBound.improve(
        &prices[place], .days(resource: resource), target: target, sweeps: 2, worthwhile: 0.75 * target)
      let least = priceBound.bound + Double(reserve)
      if days(least) > lastDay { return false }
      guard lastDay < 10_000_000 else { continue }
      let refused = (0..<model.activities.count).filter {
        propagation.status[$0] == .open && least + priceBound.reducedCost[$0] > Double(lastDay) + 1e-6
      }
      if !refused.isEmpty {
        guard propagation.refuse(refused) else { return false }
        priceBound.load(propagation)
      }
    }
    return true
  }

  private func reserve(_ resource: Int) -> Int {
    priceBound.resources[resource].reserve { propagation.status[$0] == .taken }
  }

  private func costBound(_ line: BoundSet.Line, by lastDay: Int) -> Double {
    guard line.dayPrice > 0 else { return priceBound.bound }
    return priceBound.bound - line.dayPrice * Double(lastDay - reserve(line.resource)) * (1 + 1e-9)
  }

  /// Refuses what would make every corner unreachable.
  private func fixByReducedCost(_ line: BoundSet.Line, cost: Int, corner: Corner) -> Bool {
    var room = -Double.infinity
    for other in incumbents.corners(cost: cost, lastDay: corner.lastDay) {
      room = max(room, Double(other.cost) - costBound(line, by: other.lastDay))
    }
    let refused = (0..<model.activities.count).filter {
      propagation.status[$0] == .open && priceBound.reducedCost[$0] > room
    }
    return refused.isEmpty || propagation.refuse(refused)
  }

  private func decide(_ node: SearchNode, _ corner: Corner) {
    let members = node.taken.members
    let questions = closure.openQuestions(of: members)
    if questions.isEmpty {
      settle(node, members)
    } else {
      diveFrom(node)
      let first = corner.lastDay < 10_000_000 ? longestLight() : nil
      branch(node, on: first ?? question(questions, members), in: questions)
    }
  }

  private func branch(_ node: SearchNode, on index: Int?, in questions: [Int]) {
    guard let index else { return }
    var with = node
    with.taken.insert(index)
    with.depth += 1
    var without = node
    without.refused.insert(index)
    without.depth += 1
    push(without)
    push(with)
  }

  /// Until one is taken, the longest that the bound relies on of those that don't fill the week: whether such a one is
  /// taken says most about the days.
  private func longestLight() -> Int? {
    guard let resource = bounds?.dayResources.last, reserve(resource) == 0 else { return nil }
    return priceBound.resources[resource].lights.filter {
      propagation.status[$0] == .open && priceBound.demand(for: $0) > 0
    }.max { (model.activities[$0].length, -$0) < (model.activities[$1].length, -$1) }
  }

  /// The open activity that the bound relies on most: chosen by the most requirements, then the dearest.
  private func question(_ questions: [Int], _ members: [Int]) -> Int? {
    var best: Int?
    var bestScore = -1.0
    var seen: Set<Int> = []
    var pending = questions
    while let gate = pending.popLast() {
      for link in network.links(of: gate) {
        let target = network.linkTarget[link]
        if target < 0 {
          if !closure.isOpen(-1 - target) && seen.insert(target).inserted { pending.append(-1 - target) }
          continue
        }
        guard propagation.status[target] == .open else { continue }
        let score = priceBound.demand(for: target)
        if score > bestScore || (score == bestScore && target < (best ?? .max)) {
          bestScore = score
          best = target
        }
      }
    }
    return best
  }

  // MARK: A choice that stands by itself

  private func settle(_ node: SearchNode, _ members: [Int]) {
    let cost = members.reduce(0) { $0 + model.activities[$1].cost }
    let limit = min(node.lastDay == .max ? Int.max : node.lastDay + 1, incumbents.daysToBeat(atCost: cost))
    let floor = supersetFloor(members)
    var lastDay = limit == .max ? Int.max : limit - 1
    if cost <= incumbents.limit.cost {
      let before = scheduler.nodes
      if let most = limits.nodes {
        let left = max(0, most - statistics.nodes) * Search.schedulingNodesPerNode
        scheduler.nodesAtMost = max(before + left, before + Search.schedulingNodesPerNode)
      }
      let result = scheduler.schedule(members, before: limit, floor: floor)
      statistics.schedulingNodes += scheduler.nodes - before
      switch result {
      case .interrupted:
        isInterrupted = true
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
  private func addOneMore(_ node: SearchNode, _ members: [Int], lastDay: Int) {
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

  private func helpers(of members: [Int]) -> [Int] {
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
  private func supersetFloor(_ members: [Int]) -> Int {
    var days = propagation.earliestEnd
    for resource in priceBound.resources {
      days = max(days, resource.days(for: members))
    }
    return days
  }

  private func keep(_ members: [Int], _ schedule: Schedule, _ cost: Int) {
    let solution = Solution(
      members: members, starts: schedule.starts, point: ObjectivePoint(cost: cost, days: schedule.end))
    if incumbents.insert(solution) { improved(self) }
  }

  // MARK: Dives

  private func firstDives(_ bounds: BoundSet) {
    let order = reachOrder
    let top = model.activities.reduce(0.0) { max($0, Double($1.cost)) } + 1
    var dayPrices = Array(repeating: 0.0, count: priceBound.resources.count)
    tryDive(order, dayPrices)
    for resource in bounds.dayResources {
      for round in 0..<9 {
        dayPrices[resource] = top / 1024 * Double(1 << (2 * round))
        tryDive(order, dayPrices)
      }
      dayPrices[resource] = 0
    }
    fillGaps(order, bounds)
  }

  /// Between neighbours on what the dives found, days at the price at which both are worth the same.
  private func fillGaps(_ order: [Int], _ bounds: BoundSet) {
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

  private func diveFrom(_ node: SearchNode) {
    guard statistics.nodes < 64 || statistics.nodes % 8 == 0, let line = bounds?.lines[node.prices.line] else { return }
    var dayPrices = Array(repeating: 0.0, count: priceBound.resources.count)
    if line.resource >= 0 { dayPrices[line.resource] = line.dayPrice }
    tryDive(reachOrder, dayPrices)
  }

  private func tryDive(_ order: [Int], _ dayPrices: [Double]) {
    if limits.shouldStop() { return }
    guard let members = dive.run(from: propagation, order: order, dayPrices: dayPrices) else { return }
    guard dived.insert(members).inserted else { return }
    let cost = members.reduce(0) { $0 + model.activities[$1].cost }
    guard cost <= incumbents.limit.cost,
      let schedule = scheduler.quickSchedule(members, before: incumbents.daysToBeat(atCost: cost))
    else { return }
    keep(members, schedule, cost)
  }
}
