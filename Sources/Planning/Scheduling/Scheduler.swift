/// Places a chosen set exactly: the earliest last finish day, or the proof that none is before a limit.
///
/// Depth first over non-decreasing starts, each member at its earliest start after those placed before it (the
/// precedence tree of Patterson et al. 1989), which is complete where finishing earlier never harms. Lapsing breaks
/// that: there a member may have to wait. It waits only where a conflict says so: when something can't start because a
/// holding lapsed, every placed member that would have kept it active learns by how many days it was too early, and is
/// tried again that much later ("Waiting for lapses" in the article shows that no placement is lost).
final class Scheduler {
  let model: Model
  let reading: GateReading
  /// What the inner loops ask of each activity, apart from all else there is to say about it.
  let length: [Int]
  let load: [Int]
  let requires: [Int]
  let corequires: [Int]
  let isFree: [Bool]
  let resources: [TimeResource]
  let switches: SearchSwitches
  let shouldStop: () -> Bool
  var nodes = 0
  /// Nodes, over all calls, after which it gives up.
  var nodesAtMost = Int.max

  var members: [Int] = []
  var bound: ScheduleBound
  var starts: [Int]
  var placed: [Int] = []
  var unplaced: [Int] = []
  var place: [Int]
  var limit = Int.max
  var best: Schedule?
  /// Of a search that was interrupted: a placement that stands, though a better one may exist.
  var partial: Schedule?
  var isInterrupted = false
  var canLapse: [Bool]
  var mayWait: [Bool]
  /// Of each member: the earliest finish that would have avoided a lapse met below the current node.
  var wanted: [Int]
  var isExclusive: [Bool]
  var usersOf: [[Int]]
  /// Whether a goal, and whether each activity, asks for something earned that lapses.
  var asksForEarned = false
  var asksForEarnedBy: [Bool]
  var ignoresLapses = false
  var ancestors: [Set<Int>] = []
  var deadlines: [[(ancestors: [Int], validity: Int)]] = []
  /// True where no day is fixed: neither by a calendar nor by the lapse of something earned.
  var isFreeOfFixedDays = true
  /// After this day no calendar lets anything begin that it didn't before.
  var lastCalendarDay = 0
  var mutual: [Bool]
  var memory = ScheduleMemory()
  var anyMayWait = false
  var anyMutual = false
  var network = MemberNetwork.empty
  /// Of each member: how many of those it can't do without are not placed yet.
  var waitsFor: [Int]

  init(
    _ model: Model, resources: [TimeResource], switches: SearchSwitches = .all, shouldStop: @escaping () -> Bool
  ) {
    self.switches = switches
    self.model = model
    self.resources = resources
    self.shouldStop = shouldStop
    reading = GateReading(model: model)
    length = model.activities.map(\.length)
    load = model.activities.map(\.load)
    requires = model.activities.map(\.requires)
    corequires = model.activities.map(\.corequires)
    isFree = model.activities.map(\.isFreeOfCalendar)
    bound = ScheduleBound(members: [], head: [], successors: [], resourceDays: 0, capacity: 0)
    starts = Array(repeating: .max, count: model.activities.count)
    place = Array(repeating: -1, count: model.activities.count)
    wanted = Array(repeating: .max, count: model.activities.count)
    waitsFor = Array(repeating: 0, count: model.activities.count)
    isExclusive = Array(repeating: false, count: model.activities.count)
    usersOf = Array(repeating: [], count: model.activities.count)
    asksForEarnedBy = Array(repeating: false, count: model.activities.count)
    canLapse = Array(repeating: false, count: model.activities.count)
    mayWait = Array(repeating: false, count: model.activities.count)
    mutual = Array(repeating: false, count: model.activities.count)
    for holding in model.holdings {
      for index in holding.activities + holding.renewers { canLapse[index] = true }
    }
    findUsers()
    findMutualCorequisites()
  }

