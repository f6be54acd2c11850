import Catalogs

/// The question of *what to take*, without the question of when: gates over activities in flat arrays.
///
/// A relaxation of the model: a leaf that must be active counts as soon as it could be, and time does not pass. What
/// it excludes is excluded; what it allows the scheduler still has to place.
struct SelectionNetwork: Sendable {
  /// The links of gate `g` are `linkTarget[firstLink[g] ..< firstLink[g + 1]]`.
  private(set) var firstLink: [Int] = [0]
  /// An activity `a` as `a`, a gate `g` as `-1 - g`.
  private(set) var linkTarget: [Int] = []
  private(set) var linkWeight: [Int] = []
  /// Weight still needed; 0 or less: always open.
  private(set) var need: [Int] = []
  private(set) var isShared: [Bool] = []
  /// Of each gate, what it asks for besides enough weight.
  private(set) var rule: [DistinctParts<Int?>?] = []
  let activityCount: Int
  let requires: [Int]
  let corequires: [Int]
  /// Gates that must be open at the end: the goals, and one gate for each pinned credential.
  private(set) var demands: [Int]
  let conflicts: Ragged<Int>
  /// For each activity, the gates in which it is a child, with its weight there.
  private(set) var parentsOfActivity = Ragged<Parent>([])
  private(set) var parentsOfGate = Ragged<Parent>([])
  /// For each gate, the activities that require it.
  private(set) var dependents = Ragged<Int>([])

  struct Parent: Sendable {
    var gate: Int
    var weight: Int
  }

  var gateCount: Int { need.count }

  init(_ model: Model) {
    activityCount = model.activities.count
    requires = model.activities.map(\.requires)
    corequires = model.activities.map(\.corequires)
    conflicts = Ragged(model.conflicts)
    demands = model.goals
    for gate in model.gates { add(gate, in: model) }
    for group in model.pinned {
      demands.append(need.count)
      add(Gate(need: 1, links: group.map { GateLink(target: .activity($0), weight: 1) }), in: model)
    }
    findParents()
  }

  private mutating func findParents() {
    let nobody = Parent(gate: 0, weight: 0)
    parentsOfActivity = Ragged(rows: activityCount, filling: nobody) { give in
      visitLinks { gate, target, weight in if target >= 0 { give(target, Parent(gate: gate, weight: weight)) } }
    }
    parentsOfGate = Ragged(rows: gateCount, filling: nobody) { give in
      visitLinks { gate, target, weight in if target < 0 { give(-1 - target, Parent(gate: gate, weight: weight)) } }
    }
    dependents = Ragged(rows: gateCount, filling: 0) { give in
      for activity in 0..<activityCount where requires[activity] >= 0 { give(requires[activity], activity) }
    }
  }

  private func visitLinks(_ visit: (_ gate: Int, _ target: Int, _ weight: Int) -> Void) {
    for gate in need.indices {
      for link in links(of: gate) { visit(gate, linkTarget[link], linkWeight[link]) }
    }
  }

  func links(of gate: Int) -> Range<Int> { firstLink[gate]..<firstLink[gate + 1] }

  private mutating func add(_ gate: Gate, in model: Model) {
    var needed = gate.need
    for link in gate.links {
      switch link.target {
      case .activity(let index): append(index, link.weight)
      case .gate(let index): append(-1 - index, link.weight)
      case .holding(let index):
        let holding = model.holdings[index]
        if let until = holding.earnedUntil, until >= 0 {
          needed -= link.weight
        } else if let last = holding.activities.last {
          append(last, link.weight)
        }
      }
    }
    need.append(needed)
    isShared.append(gate.isShared)
    rule.append(gate.rule < 0 ? nil : model.rules[gate.rule].mapped { model.stand($0) })
    firstLink.append(linkTarget.count)
  }

  private mutating func append(_ target: Int, _ weight: Int) {
    linkTarget.append(target)
    linkWeight.append(weight)
  }
}

extension Model {
  /// The activity that has to be taken for a leaf of a rule to count; `nil` where none has to.
  fileprivate func stand(_ leaf: GateLink.Target?) -> Int? {
    switch leaf {
    case nil, .gate: return nil
    case .activity(let index): return index
    case .holding(let index):
      let holding = holdings[index]
      if let until = holding.earnedUntil, until >= 0 { return nil }
      return holding.activities.last
    }
  }
}
