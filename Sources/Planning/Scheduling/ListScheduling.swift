/// Rules by which a list schedule chooses what to start next.
enum ListScheduling {
  enum Rule: CaseIterable {
    case longestTail
    case heaviestLate
    case longestFirst
    case heaviestFirst
    case lastingFirst

    /// The smallest key starts next: the earliest possible start first, then by the rule.
    func key(start: Int, length: Int, tail: Int, load: Int, mayLapse: Bool) -> (Int, Int) {
      switch self {
      case .longestTail: return (start, -(length + tail))
      // What leaves room beside it begins early, so that the heavy ones queue while it runs.
      case .heaviestLate: return (start, load * 1_000 - min(length + tail, 999))
      case .longestFirst: return (start, -length)
      // What tolerates nothing beside it goes first; what leaves room gathers and then runs together.
      case .heaviestFirst: return (start, -load * 1_000 - min(length + tail, 999))
      // What lapses comes as late as it can, so that it still holds when it is asked for.
      case .lastingFirst: return (mayLapse ? 1 : 0, start * 1_000 - min(length + tail, 999))
      }
    }
  }
}

extension Scheduler {
  func listSchedule(_ rule: ListScheduling.Rule) -> Schedule? {
    resetPlacement()
    var day = 0
    while !unplaced.isEmpty {
      var chosen: Choice?
      var chosenKey = (Int.max, Int.max)
      for index in unplaced {
        guard let start = earliestStart(of: index, from: day) else { continue }
        let position = place[index]
        let key = rule.key(
          start: start, length: length[index], tail: bound.tail[position],
          load: load[index], mayLapse: mayWait[index] && !deadlines[position].isEmpty)
        if key < chosenKey {
          chosenKey = key
          chosen = Choice(index: index, day: start)
        }
      }
      guard let chosen else { return nil }
      if anyMutual && chosen.day > day && !corequisitesHold(on: day) { return nil }
      enter(chosen.index, on: chosen.day)
      unplaced.removeAll { $0 == chosen.index }
      day = chosen.day
    }
    let end = members.reduce(0) { max($0, starts[$1] + length[$1]) }
    if anyMutual && !corequisitesHold(on: end) { return nil }
    guard
      model.goals.allSatisfy({ reading.isOpen($0, on: end, starts: starts, ignoringLapses: ignoresLapses) })
    else { return nil }
    return Schedule(starts: starts, end: end)
  }
}
