/// Places a set in which things lapse, by the requirements that none of its members can do without.
///
/// What a member can't do without gives lags between starts: it starts no earlier than what it needs is finished, and,
/// where that has to be active, no later than its validity after that. With lags alone every start has an earliest day,
/// found as a least fixed point. Where too much is then in progress on some day, one of those must end before another
/// begins: each such pair is tried (De Reyck & Herroelen 1998, *A branch-and-bound procedure for the
/// resource-constrained project scheduling problem with generalized precedence relations*).
///
/// It is a relaxation where a gate has alternatives within the set: "none" is then still a proof, and a placement counts
/// only if it opens every gate.
struct LagScheduling {
  /// Start of `to` ≥ start of `from` + `days`; places in the set.
  private struct Lag {
    var from: Int
    var to: Int
    var days: Int
  }

  /// The days on which each member can start, and which of two that can't overlap comes first.
  private struct Node {
    var earliest: [Int]
    var latest: [Int]
    /// By place of the first times the count of members, plus place of the second.
    var isBefore: [Bool]
    var lags: [Lag]
  }

  private let activities: [Activity]
  private let capacity: Int
  private let atOnce: Int
  private let floor: Int
  private var isApart: [Bool]
  private var root: Node
  /// An end that a placement must be before.
  private(set) var limit: Int
  /// Starts by place, of the best placement so far.
  private(set) var best: [Int]?
  private(set) var nodes = 0

  private var count: Int { activities.count }

  /// - Parameters:
  ///   - needs: for each member, the members that finish before it starts, and for how many days after their finish it
  ///     may start (`nil`: any time).
  ///   - lasting: members that must still be active at the last finish, with their validity.
  ///   - floor: an end that nothing is known to be before.
  init(
    _ activities: [Activity], needs: [[(place: Int, validity: Int?)]], lasting: [(place: Int, validity: Int)],
    capacity: Int, atOnce: Int, limit: Int, floor: Int
  ) {
    self.activities = activities
    self.capacity = capacity
    self.atOnce = atOnce
    self.limit = limit
    self.floor = floor
    let count = activities.count
    var lags: [Lag] = []
    for (place, needed) in needs.enumerated() {
      for need in needed {
        let length = activities[need.place].length
        lags.append(Lag(from: need.place, to: place, days: length))
        if let validity = need.validity { lags.append(Lag(from: place, to: need.place, days: -length - validity)) }
      }
    }
    for last in lasting {
      for other in activities.indices where other != last.place {
        let days = activities[other].length - activities[last.place].length - last.validity
        lags.append(Lag(from: other, to: last.place, days: days))
      }
    }
    root = Node(
      earliest: Array(repeating: 0, count: count), latest: activities.map { $0.lastStart },
      isBefore: Array(repeating: false, count: count * count), lags: lags)
    isApart = Array(repeating: false, count: count * count)
    for first in activities.indices {
      for second in activities.indices where first != second {
        let (a, b) = (activities[first], activities[second])
        isApart[first * count + second] =
          a.length > 0 && b.length > 0 && (atOnce == 1 || a.load + b.load > capacity)
      }
    }
  }

  /// Searches until nothing better is left; false where `goOn` ended it.
  mutating func run(goOn: (Int) -> Bool) -> Bool {
    var stack = [root]
    while let node = stack.popLast() {
      nodes += 1
      guard goOn(nodes) else { return false }
      if let best, end(of: best) <= floor { return true }
      guard let settled = propagated(node), fits(settled) else { continue }
      guard let branches = branches(of: settled) else {
        best = settled.earliest
        limit = end(of: settled.earliest)
        continue
      }
      stack += branches.reversed()
    }
    return true
  }

  private func end(of starts: [Int]) -> Int {
    starts.indices.reduce(0) { max($0, starts[$1] + activities[$1].length) }
  }

  // MARK: Propagation

  /// The node with its days narrowed as far as lags, calendar and pairs that can't overlap say; `nil` where none is left.
  private func propagated(_ node: Node) -> Node? {
    var node = node
    for place in activities.indices {
      node.latest[place] = min(node.latest[place], limit - 1 - activities[place].length)
    }
    while true {
      guard narrow(&node) else { return nil }
      switch orderPairs(&node) {
      case .contradiction: return nil
      case .nothing: return node
      case .ordered: continue
      }
    }
  }

  /// Least and greatest fixed point of the lags; false where a member has no day left.
  private func narrow(_ node: inout Node) -> Bool {
    for place in activities.indices {
      guard let day = activities[place].firstStart(from: node.earliest[place]) else { return false }
      node.earliest[place] = day
      guard let last = activities[place].lastStart(upTo: node.latest[place]), day <= last else { return false }
      node.latest[place] = last
    }
    var changed = true
    while changed {
      changed = false
      for lag in node.lags {
        let least = node.earliest[lag.from] + lag.days
        if least > node.earliest[lag.to] {
          guard let day = activities[lag.to].firstStart(from: least), day <= node.latest[lag.to] else { return false }
          node.earliest[lag.to] = day
          changed = true
        }
        let most = node.latest[lag.to] - lag.days
        if most < node.latest[lag.from] {
          guard let day = activities[lag.from].lastStart(upTo: most), day >= node.earliest[lag.from] else {
            return false
          }
          node.latest[lag.from] = day
          changed = true
        }
      }
    }
    return true
  }

  private enum Ordering { case contradiction, nothing, ordered }

