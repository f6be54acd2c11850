/// Best-first branch and bound over what to take, with exact scheduling of every choice that stands by itself.
///
/// Nodes are expanded in the order of their bound on cost, so that the frontier is proven from its cheap end on: what is
/// found below the lowest open bound is all there is. A node lives as long as it may improve some corner of what is
/// found: a cost and a day that together would be new.
final class Search {
  let model: Model
  let network: SelectionNetwork
  let limits: SearchLimits
  var propagation: Propagation
  // What a question that nothing answers never asks for.
  private(set) lazy var priceBound = PriceBound(model, network, shouldStop: limits.shouldStop)
  private(set) lazy var scheduler = Scheduler(
    model, resources: priceBound.resources, switches: limits.switches, shouldStop: limits.shouldStop)
  lazy var closure = Closure(network)
  lazy var dive = Dive(model, network)
  var incumbents: Incumbents
  var agenda = Agenda()
  /// Nodes whose set took too long to place: they come again, with more effort, when all others are done.
  var postponed: [SearchNode] = []
  /// Bytes of one open node at most, with prices of its own.
  private var nodeSize = 0
  /// How many times more effort a set gets each time it was put off.
  static let effortGrowth = 8
  var made = 0
  /// Steps towards better prices at a node, from those of its parent.
  static let stepsAtNode = 20
  /// A limit on nodes counts so many of the scheduler's as one.
  static let schedulingNodesPerNode = 16
  let unit: Int
  var bounds: BoundSet?
  /// The days on top, where what fills the week is a bound.
  var lightTime: LightTime?
  /// Of each activity: its cost and its length against the mean ones.
  let moment: [Double]
  /// Sets that dives have led to: none is placed twice.
  var dived: Set<[Int]> = []
  var statistics = SearchStatistics()
  /// True where a limit ended the search before the proof.
  var isInterrupted = false
  var improved: (Search) -> Void
  /// The lowest day on which any pathway can end, as known at the root.
  private(set) var rootDays = 0

  init(
    _ model: Model, limit: Corner, limits: SearchLimits, improved: @escaping (Search) -> Void = { _ in }
  ) {
    self.model = model
    self.limits = limits
    self.improved = improved
    network = SelectionNetwork(model)
    propagation = Propagation(model, network, dominates: limits.switches.contains(.dominance))
    incumbents = Incumbents(limit: limit)
    unit = model.activities.reduce(0) { Self.greatestCommonDivisor($0, $1.cost) }
    statistics.relevantCredentials = model.activities.count
    let count = Double(max(1, model.activities.count))
    let meanCost = model.activities.reduce(0) { $0 + Double($1.cost) } / count
    let meanLength = model.activities.reduce(0) { $0 + Double($1.length) } / count
    moment = model.activities.map { 0.5 + Double($0.cost) / (meanCost + 1) + Double($0.length) / (meanLength + 1) }
  }

