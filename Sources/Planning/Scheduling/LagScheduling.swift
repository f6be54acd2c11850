/// Places a set in which things lapse, by what its members can't do without.
///
/// That gives lags between starts: each starts no earlier than what it needs is finished, and, where that has to be
/// active, no later than its validity after that. With lags alone every start has an earliest day. Where too much is then
/// in progress on some day, one of those must end before another begins: each such pair is tried (De Reyck & Herroelen
/// 1998, *A branch-and-bound procedure for the resource-constrained project scheduling problem with generalized
/// precedence relations*). Where most of a set fills the week by itself, it is put in order one after the other instead.
///
/// Where a gate has alternatives within the set, no lag says which opens it. A placement that leaves one closed is tried
/// again with each of them that isn't there in time.
struct LagScheduling {
  let problem: LagProblem
  private let missing: ([Int]) -> Missing
  /// Of two members: they can't overlap. By place of the first times the count of members, plus place of the second.
  private(set) var isApart: [Bool]
  private(set) var pairs: [(first: Int, second: Int)] = []
  /// Those that take time and work; of these, those of which no two can overlap; those of no length.
  let works: [Int]
  let heavy: [Int]
  let instants: [Int]
  /// Those beside which nothing else can be in progress.
  private(set) var filling: [Int] = []
  private(set) var isFilling: [Bool]
  let shares: [Int]
  private let unit: Int
  private(set) var root: LagNetwork
  /// The problem without what fills the week: one, or none.
  private(set) var contracted: [LagScheduling] = []
  private var isHopeless = false
  private let floorEffort: Int
  private var hasRaisedFloor = false
  /// How far above the floor a placement is looked for next.
  private var gap: Int
  /// An end that a placement must be before.
  private(set) var limit: Int
  /// An end that nothing is before.
  private(set) var floor: Int
  /// Starts by place, of the best placement so far.
  private(set) var best: [Int]?
  /// True where the best placement keeps all lags but not all there is.
  private(set) var isRelaxed = false
  private(set) var nodes = 0

  var activities: [Activity] { problem.activities }
  var count: Int { problem.activities.count }

  /// - Parameters:
  ///   - limit: an end that a placement must be before.
  ///   - floor: an end that nothing is known to be before.
  ///   - floorEffort: nodes that a better floor may take.
  ///   - missing: what starts that keep all lags lack.
  init(
    _ problem: LagProblem, limit: Int, floor: Int, floorEffort: Int,
    missing: @escaping ([Int]) -> Missing = { _ in .nothing }
  ) {
    self.problem = problem
    self.floorEffort = floorEffort
    self.missing = missing
    self.limit = limit
    self.floor = floor
    let activities = problem.activities
    let count = activities.count
    instants = activities.indices.filter { activities[$0].length == 0 }
    works = activities.indices.filter { activities[$0].load > 0 && activities[$0].length > 0 }
    heavy = works.filter { 2 * activities[$0].load > problem.capacity }
    shares = problem.shares
    unit = problem.unit
    gap = unit
    isApart = Array(repeating: false, count: count * count)
    isFilling = Array(repeating: false, count: count)
    root = LagNetwork(members: count)
    let lengthy = activities.indices.filter { activities[$0].length > 0 }
    for first in lengthy {
      for second in lengthy where first != second {
        let load = activities[first].load + activities[second].load
        guard problem.atOnce == 1 || load > problem.capacity else { continue }
        isApart[first * count + second] = true
        if first < second { pairs.append((first, second)) }
      }
    }
    for place in lengthy { isFilling[place] = lengthy.allSatisfy { $0 == place || isApart[place * count + $0] } }
    filling = lengthy.filter { isFilling[$0] }
    if let network = problem.network {
      root = network
      isHopeless = !putFirst()
    } else {
      isHopeless = true
    }
  }

  /// From now on a placement must be before this end.
  mutating func lower(to end: Int) { limit = min(limit, end) }

