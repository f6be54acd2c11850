// Which member is placed next: as few as completeness allows.
extension Scheduler {
  struct Choice {
    var index: Int
    var day: Int
  }

  func choices(from lastStart: Int) -> [Choice] {
    var found: [Choice] = []
    var firstEnd = Int.max
    for index in unplaced {
      guard let day = earliestStart(of: index, from: lastStart) else { continue }
      let length = length[index]
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
      let firstTail = bound.tail[place[first.index]] + length[first.index]
      let secondTail = bound.tail[place[second.index]] + length[second.index]
      return firstTail != secondTail ? firstTail > secondTail : first.index < second.index
    }
    return found
  }

  /// Where nothing is in progress and something that tolerates nothing beside it can begin, it may as well begin now:
  /// what another order would have put before it can follow it instead, everything up to it moved by its length.
  func exclusiveChoice(_ found: [Choice]) -> Choice? {
    guard isFreeOfFixedDays, !anyMutual, let day = found.lazy.map(\.day).min() else { return nil }
    guard placed.allSatisfy({ starts[$0] + length[$0] <= day }) else { return nil }
    return found.first { choice in
      choice.day == day && isExclusive[choice.index] && !mayWait[choice.index] && hurriesNobody(choice.index)
    }
  }

  /// True where everyone yet to be placed who relies on something placed not lapsing comes after this one anyway, so
  /// that putting it first delays none of them.
  func hurriesNobody(_ index: Int) -> Bool {
    guard anyMayWait else { return true }
    for perishable in placed where mayWait[perishable] {
      for user in usersOf[perishable] where user != .max && place[user] >= 0 && starts[user] == .max {
        guard ancestors[place[user]].contains(place[index]) else { return false }
      }
    }
    return true
  }

  /// Those that have to start together may wait for each other: until something ends, or another can begin.
  func laterChoices(of choice: Choice) -> [Choice] {
    var days: Set<Int> = []
    for other in placed { days.insert(starts[other] + length[other]) }
    for other in unplaced {
      days.insert(model.activities[other].release)
      days.formUnion(model.activities[other].starts)
    }
    return days.filter { $0 > choice.day }.sorted().compactMap { day in
      earliestStart(of: choice.index, from: day).map { Choice(index: choice.index, day: $0) }
    }
  }
}
