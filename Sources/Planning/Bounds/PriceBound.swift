/// A bound on the cost of every pathway that a node can still lead to, given the last day it may end on.
///
/// The linear relaxation of the choice (see the article, "Prices"), bounded by prices of its rows: what an open gate is
/// worth for each unit of its need. With w = cost + μ·weight
///
///     cost ≥ D(u, μ) − μ·days
///
/// for any prices u, μ ≥ 0. μ prices an additive bound on time, so that cost and days are weighed together as in the
/// bound sets of Ehrgott & Gandibleux (2007). Sums are doubles; `bound` is lowered by more than they can be wrong.
final class PriceBound {
  /// What is bounded from below.
  enum Objective: Equatable {
    /// Cents; a day of that time resource (if any) is charged at a price on top.
    case cost(resource: Int, dayPrice: Double)
    /// Days, by one time resource.
    case days(resource: Int)
  }

  /// Where the search for prices stands: what children of a search node go on from.
  struct Prices {
    /// By gate, for a unit of its need.
    fileprivate(set) var ofGates: [Float]
    /// By column: how far the relaxation takes it.
    fileprivate(set) var shares: [Float]
    /// How fast prices move as against shares, as a part of the largest weight.
    fileprivate(set) var pace = PriceBound.paces[0]

    /// Bytes.
    var size: Int { (ofGates.count + shares.count) * MemoryLayout<Float>.size + 96 }
  }

  let network: SelectionNetwork
  let resources: [TimeResource]
  /// Activities, then shared gates.
  let itemCount: Int
  /// Of each activity: what taking it would add to the bound (positive), or leaving it would (negative).
  private(set) var reducedCost: [Double]
  /// A value that no choice of the state loaded stays under, at the prices last left by `improve`.
  private(set) var bound = -Double.infinity
  private let cost: [Double]
  private let days: [[Double]]
  private let ownerGates: [[Int]]
  private let sharedItem: [Int]
  private let market: PriceMarket
  private var state: [ItemState]
  private let shouldStop: () -> Bool

  enum ItemState { case open, free, gone }

  init(_ model: Model, _ network: SelectionNetwork, shouldStop: @escaping () -> Bool) {
    self.shouldStop = shouldStop
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
    self.ownerGates = ownerGates
    self.sharedItem = sharedItem
    reducedCost = Array(repeating: 0, count: network.activityCount)
    state = Array(repeating: .open, count: itemCount)
    market = PriceMarket(
      columns: itemCount + network.gateCount, rows: network.gateCount, children: network.linkTarget.count)
  }

  var initialPrices: Prices {
    Prices(
      ofGates: Array(repeating: 0, count: network.gateCount),
      shares: Array(repeating: 0, count: itemCount + network.gateCount))
  }

  // MARK: State

  /// Takes over what a propagation concluded: what is taken is free, what is refused is gone, and only what is still
  /// asked for beyond that is a column or a row.
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
      if propagation.times.opening[gate] == .max {
        state[item] = .gone
      } else if propagation.isDemanded[gate] || network.need[gate] <= 0 {
        state[item] = .free
      } else {
        state[item] = .open
      }
    }
    market.removeAll()
    for owner in ownerGates.indices {
      let mustHold = owner == itemCount || state[owner] == .free
      if !mustHold && state[owner] == .gone { continue }
      if !mustHold { market.addColumn(owner) }
      for gate in ownerGates[owner] { addRow(gate, owner: mustHold ? -1 : owner) }
    }
    market.finishLayout()
  }

  /// The part of a gate that is still open, with its parts after it.
  private func addRow(_ gate: Int, owner: Int) {
    let need = openNeed(of: gate)
    if need <= 0 { return }
    let links = network.links(of: gate)
    market.beginRow(gate: gate, owner: owner, need: need)
    for link in links {
      let column = column(of: network.linkTarget[link])
      if column >= 0 { market.addChild(column, weight: network.linkWeight[link]) }
    }
    market.endRow()
    for link in links {
      let target = network.linkTarget[link]
      let column = column(of: target)
      guard column >= itemCount else { continue }
      market.addColumn(column)
      addRow(-1 - target, owner: column)
    }
  }

  /// The column of a child that is still open; -1 where there is none.
  private func column(of target: Int) -> Int {
    let item = target >= 0 ? target : sharedItem[-1 - target]
    if item >= 0 { return state[item] == .open ? item : -1 }
    let gate = -1 - target
    return openNeed(of: gate) > 0 && isPossible(gate) ? itemCount + gate : -1
  }

  /// What a gate still needs beyond what is taken.
  private func openNeed(of gate: Int) -> Int {
    var need = network.need[gate]
    if need <= 0 { return need }
    for link in network.links(of: gate) {
      let target = network.linkTarget[link]
      let item = target >= 0 ? target : sharedItem[-1 - target]
      if item >= 0 ? state[item] == .free : openNeed(of: -1 - target) <= 0 { need -= network.linkWeight[link] }
    }
    return need
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

  private func ownWeight(_ item: Int, _ objective: Objective) -> Double {
    guard item < cost.count else { return 0 }
    switch objective {
    case .days(let resource): return days[resource][item]
    case .cost(let resource, let price): return price > 0 ? cost[item] + price * days[resource][item] : cost[item]
    }
  }

  // MARK: Improvement

  /// Looks for better prices; leaves the best, with bound and reduced costs.
  ///
  /// - Parameters:
  ///   - target: a bound above it is enough.
  ///   - worthwhile: a value below which no step is made: the target is out of sight.
  func improve(
    _ prices: inout Prices, _ objective: Objective, target: Double, steps: Int, worthwhile: Double = -.infinity
  ) {
    var fixed = 0.0
    var top = 0.0
    for item in 0..<itemCount {
      let own = ownWeight(item, objective)
      market.weight[item] = own
      if state[item] == .free { fixed += own } else if state[item] == .open { top = max(top, own) }
    }
    for (row, gate) in market.rowGate.enumerated() { market.price[row] = Double(prices.ofGates[gate]) }
    for column in prices.shares.indices { market.share[column] = Double(prices.shares[column]) }
    var value = fixed
    let scale = prices.pace * max(top, 1e-6)
    if steps > 0 && fixed + market.value(at: market.price) < worthwhile {
      value += market.ascend(steps: 0, target: target - fixed, scale: scale, shouldStop: shouldStop)
    } else {
      value += market.ascend(steps: steps, target: target - fixed, scale: scale, shouldStop: shouldStop)
    }
    bound = value - 1e-9 * (market.magnitude + fixed) - 1e-6
    for (row, gate) in market.rowGate.enumerated() { prices.ofGates[gate] = Float(market.price[row]) }
    for column in prices.shares.indices { prices.shares[column] = Float(market.share[column]) }
    for item in reducedCost.indices { reducedCost[item] = state[item] == .open ? market.reducedCost[item] : 0 }
  }

  /// The paces tried; which is best depends on how many steps one has to take after another.
  static let paces = [0.3, 1, 0.1, 0.03]

  /// Prices from nothing, at the pace that comes furthest at first.
  func bestPrices(_ objective: Objective, trial: Int, steps: Int) -> Prices {
    var best = initialPrices
    var reached = -Double.infinity
    for pace in PriceBound.paces {
      var prices = initialPrices
      prices.pace = pace
      improve(&prices, objective, target: .infinity, steps: trial)
      if bound > reached {
        reached = bound
        best = prices
      }
    }
    improve(&best, objective, target: .infinity, steps: steps)
    return best
  }

  /// How far the relaxation takes this activity.
  func demand(for activity: Int) -> Double { market.share[activity] }
}
