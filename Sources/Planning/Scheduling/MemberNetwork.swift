/// Precedence among the members of a chosen set: earliest conceivable starts, and who can't start before whom.
struct MemberNetwork {
  /// By place in the set.
  private(set) var head: [Int]
  private(set) var successors: [[Int]]

  init(_ model: Model, members: [Int], place: [Int]) {
    head = Array(repeating: 0, count: members.count)
    successors = Array(repeating: [], count: members.count)
    for (position, index) in members.enumerated() {
      let activity = model.activities[index]
      head[position] = activity.firstStart(from: 0) ?? Int.max / 4
      guard activity.requires >= 0 else { continue }
      for needed in Self.needed(model, activity.requires, place) where needed != position {
        successors[needed].append(position)
      }
    }
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
