// Coordinate ascent on the prices.
extension PriceMarket {
  /// Values of all nodes and incomes at the prices read: what a sweep starts from.
  func appraise() {
    for item in 0..<itemCount { income[item] = 0 }
    for child in 0..<childCount where childItem[child] >= 0 { income[Int(childItem[child])] += childPrice[child] }
    for owner in 0..<ownerCount {
      own[owner] = 0
      for node in ownerFirstNode[owner]..<ownerFirstNode[owner + 1] {
        revalue(node)
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
    var child = child
    while true {
      let node = childNode[child]
      let before = nodeValue[node]
      if nodeNeed[node] == 1 { reprice(child, in: node) } else { reorder(child, in: node) }
      if nodeIsRoot[node] { own[nodeOwner[node]] += nodeValue[node] - before }
      if nodeUp[node] < 0 || nodeValue[node] == before { return }
      child = nodeUp[node]
    }
  }

  /// The value of a node from all its children.
  private func revalue(_ node: Int) {
    if nodeNeed[node] == 1 { findCheapest(node) } else { nodeValue[node] = open(node) }
  }

  /// The two cheapest children of a node that needs any one; a hundred teachers are looked through once, not for each.
  private func findCheapest(_ node: Int) {
    var low = Double.infinity
    var next = Double.infinity
    var lowChild = -1
    var nextChild = -1
    for child in nodeFirst[node]..<nodeFirst[node + 1] {
      let price = price(child)
      if price < low {
        next = low
        nextChild = lowChild
        low = price
        lowChild = child
      } else if price < next {
        next = price
        nextChild = child
      }
    }
    nodeValue[node] = lowChild < 0 ? 0 : low
    nodeLowChild[node] = lowChild
    nodeNext[node] = next
    nodeNextChild[node] = nextChild
  }

  /// Takes in the new price of one child of a node that needs any one.
  private func reprice(_ child: Int, in node: Int) {
    let price = price(child)
    if child == nodeLowChild[node] {
      if price > nodeNext[node] { findCheapest(node) } else { nodeValue[node] = price }
    } else if price < nodeValue[node] {
      nodeNext[node] = nodeValue[node]
      nodeNextChild[node] = nodeLowChild[node]
      nodeValue[node] = price
      nodeLowChild[node] = child
    } else if child == nodeNextChild[node] && price > nodeNext[node] {
      findCheapest(node)
    } else if price < nodeNext[node] || child == nodeNextChild[node] {
      nodeNext[node] = price
      nodeNextChild[node] = child
    }
  }

  /// Takes in the new price of one child of a node that needs several: it alone moves among them.
  private func reorder(_ child: Int, in node: Int) {
    let first = nodeFirst[node]
    let end = nodeFirst[node + 1]
    let ratio = price(child) / childWeight[child]
    childRatio[child] = ratio
    var place = first
    while childOrder[place] != Int32(child) { place += 1 }
    while place > first && childRatio[Int(childOrder[place - 1])] > ratio {
      childOrder[place] = childOrder[place - 1]
      place -= 1
    }
    while place + 1 < end && childRatio[Int(childOrder[place + 1])] < ratio {
      childOrder[place] = childOrder[place + 1]
      place += 1
    }
    childOrder[place] = Int32(child)
    var rest = nodeNeed[node]
    var total = 0.0
    place = first
    while place < end && rest > 0 {
      let next = Int(childOrder[place])
      total += childRatio[next] * min(rest, childWeight[next])
      rest -= childWeight[next]
      place += 1
    }
    nodeValue[node] = total
  }

  /// The most a child may cost before its node, or those above, would do without it.
  func willingness(_ child: Int) -> Double {
    let node = childNode[child]
    let cap = budget(of: node)
    if cap <= 0 { return 0 }
    let first = nodeFirst[node]
    let end = nodeFirst[node + 1]
    let need = nodeNeed[node]
    if need == 1 { return min(cap, child == nodeLowChild[node] ? nodeNext[node] : nodeValue[node]) }
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