  /// What fills the week, never lapses and needs nothing but its like comes first of all. False where nothing is left.
  private mutating func putFirst() -> Bool {
    guard problem.allowsMovingForward else { return true }
    var first: [Int] = []
    while let next = filling.first(where: { place in
      !first.contains(place) && problem.users[place].isEmpty && problem.isPlain[place]
        && problem.needs[place].allSatisfy { first.contains($0.place) }
    }) {
      if let last = first.last, !order(&root, last, next) { return false }
      first.append(next)
    }
    guard let last = first.last else { return true }
    for place in activities.indices where !first.contains(place) {
      guard order(&root, last, place) else { return false }
    }
    return true
  }

  /// Cut out of a placement all in which nothing else can be in progress: what is left is a placement of the others.
  /// So none ends before theirs and the days of those cut out together.
  private mutating func raiseFloor() {
    hasRaisedFloor = true
    let leavesRoom = activities.indices.contains { activities[$0].length > 0 && !isFilling[$0] }
    guard !filling.isEmpty, leavesRoom, problem.isFreeOfCalendar else { return }
    let days = fillingDays
    var others = LagScheduling(
      problem.without(filling), limit: max(0, limit - days), floor: max(0, floor - days), floorEffort: floorEffort)
    let isDone = others.run { [floorEffort] in $0 < floorEffort }
    nodes += others.nodes
    floor = max(floor, isDone && others.best == nil ? limit : others.floor + days)
    contracted = [others]
  }

  /// Days of those beside which nothing else can be in progress.
  var fillingDays: Int { filling.reduce(0) { $0 + activities[$1].length } }

  // MARK: Search

  /// Searches until nothing better is left; false where `goOn` ended it.
  ///
  /// A placement is first looked for below a limit just above the floor, where little is possible; where none is there,
  /// the floor rises to it, and the next limit lies twice as far above.
  mutating func run(goOn: (Int) -> Bool) -> Bool {
    if isHopeless {
      floor = max(floor, limit)
      return true
    }
    if !hasRaisedFloor {
      raiseFloor()
      // Near the floor, pairs may be tried for long: what is found at once above it is something, and to be beaten.
      let most = nodes + LagScheduling.nodesForFirst
      if !usesUnits { _ = searchPairs(before: limit) { $0 < most && goOn($0) } }
    }
    while true {
      floor = floor.dividedRoundingUp(by: unit) * unit
      if floor >= limit || isRelaxed { return true }
      let stage = limit - floor > gap ? floor + gap : limit
      let found = usesUnits ? searchUnits(before: stage, goOn: goOn) : searchPairs(before: stage, goOn: goOn)
      switch found {
      case nil: return false
      case .some(true): gap = unit
      case .some(false): (floor, gap) = (stage, gap * 2)
      }
    }
  }

  /// What the first placement may take.
  private static let nodesForFirst = 64

  /// Of few that leave room beside them, among more that fill the week, every way in which they overlap can be looked at.
  private var usesUnits: Bool {
    let light = count - instants.count - filling.count
    return problem.isFreeOfCalendar && light <= min(8, filling.count)
  }

  /// Counts a node; false where the search has to end.
  mutating func goesOn(_ goOn: (Int) -> Bool) -> Bool {
    nodes += 1
    return goOn(nodes)
  }

  /// Takes the earliest starts for a placement, if they are one; else tells what they lack.
  mutating func take(_ starts: [Int]) -> Missing {
    let lacking = missing(starts)
    if case .oneOf = lacking { return lacking }
    if case .beyondLags = lacking { isRelaxed = true }
    best = starts
    limit = starts.indices.reduce(0) { max($0, starts[$1] + activities[$1].length) }
    return .nothing
  }

  /// Whether anything ends before that day; `nil` where `goOn` ended the search.
  private mutating func searchPairs(before stage: Int, goOn: (Int) -> Bool) -> Bool? {
    var stack = [root]
    while var node = stack.popLast() {
      guard goesOn(goOn) else { return nil }
      guard propagate(&node, before: stage) else { continue }
      let starts = activities.indices.map(node.earliest)
      if let conflict = conflict(of: starts) {
        stack += branches(of: node, conflict).reversed()
      } else if case .oneOf(let ways) = take(starts) {
        stack += ways.compactMap { node.with($0) }.reversed()
      } else {
        return true
      }
    }
    return false
  }

  // MARK: Propagation

