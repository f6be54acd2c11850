/// A bound on the cost of every pathway that a node can still lead to, given the last day it may end on.
///
/// Lagrangian relaxation of the choice (see the article, "Prices"). Every requirement is given copies of the
/// activities it asks for and may choose among them for itself; a copy of an activity that isn't taken is paid for at
/// its *price*, the multiplier of `copy ≤ activity`. Then the requirements no longer know of each other:
///
///     L(s, μ) = Σ taken (w + v) + v(demands) + Σ open min(0, w + v − Σ prices of its copies) − Σ μ·capacity·days
///
/// with v the least price at which a requirement's copies open it and w = cost + Σ μ·weight. For any prices s, μ ≥ 0
/// this bounds the cost from below, circles or not; subgradient steps (Held & Karp 1971, step by Polyak 1969) look for
/// good ones. μ prices the additive bounds on time, so that cost and days are weighed together as in the bound sets of
/// Ehrgott & Gandibleux (2007). Sums are doubles; `Bound.cost` is rounded down by more than they can be wrong.
final class PriceBound {
  /// What is bounded from below.
  enum Objective: Equatable {
    /// Cents, for pathways that end by this day (`nil`: whenever).
    case cost(lastDay: Int?)
    /// Days, by one time resource.
    case days(resource: Int)

    fileprivate var lastDay: Int? { if case .cost(let day) = self { return day } else { return nil } }
  }

  /// Multipliers: any non-negative values are sound.
  struct Prices {
    /// Of each link to an activity or shared gate.
    var links: [Double]
    /// Of each time resource, in cents a day.
    var time: [Double]
  }

  /// What the last evaluation found.
  private(set) var value = 0.0
  /// Of each item: what taking it would add (positive) or leaving it would (negative).
  private(set) var reducedCost: [Double]
  /// Of each link: how much of its copy its requirement chose, where its owner is taken.
  private(set) var chosen: [Double]
  /// For how many days each resource is used by what was chosen, over or under what there is.
  private(set) var overuse: [Double]

  let network: SelectionNetwork
  let resources: [TimeResource]
  let itemCount: Int
  private let cost: [Double]
  private let days: [[Double]]
  private let owners: [Owner]
  private let sharedItem: [Int]
  private let parentLinks: [[Int]]
  private let timeScale: Double

  private var weight: [Double]
  private var income: [Double]
  private var isIn: [Bool]
  private var state: [ItemState]
  private var magnitude = 0.0
  private var order: [(price: Double, link: Int)] = []

  private enum ItemState { case open, free, gone }

  /// An activity or shared gate, with the gates whose copies it pays for.
  private struct Owner {
    var gates: [Int] = []
    var links: [Int] = []
  }

  init(_ model: Model, _ network: SelectionNetwork) {
    self.network = network
    resources = TimeResource.all(for: model)
    cost = model.activities.map { Double($0.cost) }
    days = resources.map { resource in resource.weights.map { Double($0) / Double(resource.capacity) } }
    var sharedItem = Array(repeating: -1, count: network.gateCount)
    var owners = (0..<network.activityCount).map { activity in
      Owner(gates: [network.requires[activity], network.corequires[activity]].filter { $0 >= 0 })
    }
    for gate in 0..<network.gateCount where network.isShared[gate] {
      sharedItem[gate] = owners.count
      owners.append(Owner(gates: [gate]))
    }
    itemCount = owners.count
    owners.append(Owner(gates: network.demands))
    var parentLinks: [[Int]] = Array(repeating: [], count: itemCount)
    for index in owners.indices {
      var pending = owners[index].gates
      while let gate = pending.popLast() {
        for link in network.links(of: gate) {
          let target = network.linkTarget[link]
          let item = target >= 0 ? target : sharedItem[-1 - target]
          if item >= 0 {
            owners[index].links.append(link)
            parentLinks[item].append(link)
          } else {
            pending.append(-1 - target)
          }
        }
      }
    }
    self.owners = owners
    self.sharedItem = sharedItem
    self.parentLinks = parentLinks
    let lengths = model.activities.reduce(0.0) { $0 + Double($1.length) }
    timeScale = max(1, lengths / Double(max(1, model.activities.count)))
    reducedCost = Array(repeating: 0, count: itemCount)
    chosen = Array(repeating: 0, count: network.linkTarget.count)
    overuse = Array(repeating: 0, count: resources.count)
    weight = Array(repeating: 0, count: itemCount)
    income = Array(repeating: 0, count: itemCount)
    isIn = Array(repeating: false, count: itemCount)
    state = Array(repeating: .open, count: itemCount)
  }

