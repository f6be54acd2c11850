import Testing

@testable import Planning

@Suite("The ways to open a gate")
struct GateWaysTests {
  @Test("a gate is open just where all of one way is there, and no way asks for more than another")
  func exact() throws {
    var withAlternatives = 0
    for seed in UInt64(0)..<400 {
      var random = SplitMix64(seed: seed)
      let members = 4
      var model = Model()
      for index in 0..<members {
        model.activities.append(Activity(credential: "\(index)", mode: .anew, length: 1, load: 1, cost: 0, minutes: 1))
        model.holdings.append(Holding(earnedUntil: nil, activities: [index], validity: 10 + index))
      }
      let gate = draw(&model, members, depth: 2, &random)
      let ways = try #require(
        GateWays(model, place: Array(0..<members)).ways(to: gate, askedBy: nil, atMost: 1_000), "seed \(seed)")
      if ways.count > 1 { withAlternatives += 1 }
      // Of each member: not there, finished, or still active.
      for code in 0..<81 {
        let states = (0..<members).map { (code / [1, 3, 9, 27][$0]) % 3 }
        let isThere = ways.contains { way in
          way.allSatisfy { $0.validity == nil ? states[$0.place] > 0 : states[$0.place] == 2 }
        }
        #expect(isThere == isOpen(gate, model, states), "seed \(seed), \(states)")
      }
      for way in ways {
        let more = ways.filter { other in
          other.allSatisfy { leaf in
            way.contains { $0.place == leaf.place && (leaf.validity == nil || $0.validity != nil) }
          }
        }
        #expect(more == [way], "seed \(seed)")
        for leaf in way where leaf.validity != nil { #expect(leaf.validity == 10 + leaf.place) }
      }
    }
    #expect(withAlternatives > 100)
  }

  @Test("what asks doesn't open its own gate")
  func asker() {
    var model = Model()
    for index in 0..<2 {
      model.activities.append(Activity(credential: "\(index)", mode: .anew, length: 1, load: 1, cost: 0, minutes: 1))
    }
    model.gates = [Gate(need: 1, links: [0, 1].map { GateLink(target: .activity($0), weight: 1) })]
    let ways = GateWays(model, place: [0, 1]).ways(to: 0, askedBy: 1, atMost: 8)
    #expect(ways == [[GateWays.Leaf(place: 0, validity: nil)]])
  }

  private func draw(_ model: inout Model, _ members: Int, depth: Int, _ random: inout SplitMix64) -> Int {
    var links: [GateLink] = []
    for _ in 0..<random.number(1...3) {
      let target: GateLink.Target
      switch random.number(0...(depth > 0 ? 2 : 1)) {
      case 0: target = .activity(random.number(0...members - 1))
      case 1: target = .holding(random.number(0...members - 1))
      default: target = .gate(draw(&model, members, depth: depth - 1, &random))
      }
      links.append(GateLink(target: target, weight: random.number(1...3)))
    }
    let most = links.reduce(0) { $0 + $1.weight }
    model.gates.append(Gate(need: random.number(1...most), links: links))
    return model.gates.count - 1
  }

  private func isOpen(_ gate: Int, _ model: Model, _ states: [Int]) -> Bool {
    var weight = 0
    for link in model.gates[gate].links {
      switch link.target {
      case .activity(let index): if states[index] > 0 { weight += link.weight }
      case .holding(let index): if states[index] == 2 { weight += link.weight }
      case .gate(let inner): if isOpen(inner, model, states) { weight += link.weight }
      }
    }
    return weight >= model.gates[gate].need
  }
}