  static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }

  /// The lowest cost of what is being worked on: of the root before it is a node, then of the node expanded.
  private var costInHand: Int?

  /// The lowest cost of anything not yet searched; `nil` where all is.
  var openCost: Int? {
    [costInHand, agenda.lowestCost, postponed.map(\.cost).min()].compactMap(\.self).min()
  }

  /// What holds of every pathway, found or not.
  var bound: PlanningOutcome.Bound {
    let open = openCost ?? Int.max
    let found = incumbents.solutions.map(\.point)
    let cheapest = found.first?.cost ?? Int.max
    let openDays = openCost == nil ? Int.max : rootDays
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
    costInHand = 0
    if limits.shouldStop() {
      isInterrupted = true
      return
    }
    let order = reachOrder
    let cheapest = tryDive(order, dayPrice: 0, of: 0)
    priceBound.load(propagation)
    var bounds = BoundSet(priceBound, shouldStop: limits.shouldStop)
    prepareLightTime(bounds)
    rootDays = max(rootDays, days(bounds.days))
    for (resource, value) in zip(bounds.dayResources, bounds.dayValues) {
      rootDays = max(rootDays, days(value) + reserve(resource))
    }
    divesByPrice(order, bounds, cheapest)
    bounds.addLines(priceBound, dayPrices: slopes, shouldStop: limits.shouldStop)
    self.bounds = bounds
    nodeSize = SearchNode.size(activities: model.activities.count, prices: bounds.dayPrices + [bounds.lines[0].prices])
    divesAlongLines(order, &bounds)
    push(
      SearchNode(
        taken: propagation.takenSet, refused: propagation.refusedSet, cost: rounded(bounds.lines[0].value),
        lastDay: incumbents.limit.lastDay,
        prices: PriceBox(forCost: bounds.lines[0].prices, line: 0, forDays: bounds.dayPrices), depth: 0, number: 0,
        effort: limits.firstEffort))
    costInHand = nil
    while let node = nextNode() {
      costInHand = node.cost
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
      costInHand = nil
    }
  }

  private func nextNode() -> SearchNode? {
    if agenda.count == 0 {
      for node in postponed { agenda.push(node) }
      postponed.removeAll()
    }
    return agenda.pop()
  }

  var shouldStop: Bool {
    if limits.endsWithFirst && !incumbents.solutions.isEmpty { return true }
    if let most = limits.nodes, statistics.nodes + scheduler.nodes / Search.schedulingNodesPerNode >= most {
      return true
    }
    return (agenda.count + postponed.count) * nodeSize > limits.memory || limits.shouldStop()
  }

  var reachOrder: [Int] {
    let order = Array(0..<model.activities.count).filter { propagation.times.finish[$0] != .max }
    return order.sorted { (propagation.times.finish[$0], $0) < (propagation.times.finish[$1], $1) }
  }

  /// Costs come in multiples of a unit; so do bounds on them.
  func rounded(_ bound: Double) -> Int {
    guard bound > 0 else { return 0 }
    let cents = Int(min(bound, 1e16).rounded(.up))
    return unit > 1 ? cents.dividedRoundingUp(by: unit) * unit : cents
  }

  func push(_ node: SearchNode) {
    made += 1
    var node = node
    node.number = made
    agenda.push(node)
  }

  /// Prices of a day worth asking about: those at which the dives' pathways trade money for time, and around them.
  var slopes: [Double] {
    guard limits.switches.contains(.lines) else { return [] }
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

  func days(_ bound: Double) -> Int { bound > 0 ? Int(min(bound, 1e15).rounded(.up)) : 0 }

  // MARK: A node

  func expand(_ node: SearchNode) {
    guard var corner = incumbents.corner(cost: node.cost, lastDay: node.lastDay) else { return }
    guard propagation.run(taken: node.taken, refused: node.refused, horizon: corner.lastDay) else { return }
    guard let bounds else { return }
    var forCost = node.prices.forCost
    var line = node.prices.line
    var forDays = node.prices.forDays
    var cost = node.cost
    while true {
      priceBound.load(propagation)
      lightTime?.read(propagation)
      guard boundDays(&forDays, bounds, by: corner.lastDay) else { return }
      if corner.cost == .max && !incumbents.solutions.isEmpty {
        // Any cost would do: only the order in which nodes are expanded asks what it is.
        cost = max(cost, spent)
        break
      }
      let best = bounds.bestLine(by: corner.lastDay, reserve: reserve)
      if best != line {
        line = best
        forCost = bounds.lines[best].prices
      }
      guard limits.switches.contains(.prices) else {
        cost = max(cost, spent)
        guard let next = incumbents.corner(cost: cost, lastDay: corner.lastDay) else { return }
        corner = next
        break
      }
      let slack = bounds.lines[line].dayPrice * Double(corner.lastDay)
      priceBound.improve(
        &forCost, bounds.lines[line].objective, target: Double(corner.cost) + slack, steps: Search.stepsAtNode)
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
      prices: PriceBox(forCost: forCost, line: line, forDays: forDays), depth: node.depth, number: 0,
      effort: node.effort)
    if let lowest = agenda.lowestCost, cost > lowest {
      push(here)
      return
    }
    decide(here, corner)
  }

  /// What is taken costs this much.
  private var spent: Int {
    propagation.status.indices.reduce(0) {
      propagation.status[$1] == .taken ? $0 + model.activities[$1].cost : $0
    }
  }

  func decide(_ node: SearchNode, _ corner: Corner) {
    let members = node.taken.members
    let questions = closure.openQuestions(of: members)
    if questions.isEmpty {
      settle(node, members)
    } else {
      diveFrom(node)
      let first = corner.lastDay < 10_000_000 ? longestLight() : nil
      branch(node, on: first ?? question(questions, members))
    }
  }

  func branch(_ node: SearchNode, on index: Int?) {
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
  func longestLight() -> Int? {
    guard let resource = lightTime?.resource else { return nil }
    let lights = priceBound.resources[resource].lights
    if lights.contains(where: { propagation.status[$0] == .taken && model.activities[$0].length > 0 }) { return nil }
    return lights.filter {
      propagation.status[$0] == .open && priceBound.demand(for: $0) > 0.01
    }.max { (model.activities[$0].length, -$0) < (model.activities[$1].length, -$1) }
  }

  /// The open activity that the bound relies on most for its cost and length: refusing it says most.
  func question(_ questions: [Int], _ members: [Int]) -> Int? {
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
        let score = priceBound.demand(for: target) * moment[target]
        if score > bestScore || (score == bestScore && target < (best ?? .max)) {
          bestScore = score
          best = target
        }
      }
    }
    return best
  }

}
