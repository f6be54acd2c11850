// Coordinate ascent on the prices.
extension PriceMarket {
  /// Values of all nodes and incomes at the prices read: what a sweep starts from.
  func appraise() {
    for item in 0..<itemCount { income[item] = 0 }
    for child in 0..<childCount where childItem[child] >= 0 { income[Int(childItem[child])] += childPrice[child] }
    for owner in 0..<ownerCount {
      own[owner] = 0
      for node in ownerFirstNode[owner]..<ownerFirstNode[owner + 1] {
        nodeValue[node] = open(node)
        if nodeIsRoot[node] { own[owner] += nodeValue[node] }
      }
    }
  }

  /// One round of coordinate ascent: each item in turn shares out what it costs, with all it needs, among those who ask
  /// for it, each paying no more than it would take to make it choose otherwise, and what is left over evenly.
  /// (Block coordinate ascent on the dual, as in the message passing of Globerson & Jaakkola 2007.)
  func sweep(_ order: [Int], isReversed: Bool) {
    for position in order.indices {
      let item = order[isReversed ? order.count - 1 - position : position]
      let first = firstOffer[item]
      let end = firstOffer[item + 1]
      guard first < end else { continue }
      let owner = ownerOf[item]
      let total = max(0, weight[item] + (owner >= 0 ? own[owner] : 0))
      var sum = 0.0
      for place in first..<end {
        willing[place] = willingness(offers[place])
        sum += willing[place]
      }
      if sum >= total {
        let scale = sum > 0 ? total / sum : 0
        for place in first..<end { setPrice(offers[place], willing[place] * scale) }
      } else {
        let rest = (total - sum) / Double(end - first)
        for place in first..<end { setPrice(offers[place], willing[place] + rest) }
      }
      income[item] = total
    }
  }

  func setPrice(_ child: Int, _ price: Double) {
    childPrice[child] = price
    var node = childNode[child]
    while true {
      let before = nodeValue[node]
      nodeValue[node] = open(node)
      if nodeIsRoot[node] { own[nodeOwner[node]] += nodeValue[node] - before }
      if nodeUp[node] < 0 || nodeValue[node] == before { return }
      node = childNode[nodeUp[node]]
    }
  }

  /// The most a child may cost before its node, or those above, would do without it.
  func willingness(_ child: Int) -> Double {
    let node = childNode[child]
    let cap = budget(of: node)
    if cap <= 0 { return 0 }
    let first = nodeFirst[node]
    let end = nodeFirst[node + 1]
    let need = nodeNeed[node]
    if need == 1 {
      var best = cap
      for other in first..<end where other != child { best = min(best, price(other)) }
      return best
    }
    // The cheapest way to do without it, against the cheapest way beside it.
    var rest = need
    var part = need - childWeight[child]
    var without = 0.0
    var beside = 0.0
    for place in first..<end {
      let other = Int(childOrder[place])
      if other == child { continue }
      let price = price(other)
      let weight = childWeight[other]
      if part > 0 {
        beside += price * min(1, part / weight)
        part -= weight
      }
      without += price * min(1, rest / weight)
      rest -= weight
      if rest <= 0 { break }
    }
    let alternative = rest > 0 ? Double.infinity : without - beside
    return max(0, min(alternative, cap - beside))
  }

  /// What a node may cost before those above would do without it.
  func budget(of node: Int) -> Double {
    if !nodeIsRoot[node] { return nodeUp[node] >= 0 ? willingness(nodeUp[node]) : 0 }
    let owner = nodeOwner[node]
    let item = ownerItem[owner]
    if item < 0 { return 1e15 }
    return income[item] - weight[item] - (own[owner] - nodeValue[node])
  }
}
