/// The problem in dense integers: what the search works on. Ids appear only for naming its answer.
///
/// Activities are in the order of their credentials' ids, so that the order of entries in files can't matter.
struct Model: Sendable {
  var activities: [Activity] = []
  var gates: [Gate] = []
  var holdings: [Holding] = []
  /// What gates ask for besides enough weight.
  var rules: [SharingRule] = []
  /// Gates that must be open at the end.
  var goals: [Int] = []
  /// Activities that are taken whatever it costs; of each group exactly one (the modes of one credential).
  var pinned: [[Int]] = []
  /// For each activity, those that may not be held together with it.
  var conflicts: [[Int]] = []
  /// What only some of may be taken, beyond the contract: other ways than a given one are asked for by this.
  var caps: [Cap] = []
  /// Minutes a week.
  var capacity = 600
  /// Activities of positive length in progress at most.
  var atOnce = 3
  /// True where something pinned or asked for can't be had at all.
  var isHopeless = false
}

/// Of some activities no more than so many may be taken.
struct Cap: Hashable, Sendable {
  var activities: [Int]
  var most: Int
}

extension Model {
  /// True where these members keep to every cap.
  func allows(_ members: [Int]) -> Bool {
    caps.allSatisfy { cap in cap.activities.count(where: members.contains) <= cap.most }
  }

  /// Every activity that can count towards a gate.
  func activities(under gate: Int) -> Set<Int> {
    var found: Set<Int> = []
    visit(gate) { target in
      switch target {
      case .activity(let index): found.insert(index)
      case .holding(let index): found.formUnion(holdings[index].activities)
      case .gate: break
      }
    }
    return found
  }

  /// The holdings a gate asks about.
  func holdings(under gate: Int) -> [Int] {
    var found: [Int] = []
    visit(gate) { if case .holding(let index) = $0 { found.append(index) } }
    return found
  }

  private func visit(_ gate: Int, _ leaf: (GateLink.Target) -> Void) {
    for link in gates[gate].links {
      if case .gate(let inner) = link.target { visit(inner, leaf) } else { leaf(link.target) }
    }
  }
}
