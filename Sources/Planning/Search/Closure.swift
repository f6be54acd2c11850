/// Whether a set stands by itself: every member can be entered, one after another, and every demand is met.
struct Closure {
  private let network: SelectionNetwork
  private var missing: [Int]
  private var isHeld: [Bool]
  private var isMember: [Bool]
  private var ready: [Int] = []
  /// False for a gate whose rule doesn't hold yet.
  private var ruleHolds: [Bool]
  private let hasRule: [Bool]

  init(_ network: SelectionNetwork) {
    self.network = network
    missing = Array(repeating: 0, count: network.gateCount)
    isHeld = Array(repeating: false, count: network.activityCount)
    isMember = Array(repeating: false, count: network.activityCount)
    hasRule = network.rule.map { $0 != nil }
    ruleHolds = Array(repeating: true, count: network.gateCount)
  }

  /// True where the members support each other without a circle and meet every demand.
  mutating func isClosed(_ members: [Int]) -> Bool {
    settle(members)
    return members.allSatisfy { isHeld[$0] && isOpen(network.corequires[$0]) } && network.demands.allSatisfy(isOpen)
  }

  /// The gates, of members and demands, that the members themselves don't open.
  mutating func openQuestions(of members: [Int]) -> [Int] {
    settle(members)
    var gates = network.demands.filter { !isOpen($0) }
    for index in members {
      if !isHeld[index] && !isOpen(network.requires[index]) { gates.append(network.requires[index]) }
      if !isOpen(network.corequires[index]) { gates.append(network.corequires[index]) }
    }
    return gates
  }

  /// After one of the above: true where the activity counts.
  func holds(_ index: Int) -> Bool { isHeld[index] }

  func isOpen(_ gate: Int) -> Bool { gate < 0 || (missing[gate] <= 0 && ruleHolds[gate]) }

  private mutating func settle(_ members: [Int]) {
    for index in isHeld.indices {
      isHeld[index] = false
      isMember[index] = false
    }
    for gate in missing.indices {
      missing[gate] = network.need[gate]
      if hasRule[gate] { ruleHolds[gate] = missing[gate] <= 0 && askRule(of: gate) }
    }
    for index in members { isMember[index] = true }
    ready.removeAll(keepingCapacity: true)
    for index in members where isOpen(network.requires[index]) { ready.append(index) }
    // Those that others open are announced when they do.
    for gate in missing.indices where network.need[gate] <= 0 && isOpen(gate) { announce(gate) }
    while let index = ready.popLast() {
      guard !isHeld[index] else { continue }
      isHeld[index] = true
      for place in network.parentsOfActivity.places(of: index) {
        let parent = network.parentsOfActivity.values[place]
        feed(parent.gate, parent.weight)
      }
    }
  }

  private mutating func feed(_ gate: Int, _ weight: Int) {
    guard !isOpen(gate) else { return }
    missing[gate] -= weight
    if hasRule[gate] { ruleHolds[gate] = missing[gate] <= 0 && askRule(of: gate) }
    if isOpen(gate) { announce(gate) }
  }

  private func askRule(of gate: Int) -> Bool {
    network.rule[gate]?.canBeMet { $0.map { isHeld[$0] } ?? true } ?? true
  }

  private mutating func announce(_ gate: Int) {
    for place in network.dependents.places(of: gate) {
      let index = network.dependents.values[place]
      if isMember[index] && !isHeld[index] { ready.append(index) }
    }
    for place in network.parentsOfGate.places(of: gate) {
      let parent = network.parentsOfGate.values[place]
      feed(parent.gate, parent.weight)
    }
  }
}
