/// A bound on the cost of every pathway that a node can still lead to, given the last day it may end on.
///
/// Lagrangian relaxation of the choice (see the article, "Prices"). Every requirement is given copies of the
/// activities it asks for and may choose among them for itself; a copy of an activity that isn't taken is paid for at
/// its *price*, the multiplier of `copy ≤ activity`. Then the requirements no longer know of each other:
///
///     L(s, μ) = Σ taken (w + v) + v(demands) + Σ open min(0, w + v − Σ prices of its copies) − Σ μ·days
///
/// with v the least price at which a requirement's copies open it and w = cost + Σ μ·weight. For any prices s, μ ≥ 0
/// this bounds the cost from below, circles or not; subgradient steps (Held & Karp 1971, step by Polyak 1969) look for
/// good ones. μ prices the additive bounds on time, so that cost and days are weighed together as in the bound sets of
/// Ehrgott & Gandibleux (2007). Sums are doubles; `bound` is lowered by more than they can be wrong.
final class PriceBound {
  /// What is bounded from below.
  enum Objective: Equatable {
    /// Cents, for pathways that end by this day (`nil`: whenever).
    case cost(lastDay: Int?)
    /// Days, by one time resource.
    case days(resource: Int)

    var lastDay: Int? { if case .cost(let day) = self { return day } else { return nil } }
  }

  /// Multipliers: any non-negative values are sound.
  struct Prices {
    /// Of each link to an activity or shared gate.
    var links: [Double]
    /// Of each time resource, in cents a day.
    var time: [Double]
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
  private let timeScale: Double
  private let market: PriceMarket

  private var state: [ItemState]

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
    let lengths = model.activities.reduce(0.0) { $0 + Double($1.length) }
    timeScale = max(1, lengths / Double(max(1, model.activities.count)))
    reducedCost = Array(repeating: 0, count: itemCount)
    state = Array(repeating: .open, count: itemCount)
    market = PriceMarket(items: itemCount, gates: network.gateCount, links: network.linkTarget.count)
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
  }

  private func addRoot(_ gate: Int) {
    if let node = addNode(gate) { market.addRoot(node) }
  }

  /// The part of a gate that is still open, after its parts; `nil` where nothing is.
  private func addNode(_ gate: Int) -> Int? {
    var need = network.need[gate]
    if need <= 0 { return nil }
    var inner: [(node: Int, weight: Int)] = []
    var leaves: [(link: Int, item: Int, weight: Int)] = []
    for link in network.links(of: gate) {
      let target = network.linkTarget[link]
      let weight = network.linkWeight[link]
      let item = target >= 0 ? target : sharedItem[-1 - target]
      if item < 0 {
        guard isPossible(-1 - target) else { continue }
        if let node = addNode(-1 - target) { inner.append((node, weight)) } else { need -= weight }
      } else {
        switch state[item] {
        case .open: leaves.append((link, item, weight))
        case .free: need -= weight
        case .gone: break
        }
      }
    }
    return need <= 0 ? nil : market.addNode(need: need, inner: inner, leaves: leaves)
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
  func initialPrices(order: [Int], _ objective: Objective) -> Prices {
    var prices = Prices(
      links: Array(repeating: 0, count: network.linkTarget.count), time: Array(repeating: 0, count: resources.count))
    for item in order + Array(network.activityCount..<itemCount) where state[item] == .open {
      var total = item < cost.count ? ownWeight(item, objective) : 0
      for gate in ownerGates[item] { total += guess(gate, prices) }
      let share = total / Double(max(1, parentLinks[item].count))
      for link in parentLinks[item] { prices.links[link] = share }
    }
    return prices
  }

  private func guess(_ gate: Int, _ prices: Prices) -> Double {
    var rest = network.need[gate]
    var offers: [(ratio: Double, weight: Int)] = []
    for link in network.links(of: gate) {
      let target = network.linkTarget[link]
      let item = target >= 0 ? target : sharedItem[-1 - target]
      if item >= 0 && state[item] == .gone { continue }
      let price = item < 0 ? guess(-1 - target, prices) : state[item] == .free ? 0 : prices.links[link]
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
    if case .days(let resource) = objective { return days[resource][item] } else { return cost[item] }
  }

  // MARK: Improvement

  /// A cost (or day) that no pathway of the state loaded stays under, at the prices last left by `improve`.
  private(set) var bound = -Double.infinity
  /// Cents that one day less would add to the bound at those prices.
  private(set) var timePriceSum = 0.0

  /// Looks for better prices by subgradient steps; leaves the best, with bound and reduced costs.
  ///
  /// - Parameter target: a bound above it is enough.
  func improve(_ prices: inout Prices, _ objective: Objective, target: Double, steps: Int) {
    market.readPrices(prices.links)
    var time = prices.time
    var bestTime = time
    var bestValue = -Double.infinity
    var scale = 1.0
    var idle = 0
    var overuse = Array(repeating: 0.0, count: resources.count)
    for round in 0...steps {
      let value = evaluate(objective, time)
      if value > bestValue + 1e-7 * abs(bestValue) || round == 0 {
        bestValue = value
        bestTime = time
        market.keep()
        idle = 0
      } else {
        idle += 1
        if idle >= 6 {
          scale /= 2
          idle = 0
          if scale < 1e-3 { break }
        }
      }
      if round == steps || lowered(value) > target { break }
      var norm = market.markChoices()
      if let lastDay = objective.lastDay {
        for resource in resources.indices {
          overuse[resource] = (use(of: resource) - Double(lastDay)) / timeScale
          norm += overuse[resource] * overuse[resource]
        }
      }
      if norm < 1e-9 { break }
      let reach = abs(bestValue) + 1
      let goal = min(max(target, bestValue + 0.01 * reach), bestValue + 0.1 * reach)
      let length = scale * max(goal - value, 1e-3 * reach) / norm
      market.step(by: length)
      guard objective.lastDay != nil else { continue }
      for resource in resources.indices {
        time[resource] = max(0, time[resource] + length * overuse[resource] / timeScale)
      }
    }
    market.restore()
    prices.time = bestTime
    bound = lowered(evaluate(objective, bestTime))
    timePriceSum = bestTime.reduce(0, +)
    market.markChoices()
    market.writePrices(&prices.links)
    for item in 0..<itemCount { reducedCost[item] = state[item] == .open ? market.reducedCost[item] : 0 }
  }

  private func lowered(_ value: Double) -> Double { value - 1e-9 * magnitude - 1e-6 }

  private var magnitude = 0.0

  private func evaluate(_ objective: Objective, _ time: [Double]) -> Double {
    var taken = 0.0
    for item in 0..<itemCount {
      guard item < cost.count else {
        market.weight[item] = 0
        continue
      }
      var weight = ownWeight(item, objective)
      if objective.lastDay != nil {
        for (resource, price) in time.enumerated() where price > 0 { weight += price * days[resource][item] }
      }
      market.weight[item] = weight
      if state[item] == .free { taken += weight }
    }
    var value = market.evaluate() + taken
    magnitude = market.magnitude + taken
    if let lastDay = objective.lastDay {
      let limit = time.reduce(0, +) * Double(lastDay)
      value -= limit
      magnitude += limit
    }
    return value
  }

  private func use(of resource: Int) -> Double {
    var used = 0.0
    for item in 0..<cost.count {
      if state[item] == .free || (state[item] == .open && market.reducedCost[item] < 0) {
        used += days[resource][item]
      }
    }
    return used
  }

  /// How many requirements of what is in chose this activity.
  func demand(for activity: Int) -> Double { market.copies[activity] }
}
