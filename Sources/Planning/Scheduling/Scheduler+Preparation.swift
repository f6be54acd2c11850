// What is known of a set before any of it is placed.
extension Scheduler {
  func prepare(_ members: [Int], limit: Int, ignoringLapses: Bool, forLags: Bool = false) {
    self.members = members
    self.limit = limit
    best = nil
    isInterrupted = false
    for index in place.indices { place[index] = -1 }
    for (position, index) in members.enumerated() { place[index] = position }
    ignoresLapses = ignoringLapses
    for index in members { mayWait[index] = canLapse[index] && !ignoringLapses }
    anyMayWait = members.contains { mayWait[$0] }
    let asksForLapsing = asksForEarned || members.contains { asksForEarnedBy[$0] }
    isFreeOfFixedDays =
      (ignoringLapses || !asksForLapsing)
      && members.allSatisfy { index in
        let activity = model.activities[index]
        return activity.starts.isEmpty && activity.due == .max && activity.latestStart == .max
      }
    findExclusive()
    lastCalendarDay = members.reduce(0) { max($0, model.activities[$1].release, model.activities[$1].starts.last ?? 0) }
    // In a placement that starts everything as early as can be, something is always in progress from then on.
    let total = members.reduce(lastCalendarDay) { $0 + model.activities[$1].length }
    self.limit = min(limit, total + 1)
    anyMutual = members.contains { mutual[$0] }
    network = MemberNetwork(
      model, members: members, place: place, withNeeds: forLags || !model.holdings.isEmpty)
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
  func findExclusive() {
    let lengthy = members.filter { model.activities[$0].length > 0 }
    for index in lengthy {
      let load = model.activities[index].load
      isExclusive[index] =
        model.atOnce == 1
        || lengthy.allSatisfy { $0 == index || load + model.activities[$0].load > model.capacity }
    }
  }

  func resetPlacement() {
    for index in placed { starts[index] = .max }
    placed.removeAll(keepingCapacity: true)
    for index in members {
      starts[index] = .max
      waitsFor[index] = 0
    }
    for successors in network.successors { for next in successors { waitsFor[members[next]] += 1 } }
    unplaced = members
  }

  /// Members that ask for each other as corequisites, round a circle, have to start together.
  ///
  /// A requirement can be part of such a circle where it asks for something of no length: begun and finished at once.
  func findMutualCorequisites() {
    guard model.activities.contains(where: { $0.corequires >= 0 }) else { return }
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

  /// Who asks for each activity to be active; goals are `Int.max`. And who asks for something earned that lapses.
  func findUsers() {
    if model.holdings.isEmpty { return }
    func note(_ user: Int, _ gate: Int) {
      for holding in model.holdings(under: gate) {
        if model.holdings[holding].earnedUntil != nil {
          if user == .max { asksForEarned = true } else { asksForEarnedBy[user] = true }
        }
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
}
