/// Who can stand in for whom: `a` dominates `b` where taking `a` in `b`'s place, on `b`'s days, never makes anything worse.
///
/// It is no dearer, no longer, no heavier, asks for nothing that `b`'s requirement doesn't imply, excludes nothing more, and counts for as much wherever
/// `b` counts. Then some best pathway has `b` only together with `a`: swapping `b` for an absent `a` keeps it a pathway
/// of no greater cost and no later end, and as the relation has no circles (of equals the first in order dominates),
/// swapping comes to an end. So whoever refuses `a` may refuse `b`, and whoever takes `b` may take `a`.
struct Dominance: Sendable {
  /// For each activity, those that dominate it.
  private(set) var dominators: [[Int]]
  /// For each activity, those it dominates.
  private(set) var dominated: [[Int]]
  private(set) var isEmpty = true

  /// Nobody for anybody.
  static let none = Dominance()

  private init() {
    dominators = []
    dominated = []
  }

  init(_ model: Model, _ network: SelectionNetwork) {
    let count = model.activities.count
    dominators = Array(repeating: [], count: count)
    dominated = Array(repeating: [], count: count)
    var isBound = Array(repeating: false, count: count)
    for holding in model.holdings { for index in holding.activities + holding.renewers { isBound[index] = true } }
    for index in model.pinned.joined() { isBound[index] = true }
    for cap in model.caps { for index in cap.activities { isBound[index] = true } }
    let test = DominanceTest(model, network)
    for index in 0..<count where !isBound[index] {
      // Whatever dominates it counts in all its gates: the smallest names all that may.
      let parents = network.parentsOfActivity[index].lazy
      guard let gate = parents.map(\.gate).min(by: { network.links(of: $0).count < network.links(of: $1).count }) else {
        continue
      }
      for link in network.links(of: gate) {
        let other = network.linkTarget[link]
        guard other >= 0, other != index, !isBound[other], test.dominates(other, index) else { continue }
        dominators[index].append(other)
        dominated[other].append(index)
        isEmpty = false
      }
    }
  }
}
