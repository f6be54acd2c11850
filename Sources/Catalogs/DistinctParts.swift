/// The parts of a `distinct` requirement: each must be met by items of its own, so that none counts for two.
///
/// Generic over what decides whether an item is there (an activity on a day, a name), so that a file's faults and a
/// plan are judged by one algorithm. See `SharingSearch` for it.
public struct DistinctParts<Leaf> {
  /// A part, as far as items are concerned.
  public indirect enum Part {
    case always
    case never
    /// Items of enough weight: one of those named, one of those that teach a skill, or credits.
    case items(need: Int, [Entry])
    case atLeast(Int, of: [Part])
    case distinct([Part])
  }

  public struct Entry {
    public var item: Int
    public var weight: Int
    public var leaf: Leaf

    public init(item: Int, weight: Int, leaf: Leaf) {
      self.item = item
      self.weight = weight
      self.leaf = leaf
    }
  }

  public var parts: [Part]

  public init(_ parts: [Part]) { self.parts = parts }

  /// True where what holds can be dealt out so that every part is met.
  public func canBeMet(where holds: (Leaf) -> Bool) -> Bool {
    SharingSearch(parts.map { $0.demand(where: holds) }).succeeds
  }

  /// Every entry, those of nested parts too, in the order of the text.
  public var entries: [Entry] { lists.flatMap { $0 } }

  /// The entries list by list, each of which asks for enough weight; those of nested parts too, in the order of the text.
  public var lists: [[Entry]] { parts.flatMap(\.lists) }

  /// The same parts over other leaves.
  public func mapped<Other>(_ transform: (Leaf) -> Other) -> DistinctParts<Other> {
    DistinctParts<Other>(parts.map { $0.mapped(transform) })
  }

  /// Every two or more parts, but not all, that hang together by items which more than one of them wants. Of many parts
  /// only the pairs and triples: the number of subsets doubles with each.
  ///
  /// What doesn't hang together needs no more items than its pieces do, each by itself.
  public var competing: [DistinctParts] {
    let wanted = parts.map { part in Set(part.entries.map(\.item)) }
    let most = parts.count <= DistinctParts.mostPartsOfAllSubsets ? parts.count - 1 : 3
    var found: [[Int]] = []
    func extend(_ group: [Int], from first: Int) {
      for next in first..<max(first, parts.count) where !wanted[next].isEmpty {
        let larger = group + [next]
        if larger.count > 1, larger.count < parts.count, DistinctParts.hangTogether(larger.map { wanted[$0] }) {
          found.append(larger)
        }
        if larger.count < most { extend(larger, from: next + 1) }
      }
    }
    extend([], from: 0)
    return found.map { group in DistinctParts(group.map { parts[$0] }) }
  }

  private static var mostPartsOfAllSubsets: Int { 7 }

  /// True where each can be reached from each by way of sets that overlap.
  private static func hangTogether(_ sets: [Set<Int>]) -> Bool {
    var reached = sets[0]
    var rest = Array(sets.dropFirst())
    while let next = rest.firstIndex(where: { !$0.isDisjoint(with: reached) }) {
      reached.formUnion(rest.remove(at: next))
    }
    return rest.isEmpty
  }

  /// No fewer items than this can meet all parts.
  public var fewestItems: Int { parts.reduce(0) { $0 + $1.fewestItems } }
}

extension DistinctParts: Sendable where Leaf: Sendable {}
extension DistinctParts.Part: Sendable where Leaf: Sendable {}
extension DistinctParts.Entry: Sendable where Leaf: Sendable {}

extension DistinctParts.Part {
  fileprivate func mapped<Other>(_ transform: (Leaf) -> Other) -> DistinctParts<Other>.Part {
    switch self {
    case .always: return .always
    case .never: return .never
    case .items(let need, let entries):
      return .items(
        need: need,
        entries.map {
          DistinctParts<Other>.Entry(item: $0.item, weight: $0.weight, leaf: transform($0.leaf))
        })
    case .atLeast(let need, let parts): return .atLeast(need, of: parts.map { $0.mapped(transform) })
    case .distinct(let parts): return .distinct(parts.map { $0.mapped(transform) })
    }
  }

  fileprivate func demand(where holds: (Leaf) -> Bool) -> SharingSearch.Demand {
    switch self {
    case .always: return .atLeast(0, of: [])
    case .never: return .atLeast(1, of: [])
    case .items(let need, let entries):
      var weights: [Int: Int] = [:]
      for entry in entries where holds(entry.leaf) { weights[entry.item] = entry.weight }
      return .items(need: need, weights)
    case .atLeast(let need, let parts): return .atLeast(need, of: parts.map { $0.demand(where: holds) })
    case .distinct(let parts): return .distinct(parts.map { $0.demand(where: holds) })
    }
  }

  fileprivate var entries: [DistinctParts.Entry] { lists.flatMap { $0 } }

  fileprivate var lists: [[DistinctParts.Entry]] {
    switch self {
    case .always, .never: return []
    case .items(_, let entries): return [entries]
    case .atLeast(_, let parts), .distinct(let parts): return parts.flatMap(\.lists)
    }
  }

  /// One item may meet several parts of a threshold, so only the least demanding that are needed say how many it takes.
  fileprivate var fewestItems: Int {
    switch self {
    case .always, .never: return 0
    case .items(let need, let entries):
      var rest = need
      var count = 0
      for weight in entries.map(\.weight).sorted(by: >) where rest > 0 {
        rest -= weight
        count += 1
      }
      return count
    case .atLeast(let need, let parts):
      guard need > 0, need <= parts.count else { return 0 }
      return parts.map(\.fewestItems).sorted()[need - 1]
    case .distinct(let parts): return parts.reduce(0) { $0 + $1.fewestItems }
    }
  }
}