  /// Of two that can't overlap, one that can't come first comes second.
  private func orderPairs(_ node: inout Node) -> Ordering {
    var result = Ordering.nothing
    for first in activities.indices {
      for second in activities.indices where second > first && isApart[first * count + second] {
        if node.isBefore[first * count + second] || node.isBefore[second * count + first] { continue }
        let canFirst = node.earliest[first] + activities[first].length <= node.latest[second]
        let canSecond = node.earliest[second] + activities[second].length <= node.latest[first]
        if canFirst && canSecond { continue }
        if !canFirst && !canSecond { return .contradiction }
        order(&node, canFirst ? first : second, before: canFirst ? second : first)
        result = .ordered
      }
    }
    return result
  }

  private func order(_ node: inout Node, _ first: Int, before second: Int) {
    node.isBefore[first * count + second] = true
    node.lags.append(Lag(from: first, to: second, days: activities[first].length))
  }

  // MARK: Bounds

  /// Whether the work fits between earliest starts and latest finishes: all of it, in minutes, on a week's capacity; and
  /// the days of those that can't overlap, one after the other. A preemptive schedule by the earliest latest finish finds
  /// that out (Jackson; for work of any load the fully elastic relaxation of Baptiste, Le Pape & Nuijten 1999).
  private func fits(_ node: Node) -> Bool {
    let works = activities.indices.filter { activities[$0].load > 0 && activities[$0].length > 0 }
    guard canProcess(works, node, speed: capacity, work: { activities[$0].load * activities[$0].length }) else {
      return false
    }
    let heavy = works.filter { 2 * activities[$0].load > capacity }
    return canProcess(heavy, node, speed: 1) { activities[$0].length }
  }

  /// - Parameter speed: work done in a day.
  private func canProcess(_ places: [Int], _ node: Node, speed: Int, work: (Int) -> Int) -> Bool {
    let byStart = places.sorted { (node.earliest[$0], $0) < (node.earliest[$1], $1) }
    var rest = Array(repeating: 0, count: count)
    for place in places { rest[place] = work(place) }
    var ready: [Int] = []
    var next = 0
    /// In days times speed, so that no fraction is lost.
    var now = 0
    while next < byStart.count || !ready.isEmpty {
      if ready.isEmpty { now = max(now, node.earliest[byStart[next]] * speed) }
      while next < byStart.count, node.earliest[byStart[next]] * speed <= now {
        ready.append(byStart[next])
        next += 1
      }
      guard let index = ready.indices.min(by: { due(ready[$0], node) < due(ready[$1], node) }) else { break }
      let current = ready[index]
      let until =
        next < byStart.count ? min(now + rest[current], node.earliest[byStart[next]] * speed) : now + rest[current]
      rest[current] -= until - now
      now = until
      if rest[current] == 0 {
        if now > due(current, node) * speed { return false }
        ready.remove(at: index)
      }
    }
    return true
  }

  private func due(_ place: Int, _ node: Node) -> Int { node.latest[place] + activities[place].length }

  // MARK: Branching

  /// The ways out of the first conflict of the earliest starts; `nil` where there is none.
  private func branches(of node: Node) -> [Node]? {
    guard let conflict = conflict(of: node.earliest) else { return nil }
    var tightest: (first: Int, second: Int, slack: Int)?
    for first in conflict {
      for second in conflict where second > first && isApart[first * count + second] {
        let slack = self.slack(first, second, node) + self.slack(second, first, node)
        if slack < tightest?.slack ?? .max { tightest = (first, second, slack) }
      }
    }
    if let pair = tightest {
      let isFirst = slack(pair.first, pair.second, node) >= slack(pair.second, pair.first, node)
      let (one, other) = isFirst ? (pair.first, pair.second) : (pair.second, pair.first)
      return [branch(node, one, before: other), branch(node, other, before: one)]
    }
    return smallest(conflict).flatMap { set in
      set.flatMap { first in set.filter { $0 != first }.map { (first, $0) } }
        .filter { !node.isBefore[$0.1 * count + $0.0] && slack($0.0, $0.1, node) >= 0 }
        .sorted { slack($0.0, $0.1, node) > slack($1.0, $1.1, node) }
        .map { branch(node, $0.0, before: $0.1) }
    }
  }

  /// Days that remain if `first` ends before `second` begins.
  private func slack(_ first: Int, _ second: Int, _ node: Node) -> Int {
    node.latest[second] - node.earliest[first] - activities[first].length
  }

  private func branch(_ node: Node, _ first: Int, before second: Int) -> Node {
    var child = node
    order(&child, first, before: second)
    return child
  }

  /// What is in progress on the first day on which it is too much.
  private func conflict(of starts: [Int]) -> [Int]? {
    let lengthy = activities.indices.filter { activities[$0].length > 0 }
    for day in Set(lengthy.map { starts[$0] }).sorted() {
      let running = lengthy.filter { starts[$0] <= day && day < starts[$0] + activities[$0].length }
      if isTooMuch(running) { return running }
    }
    return nil
  }

  private func isTooMuch(_ places: [Int]) -> Bool {
    places.count > atOnce || places.reduce(0) { $0 + activities[$1].load } > capacity
  }

  /// A part of too much that is too much and of which no part is.
  private func smallest(_ conflict: [Int]) -> [Int]? {
    var set = conflict
    for place in conflict {
      let fewer = set.filter { $0 != place }
      if isTooMuch(fewer) { set = fewer }
    }
    return set
  }
}

extension Activity {
  /// The last day on which the calendar lets it start.
  fileprivate var lastStart: Int { due == .max ? latestStart : min(latestStart, due - length) }

  /// The last day up to `day` on which the calendar lets it start, or `nil` where there is none.
  fileprivate func lastStart(upTo day: Int) -> Int? {
    let last = min(day, lastStart)
    guard !starts.isEmpty else { return last >= release ? last : nil }
    return starts.last { $0 <= last && $0 >= release }
  }
}
