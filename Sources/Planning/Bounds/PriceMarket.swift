/// The inner loop of `PriceBound`: owners who buy copies of items at prices, in flat memory.
///
/// An owner is an open item or (item -1) somebody who buys in any case. Each owner has nodes, parts first; a node asks
/// for children of enough weight, each an item at the price of its link or an earlier node at its value. Everything is
/// laid out anew for each search node, so that only what is still open is looked at, dozens of times over.
final class PriceMarket {
  let weight: UnsafeMutablePointer<Double>
  let reducedCost: UnsafeMutablePointer<Double>
  /// Of each item: how often it was chosen by owners that are in.
  let copies: UnsafeMutablePointer<Double>
  private(set) var magnitude = 0.0

  let itemCount: Int
  let income: UnsafeMutablePointer<Double>

  // Children: of nodes, in order. `item` is -1 - node for an inner node.
  let childItem: UnsafeMutablePointer<Int32>
  let childWeight: UnsafeMutablePointer<Double>
  let childLink: UnsafeMutablePointer<Int32>
  let childPrice: UnsafeMutablePointer<Double>
  let childBest: UnsafeMutablePointer<Double>
  let childPick: UnsafeMutablePointer<Double>
  let childOrder: UnsafeMutablePointer<Int32>
  let childRatio: UnsafeMutablePointer<Double>
  var childCount = 0

  let nodeFirst: UnsafeMutablePointer<Int>
  let nodeNeed: UnsafeMutablePointer<Double>
  let nodeValue: UnsafeMutablePointer<Double>
  let nodeShare: UnsafeMutablePointer<Double>
  let nodeIsRoot: UnsafeMutablePointer<Bool>
  /// The child that stands for the node in another, or -1.
  let nodeUp: UnsafeMutablePointer<Int>
  let nodeOwner: UnsafeMutablePointer<Int>
  /// Of a node that needs any one child: the cheapest, the next, and what they cost; kept by `sweep`.
  let nodeLowChild: UnsafeMutablePointer<Int>
  let nodeNextChild: UnsafeMutablePointer<Int>
  let nodeNext: UnsafeMutablePointer<Double>
  var nodeCount = 0

  // Children by item: those of item `i` are `offers[firstOffer[i] ..< firstOffer[i + 1]]`.
  let childNode: UnsafeMutablePointer<Int>
  let firstOffer: UnsafeMutablePointer<Int>
  let offers: UnsafeMutablePointer<Int>
  let willing: UnsafeMutablePointer<Double>

  let ownerOf: UnsafeMutablePointer<Int>
  /// What each owner pays for its nodes.
  let own: UnsafeMutablePointer<Double>
  let ownerItem: UnsafeMutablePointer<Int>
  let ownerFirstNode: UnsafeMutablePointer<Int>
  let ownerIsIn: UnsafeMutablePointer<Bool>
  var ownerCount = 0

  init(items: Int, gates: Int, links: Int) {
    func doubles(_ count: Int) -> UnsafeMutablePointer<Double> {
      let memory = UnsafeMutablePointer<Double>.allocate(capacity: count + 1)
      memory.initialize(repeating: 0, count: count + 1)
      return memory
    }
    func memory<Value>(_ value: Value, _ count: Int) -> UnsafeMutablePointer<Value> {
      let memory = UnsafeMutablePointer<Value>.allocate(capacity: count + 2)
      memory.initialize(repeating: value, count: count + 2)
      return memory
    }
    itemCount = items
    weight = doubles(items)
    reducedCost = doubles(items)
    copies = doubles(items)
    income = doubles(items)
    childItem = memory(0, links)
    childWeight = doubles(links)
    childLink = memory(0, links)
    childPrice = doubles(links)
    childBest = doubles(links)
    childPick = doubles(links)
    childOrder = memory(0, links)
    childRatio = doubles(links)
    nodeFirst = memory(0, gates)
    nodeNeed = doubles(gates)
    nodeValue = doubles(gates)
    nodeShare = doubles(gates)
    nodeIsRoot = memory(false, gates)
    nodeUp = memory(-1, gates)
    nodeOwner = memory(0, gates)
    nodeLowChild = memory(-1, gates)
    nodeNextChild = memory(-1, gates)
    nodeNext = doubles(gates)
    childNode = memory(0, links)
    firstOffer = memory(0, items + 1)
    offers = memory(0, links)
    ownerOf = memory(-1, items)
    own = doubles(items + 1)
    willing = doubles(links)
    ownerItem = memory(0, items + 1)
    ownerFirstNode = memory(0, items + 1)
    ownerIsIn = memory(false, items + 1)
  }

