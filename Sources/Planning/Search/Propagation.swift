/// What follows from what was taken and refused, before anything is weighed.
///
/// Three inferences, repeated until nothing changes: what can't be had in time any more is refused (reachability, with
/// the earliest finish of every activity by Knuth's generalisation of Dijkstra's algorithm: any = min, all = max,
/// k-of = k-th smallest); what a demanded gate can't do without is taken (unit propagation); what excludes something
/// taken is refused. Each only removes choices that no pathway within the limits makes.
struct Propagation {
  enum Status: UInt8 { case open, taken, refused }

  let network: SelectionNetwork
  private let dominance: Dominance
  private let caps: [Cap]
  private(set) var status: [Status]
  /// Earliest conceivable days by which each can be had, within the horizon.
  private(set) var times: EarliestTimes
  /// Gates that must be open.
  private(set) var isDemanded: [Bool]
  /// The earliest day on which every demand can conceivably be met.
  private(set) var earliestEnd = 0
  /// The last day that is of interest.
  private var horizon = Int.max

  private var queue: [Int] = []

  init(_ model: Model, _ network: SelectionNetwork, dominates: Bool = true) {
    self.network = network
    caps = model.caps
    dominance = dominates ? Dominance(model, network) : .none
    status = Array(repeating: .open, count: network.activityCount)
    times = EarliestTimes(network, model)
    isDemanded = Array(repeating: false, count: network.gateCount)
  }

  /// Loads a state and draws the conclusions. False where it has no pathway that ends by `horizon`.
  mutating func run(taken: ActivitySet, refused: ActivitySet, horizon: Int) -> Bool {
    self.horizon = horizon
    for index in status.indices {
      status[index] = taken.contains(index) ? .taken : refused.contains(index) ? .refused : .open
    }
    for index in status.indices where status[index] == .taken {
      guard refuseConflicts(of: index) else { return false }
    }
    return conclude()
  }

  /// Refuses one more and draws the conclusions.
  mutating func refuse(_ list: [Int]) -> Bool {
    for index in list {
      if status[index] == .taken { return false }
      status[index] = .refused
    }
    return conclude()
  }

  private mutating func conclude() -> Bool {
    while true {
      guard reach() else { return false }
      guard let refusedSomething = demand(), let dominanceSaid = dominate(), let capSaid = keepToCaps() else {
        return false
      }
      if !refusedSomething && !dominanceSaid && !capSaid { return true }
    }
  }

  /// Once as many are taken as a cap allows, refuses the others. `nil`: too many; true: something was refused.
  private mutating func keepToCaps() -> Bool? {
    var changed = false
    for cap in caps {
      let taken = cap.activities.count { status[$0] == .taken }
      if taken > cap.most { return nil }
      guard taken == cap.most else { continue }
      for index in cap.activities where status[index] == .open {
        status[index] = .refused
        changed = true
      }
    }
    return changed
  }

  var takenSet: ActivitySet { activities(with: .taken) }
  var refusedSet: ActivitySet { activities(with: .refused) }

  private func activities(with wanted: Status) -> ActivitySet {
    var found = ActivitySet(count: status.count)
    for index in status.indices where status[index] == wanted { found.insert(index) }
    return found
  }

  // MARK: Reachability

  private mutating func reach() -> Bool {
    while true {
      times.sweep(status, horizon: horizon)
      var removed = false
      for index in status.indices where status[index] != .refused {
        if times.finish[index] == .max || !corequisiteReachable(index) {
          if status[index] == .taken { return false }
          status[index] = .refused
          removed = removed || times.finish[index] != .max
        }
      }
      if !removed { break }
    }
    earliestEnd = 0
    for index in status.indices where status[index] == .taken {
      earliestEnd = max(earliestEnd, times.finish[index])
    }
    for gate in network.demands {
      if times.opening[gate] == .max { return false }
      earliestEnd = max(earliestEnd, times.opening[gate])
    }
    return earliestEnd <= horizon
  }

  private func corequisiteReachable(_ index: Int) -> Bool {
    network.corequires[index] < 0 || times.opening[network.corequires[index]] != .max
  }

  // MARK: Dominance

  /// Refuses what a refused one dominates, takes what dominates a taken one. `nil`: impossible; true: something changed.
  private mutating func dominate() -> Bool? {
    if dominance.isEmpty { return false }
    var changed = false
    for index in status.indices {
      switch status[index] {
      case .open: break
      case .refused:
        for other in dominance.dominated[index] where status[other] != .refused {
          if status[other] == .taken { return nil }
          status[other] = .refused
          changed = true
        }
      case .taken:
        for other in dominance.dominators[index] where status[other] != .taken {
          if status[other] == .refused { return nil }
          status[other] = .taken
          changed = true
          guard refuseConflicts(of: other) else { return nil }
        }
      }
    }
    return changed
  }

  // MARK: Demands

  /// Takes what demanded gates can't do without. `nil`: impossible; true: something was refused on the way.
  private mutating func demand() -> Bool? {
    for gate in isDemanded.indices { isDemanded[gate] = false }
    queue.removeAll(keepingCapacity: true)
    for gate in network.demands { demand(gate) }
    for index in status.indices where status[index] == .taken { demandRequirements(of: index) }
    var refusedSomething = false
    while let gate = queue.popLast() {
      var slack = -network.need[gate]
      for link in network.links(of: gate) where isAvailable(network.linkTarget[link]) {
        slack += network.linkWeight[link]
      }
      if slack < 0 { return nil }
      for link in network.links(of: gate)
      where network.linkWeight[link] > slack && isAvailable(network.linkTarget[link]) {
        let target = network.linkTarget[link]
        if target < 0 {
          demand(-1 - target)
        } else if status[target] == .open {
          status[target] = .taken
          let conflicts = network.conflicts.places(of: target)
          if !conflicts.isEmpty {
            refusedSomething =
              refusedSomething || conflicts.contains { status[network.conflicts.values[$0]] == .open }
            guard refuseConflicts(of: target) else { return nil }
          }
          demandRequirements(of: target)
        }
      }
    }
    return refusedSomething
  }

  private mutating func demand(_ gate: Int) {
    guard !isDemanded[gate] else { return }
    isDemanded[gate] = true
    if network.need[gate] > 0 { queue.append(gate) }
  }

  private mutating func demandRequirements(of index: Int) {
    if network.requires[index] >= 0 { demand(network.requires[index]) }
    if network.corequires[index] >= 0 { demand(network.corequires[index]) }
  }

  private func isAvailable(_ target: Int) -> Bool {
    target >= 0 ? status[target] != .refused : times.opening[-1 - target] != .max
  }

  private mutating func refuseConflicts(of index: Int) -> Bool {
    for place in network.conflicts.places(of: index) {
      let other = network.conflicts.values[place]
      if status[other] == .taken { return false }
      status[other] = .refused
    }
    return true
  }
}