  /// The earliest placement of the members that ends before `limit`.
  ///
  /// - Parameter floor: an end that nothing is known to be before; the search stops when it is met.
  func schedule(_ members: [Int], before limit: Int, floor: Int = 0) -> SchedulingResult {
    partial = nil
    let mayLapse = members.contains { canLapse[$0] }
    guard switches.contains(.lags), members.count <= Scheduler.mostByLags else {
      return withoutLags(members, before: limit, floor: floor, mayLapse)
    }
    // What can't be done if nothing lapsed can't be done at all; what can, often needs no second look.
    let most = nodesAtMost
    nodesAtMost = min(most, nodes + Scheduler.nodesBeforeLags)
    let quick = search(members, before: limit, floor: floor, ignoringLapses: mayLapse)
    nodesAtMost = most
    switch quick {
    case .none: return .none
    case .placed(let found):
      if !mayLapse || respectsLapses(found, members) { return quick }
      return withLags(members, before: limit, floor: max(floor, found.end))
    case .interrupted:
      if nodes >= most || shouldStop() { return quick }
      guard let known = partial else { return withLags(members, before: limit, floor: floor) }
      let better = withLags(members, before: known.end, floor: floor)
      if case .none = better { return .placed(known) }
      return better
    }
  }

  /// What a set may take before it is placed by lags, and how many members it may have for that: a table of all pairs is
  /// read at every node.
  private static let nodesBeforeLags = 1_000
  private static let mostByLags = 120
  /// A node of lags takes as long as so many others.
  static let nodesPerLagNode = 16

  private func withoutLags(_ members: [Int], before limit: Int, floor: Int, _ mayLapse: Bool) -> SchedulingResult {
    let first = search(members, before: limit, floor: floor, ignoringLapses: mayLapse)
    guard mayLapse, case .placed(let relaxed) = first, !respectsLapses(relaxed, members) else { return first }
    return search(members, before: limit, floor: max(floor, relaxed.end), ignoringLapses: false)
  }

  func search(
    _ members: [Int], before limit: Int, floor: Int, ignoringLapses: Bool
  ) -> SchedulingResult {
    prepare(members, limit: limit, ignoringLapses: ignoringLapses)
    if bound.days >= self.limit { return .none }
    let floor = max(floor, bound.days)
    for rule in ListScheduling.Rule.allCases {
      if let found = listSchedule(rule), found.end < self.limit {
        best = found
        self.limit = found.end
        if found.end <= floor { return .placed(found) }
      }
    }
    resetPlacement()
    extend(lastStart: 0, floor: floor)
    if isInterrupted {
      if let best, !ignoringLapses || respectsLapses(best, members) { partial = best }
      return .interrupted
    }
    if let best { return .placed(best) }
    return .none
  }

  func respectsLapses(_ schedule: Schedule, _ members: [Int]) -> Bool {
    model.goals.allSatisfy { reading.isOpen($0, on: schedule.end, starts: schedule.starts) }
      && members.allSatisfy { index in
        let activity = model.activities[index]
        let day = schedule.starts[index]
        return reading.isOpen(activity.requires, on: day, starts: schedule.starts)
          && reading.isOpenForCorequisite(activity.corequires, on: day, starts: schedule.starts)
      }
  }

  /// A good placement without proof; `nil` where the list rules find none before the limit.
  func quickSchedule(_ members: [Int], before limit: Int) -> Schedule? {
    prepare(members, limit: limit, ignoringLapses: false)
    if bound.days >= self.limit { return nil }
    for rule in ListScheduling.Rule.allCases {
      if let found = listSchedule(rule), found.end < self.limit {
        best = found
        self.limit = found.end
        if found.end <= bound.days { break }
      }
    }
    return best
  }

  /// No placement of the prepared set ends before this day.
  var lowerBound: Int { bound.days }

  // MARK: Search

  func extend(lastStart: Int, floor: Int) {
    nodes += 1
    if nodes >= nodesAtMost || (nodes & 255 == 0 && shouldStop()) { isInterrupted = true }
    if isInterrupted || (best.map { $0.end <= floor } ?? false) { return }
    if unplaced.isEmpty {
      finish()
      return
    }
    if remainingBound(from: lastStart) >= limit { return }
    guard memory.isUsable, switches.contains(.memory), !anyMutual, placed.count > 1 else {
      tryChoices(from: lastStart, floor: floor)
      return
    }
    let state = memoryState(lastStart)
    if let lessons = memory.lessons(ofBetterThan: state) {
      for lesson in lessons { wanted[lesson.index] = min(wanted[lesson.index], lesson.finish) }
      return
    }
    guard anyMayWait else {
      tryChoices(from: lastStart, floor: floor)
      memory.remember(state, lessons: [])
      return
    }
    let outer = placed.filter { mayWait[$0] }.map { (index: $0, finish: wanted[$0]) }
    for item in outer { wanted[item.index] = .max }
    tryChoices(from: lastStart, floor: floor)
    let lessons = outer.map { (index: $0.index, finish: wanted[$0.index]) }.filter { $0.finish != .max }
    if !isInterrupted { memory.remember(state, lessons: lessons) }
    for item in outer { wanted[item.index] = min(wanted[item.index], item.finish) }
  }