  /// Narrows the node as far as calendar, pairs that can't overlap, and work say; false where nothing is left.
  func propagate(_ node: inout LagNetwork, before limit: Int) -> Bool {
    for place in activities.indices {
      guard node.require(place, node.origin, days: activities[place].length + 1 - limit) else { return false }
    }
    var changed = true
    while changed {
      changed = false
      for place in activities.indices where !activities[place].isFreeOfCalendar {
        let (first, last) = (node.earliest(place), node.latest(place))
        guard let day = activities[place].firstStart(from: first), day <= last,
          let latest = activities[place].lastStart(upTo: last)
        else { return false }
        if day == first && latest == last { continue }
        guard node.require(node.origin, place, days: day), node.require(place, node.origin, days: -latest) else {
          return false
        }
        changed = true
      }
      for (first, second) in pairs where !isOrdered(first, second, node) {
        let canFirst = room(first, second, node) >= 0
        let canSecond = room(second, first, node) >= 0
        if canFirst && canSecond { continue }
        if !canFirst && !canSecond { return false }
        guard canFirst ? order(&node, first, second) : order(&node, second, first) else { return false }
        changed = true
      }
      if changed { continue }
      guard let ordered = orderByWork(&node) else { return false }
      changed = ordered
    }
    return true
  }

  func isOrdered(_ first: Int, _ second: Int, _ node: LagNetwork) -> Bool {
    node.between(first, second) >= activities[first].length || node.between(second, first) >= activities[second].length
  }

  /// Days that remain if `first` ends before `second` begins.
  func room(_ first: Int, _ second: Int, _ node: LagNetwork) -> Int {
    -node.between(second, first) - activities[first].length
  }

  func order(_ node: inout LagNetwork, _ first: Int, _ second: Int) -> Bool {
    node.require(first, second, days: activities[first].length)
  }

  // MARK: Conflicts

  /// What is in progress on the first day on which it is too much.
  func conflict(of starts: [Int]) -> [Int]? {
    let lengthy = activities.indices.filter { activities[$0].length > 0 }
    for day in Set(lengthy.map { starts[$0] }).sorted() {
      let running = lengthy.filter { starts[$0] <= day && day < starts[$0] + activities[$0].length }
      if isTooMuch(running) { return running }
    }
    return nil
  }

  func isTooMuch(_ places: [Int]) -> Bool {
    places.count > problem.atOnce || places.reduce(0) { $0 + activities[$1].load } > problem.capacity
  }

  /// The ways out of a conflict: of the pairs that can't overlap the one with the least room, in both orders; where no
  /// two of the conflict exclude each other, every order of two in its smallest part.
  private func branches(of node: LagNetwork, _ conflict: [Int]) -> [LagNetwork] {
    var tightest: (first: Int, second: Int, room: Int)?
    for first in conflict {
      for second in conflict where second > first && isApart[first * count + second] {
        let sum = room(first, second, node) + room(second, first, node)
        if sum < tightest?.room ?? .max { tightest = (first, second, sum) }
      }
    }
    if let pair = tightest {
      let isFirst = room(pair.first, pair.second, node) >= room(pair.second, pair.first, node)
      let (one, other) = isFirst ? (pair.first, pair.second) : (pair.second, pair.first)
      return [branch(node, one, other), branch(node, other, one)].compactMap { $0 }
    }
    // Each where none of those before it holds, so that nothing is looked at twice: all overlapping is too much.
    let set = smallest(conflict)
    let orders = set.flatMap { first in set.filter { $0 != first }.map { (first, $0) } }
      .filter { room($0.0, $0.1, node) >= 0 }
      .sorted { room($0.0, $0.1, node) > room($1.0, $1.1, node) }
    var rest: LagNetwork? = node
    var found: [LagNetwork] = []
    for (first, second) in orders {
      guard let here = rest else { break }
      if let child = branch(here, first, second) { found.append(child) }
      rest = here.with([Lag(from: second, to: first, days: 1 - activities[first].length)])
    }
    return found
  }

  private func branch(_ node: LagNetwork, _ first: Int, _ second: Int) -> LagNetwork? {
    var child = node
    return order(&child, first, second) ? child : nil
  }

  /// A part of too much that is too much and of which no part is.
  private func smallest(_ conflict: [Int]) -> [Int] {
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
