/// Who can stand in for whom: `a` dominates `b` where taking `a` in `b`'s place, on `b`'s days, never makes anything worse.
///
/// It is no dearer, no longer, no heavier, asks for nothing more, excludes nothing more, and counts for as much wherever
/// `b` counts. Then some best pathway has `b` only together with `a`: swapping `b` for an absent `a` keeps it a pathway
/// of no greater cost and no later end, and as the relation has no circles (of equals the first in order dominates),
/// swapping comes to an end. So whoever refuses `a` may refuse `b`, and whoever takes `b` may take `a`.
struct Dominance: Sendable {
  /// For each activity, those that dominate it.
  private(set) var dominators: [[Int]]
  /// For each activity, those it dominates.
  private(set) var dominated: [[Int]]
  private(set) var isEmpty = true

  init(_ model: Model, _ network: SelectionNetwork) {
    let count = model.activities.count
    dominators = Array(repeating: [], count: count)
    dominated = Array(repeating: [], count: count)
    var isBound = Array(repeating: false, count: count)
    for holding in model.holdings { for index in holding.activities + holding.renewers { isBound[index] = true } }
    for index in model.pinned.joined() { isBound[index] = true }
    for cap in model.caps { for index in cap.activities { isBound[index] = true } }
    // What counts for which part of a `distinct` is the rule's to say, not the weights'.
    for entry in model.rules.flatMap(\.entries) {
      if case .activity(let index) = entry.leaf { isBound[index] = true }
    }
    let weights = network.parentsOfActivity.map { parents in
      Dictionary(parents.map { ($0.gate, $0.weight) }, uniquingKeysWith: +)
    }
    for index in 0..<count where !isBound[index] {
      guard let gate = network.parentsOfActivity[index].first?.gate else { continue }
      for link in network.links(of: gate) {
        let other = network.linkTarget[link]
        guard other >= 0, other != index, !isBound[other] else { continue }
        let test = Comparison(model: model, weights: weights)
        guard test.dominates(other, index), other < index || !test.dominates(index, other) else { continue }
        dominators[index].append(other)
        dominated[other].append(index)
        isEmpty = false
      }
    }
  }

  private struct Comparison {
    let model: Model
    let weights: [[Int: Int]]

    func dominates(_ better: Int, _ worse: Int) -> Bool {
      let first = model.activities[better]
      let second = model.activities[worse]
      guard first.cost <= second.cost, first.length <= second.length, first.load <= second.load,
        first.release <= second.release, first.latestStart >= second.latestStart, first.due >= second.due,
        first.starts.isEmpty || first.starts == second.starts, first.credential != second.credential
      else { return false }
      guard asksNoMore(first.requires, second.requires), asksNoMore(first.corequires, second.corequires) else {
        return false
      }
      let rivals = Set(model.conflicts[worse] + [worse])
      guard model.conflicts[better].allSatisfy(rivals.contains) else { return false }
      return weights[worse].allSatisfy { gate, weight in (weights[better][gate] ?? 0) >= weight }
    }

    private func asksNoMore(_ gate: Int, _ other: Int) -> Bool {
      if gate < 0 { return true }
      guard other >= 0 else { return false }
      return model.gates[gate].need == model.gates[other].need && model.gates[gate].links == model.gates[other].links
    }
  }
}
