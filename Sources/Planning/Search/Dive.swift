/// A quick way to a whole pathway from a partial choice: each open question is answered by what is cheapest now, what
/// is already taken being free; then whatever proves needless is left out again.
///
/// Proves nothing: it gives the search something to beat from the first moment.
struct Dive {
  private let network: SelectionNetwork
  private let costs: [Double]
  private var closure: Closure
  private var value: [Double]
  /// What the gates being priced may choose from, the innermost last.
  private var offers: [(ratio: Double, price: Double, weight: Int)] = []

  init(_ model: Model, _ network: SelectionNetwork) {
    self.network = network
    costs = model.activities.map { Double($0.cost) }
    closure = Closure(network)
    value = Array(repeating: 0, count: network.activityCount)
  }

  /// A closed set that contains what is taken, or `nil` where the way ended in a contradiction.
  ///
  /// - Parameters:
  ///   - order: who can be had, in the order in which they can.
  ///   - weights: by activity, what is to be kept low.
  mutating func run(from propagation: Propagation, order: [Int], weights: [Double]) -> [Int]? {
    var status = propagation.status
    var members = status.indices.filter { status[$0] == .taken }
    for _ in 0...network.activityCount {
      let questions = closure.openQuestions(of: members)
      if questions.isEmpty { return trimmed(members, fixed: propagation.takenSet) }
      appraise(order, weights, status)
      let before = members.count
      // One whose answer is taken already, but not yet supported, waits for another.
      for question in questions where members.count == before { answer(question, &status, &members) }
      if members.count == before { return nil }
    }
    return nil
  }

  /// What each would cost with all it needs, sharing ignored (the additive heuristic of Bonet & Geffner 2001).
  private mutating func appraise(_ order: [Int], _ weights: [Double], _ status: [Propagation.Status]) {
    for index in value.indices { value[index] = .infinity }
    for index in order where status[index] != .refused {
      if status[index] == .taken && closure.holds(index) {
        value[index] = 0
      } else {
        let own = status[index] == .taken ? 0 : weights[index]
        value[index] = own + price(network.requires[index])
      }
    }
  }

  private mutating func price(_ gate: Int) -> Double {
    guard gate >= 0, network.need[gate] > 0 else { return 0 }
    let need = network.need[gate]
    if need == 1 { return cheapest(gate) }
    let first = offers.count
    for link in network.links(of: gate) {
      let offer = price(ofTarget: network.linkTarget[link])
      let weight = network.linkWeight[link]
      offers.append((offer / Double(weight), offer, weight))
    }
    // By insertion: nearly all lists are short.
    for place in offers.indices.dropFirst(first + 1) {
      var hole = place
      let offer = offers[place]
      while hole > first && offers[hole - 1].ratio > offer.ratio {
        offers[hole] = offers[hole - 1]
        hole -= 1
      }
      offers[hole] = offer
    }
    var rest = need
    var total = 0.0
    var place = first
    while rest > 0 && place < offers.count {
      total += offers[place].price
      rest -= offers[place].weight
      place += 1
    }
    offers.removeLast(offers.count - first)
    return total
  }

  private mutating func cheapest(_ gate: Int) -> Double {
    var best = Double.infinity
    for link in network.links(of: gate) { best = min(best, price(ofTarget: network.linkTarget[link])) }
    return best
  }

  private mutating func price(ofTarget target: Int) -> Double {
    target >= 0 ? value[target] : closure.isOpen(-1 - target) ? 0 : price(-1 - target)
  }

  private mutating func picks(_ gate: Int) -> [(price: Double, target: Int)] {
    var candidates: [(ratio: Double, price: Double, link: Int)] = []
    for link in network.links(of: gate) {
      let target = network.linkTarget[link]
      let price = price(ofTarget: target)
      candidates.append((price / Double(network.linkWeight[link]), price, link))
    }
    candidates.sort { ($0.ratio, $0.link) < ($1.ratio, $1.link) }
    var rest = network.need[gate]
    var found: [(price: Double, target: Int)] = []
    for candidate in candidates {
      found.append((candidate.price, network.linkTarget[candidate.link]))
      rest -= network.linkWeight[candidate.link]
      if rest <= 0 { break }
    }
    return found
  }

  private mutating func answer(_ gate: Int, _ status: inout [Propagation.Status], _ members: inout [Int]) {
    if network.rule[gate] != nil {
      // Which of them would help is the rule's to say: the cheapest is tried, and left out again where it didn't.
      let open = network.links(of: gate).map { network.linkTarget[$0] }.filter {
        $0 >= 0 && status[$0] == .open && value[$0] < .infinity
      }
      if let next = open.min(by: { (value[$0], $0) < (value[$1], $1) }) { take(next, &status, &members) }
      return
    }
    for pick in picks(gate) {
      if pick.price == .infinity { continue }
      if pick.target >= 0 {
        take(pick.target, &status, &members)
      } else if !closure.isOpen(-1 - pick.target) {
        answer(-1 - pick.target, &status, &members)
      }
    }
  }

  private func take(_ index: Int, _ status: inout [Propagation.Status], _ members: inout [Int]) {
    guard status[index] == .open else { return }
    status[index] = .taken
    members.append(index)
    for rival in network.conflicts[index] where status[rival] == .open { status[rival] = .refused }
  }

  /// Leaves out what isn't needed, the dearest first; with it goes what only it supported.
  mutating func trimmed(_ members: [Int], fixed: ActivitySet) -> [Int]? {
    guard closure.isClosed(members) else { return nil }
    var kept = members
    let order = members.filter { !fixed.contains($0) }.sorted { (-costs[$0], $0) < (-costs[$1], $1) }
    for index in order where kept.contains(index) {
      let without = kept.filter { $0 != index }
      if closure.isClosed(without) { kept = without }
    }
    return kept.sorted()
  }
}
