/// A part of the choice that is still to be searched: what is taken, what is refused.
struct SearchNode {
  var taken: ActivitySet
  var refused: ActivitySet
  /// No pathway of this node costs less than this many cents.
  var cost: Int
  /// Only pathways that end by this day are of interest here: later ones are found or dominated.
  var lastDay: Int
  /// Prices of the bound, shared with the sibling.
  var prices: PriceBox
  var depth: Int
  /// Order of making: of equals the newer first, so that the search goes deep.
  var number: Int
  /// What placing its set may take before it is put off: scheduling nodes.
  var effort: Int
}

extension SearchNode {
  /// Bytes it holds at most, if nobody shares its prices.
  static func size(activities: Int, prices: [PriceBound.Prices]) -> Int {
    MemoryLayout<SearchNode>.size + 2 * (activities / 8 + 32) + prices.reduce(0) { $0 + $1.size }
  }
}

/// Prices that siblings share until one of them improves its own.
final class PriceBox {
  /// For the cost, with the line of the bound they belong to.
  let forCost: PriceBound.Prices
  let line: Int
  /// For the days, by each resource that is asked.
  let forDays: [PriceBound.Prices]

  init(forCost: PriceBound.Prices, line: Int, forDays: [PriceBound.Prices]) {
    self.forCost = forCost
    self.line = line
    self.forDays = forDays
  }
}

/// The open nodes, cheapest bound first.
struct Agenda {
  private var nodes: [SearchNode] = []

  var count: Int { nodes.count }
  var lowestCost: Int? { nodes.first?.cost }

  mutating func push(_ node: SearchNode) {
    nodes.append(node)
    var child = nodes.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard isBefore(nodes[child], nodes[parent]) else { break }
      nodes.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> SearchNode? {
    guard !nodes.isEmpty else { return nil }
    nodes.swapAt(0, nodes.count - 1)
    let first = nodes.removeLast()
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < nodes.count else { return first }
      if child + 1 < nodes.count && isBefore(nodes[child + 1], nodes[child]) { child += 1 }
      guard isBefore(nodes[child], nodes[parent]) else { return first }
      nodes.swapAt(child, parent)
      parent = child
    }
  }

  private func isBefore(_ first: SearchNode, _ second: SearchNode) -> Bool {
    if first.cost != second.cost { return first.cost < second.cost }
    if first.depth != second.depth { return first.depth > second.depth }
    return first.number > second.number
  }
}