  deinit {
    for memory in [
      weight, reducedCost, copies, income, childWeight, childPrice, childBest, childPick, childRatio, nodeNeed,
      nodeValue, nodeShare, nodeNext, own, willing,
    ] {
      memory.deallocate()
    }
    for memory in [childItem, childLink, childOrder] { memory.deallocate() }
    for memory in [
      nodeFirst, ownerItem, ownerFirstNode, nodeUp, nodeOwner, nodeLowChild, nodeNextChild, childNode, firstOffer,
      offers, ownerOf,
    ] { memory.deallocate() }
    nodeIsRoot.deallocate()
    ownerIsIn.deallocate()
  }

  // MARK: Layout

  func removeAll() {
    childCount = 0
    nodeCount = 0
    ownerCount = 0
  }

  func beginOwner(_ item: Int) {
    ownerItem[ownerCount] = item
    ownerFirstNode[ownerCount] = nodeCount
  }

  func endOwner() {
    // An open item that asks for nothing still sells; a buyer who asks for nothing is no buyer.
    if nodeCount == ownerFirstNode[ownerCount] && ownerItem[ownerCount] < 0 { return }
    ownerCount += 1
    ownerFirstNode[ownerCount] = nodeCount
  }

  /// Begins a node; `addChild` and `endNode` follow. Its parts have been added before.
  func addNode(need: Int) -> Int {
    let node = nodeCount
    nodeCount += 1
    nodeFirst[node] = childCount
    nodeNeed[node] = Double(need)
    nodeIsRoot[node] = false
    nodeUp[node] = -1
    nodeOwner[node] = ownerCount
    return node
  }

  func endNode() { nodeFirst[nodeCount] = childCount }

  func addRoot(_ node: Int) { nodeIsRoot[node] = true }

  /// After the last owner: who buys from whom.
  func finishLayout() {
    for item in 0...itemCount { firstOffer[item] = 0 }
    for child in 0..<childCount where childItem[child] >= 0 { firstOffer[Int(childItem[child]) + 1] += 1 }
    for item in 0..<itemCount {
      firstOffer[item + 1] += firstOffer[item]
      ownerOf[item] = -1
    }
    for child in (0..<childCount).reversed() where childItem[child] >= 0 {
      let item = Int(childItem[child])
      firstOffer[item + 1] -= 1
      offers[firstOffer[item + 1]] = child
    }
    for item in 0..<itemCount { firstOffer[item] = firstOffer[item + 1] }
    firstOffer[itemCount] = 0
    for child in 0..<childCount where childItem[child] >= 0 { firstOffer[itemCount] += 1 }
    for owner in 0..<ownerCount where ownerItem[owner] >= 0 { ownerOf[ownerItem[owner]] = owner }
  }

  func addChild(item: Int, weight: Int, link: Int) {
    childItem[childCount] = Int32(item)
    childWeight[childCount] = Double(weight)
    childLink[childCount] = Int32(link)
    childOrder[childCount] = Int32(childCount)
    childNode[childCount] = nodeCount - 1
    if item < 0 { nodeUp[-1 - item] = childCount }
    childCount += 1
  }

  // MARK: Prices

  func readPrices(_ links: [Double]) {
    for child in 0..<childCount {
      childPrice[child] = childLink[child] >= 0 ? links[Int(childLink[child])] : 0
    }
  }

  func writePrices(_ links: inout [Double]) {
    for child in 0..<childCount where childLink[child] >= 0 { links[Int(childLink[child])] = childPrice[child] }
  }

  func keep() { childBest.update(from: childPrice, count: childCount) }
  func restore() { childPrice.update(from: childBest, count: childCount) }

  // MARK: Evaluation

