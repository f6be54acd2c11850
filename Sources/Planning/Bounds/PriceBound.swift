/// A bound on the cost of every pathway that a node can still lead to, given the last day it may end on.
///
/// Lagrangian relaxation of the choice (see the article, "Prices"). Every requirement is given copies of the
/// activities it asks for and may choose among them for itself; a copy of an activity that isn't taken is paid for at
/// its *price*, the multiplier of `copy ≤ activity`. Then the requirements no longer know of each other:
///
///     L(s, μ) = Σ taken (w + v) + v(demands) + Σ open min(0, w + v − Σ prices of its copies) − μ·days
///
/// with v the least price at which a requirement's copies open it and w = cost + μ·weight. For any prices s, μ ≥ 0
/// this bounds the cost from below, circles or not; coordinate ascent and subgradient steps (Held & Karp 1971, step by
/// Polyak 1969) look for good ones. μ prices an additive bound on time, so that cost and days are weighed together as in the bound sets of
/// Ehrgott & Gandibleux (2007). Sums are doubles; `bound` is lowered by more than they can be wrong.
final class PriceBound {
  /// What is bounded from below.
  enum Objective: Equatable {
    /// Cents; a day of that time resource (if any) is charged at a price on top.
    case cost(resource: Int, dayPrice: Double)
    /// Days, by one time resource.
    case days(resource: Int)
  }

  let network: SelectionNetwork
  let resources: [TimeResource]
  let itemCount: Int
  /// Of each activity: what taking it would add to the bound (positive), or leaving it would (negative).
  private(set) var reducedCost: [Double]
  private let cost: [Double]
  private let days: [[Double]]
  private let ownerGates: [[Int]]
  private let sharedItem: [Int]
  private let parentLinks: [[Int]]
  private let market: PriceMarket

  private var state: [ItemState]
  /// The parts of the gates being laid out, the innermost last.
  private var parts: [(node: Int, weight: Int)] = []
  /// Items, those that others need first.
  var order: [Int] = []

  enum ItemState { case open, free, gone }

  init(_ model: Model, _ network: SelectionNetwork) {
    self.network = network
    resources = TimeResource.all(for: model)
    cost = model.activities.map { Double($0.cost) }
    days = resources.map { resource in resource.weights.map { Double($0) / Double(resource.capacity) } }
    var sharedItem = Array(repeating: -1, count: network.gateCount)
    var ownerGates = (0..<network.activityCount).map { activity in
      [network.requires[activity], network.corequires[activity]].filter { $0 >= 0 }
    }
    for gate in 0..<network.gateCount where network.isShared[gate] {
      sharedItem[gate] = ownerGates.count
      ownerGates.append([gate])
    }
    itemCount = ownerGates.count
    ownerGates.append(network.demands)
    var parentLinks: [[Int]] = Array(repeating: [], count: itemCount)
    for gates in ownerGates {
      var pending = gates
      while let gate = pending.popLast() {
        for link in network.links(of: gate) {
          let target = network.linkTarget[link]
          let item = target >= 0 ? target : sharedItem[-1 - target]
          if item >= 0 { parentLinks[item].append(link) } else { pending.append(-1 - target) }
        }
      }
    }
    self.ownerGates = ownerGates
    self.sharedItem = sharedItem
    self.parentLinks = parentLinks
    reducedCost = Array(repeating: 0, count: itemCount)
    state = Array(repeating: .open, count: itemCount)
    market = PriceMarket(items: itemCount, gates: network.gateCount, links: network.linkTarget.count)
  }

  /// The gates that are items of their own.
  var sharedItems: [(gate: Int, item: Int)] {
    sharedItem.indices.filter { sharedItem[$0] >= 0 }.map { ($0, sharedItem[$0]) }
  }

  // MARK: State

  /// Takes over what a propagation concluded: what is taken is free, what is refused is gone, and only what is still
  /// asked for beyond that is traded.
  func load(_ propagation: Propagation) {
    for index in 0..<network.activityCount {
      switch propagation.status[index] {
      case .open: state[index] = .open
      case .taken: state[index] = .free
      case .refused: state[index] = .gone
      }
    }
    for gate in sharedItem.indices where sharedItem[gate] >= 0 {
      let item = sharedItem[gate]
      if propagation.opening[gate] == .max {
        state[item] = .gone
      } else if propagation.isDemanded[gate] || network.need[gate] <= 0 {
        state[item] = .free
      } else {
        state[item] = .open
      }
    }
    market.removeAll()
    for owner in ownerGates.indices {
      let isBuyer = owner == itemCount || state[owner] == .free
      if !isBuyer && state[owner] == .gone { continue }
      market.beginOwner(isBuyer ? -1 : owner)
      for gate in ownerGates[owner] { addRoot(gate) }
      market.endOwner()
    }
    market.finishLayout()
  }

  private func addRoot(_ gate: Int) {
    let node = addNode(gate)
    if node >= 0 { market.addRoot(node) }
  }

