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
  private let resources: [TimeResource]
  private let shouldStop: () -> Bool
  private(set) var nodes = 0
  /// Nodes, over all calls, after which it gives up.
  var nodesAtMost = Int.max

  private var members: [Int] = []
  private var bound: ScheduleBound
  private var starts: [Int]
  private var placed: [Int] = []
  private var unplaced: [Int] = []
  private var place: [Int]
  private var limit = Int.max
  private var best: Schedule?
  private var isInterrupted = false
  private var canLapse: [Bool]
  private var mayWait: [Bool]
  /// Of each member: the earliest finish that would have avoided a lapse met below the current node.
  private var wanted: [Int]
  private var isExclusive: [Bool]
  private var usersOf: [[Int]]
  private var ignoresLapses = false
  private var ancestors: [Set<Int>] = []
  private var deadlines: [[(ancestors: [Int], validity: Int)]] = []
  private var isCalendarFree = true
  /// After this day no calendar lets anything begin that it didn't before.
  private var lastCalendarDay = 0
  private var mutual: [Bool]
  private var memory = ScheduleMemory()
  private var anyMayWait = false
  private var anyMutual = false

  init(_ model: Model, resources: [TimeResource], shouldStop: @escaping () -> Bool) {
    self.model = model
    self.resources = resources
    self.shouldStop = shouldStop
    reading = GateReading(model: model)
    bound = ScheduleBound(members: [], head: [], successors: [], resourceDays: 0, capacity: 0)
    starts = Array(repeating: .max, count: model.activities.count)
    place = Array(repeating: -1, count: model.activities.count)
    wanted = Array(repeating: .max, count: model.activities.count)
    isExclusive = Array(repeating: false, count: model.activities.count)
    usersOf = Array(repeating: [], count: model.activities.count)
    canLapse = Array(repeating: false, count: model.activities.count)
    mayWait = Array(repeating: false, count: model.activities.count)
    mutual = Array(repeating: false, count: model.activities.count)
    for holding in model.holdings {
      for index in holding.activities + holding.renewers { canLapse[index] = true }
    }
    findUsers()
    findMutualCorequisites()
  }

  /// Who asks for each activity to be active; goals are `Int.max`.
  private func findUsers() {
    func note(_ user: Int, _ gate: Int) {
      for holding in model.holdings(under: gate) {
        for index in model.holdings[holding].activities + model.holdings[holding].renewers {
          usersOf[index].append(user)
        }
      }
    }
    for goal in model.goals { note(.max, goal) }
    for (user, activity) in model.activities.enumerated() {
      if activity.requires >= 0 { note(user, activity.requires) }
      if activity.corequires >= 0 { note(user, activity.corequires) }
    }
  }

  /// The earliest placement of the members that ends before `limit`.
  ///
  /// - Parameter floor: an end that nothing is known to be before; the search stops when it is met.
  func schedule(_ members: [Int], before limit: Int, floor: Int = 0) -> SchedulingResult {
    guard members.contains(where: { canLapse[$0] }) else {
      return search(members, before: limit, floor: floor, ignoringLapses: false)
    }
    // What can't be done if nothing lapsed can't be done at all; what can, often needs no second look.
    switch search(members, before: limit, floor: floor, ignoringLapses: true) {
    case .none: return .none
    case .interrupted: return .interrupted
    case .placed(let relaxed):
      if respectsLapses(relaxed, members) { return .placed(relaxed) }
      return search(members, before: limit, floor: max(floor, relaxed.end), ignoringLapses: false)
    }
  }

  private func search(
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
    if isInterrupted { return .interrupted }
    if let best { return .placed(best) }
    return .none
  }

  private func respectsLapses(_ schedule: Schedule, _ members: [Int]) -> Bool {
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

  // MARK: Preparation

  private func prepare(_ members: [Int], limit: Int, ignoringLapses: Bool) {
    self.members = members
    self.limit = limit
    best = nil
    isInterrupted = false
    for index in place.indices { place[index] = -1 }
    for (position, index) in members.enumerated() { place[index] = position }
    ignoresLapses = ignoringLapses
    for index in members { mayWait[index] = canLapse[index] && !ignoringLapses }
    anyMayWait = members.contains { mayWait[$0] }
    isCalendarFree = members.allSatisfy { index in
      let activity = model.activities[index]
      return activity.starts.isEmpty && activity.due == .max && activity.latestStart == .max
    }
    findExclusive()
    lastCalendarDay = members.reduce(0) { max($0, model.activities[$1].release, model.activities[$1].starts.last ?? 0) }
    // In a placement that starts everything as early as can be, something is always in progress from then on.
    let total = members.reduce(lastCalendarDay) { $0 + model.activities[$1].length }
    self.limit = min(limit, total + 1)
    anyMutual = members.contains { mutual[$0] }
    let network = MemberNetwork(model, members: members, place: place)
    deadlines = network.deadlines
    ancestors = network.ancestors.map(Set.init)
    let activities = members.map { model.activities[$0] }
    var resourceDays = 0
    for resource in resources {
      resourceDays = max(resourceDays, resource.days(for: members))
    }
    bound = ScheduleBound(
      members: activities, head: network.head, successors: network.successors, resourceDays: resourceDays,
      capacity: model.capacity)
    resetPlacement()
    memory.removeAll(memberCount: members.count)
  }

  /// Members beside which no other member can be in progress.
  private func findExclusive() {
    let lengthy = members.filter { model.activities[$0].length > 0 }
    for index in lengthy {
      let load = model.activities[index].load
      isExclusive[index] =
        model.atOnce == 1
        || lengthy.allSatisfy { $0 == index || load + model.activities[$0].load > model.capacity }
    }
  }

  private func resetPlacement() {
    for index in placed { starts[index] = .max }
    placed.removeAll(keepingCapacity: true)
    for index in members { starts[index] = .max }
    unplaced = members
  }

  /// Members that ask for each other as corequisites, round a circle, have to start together.
  ///
  /// A requirement can be part of such a circle where it asks for something of no length: begun and finished at once.
  private func findMutualCorequisites() {
    let asks = model.activities.map { activity in
      activity.corequires < 0 ? Set<Int>() : model.activities(under: activity.corequires)
    }
    let instantly = model.activities.map { activity in
      activity.requires < 0
        ? [] : model.activities(under: activity.requires).filter { model.activities[$0].length == 0 }
    }
    for index in model.activities.indices where !asks[index].isEmpty {
      var reached: Set<Int> = []
      var pending = Array(asks[index])
      while let next = pending.popLast() {
        if reached.insert(next).inserted { pending += asks[next].union(instantly[next]) }
      }
      mutual[index] = reached.contains(index)
    }
  }

  // MARK: Resources

  /// The first day from `day` on at which the load fits beside what is placed; all starts placed are no later.
  private func firstFit(load: Int, length: Int, from day: Int) -> Int {
    if length == 0 { return day }
    var day = day
    while true {
      var used = 0
      var count = 0
      var nextEnd = Int.max
      for index in placed {
        let activity = model.activities[index]
        let end = starts[index] + activity.length
        if end > day && activity.length > 0 {
          used += activity.load
          count += 1
          nextEnd = min(nextEnd, end)
        }
      }
      if used + load <= model.capacity && count < model.atOnce { return day }
      if nextEnd == .max { return .max }
      day = nextEnd
    }
  }

  // MARK: Earliest starts

  /// The earliest start of a member from `day` on beside what is placed; `nil` where it has none yet.
  private func earliestStart(of index: Int, from day: Int) -> Int? {
    let activity = model.activities[index]
    let day = mayWait[index] ? max(day, firstDayNotTooEarly(index, from: day)) : day
    guard var candidate = firstOpening(of: index, from: day) else { return nil }
    while true {
      guard let calendar = activity.firstStart(from: candidate) else { return nil }
      let fit = firstFit(load: activity.load, length: activity.length, from: calendar)
      if fit == .max { return nil }
      if fit == calendar {
        if isOpen(index, on: fit) { return fit }
        if anyMayWait { noteLapses(of: activity.requires, on: fit) }
        guard let next = nextOpening(of: index, after: fit) else { return nil }
        candidate = next
      } else {
        candidate = fit
      }
    }
  }

  private func isOpen(_ index: Int, on day: Int) -> Bool {
    let activity = model.activities[index]
    guard reading.isOpen(activity.requires, on: day, starts: starts, ignoringLapses: ignoresLapses) else {
      return false
    }
    if activity.corequires < 0 { return true }
    if reading.isOpenForCorequisite(activity.corequires, on: day, starts: starts) { return true }
    return mutual[index]
  }

  private func firstOpening(of index: Int, from day: Int) -> Int? {
    let activity = model.activities[index]
    if activity.requires < 0 && activity.corequires < 0 { return day }
    if isOpen(index, on: day) { return day }
    if anyMayWait { noteLapses(of: activity.requires, on: day) }
    return nextOpening(of: index, after: day)
  }

  /// Gates change only when something placed finishes.
  private func nextOpening(of index: Int, after day: Int) -> Int? {
    var candidates: [Int] = []
    for other in placed {
      let end = starts[other] + model.activities[other].length
      if end > day { candidates.append(end) }
    }
    candidates.sort()
    for candidate in candidates {
      if isOpen(index, on: candidate) { return candidate }
      if anyMayWait { noteLapses(of: model.activities[index].requires, on: candidate) }
    }
    return nil
  }

  // MARK: Lapses

  /// Where the gate would be open if nothing lapsed, tells those that were too early by how much.
  private func noteLapses(of gate: Int, on day: Int) {
    guard gate >= 0, reading.isOpen(gate, on: day, starts: starts, ignoringLapses: true) else { return }
    for holding in model.holdings(under: gate) {
      let held = model.holdings[holding]
      guard let last = reading.lastActiveDay(of: holding, starts: starts, by: day), last < day else { continue }
      for index in held.activities + held.renewers where starts[index] != .max {
        let end = starts[index] + model.activities[index].length
        let needed = day - held.validity
        if needed > end { wanted[index] = min(wanted[index], needed) }
      }
    }
  }

  /// Before this day it would lapse before those who need it active can begin, given the work that still lies before
  /// them and that nothing more starts before `day`.
  private func firstDayNotTooEarly(_ index: Int, from day: Int) -> Int {
    var first = day
    for deadline in deadlines[place[index]] {
      var work = 0
      for resource in resources {
        var weight = 0
        for ancestor in deadline.ancestors where starts[members[ancestor]] == .max {
          weight += resource.weights[members[ancestor]]
        }
        work = max(work, resource.days(for: weight))
      }
      first = max(first, day + work - deadline.validity - model.activities[index].length)
    }
    return first
  }

  // MARK: Search

  private func extend(lastStart: Int, floor: Int) {
    nodes += 1
    if nodes >= nodesAtMost || (nodes & 255 == 0 && shouldStop()) { isInterrupted = true }
    if isInterrupted || (best.map { $0.end <= floor } ?? false) { return }
    if unplaced.isEmpty {
      finish()
      return
    }
    if remainingBound(from: lastStart) >= limit { return }
    guard memory.isUsable, !anyMutual, placed.count > 1 else {
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

  private func tryChoices(from lastStart: Int, floor: Int) {
    for choice in choices(from: lastStart) {
      put(choice.index, at: choice.day, lastStart: lastStart, floor: floor)
      if isInterrupted { return }
    }
  }

  private func memoryState(_ lastStart: Int) -> ScheduleMemory.State {
    var state = ScheduleMemory.State(key: 0, lastStart: lastStart, running: [], perishable: [])
    for index in members where starts[index] != .max {
      state.key |= 1 << UInt64(place[index])
      let end = starts[index] + model.activities[index].length
      if end > lastStart { state.running.append((place[index], end)) }
      if mayWait[index] && isStillUsed(index) { state.perishable.append((place[index], end)) }
    }
    return state
  }

  /// True where something yet to be placed, or a goal, may ask for it to be active.
  private func isStillUsed(_ index: Int) -> Bool {
    usersOf[index].contains { $0 == .max || (place[$0] >= 0 && starts[$0] == .max) }
  }

  private struct Choice {
    var index: Int
    var day: Int
  }

  private func choices(from lastStart: Int) -> [Choice] {
    var found: [Choice] = []
    var firstEnd = Int.max
    for index in unplaced {
      guard let day = earliestStart(of: index, from: lastStart) else { continue }
      let length = model.activities[index].length
      if day + length + bound.tail[place[index]] >= limit { continue }
      if length == 0 && !mayWait[index] && !anyMutual && day == lastStart { return [Choice(index: index, day: day)] }
      found.append(Choice(index: index, day: day))
      if !mayWait[index] && !mutual[index] { firstEnd = min(firstEnd, day + length) }
    }
    if let only = exclusiveChoice(found) { return [only] }
    if anyMutual {
      found += found.filter { mutual[$0.index] }.flatMap(laterChoices)
    } else {
      // One that could finish before another begins may as well come first: nothing is lost by not trying otherwise.
      found.removeAll { $0.day >= firstEnd && model.activities[$0.index].length > 0 && $0.day > lastStart }
    }
    found.sort { first, second in
      if first.day != second.day { return first.day < second.day }
      if mayWait[first.index] != mayWait[second.index] { return mayWait[second.index] }
      let firstTail = bound.tail[place[first.index]] + model.activities[first.index].length
      let secondTail = bound.tail[place[second.index]] + model.activities[second.index].length
      return firstTail != secondTail ? firstTail > secondTail : first.index < second.index
    }
    return found
  }

  /// Where nothing is in progress and something that tolerates nothing beside it can begin, it may as well begin now:
  /// what another order would have put before it can follow it instead, everything up to it moved by its length.
  private func exclusiveChoice(_ found: [Choice]) -> Choice? {
    guard isCalendarFree, !anyMutual, let day = found.lazy.map(\.day).min() else { return nil }
    guard placed.allSatisfy({ starts[$0] + model.activities[$0].length <= day }) else { return nil }
    return found.first { choice in
      choice.day == day && isExclusive[choice.index] && !mayWait[choice.index] && hurriesNobody(choice.index)
    }
  }

  /// True where everyone yet to be placed who relies on something placed not lapsing comes after this one anyway, so
  /// that putting it first delays none of them.
  private func hurriesNobody(_ index: Int) -> Bool {
    guard anyMayWait else { return true }
    for perishable in placed where mayWait[perishable] {
      for user in usersOf[perishable] where user != .max && place[user] >= 0 && starts[user] == .max {
        guard ancestors[place[user]].contains(place[index]) else { return false }
      }
    }
    return true
  }

  /// Those that have to start together may wait for each other: until something ends, or another can begin.
  private func laterChoices(of choice: Choice) -> [Choice] {
    var days: Set<Int> = []
    for other in placed { days.insert(starts[other] + model.activities[other].length) }
    for other in unplaced {
      days.insert(model.activities[other].release)
      days.formUnion(model.activities[other].starts)
    }
    return days.filter { $0 > choice.day }.sorted().compactMap { day in
      earliestStart(of: choice.index, from: day).map { Choice(index: choice.index, day: $0) }
    }
  }

  private func put(_ index: Int, at day: Int, lastStart: Int, floor: Int) {
    let lastDay = placed.reduce(lastCalendarDay) { max($0, starts[$1] + model.activities[$1].length) }
    // A day on which nothing is in progress can be cut out of any placement: no lapse minds.
    if day > lastDay { return }
    if anyMutual && day > lastStart && !corequisitesHold(on: lastStart) { return }
    let activity = model.activities[index]
    let outer = wanted[index]
    var day = day
    while true {
      wanted[index] = .max
      starts[index] = day
      placed.append(index)
      let position = unplaced.firstIndex(of: index) ?? 0
      unplaced.remove(at: position)
      extend(lastStart: day, floor: floor)
      unplaced.insert(index, at: position)
      placed.removeLast()
      starts[index] = .max
      guard mayWait[index], wanted[index] != .max, !isInterrupted else { break }
      guard let later = earliestStart(of: index, from: max(day, wanted[index] - activity.length)), later > day,
        later <= lastDay, later + activity.length + bound.tail[place[index]] < limit
      else { break }
      day = later
      if anyMutual && day > lastStart && !corequisitesHold(on: lastStart) { break }
    }
    wanted[index] = outer
  }

  private func corequisitesHold(on day: Int) -> Bool {
    placed.allSatisfy { index in
      !mutual[index]
        || reading.isOpenForCorequisite(model.activities[index].corequires, on: starts[index], starts: starts)
    }
  }

  private func finish() {
    let end = members.reduce(0) { max($0, starts[$1] + model.activities[$1].length) }
    guard end < limit else { return }
    if anyMutual && !corequisitesHold(on: end) { return }
    for goal in model.goals where !reading.isOpen(goal, on: end, starts: starts, ignoringLapses: ignoresLapses) {
      noteLapses(of: goal, on: end)
      return
    }
    best = Schedule(starts: starts, end: end)
    limit = end
  }

  private func remainingBound(from day: Int) -> Int {
    var end = day
    for index in unplaced {
      let position = place[index]
      end = max(end, max(day, bound.head[position]) + model.activities[index].length + bound.tail[position])
    }
    for resource in resources {
      var weight = 0
      for index in unplaced { weight += resource.weights[index] }
      for index in placed {
        let length = model.activities[index].length
        let left = starts[index] + length - day
        if left > 0 && length > 0 { weight += resource.weights[index] / length * left }
      }
      let reserve = resource.lights.isEmpty ? 0 : resource.reserve { place[$0] >= 0 && starts[$0] == .max }
      end = max(end, day + resource.days(for: weight) + reserve)
    }
    return end
  }

  // MARK: List rules

  private func listSchedule(_ rule: ListScheduling.Rule) -> Schedule? {
    resetPlacement()
    var day = 0
    while !unplaced.isEmpty {
      var chosen: Choice?
      var chosenKey = (Int.max, Int.max)
      for index in unplaced {
        guard let start = earliestStart(of: index, from: day) else { continue }
        let position = place[index]
        let key = rule.key(
          start: start, length: model.activities[index].length, tail: bound.tail[position],
          load: model.activities[index].load, mayLapse: mayWait[index] && !deadlines[position].isEmpty)
        if key < chosenKey {
          chosenKey = key
          chosen = Choice(index: index, day: start)
        }
      }
      guard let chosen else { return nil }
      if anyMutual && chosen.day > day && !corequisitesHold(on: day) { return nil }
      starts[chosen.index] = chosen.day
      placed.append(chosen.index)
      unplaced.removeAll { $0 == chosen.index }
      day = chosen.day
    }
    let end = members.reduce(0) { max($0, starts[$1] + model.activities[$1].length) }
    if anyMutual && !corequisitesHold(on: end) { return nil }
    guard
      model.goals.allSatisfy({ reading.isOpen($0, on: end, starts: starts, ignoringLapses: ignoresLapses) })
    else { return nil }
    return Schedule(starts: starts, end: end)
  }
}