  /// What all buyers pay, and what open items lose or gain; leaves reduced costs and choices.
  func evaluate() -> Double {
    for item in 0..<itemCount { income[item] = 0 }
    for child in 0..<childCount where childItem[child] >= 0 { income[Int(childItem[child])] += childPrice[child] }
    var value = 0.0
    magnitude = 0
    for item in 0..<itemCount { reducedCost[item] = weight[item] - income[item] }
    for owner in 0..<ownerCount {
      let item = ownerItem[owner]
      if item >= 0 && reducedCost[item] >= 0 {
        ownerIsIn[owner] = false
        continue
      }
      var own = 0.0
      for node in ownerFirstNode[owner]..<ownerFirstNode[owner + 1] {
        let price = open(node)
        nodeValue[node] = price
        if nodeIsRoot[node] { own += price }
      }
      if item >= 0 {
        reducedCost[item] += own
        ownerIsIn[owner] = reducedCost[item] < 0
        if reducedCost[item] < 0 {
          value += reducedCost[item]
          magnitude -= reducedCost[item]
        }
      } else {
        ownerIsIn[owner] = true
        value += own
        magnitude += own
      }
    }
    return value
  }

  @inline(__always) func price(_ child: Int) -> Double {
    let item = childItem[child]
    return item >= 0 ? childPrice[child] : nodeValue[Int(-1 - item)]
  }

  /// The least price at which a node opens; marks what it picks. Fractions of a child are allowed where weights differ.
  func open(_ node: Int) -> Double {
    let first = nodeFirst[node]
    let end = nodeFirst[node + 1]
    let need = nodeNeed[node]
    if need == 1 { return openAny(first, end) }
    for child in first..<end { childRatio[child] = price(child) / childWeight[child] }
    // Prices change little from step to step: the order of the last step is nearly right.
    var position = first + 1
    while position < end {
      let child = childOrder[position]
      let ratio = childRatio[Int(child)]
      var hole = position
      while hole > first && childRatio[Int(childOrder[hole - 1])] > ratio {
        childOrder[hole] = childOrder[hole - 1]
        hole -= 1
      }
      childOrder[hole] = child
      position += 1
    }
    var rest = need
    var total = 0.0
    for place in first..<end {
      let child = Int(childOrder[place])
      let part = rest <= 0 ? 0 : min(1, rest / childWeight[child])
      childPick[child] = part
      total += part * childRatio[child] * childWeight[child]
      rest -= childWeight[child]
    }
    return total
  }

  func openAny(_ first: Int, _ end: Int) -> Double {
    var best = Double.infinity
    var choice = first
    for child in first..<end {
      let price = price(child)
      if price < best {
        best = price
        choice = child
      }
      childPick[child] = 0
    }
    guard first < end else { return 0 }
    childPick[choice] = 1
    return best
  }

  // MARK: Steps

  /// Counts the copies chosen by owners that are in; returns the squared length of the subgradient.
  @discardableResult
  func markChoices() -> Double {
    for item in 0..<itemCount { copies[item] = 0 }
    var norm = 0.0
    for owner in 0..<ownerCount {
      let nodes = ownerFirstNode[owner]..<ownerFirstNode[owner + 1]
      let isIn = ownerIsIn[owner]
      for node in nodes { nodeShare[node] = isIn && nodeIsRoot[node] ? 1 : 0 }
      for node in nodes.reversed() {
        let share = nodeShare[node]
        for child in nodeFirst[node]..<nodeFirst[node + 1] {
          let pick = isIn ? share * childPick[child] : 0
          let item = childItem[child]
          if item < 0 {
            nodeShare[Int(-1 - item)] = pick
          } else {
            childPick[child] = pick
            copies[Int(item)] += pick
            let slope = pick - (reducedCost[Int(item)] < 0 ? 1 : 0)
            norm += slope * slope
          }
        }
      }
    }
    return norm
  }

  /// Raises prices of what was chosen but isn't in, lowers those of what is in but wasn't chosen.
  func step(by length: Double) {
    for child in 0..<childCount {
      let item = childItem[child]
      guard item >= 0 else { continue }
      let slope = childPick[child] - (reducedCost[Int(item)] < 0 ? 1 : 0)
      if slope != 0 { childPrice[child] = max(0, childPrice[child] + length * slope) }
    }
  }
}
