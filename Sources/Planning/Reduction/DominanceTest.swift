/// Whether one activity may stand in for another; see `Dominance`.
struct DominanceTest {
  private let model: Model
  /// For each activity, the gates in which it is a child, in order.
  private let parents: Ragged<SelectionNetwork.Parent>
  private let rank: [Rank]
  /// For each activity that a `distinct` could share out, what it counts for there.
  private let shares: [Int: [Share]]

  init(_ model: Model, _ network: SelectionNetwork) {
    self.model = model
    parents = network.parentsOfActivity
    shares = DominanceTest.shares(in: model)
    rank = model.activities.indices.map { index in
      Rank(index, in: model, counts: network.parentsOfActivity[index].reduce(0) { $0 + $1.weight })
    }
  }

  func dominates(_ better: Int, _ worse: Int) -> Bool {
    guard rank[better] < rank[worse], rank[better].isNoGreater(than: rank[worse]) else { return false }
    let first = model.activities[better]
    let second = model.activities[worse]
    guard first.release <= second.release, first.latestStart >= second.latestStart,
      first.due >= second.due, first.starts.isEmpty || first.starts == second.starts,
      first.credential != second.credential
    else { return false }
    guard counts(better, asMuchAs: worse), canBeGiven(better, whereverIs: worse) else { return false }
    guard model.implies(second.requires, first.requires), model.implies(second.corequires, first.corequires) else {
      return false
    }
    return model.conflicts[better].allSatisfy { $0 == worse || model.conflicts[worse].contains($0) }
  }

  /// True where the first has at least the second's weight in every gate of the second.
  private func counts(_ first: Int, asMuchAs second: Int) -> Bool {
    var rest = parents[first]
    var place = parents.places(of: second).lowerBound
    let end = parents.places(of: second).upperBound
    while place < end {
      let gate = parents.values[place].gate
      var needed = 0
      while place < end, parents.values[place].gate == gate {
        needed += parents.values[place].weight
        place += 1
      }
      rest = rest.drop { $0.gate < gate }
      if rest.prefix(while: { $0.gate == gate }).reduce(0, { $0 + $1.weight }) < needed { return false }
    }
    return true
  }

  /// A weight in one list of a `distinct`: the number counts through the lists of all rules.
  private struct Share {
    var list: Int
    var weight: Int
  }

  /// What counts for which part is the rule's to say, not the weights' of its gates: whoever stands in for another has to
  /// stand in each list that the other stands in, since the other may have been given to that part.
  private func canBeGiven(_ first: Int, whereverIs second: Int) -> Bool {
    (shares[second] ?? []).allSatisfy { asked in
      (shares[first] ?? []).contains { $0.list == asked.list && $0.weight >= asked.weight }
    }
  }

  private static func shares(in model: Model) -> [Int: [Share]] {
    var shares: [Int: [Share]] = [:]
    for (number, list) in model.rules.flatMap(\.lists).enumerated() {
      for entry in list {
        guard case .activity(let index) = entry.leaf else { continue }
        shares[index, default: []].append(Share(list: number, weight: entry.weight))
      }
    }
    return shares
  }

  /// A total order in which what dominates comes first, so that no circle can arise from what is alike.
  private struct Rank: Comparable {
    private let figures: (cost: Int, length: Int, load: Int)
    private let gives: (lessCounts: Int, askedShare: Int, asked: Int, index: Int)

    init(_ index: Int, in model: Model, counts: Int) {
      let activity = model.activities[index]
      var asked = (share: 0, need: 0)
      if activity.requires >= 0 {
        let gate = model.gates[activity.requires]
        let offered = max(1, gate.links.reduce(0) { $0 + $1.weight })
        asked = (1 + gate.need * 1000 / offered, gate.need)
      }
      figures = (activity.cost, activity.length, activity.load)
      gives = (-counts, asked.share, asked.need, index)
    }

    static func < (first: Rank, second: Rank) -> Bool {
      first.figures == second.figures ? first.gives < second.gives : first.figures < second.figures
    }
    func isNoGreater(than other: Rank) -> Bool {
      figures.cost <= other.figures.cost && figures.length <= other.figures.length
        && figures.load <= other.figures.load
    }

    static func == (first: Rank, second: Rank) -> Bool { first.gives.index == second.gives.index }
  }
}

extension Model {
  /// True only where the second gate is open on every day on which the first is, whatever is held. (-1 is always open.)
  ///
  /// If the first is open, all that it can't do without holds, and at least one of its children does; the second is
  /// open if one child that is enough for it is, or if all are. That is sound and finds what catalogs say: fewer of
  /// *all*, more of *any*.
  func implies(_ first: Int, _ second: Int) -> Bool {
    if second < 0 || first == second { return true }
    return first >= 0 && implies(.gate(first), .gate(second), Model.deepestCompared)
  }

  private func implies(_ first: GateLink.Target, _ second: GateLink.Target, _ depth: Int) -> Bool {
    if first == second { return true }
    guard depth > 0 else { return false }
    if case .gate(let index) = second, opens(gates[index], whenever: first, depth) { return true }
    guard case .gate(let index) = first else { return false }
    let gate = gates[index]
    guard gate.need > 0, gate.links.count <= Model.mostCompared else { return false }
    let offered = gate.links.reduce(0) { $0 + $1.weight }
    return gate.links.contains { offered - $0.weight < gate.need && implies($0.target, second, depth - 1) }
      || gate.links.allSatisfy { implies($0.target, second, depth - 1) }
  }

  private func opens(_ gate: Gate, whenever first: GateLink.Target, _ depth: Int) -> Bool {
    if gate.rule >= 0 { return false }
    if gate.need <= 0 { return true }
    if case .gate(let index) = first, gates[index].need >= gate.need, gates[index].links == gate.links { return true }
    guard gate.links.count <= Model.mostCompared else { return false }
    return gate.links.contains { $0.weight >= gate.need && implies(first, $0.target, depth - 1) }
      || gate.links.reduce(0) { $0 + $1.weight } >= gate.need
        && gate.links.allSatisfy { implies(first, $0.target, depth - 1) }
  }

  /// Longer lists are only held against the same list.
  private static let mostCompared = 6
  /// Each level is looked at from both sides; deeper ones are only held against the same.
  private static let deepestCompared = 6
}
