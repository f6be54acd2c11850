/// Precedence among the members of a chosen set: earliest conceivable starts, and who can't start before whom.
struct MemberNetwork {
  /// By place in the set.
  private(set) var head: [Int]
  private(set) var successors: [[Int]]
  /// For each member, all that must finish before it starts; left empty where nothing lapses.
  private(set) var ancestors: [[Int]] = []
  /// For each member, those without which it can't start, and for how many days after their finish it may, where they
  /// have to be active.
  private(set) var needs: [[(place: Int, validity: Int?)]] = []
  /// Of each member: `needs` is all it asks for.
  private(set) var isPlain: [Bool] = []
  /// Members that must be active at the end, with their validity.
  private(set) var lasting: [(place: Int, validity: Int)] = []
  /// For each member that may lapse: for each who can't do without it being active, all that must finish before that
  /// one starts (the member itself too), and for how long it stays active. Goals wait for all.
  private(set) var deadlines: [[(ancestors: [Int], validity: Int)]]

  static let empty = MemberNetwork()

  private init() {
    head = []
    successors = []
    deadlines = []
  }

  /// - Parameter withNeeds: also what a lapse, or a placement by lags, asks for.
  init(_ model: Model, members: [Int], place: [Int], withNeeds: Bool) {
    head = Array(repeating: 0, count: members.count)
    successors = Array(repeating: [], count: members.count)
    deadlines = Array(repeating: [], count: members.count)
    for (position, index) in members.enumerated() {
      let activity = model.activities[index]
      head[position] = activity.firstStart(from: 0) ?? Int.max / 4
      guard activity.requires >= 0 else { continue }
      for needed in Self.needed(model, activity.requires, place) where needed != position {
        successors[needed].append(position)
      }
    }
    guard withNeeds else { return }
    ancestors = Self.ancestors(of: successors)
    needs = members.indices.map { _ in [] }
    isPlain = members.map {
      model.activities[$0].requires < 0 || Self.isPlain(model, model.activities[$0].requires, place)
    }
    for (position, index) in members.enumerated() where model.activities[index].requires >= 0 {
      let gate = model.activities[index].requires
      needs[position] = Self.needed(model, gate, place).filter { $0 != position }.map { ($0, nil) }
      needs[position] += Self.perishable(model, gate, place).filter { $0.place != position }.map {
        ($0.place, $0.validity)
      }
    }
    lasting = model.goals.flatMap { Self.perishable(model, $0, place) }
    for (position, index) in members.enumerated() where model.activities[index].requires >= 0 {
      note(model, model.activities[index].requires, ancestors[position], place)
    }
    for goal in model.goals { note(model, goal, Array(members.indices), place) }
  }

  private mutating func note(_ model: Model, _ gate: Int, _ ancestors: [Int], _ place: [Int]) {
    for needed in Self.perishable(model, gate, place) { deadlines[needed.place].append((ancestors, needed.validity)) }
  }

  /// Members that must be active for a gate to open, and that nothing in the set renews or gives again.
  private static func perishable(_ model: Model, _ gate: Int, _ place: [Int]) -> [(place: Int, validity: Int)] {
    neededHoldings(model, gate, place).compactMap { holding in
      let held = model.holdings[holding]
      let inside = held.activities.filter { place[$0] >= 0 }
      guard inside.count == 1, held.renewers.allSatisfy({ place[$0] < 0 }) else { return nil }
      return (place[inside[0]], held.validity)
    }
  }

  /// Of each member, all that must finish before it starts.
  private static func ancestors(of successors: [[Int]]) -> [[Int]] {
    var found = Array(repeating: Set<Int>(), count: successors.count)
    for start in successors.indices {
      var pending = successors[start]
      var seen: Set<Int> = []
      while let next = pending.popLast() {
        guard seen.insert(next).inserted else { continue }
        found[next].insert(start)
        pending += successors[next]
      }
    }
    return found.map { $0.sorted() }
  }

  private static func neededHoldings(_ model: Model, _ gate: Int, _ place: [Int]) -> [Int] {
    let gate = model.gates[gate]
    var slack = -gate.need
    for link in gate.links where isPossible(model, link.target, place) { slack += link.weight }
    var found: [Int] = []
    for link in gate.links where link.weight > slack {
      switch link.target {
      case .activity: break
      case .gate(let inner): if isPossible(model, link.target, place) { found += neededHoldings(model, inner, place) }
      case .holding(let index):
        if model.holdings[index].earnedUntil == nil && isPossible(model, link.target, place) { found.append(index) }
      }
    }
    return found
  }

  /// Places of the members without which the gate can't open, given that only members can open it.
  private static func needed(_ model: Model, _ gate: Int, _ place: [Int]) -> [Int] {
    let gate = model.gates[gate]
    var slack = -gate.need
    for link in gate.links where isPossible(model, link.target, place) { slack += link.weight }
    var found: [Int] = []
    for link in gate.links where link.weight > slack {
      switch link.target {
      case .activity(let index): if place[index] >= 0 { found.append(place[index]) }
      case .gate(let inner): if isPossible(model, link.target, place) { found += needed(model, inner, place) }
      case .holding(let index):
        let holding = model.holdings[index]
        let inside = holding.activities.filter { place[$0] >= 0 }
        if holding.earnedUntil == nil, inside.count == 1 { found.append(place[inside[0]]) }
      }
    }
    return found
  }

  /// True where the gate opens only if all that the set has for it is there, each of it given once.
  private static func isPlain(_ model: Model, _ gate: Int, _ place: [Int]) -> Bool {
    let gate = model.gates[gate]
    guard gate.rule < 0 else { return false }
    let possible = gate.links.filter { isPossible(model, $0.target, place) }
    let slack = possible.reduce(-gate.need) { $0 + $1.weight }
    return possible.allSatisfy { link in
      guard link.weight > slack else { return false }
      switch link.target {
      case .activity: return true
      case .gate(let inner): return isPlain(model, inner, place)
      case .holding(let index):
        let holding = model.holdings[index]
        return holding.earnedUntil == nil && holding.activities.count(where: { place[$0] >= 0 }) == 1
          && holding.renewers.allSatisfy { place[$0] < 0 }
      }
    }
  }

  private static func isPossible(_ model: Model, _ target: GateLink.Target, _ place: [Int]) -> Bool {
    switch target {
    case .activity(let index): return place[index] >= 0
    case .holding(let index):
      let holding = model.holdings[index]
      return holding.earnedUntil != nil || holding.activities.contains { place[$0] >= 0 }
    case .gate(let index):
      let gate = model.gates[index]
      var rest = gate.need
      for link in gate.links where isPossible(model, link.target, place) { rest -= link.weight }
      return rest <= 0
    }
  }
}