  // MARK: State

  /// Takes over what a propagation concluded.
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
  }

  private func item(of link: Int) -> Int {
    let target = network.linkTarget[link]
    return target >= 0 ? target : sharedItem[-1 - target]
  }

  /// A fair first guess: from the leaves up, what an item costs with all it needs, shared among those who ask for it.
  func initialPrices(order: [Int], _ objective: Objective) -> Prices {
    var prices = Prices(
      links: Array(repeating: 0, count: network.linkTarget.count), time: Array(repeating: 0, count: resources.count))
    for item in order where state[item] == .open {
      let total = (item < cost.count ? ownWeight(item, objective) : 0) + ownValue(item, prices)
      let share = total / Double(max(1, parentLinks[item].count))
      for link in parentLinks[item] { prices.links[link] = share }
    }
    return prices
  }

  private func ownWeight(_ item: Int, _ objective: Objective) -> Double {
    if case .days(let resource) = objective { return days[resource][item] } else { return cost[item] }
  }

  private func ownValue(_ item: Int, _ prices: Prices) -> Double {
    owners[item].gates.reduce(0) { $0 + price(of: $1, prices.links) }
  }

  // MARK: Evaluation

  /// The bound at these prices.
  func evaluate(_ prices: Prices, _ objective: Objective) {
    let activityCount = cost.count
    let lastDay = objective.lastDay
    for item in 0..<itemCount { income[item] = 0 }
    switch objective {
    case .days(let resource):
      for item in 0..<activityCount { weight[item] = days[resource][item] }
    case .cost:
      for item in 0..<activityCount { weight[item] = cost[item] }
      for (resource, price) in prices.time.enumerated() where price > 0 {
        let days = days[resource]
        for item in 0..<activityCount { weight[item] += price * days[item] }
      }
    }
    for item in 0..<itemCount where state[item] != .gone { addIncome(of: item, prices) }
    addIncome(of: itemCount, prices)
    value = 0
    magnitude = 0
    timePriceSum = prices.time.reduce(0, +)
    for item in 0..<itemCount { settle(item, prices) }
    add(ownValue(itemCount, prices))
    for resource in resources.indices {
      overuse[resource] = 0
      if let lastDay { add(-prices.time[resource] * Double(lastDay)) }
    }
    spread(lastDay: lastDay)
  }

  private func addIncome(of owner: Int, _ prices: Prices) {
    for link in owners[owner].links { income[item(of: link)] += prices.links[link] }
  }

  private func add(_ amount: Double) {
    value += amount
    magnitude += abs(amount)
  }

  private func settle(_ item: Int, _ prices: Prices) {
    switch state[item] {
    case .gone:
      isIn[item] = false
      reducedCost[item] = 0
    case .free:
      isIn[item] = true
      reducedCost[item] = 0
      add(weight[item] + ownValue(item, prices))
    case .open:
      // Where the income does not even cover its own weight, what it requires can't matter.
      if income[item] <= weight[item] {
        reducedCost[item] = weight[item] - income[item]
        isIn[item] = false
        return
      }
      reducedCost[item] = weight[item] + ownValue(item, prices) - income[item]
      isIn[item] = reducedCost[item] < 0
      if isIn[item] { add(reducedCost[item]) }
    }
  }

  /// The least price at which a gate opens; fractions of a child are allowed where weights differ.
  private func price(of gate: Int, _ prices: [Double]) -> Double {
    select(gate, prices) { _, _ in }
  }

  /// Chooses the cheapest children that open the gate and hands each with its fraction to `body`.
  private func select(_ gate: Int, _ prices: [Double], _ body: (Int, Double) -> Void) -> Double {
    let need = network.need[gate]
    if need <= 0 { return 0 }
    let links = network.links(of: gate)
    if need == 1 { return selectAny(links, prices, body) }
    var candidates: [(price: Double, link: Int)] = []
    candidates.reserveCapacity(links.count)
    for link in links {
      if let price = price(ofLink: link, prices) { candidates.append((price / Double(network.linkWeight[link]), link)) }
    }
    candidates.sort { ($0.price, $0.link) < ($1.price, $1.link) }
    var rest = need
    var total = 0.0
    for candidate in candidates {
      let weight = network.linkWeight[candidate.link]
      let fraction = weight <= rest ? 1 : Double(rest) / Double(weight)
      total += candidate.price * Double(weight) * fraction
      body(candidate.link, fraction)
      rest -= weight
      if rest <= 0 { break }
    }
    return total
  }

  private func selectAny(_ links: Range<Int>, _ prices: [Double], _ body: (Int, Double) -> Void) -> Double {
    var best = Double.infinity
    var choice = -1
    for link in links {
      if let price = price(ofLink: link, prices), price < best {
        best = price
        choice = link
      }
    }
    guard choice >= 0 else { return 0 }
    body(choice, 1)
    return best
  }

  private func price(ofLink link: Int, _ prices: [Double]) -> Double? {
    let item = item(of: link)
    guard item >= 0 else { return price(of: -1 - network.linkTarget[link], prices) }
    switch state[item] {
    case .open: return prices[link]
    case .free: return 0
    case .gone: return nil
    }
  }

  /// Marks the copies that those who are in chose, and what they use of the time.
  private func spread(lastDay: Int?) {
    for link in chosen.indices { chosen[link] = 0 }
    for resource in resources.indices where lastDay != nil {
      var used = 0.0
      let days = days[resource]
      for item in 0..<cost.count where isIn[item] { used += days[item] }
      overuse[resource] = used - Double(lastDay ?? 0)
    }
  }

  private func markChoices(_ prices: Prices) {
    for item in 0..<itemCount where isIn[item] {
      for gate in owners[item].gates { mark(gate, 1, prices.links) }
    }
    for gate in owners[itemCount].gates { mark(gate, 1, prices.links) }
  }

  private func mark(_ gate: Int, _ fraction: Double, _ prices: [Double]) {
    _ = select(gate, prices) { link, part in
      if item(of: link) >= 0 {
        chosen[link] += fraction * part
      } else {
        mark(-1 - network.linkTarget[link], fraction * part, prices)
      }
    }
  }

  /// A cost that no pathway of this state ending by the last day stays under.
  var bound: Double { value - 1e-9 * magnitude - 1e-6 }

  /// Cents that one day less would add to the bound at the prices last evaluated.
  private(set) var timePriceSum = 0.0

  /// How many requirements of what is in chose this activity without paying for it all.
  func demand(for activity: Int) -> Double {
    var copies = 0.0
    for link in parentLinks[activity] { copies += chosen[link] }
    return copies + min(1, max(0, -reducedCost[activity]) / 1e6)
  }

  // MARK: Improvement

  /// Looks for better prices by subgradient steps; leaves the best evaluated.
  ///
  /// - Parameter target: a cost the bound hopes to reach; it stops there.
  func improve(_ prices: inout Prices, _ objective: Objective, target: Double, steps: Int) {
    let lastDay = objective.lastDay
    evaluate(prices, objective)
    var best = prices
    var bestValue = value
    var scale = 1.0
    var idle = 0
    var current = prices
    for _ in 0..<steps {
      if bound > target { break }
      markChoices(current)
      let norm = squaredNorm(lastDay: lastDay)
      if norm < 1e-9 { break }
      let reach = abs(bestValue) + 1
      let goal = min(max(target, bestValue + 0.01 * reach), bestValue + 0.1 * reach)
      step(&current, by: scale * max(goal - value, 1) / norm, lastDay: lastDay)
      evaluate(current, objective)
      if value > bestValue + 1e-7 * abs(bestValue) {
        best = current
        bestValue = value
        idle = 0
      } else {
        idle += 1
        if idle >= 8 {
          scale /= 2
          idle = 0
          if scale < 1e-3 { break }
        }
      }
    }
    prices = best
    evaluate(prices, objective)
    markChoices(prices)
  }

  private func squaredNorm(lastDay: Int?) -> Double {
    var norm = 0.0
    for owner in 0...itemCount where owner == itemCount || state[owner] != .gone {
      for link in owners[owner].links {
        let item = item(of: link)
        guard state[item] == .open else { continue }
        let slope = chosen[link] - (isIn[item] ? 1 : 0)
        norm += slope * slope
      }
    }
    if lastDay != nil {
      for resource in resources.indices {
        let slope = overuse[resource] / timeScale
        norm += slope * slope
      }
    }
    return norm
  }

  private func step(_ prices: inout Prices, by length: Double, lastDay: Int?) {
    for owner in 0...itemCount where owner == itemCount || state[owner] != .gone {
      for link in owners[owner].links {
        let item = item(of: link)
        guard state[item] == .open else { continue }
        let slope = chosen[link] - (isIn[item] ? 1 : 0)
        if slope != 0 { prices.links[link] = max(0, prices.links[link] + length * slope) }
      }
    }
    guard lastDay != nil else { return }
    for resource in resources.indices {
      let slope = overuse[resource] / timeScale
      prices.time[resource] = max(0, prices.time[resource] + length * slope / timeScale)
    }
  }
}
