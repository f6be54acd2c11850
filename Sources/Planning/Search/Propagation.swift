/// What follows from what was taken and refused, before anything is weighed.
///
/// Three inferences, repeated until nothing changes: what can't be had in time any more is refused (reachability, with
/// the earliest finish of every activity by Knuth's generalisation of Dijkstra's algorithm: any = min, all = max,
/// k-of = k-th smallest); what a demanded gate can't do without is taken (unit propagation); what excludes something
/// taken is refused. Each only removes choices that no pathway within the limits makes.
struct Propagation {
  enum Status: UInt8 { case open, taken, refused }

  let network: SelectionNetwork
  private let activities: [Activity]
  private let length: [Int]
  /// True where no calendar says when it may start.
  private let isFree: [Bool]
  private let dominance: Dominance
  private let caps: [Cap]
  private(set) var status: [Status]
  /// Earliest conceivable finish of each activity; `Int.max` where it can't be had.
  private(set) var earliestFinish: [Int]
  /// Earliest conceivable opening of each gate.
  private(set) var opening: [Int]
  /// Gates that must be open.
  private(set) var isDemanded: [Bool]
  /// The earliest day on which every demand can conceivably be met.
  private(set) var earliestEnd = 0
  /// The last day that is of interest.
  private var horizon = Int.max

  private var missing: [Int]
  private var queue: [Int] = []
  private var heap = EventHeap()

  init(_ model: Model, _ network: SelectionNetwork, dominates: Bool = true) {
    self.network = network
    self.activities = model.activities
    length = model.activities.map(\.length)
    isFree = model.activities.map(\.isFreeOfCalendar)
    caps = model.caps
    dominance = dominates ? Dominance(model, network) : .none
    status = Array(repeating: .open, count: network.activityCount)
    earliestFinish = Array(repeating: .max, count: network.activityCount)
    opening = Array(repeating: .max, count: network.gateCount)
    isDemanded = Array(repeating: false, count: network.gateCount)
    missing = Array(repeating: 0, count: network.gateCount)
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
      sweep()
      var removed = false
      for index in status.indices where status[index] != .refused {
        if earliestFinish[index] == .max || !corequisiteReachable(index) {
          if status[index] == .taken { return false }
          status[index] = .refused
          removed = removed || earliestFinish[index] != .max
        }
      }
      if !removed { break }
    }
    earliestEnd = 0
    for index in status.indices where status[index] == .taken {
      earliestEnd = max(earliestEnd, earliestFinish[index])
    }
    for gate in network.demands {
      if opening[gate] == .max { return false }
      earliestEnd = max(earliestEnd, opening[gate])
    }
    return earliestEnd <= horizon
  }

  private func corequisiteReachable(_ index: Int) -> Bool {
    network.corequires[index] < 0 || opening[network.corequires[index]] != .max
  }

  private mutating func sweep() {
    for index in earliestFinish.indices { earliestFinish[index] = .max }
    for gate in missing.indices {
      missing[gate] = network.need[gate]
      opening[gate] = .max
    }
    heap.removeAll()
    for index in status.indices where status[index] != .refused && network.requires[index] < 0 {
      schedule(index, at: 0)
    }
    // Those that others open are announced when they do.
    for gate in missing.indices where network.need[gate] <= 0 { open(gate, at: 0) }
    while let (day, index) = heap.pop() {
      guard earliestFinish[index] == .max else { continue }
      earliestFinish[index] = day
      for place in network.parentsOfActivity.places(of: index) {
        let parent = network.parentsOfActivity.values[place]
        feed(parent.gate, parent.weight, at: day)
      }
    }
  }

  private mutating func feed(_ gate: Int, _ weight: Int, at day: Int) {
    guard missing[gate] > 0 else { return }
    missing[gate] -= weight
    if missing[gate] <= 0 { open(gate, at: day) }
  }

  private mutating func open(_ gate: Int, at day: Int) {
    opening[gate] = day
    for place in network.dependents.places(of: gate) {
      let index = network.dependents.values[place]
      if status[index] != .refused { schedule(index, at: day) }
    }
    for place in network.parentsOfGate.places(of: gate) {
      let parent = network.parentsOfGate.values[place]
      feed(parent.gate, parent.weight, at: day)
    }
  }

  private mutating func schedule(_ index: Int, at day: Int) {
    if isFree[index] {
      if day + length[index] <= horizon { heap.push(day + length[index], index) }
    } else if let start = activities[index].firstStart(from: day), start + length[index] <= horizon {
      heap.push(start + length[index], index)
    }
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
    target >= 0 ? status[target] != .refused : opening[-1 - target] != .max
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