  func tryChoices(from lastStart: Int, floor: Int) {
    for choice in choices(from: lastStart) {
      put(choice.index, at: choice.day, lastStart: lastStart, floor: floor)
      if isInterrupted { return }
    }
  }

  func memoryState(_ lastStart: Int) -> ScheduleMemory.State {
    var state = ScheduleMemory.State(key: 0, lastStart: lastStart, running: [], perishable: [])
    for index in members where starts[index] != .max {
      state.key |= 1 << UInt64(place[index])
      let end = starts[index] + length[index]
      if end > lastStart { state.running.append((place[index], end)) }
      if mayWait[index] && isStillUsed(index) { state.perishable.append((place[index], end)) }
    }
    return state
  }

  /// True where something yet to be placed, or a goal, may ask for it to be active.
  func isStillUsed(_ index: Int) -> Bool {
    usersOf[index].contains { $0 == .max || (place[$0] >= 0 && starts[$0] == .max) }
  }

  func put(_ index: Int, at day: Int, lastStart: Int, floor: Int) {
    let lastDay = placed.reduce(lastCalendarDay) { max($0, starts[$1] + length[$1]) }
    // A day on which nothing is in progress can be cut out of any placement: no lapse minds.
    if day > lastDay { return }
    if anyMutual && day > lastStart && !corequisitesHold(on: lastStart) { return }
    let outer = wanted[index]
    var day = day
    while true {
      wanted[index] = .max
      enter(index, on: day)
      let position = unplaced.firstIndex(of: index) ?? 0
      unplaced.remove(at: position)
      extend(lastStart: day, floor: floor)
      unplaced.insert(index, at: position)
      leave(index)
      guard mayWait[index], wanted[index] != .max, !isInterrupted else { break }
      guard let later = earliestStart(of: index, from: max(day, wanted[index] - length[index])), later > day,
        later <= lastDay, later + length[index] + bound.tail[place[index]] < limit
      else { break }
      day = later
      if anyMutual && day > lastStart && !corequisitesHold(on: lastStart) { break }
    }
    wanted[index] = outer
  }

  func enter(_ index: Int, on day: Int) {
    starts[index] = day
    placed.append(index)
    for next in network.successors[place[index]] { waitsFor[members[next]] -= 1 }
  }

  /// Takes the last one placed away again.
  func leave(_ index: Int) {
    placed.removeLast()
    starts[index] = .max
    for next in network.successors[place[index]] { waitsFor[members[next]] += 1 }
  }

  func corequisitesHold(on day: Int) -> Bool {
    placed.allSatisfy { index in
      !mutual[index]
        || reading.isOpenForCorequisite(
          corequires[index], on: starts[index], starts: starts, ignoringLapses: ignoresLapses)
    }
  }

  func finish() {
    let end = members.reduce(0) { max($0, starts[$1] + length[$1]) }
    guard end < limit else { return }
    if anyMutual && !corequisitesHold(on: end) { return }
    for goal in model.goals where !reading.isOpen(goal, on: end, starts: starts, ignoringLapses: ignoresLapses) {
      noteLapses(of: goal, on: end)
      return
    }
    best = Schedule(starts: starts, end: end)
    limit = end
  }

  func remainingBound(from day: Int) -> Int {
    var end = day
    for index in unplaced {
      let position = place[index]
      end = max(end, max(day, bound.head[position]) + length[index] + bound.tail[position])
    }
    for resource in resources {
      var weight = 0
      for index in unplaced { weight += resource.weights[index] }
      for index in placed {
        let left = starts[index] + length[index] - day
        if left > 0 && length[index] > 0 { weight += resource.weights[index] / length[index] * left }
      }
      let reserve = resource.lights.isEmpty ? 0 : resource.reserve { place[$0] >= 0 && starts[$0] == .max }
      end = max(end, day + resource.days(for: weight) + reserve)
    }
    return end
  }

}
