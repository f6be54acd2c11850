/// Whether items can be dealt out to parts so that each part is met by its own.
///
/// For parts that one item meets this is bipartite matching, and the search ends without a wrong turn; parts that take
/// several items make it a set packing, which is NP-hard, so it tries: the part with the least choice takes an item or
/// goes without it. Three things keep it short. Every part must still be met by what is its own and what is left. Every
/// part not yet met needs at least one more item, all different (augmenting paths: Kuhn 1955). And of items that count
/// alike everywhere one stands for all: where it is of no use to a part, neither are they.
struct SharingSearch {
  /// What a part asks for; more items never harm.
  indirect enum Demand: Hashable {
    /// Items that together weigh enough.
    case items(need: Int, [Int: Int])
    case atLeast(Int, of: [Demand])
    case distinct([Demand])
  }

  private let demands: [Demand]
  /// Items of one kind count alike in every part.
  private let kind: [Int: [Int]]

  init(_ demands: [Demand]) {
    self.demands = demands
    var kind: [Int: [Int]] = [:]
    for item in Set(demands.flatMap(\.items)) { kind[item] = demands.flatMap { $0.weights(of: item) } }
    self.kind = kind
  }

  var succeeds: Bool {
    completes(Deal(own: demands.map { _ in [] }, free: demands.map { Set($0.items) }))
  }

  private struct Deal {
    /// What each part was given.
    var own: [Set<Int>]
    /// What each part may still take.
    var free: [Set<Int>]
  }

  private func completes(_ deal: Deal) -> Bool {
    var deal = deal
    let open = settle(&deal)
    if open.isEmpty { return true }
    guard open.allSatisfy({ demands[$0].isMet(by: deal.own[$0].union(deal.free[$0])) }),
      let picks = matching(open, deal.free),
      let part = open.min(by: { (deal.free[$0].count, $0) < (deal.free[$1].count, $1) }), let item = picks[part]
    else { return false }
    var with = deal
    with.own[part].insert(item)
    for other in open { with.free[other].remove(item) }
    if completes(with) { return true }
    var without = deal
    without.free[part] = deal.free[part].filter { kind[$0] != kind[item] }
    return completes(without)
  }

  /// Gives every part what nobody else wants; the parts that aren't met yet.
  private func settle(_ deal: inout Deal) -> [Int] {
    var open = demands.indices.filter { !demands[$0].isMet(by: deal.own[$0]) }
    while true {
      var wanted: [Int: Int] = [:]
      for part in open { for item in deal.free[part] { wanted[item, default: 0] += 1 } }
      for part in open {
        let alone = deal.free[part].filter { wanted[$0] == 1 }
        deal.own[part].formUnion(alone)
        deal.free[part].subtract(alone)
      }
      let left = open.filter { !demands[$0].isMet(by: deal.own[$0]) }
      if left.count == open.count { return open }
      open = left
    }
  }

  /// One item for each part, all different; `nil` where there is no such choice.
  private func matching(_ parts: [Int], _ free: [Set<Int>]) -> [Int: Int]? {
    var holder: [Int: Int] = [:]
    for part in parts {
      var visited: Set<Int> = []
      guard augment(part, free, &holder, &visited) else { return nil }
    }
    return Dictionary(holder.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func augment(_ part: Int, _ free: [Set<Int>], _ holder: inout [Int: Int], _ visited: inout Set<Int>) -> Bool {
    for item in free[part].sorted() where visited.insert(item).inserted {
      if let other = holder[item], !augment(other, free, &holder, &visited) { continue }
      holder[item] = part
      return true
    }
    return false
  }
}

extension SharingSearch.Demand {
  var items: [Int] {
    switch self {
    case .items(_, let weights): return Array(weights.keys)
    case .atLeast(_, let parts), .distinct(let parts): return parts.flatMap(\.items)
    }
  }

  func isMet(by items: Set<Int>) -> Bool {
    switch self {
    case .items(let need, let weights): return items.reduce(0) { $0 + (weights[$1] ?? 0) } >= need
    case .atLeast(let need, let parts): return parts.count { $0.isMet(by: items) } >= need
    case .distinct(let parts): return SharingSearch(parts.map { $0.restricted(to: items) }).succeeds
    }
  }

  private func restricted(to items: Set<Int>) -> SharingSearch.Demand {
    switch self {
    case .items(let need, let weights): return .items(need: need, weights.filter { items.contains($0.key) })
    case .atLeast(let need, let parts): return .atLeast(need, of: parts.map { $0.restricted(to: items) })
    case .distinct(let parts): return .distinct(parts.map { $0.restricted(to: items) })
    }
  }

  /// How much an item counts in each place, in the order of the text.
  fileprivate func weights(of item: Int) -> [Int] {
    switch self {
    case .items(_, let weights): return [weights[item] ?? 0]
    case .atLeast(_, let parts), .distinct(let parts): return parts.flatMap { $0.weights(of: item) }
    }
  }
}
