/// The ways in which the members of a set can open a gate: in each, no leaf could be left out.
struct GateWays {
  /// A member that is finished, and for how many days after its finish it counts (`nil`: for ever).
  struct Leaf: Hashable {
    var place: Int
    var validity: Int?
  }

  private let model: Model
  private let place: [Int]

  /// - Parameter place: of each activity its place in the set, or -1.
  init(_ model: Model, place: [Int]) {
    self.model = model
    self.place = place
  }

  /// `nil` where leaves can't say it (something is renewed, earned until a day, or shared out by a rule), or where there
  /// are more than `atMost`.
  func ways(to gate: Int, askedBy asker: Int?, atMost: Int) -> [Set<Leaf>]? {
    let gate = model.gates[gate]
    guard gate.rule < 0 else { return nil }
    var links: [(weight: Int, ways: [Set<Leaf>])] = []
    for link in gate.links {
      guard let ways = ways(to: link.target, askedBy: asker, atMost) else { return nil }
      if !ways.isEmpty { links.append((link.weight, ways)) }
    }
    var found: [Set<Leaf>] = []
    /// False where there are too many.
    func choose(_ chosen: Set<Leaf>, from next: Int, need: Int) -> Bool {
      if need <= 0 {
        found.append(chosen)
        return found.count <= 4 * atMost
      }
      guard links[next...].reduce(0, { $0 + $1.weight }) >= need else { return true }
      for way in links[next].ways {
        guard choose(chosen.union(way), from: next + 1, need: need - links[next].weight) else { return false }
      }
      return choose(chosen, from: next + 1, need: need)
    }
    guard choose([], from: 0, need: gate.need) else { return nil }
    let least = withoutNeedless(found)
    return least.count <= atMost ? least : nil
  }

  private func ways(to target: GateLink.Target, askedBy asker: Int?, _ atMost: Int) -> [Set<Leaf>]? {
    switch target {
    case .gate(let inner): return ways(to: inner, askedBy: asker, atMost: atMost)
    case .activity(let index):
      return place[index] >= 0 && place[index] != asker ? [[Leaf(place: place[index], validity: nil)]] : []
    case .holding(let index):
      let holding = model.holdings[index]
      guard holding.earnedUntil == nil, holding.renewers.allSatisfy({ place[$0] < 0 }) else { return nil }
      return holding.activities.filter { place[$0] >= 0 && place[$0] != asker }.map {
        [Leaf(place: place[$0], validity: holding.validity)]
      }
    }
  }

  /// Those that ask for more than another does are left out; of equals the first stays.
  private func withoutNeedless(_ ways: [Set<Leaf>]) -> [Set<Leaf>] {
    var different: [Set<Leaf>] = []
    for way in ways {
      // What is active is finished too.
      let least = way.filter { leaf in
        leaf.validity != nil || !way.contains { $0.place == leaf.place && $0.validity != nil }
      }
      if !different.contains(least) { different.append(least) }
    }
    return different.filter { way in !different.contains { $0 != way && implies(way, $0) } }
  }

  private func implies(_ first: Set<Leaf>, _ second: Set<Leaf>) -> Bool {
    second.allSatisfy { leaf in
      first.contains(leaf)
        || leaf.validity == nil && first.contains { $0.place == leaf.place && $0.validity != nil }
    }
  }
}