  /// The part of a gate that is still open, after its parts; -1 where nothing is.
  private func addNode(_ gate: Int) -> Int {
    var need = network.need[gate]
    if need <= 0 { return -1 }
    let links = network.links(of: gate)
    let first = parts.count
    for link in links {
      let target = network.linkTarget[link]
      let item = target >= 0 ? target : sharedItem[-1 - target]
      if item >= 0 {
        if state[item] == .free { need -= network.linkWeight[link] }
      } else if isPossible(-1 - target) {
        let node = addNode(-1 - target)
        if node >= 0 { parts.append((node, network.linkWeight[link])) } else { need -= network.linkWeight[link] }
      }
    }
    defer { parts.removeLast(parts.count - first) }
    if need <= 0 { return -1 }
    let node = market.addNode(need: need)
    for part in parts[first...] { market.addChild(item: -1 - part.node, weight: part.weight, link: -1) }
    for link in links {
      let target = network.linkTarget[link]
      let item = target >= 0 ? target : sharedItem[-1 - target]
      if item >= 0 && state[item] == .open { market.addChild(item: item, weight: network.linkWeight[link], link: link) }
    }
    market.endNode()
    return node
  }

  private func isPossible(_ gate: Int) -> Bool {
    var rest = network.need[gate]
    if rest <= 0 { return true }
    for link in network.links(of: gate) {
      let target = network.linkTarget[link]
      let item = target >= 0 ? target : sharedItem[-1 - target]
      if item >= 0 ? state[item] != .gone : isPossible(-1 - target) { rest -= network.linkWeight[link] }
      if rest <= 0 { return true }
    }
    return false
  }

  /// A fair first guess: from the leaves up, what an item costs with all it needs, shared among those who ask for it.
  func initialPrices(_ objective: Objective) -> [Double] {
    var prices = Array(repeating: 0.0, count: network.linkTarget.count)
    for item in order where state[item] == .open {
      var total = ownWeight(item, objective)
      for gate in ownerGates[item] { total += guess(gate, prices) }
      let share = total / Double(max(1, parentLinks[item].count))
      for link in parentLinks[item] { prices[link] = share }
    }
    return prices
  }

  private func guess(_ gate: Int, _ prices: [Double]) -> Double {
    var rest = network.need[gate]
    var offers: [(ratio: Double, weight: Int)] = []
    for link in network.links(of: gate) {
      let target = network.linkTarget[link]
      let item = target >= 0 ? target : sharedItem[-1 - target]
      if item >= 0 && state[item] == .gone { continue }
      let price = item < 0 ? guess(-1 - target, prices) : state[item] == .free ? 0 : prices[link]
      offers.append((price / Double(network.linkWeight[link]), network.linkWeight[link]))
    }
    offers.sort { $0.ratio < $1.ratio }
    var total = 0.0
    for offer in offers where rest > 0 {
      total += offer.ratio * Double(min(rest, offer.weight))
      rest -= offer.weight
    }
    return total
  }

  private func ownWeight(_ item: Int, _ objective: Objective) -> Double {
    guard item < cost.count else { return 0 }
    switch objective {
    case .days(let resource): return days[resource][item]
    case .cost(let resource, let price): return price > 0 ? cost[item] + price * days[resource][item] : cost[item]
    }
  }

  // MARK: Improvement

  /// A value that no choice of the state loaded stays under, at the prices last left by `improve`.
  private(set) var bound = -Double.infinity

  /// Looks for better prices; leaves the best, with bound and reduced costs.
  ///
  /// - Parameters:
  ///   - target: a bound above it is enough.
  ///   - sweeps: rounds of coordinate ascent.
  ///   - steps: subgradient steps after them.
  ///   - worthwhile: a value below which no sweep is made: the target is out of sight.
  func improve(
    _ prices: inout [Double], _ objective: Objective, target: Double, sweeps: Int, steps: Int = 0,
    worthwhile: Double = -.infinity
  ) {
    market.readPrices(prices)
    var fixed = 0.0
    for item in 0..<itemCount {
      market.weight[item] = ownWeight(item, objective)
      if state[item] == .free { fixed += market.weight[item] }
    }
    var value = market.evaluate() + fixed
    market.keep()
    for round in 0..<sweeps where value <= target && value >= worthwhile {
      market.appraise()
      market.sweep(order, isReversed: round % 2 == 1)
      let swept = market.evaluate() + fixed
      if swept >= value {
        value = swept
        market.keep()
      } else if round == sweeps - 1 {
        market.restore()
        value = market.evaluate() + fixed
      }
    }
    market.markChoices()
    if steps > 0 && value <= target {
      climb(from: &value, fixed: fixed, target: target, steps: steps)
    }
    bound = value - 1e-9 * (market.magnitude + fixed) - 1e-6
    market.writePrices(&prices)
    for item in 0..<itemCount { reducedCost[item] = state[item] == .open ? market.reducedCost[item] : 0 }
  }

  private func climb(from best: inout Double, fixed: Double, target: Double, steps: Int) {
    var value = best
    var scale = 1.0
    var idle = 0
    for _ in 0..<steps where best <= target {
      let norm = market.markChoices()
      if norm < 1e-9 { break }
      let reach = abs(best) + 1
      let goal = min(max(target, best + 0.01 * reach), best + 0.1 * reach)
      market.step(by: scale * max(goal - value, 1e-3 * reach) / norm)
      value = market.evaluate() + fixed
      if value > best + 1e-7 * abs(best) {
        best = value
        market.keep()
        idle = 0
      } else {
        idle += 1
        if idle >= 6 {
          scale /= 2
          idle = 0
        }
      }
    }
    market.restore()
    best = market.evaluate() + fixed
    market.markChoices()
  }

  /// How many requirements of what is in chose this activity.
  func demand(for activity: Int) -> Double { market.copies[activity] }
}
