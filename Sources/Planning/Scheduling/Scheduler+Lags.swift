// Placing where lapses bind: by the lags between what asks and what is asked for.
extension Scheduler {
  func withLags(_ members: [Int], before limit: Int, floor: Int) -> SchedulingResult {
    prepare(members, limit: limit, ignoringLapses: false, forLags: true)
    if bound.days >= self.limit { return .none }
    var lags = LagVariants(lagProblem, alternatives, limit: self.limit, floor: max(floor, bound.days)) {
      [unowned self] in missing(in: $0)
    }
    let before = nodes
    let isDone = lags.run { [nodesAtMost, shouldStop] made in
      before + made * Scheduler.nodesPerLagNode < nodesAtMost && !shouldStop()
    }
    nodes += lags.nodes * Scheduler.nodesPerLagNode
    guard let found = lags.best.map(schedule) else { return isDone ? .none : .interrupted }
    guard lags.isRelaxed else {
      if isDone { return .placed(found) }
      partial = found
      return .interrupted
    }
    return search(members, before: limit, floor: max(floor, lags.floor), ignoringLapses: false)
  }

  private var lagProblem: LagProblem {
    let gates = members.flatMap { [requires[$0], corequires[$0]] } + model.goals
    let holdings = gates.filter { $0 >= 0 }.flatMap(model.holdings)
    return LagProblem(
      activities: members.map { model.activities[$0] }, needs: network.needs, lasting: network.lasting,
      isPlain: network.isPlain,
      users: members.map { index in
        usersOf[index].compactMap { $0 == .max ? members.count : place[$0] >= 0 ? place[$0] : nil }
      },
      hasOtherTies: asksForEarned || members.contains { corequires[$0] >= 0 || asksForEarnedBy[$0] },
      hasRenewals: holdings.contains { model.holdings[$0].renewers.contains { place[$0] >= 0 } },
      capacity: model.capacity, atOnce: model.atOnce)
  }

  /// The gates of members and goals that can open in more than one way; those of which lags can't say it are left out.
  private var alternatives: [LagProblem.Alternatives] {
    let ways = GateWays(model, place: place)
    func found(_ gate: Int, _ asker: Int?) -> LagProblem.Alternatives? {
      ways.ways(to: gate, askedBy: asker, atMost: Scheduler.mostWays).map { .init(asker: asker, ways: $0) }
    }
    let members = members.enumerated().filter { !network.isPlain[$0.offset] }
    return members.compactMap { found(requires[$0.element], $0.offset) }
      + model.goals.compactMap { found($0, nil) }.filter { $0.ways.count > 1 }
  }

  /// More ways to one gate are left to the search.
  private static let mostWays = 24

  private func schedule(_ found: [Int]) -> Schedule {
    var schedule = Schedule(starts: starts, end: 0)
    for (position, index) in members.enumerated() {
      schedule.starts[index] = found[position]
      schedule.end = max(schedule.end, found[position] + length[index])
    }
    return schedule
  }

  // MARK: What a placement lacks

  /// Of the first gate that these starts leave closed: each way to open it that isn't there in time.
  private func missing(in found: [Int]) -> Missing {
    let schedule = schedule(found)
    for (position, index) in members.enumerated() {
      let day = schedule.starts[index]
      if requires[index] >= 0, !reading.isOpen(requires[index], on: day, starts: schedule.starts) {
        return ways(to: requires[index], askedBy: position, schedule)
      }
      if !reading.isOpenForCorequisite(corequires[index], on: day, starts: schedule.starts) { return .beyondLags }
    }
    for goal in model.goals where !reading.isOpen(goal, on: schedule.end, starts: schedule.starts) {
      return ways(to: goal, askedBy: nil, schedule)
    }
    return isFounded(schedule) ? .nothing : .beyondLags
  }

  /// - Parameter asker: its place; `nil` for a goal.
  private func ways(to gate: Int, askedBy asker: Int?, _ schedule: Schedule) -> Missing {
    var found: [[Lag]] = []
    func add(_ lags: [Lag]) {
      if !lags.allSatisfy({ keeps($0, schedule) }) { found.append(lags) }
    }
    var pending = [gate]
    while let gate = pending.popLast() {
      if model.gates[gate].rule >= 0 { return .beyondLags }
      for link in model.gates[gate].links {
        switch link.target {
        case .gate(let inner): pending.append(inner)
        case .activity(let index):
          guard let asker, place[index] >= 0, place[index] != asker else { continue }
          add([Lag(from: place[index], to: asker, days: length[index])])
        case .holding(let index):
          let holding = model.holdings[index]
          if holding.renewers.contains(where: { place[$0] >= 0 }) { return .beyondLags }
          if let until = holding.earnedUntil, until >= 0 { add(lags(until: until, askedBy: asker)) }
          for given in holding.activities where place[given] >= 0 && place[given] != asker {
            add(lags(whileActive: given, holding.validity, askedBy: asker))
          }
        }
      }
    }
    return .oneOf(found)
  }

  private func lags(whileActive index: Int, _ validity: Int, askedBy asker: Int?) -> [Lag] {
    let last = length[index] + validity
    if let asker {
      return [
        Lag(from: place[index], to: asker, days: length[index]), Lag(from: asker, to: place[index], days: -last),
      ]
    }
    return members.indices.filter { $0 != place[index] }.map {
      Lag(from: $0, to: place[index], days: length[members[$0]] - last)
    }
  }

  /// What starts, or ends, no later than a day; day 0 has the place after the last.
  private func lags(until day: Int, askedBy asker: Int?) -> [Lag] {
    if let asker { return [Lag(from: asker, to: members.count, days: -day)] }
    return members.indices.map { Lag(from: $0, to: members.count, days: length[members[$0]] - day) }
  }

  private func keeps(_ lag: Lag, _ schedule: Schedule) -> Bool {
    func day(_ place: Int) -> Int { place == members.count ? 0 : schedule.starts[members[place]] }
    return day(lag.to) - day(lag.from) >= lag.days
  }

  /// True where every member can start on its day by what started before it: nothing supports itself through a circle.
  private func isFounded(_ schedule: Schedule) -> Bool {
    var entered = starts
    var waiting = members.sorted { (schedule.starts[$0], $0) < (schedule.starts[$1], $1) }
    while !waiting.isEmpty {
      let next = waiting.firstIndex {
        reading.isOpen(requires[$0], on: schedule.starts[$0], starts: entered)
      }
      guard let next else { return false }
      let index = waiting.remove(at: next)
      entered[index] = schedule.starts[index]
    }
    return true
  }
}
