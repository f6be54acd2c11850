import Catalogs

extension PathwayChecker {
  /// 1. Every one starts on one of its days, once, and a load fits the week.
  func calendarViolations(of timetable: Timetable) -> [PathwayViolation] {
    var found: [PathwayViolation] = []
    var seen: Set<String> = []
    for placement in timetable.placements {
      if !seen.insert(placement.id).inserted { found.append(.takenTwice(placement.id)) }
      if !placement.offer.canStart(on: placement.start) {
        found.append(.wrongStart(placement.id, day: placement.start))
      }
    }
    return found
  }

  /// 2. What each requires holds by what is finished, in an order in which nothing supports itself.
  ///
  /// Those whose requirement holds are let in one after another; what can never be let in has no foundation.
  func requiresViolations(of timetable: Timetable) -> [PathwayViolation] {
    var entered = timetable.emptied
    var waiting = timetable.placements
    while let next = waiting.firstIndex(where: { isSupported($0, by: entered) }) {
      entered.place(waiting.remove(at: next))
    }
    return waiting.map { .unmetRequires($0.id, day: $0.start) }
  }

  private func isSupported(_ placement: Timetable.Placement, by timetable: Timetable) -> Bool {
    guard let requires = placement.offer.requires else { return true }
    return timetable.meets(requires, on: placement.start, asker: placement.id, .finished)
  }

  /// 3. What each corequires has started by the day it starts; here two may lean on each other.
  func corequiresViolations(of timetable: Timetable) -> [PathwayViolation] {
    timetable.placements.compactMap { placement in
      guard let corequires = placement.offer.corequires,
        !timetable.meets(corequires, on: placement.start, asker: placement.id, .started)
      else { return nil }
      return .unmetCorequires(placement.id, day: placement.start)
    }
  }

  /// 4. Neither too much study in a week nor too many at once. Both can only grow on a day on which something starts.
  func capacityViolations(of timetable: Timetable) -> [PathwayViolation] {
    var found: [PathwayViolation] = []
    for day in Set(timetable.placements.map(\.start)).sorted() {
      let running = timetable.placements.filter { $0.start <= day && day < $0.finish }
      let load = running.reduce(0) { $0.capped(plus: $1.offer.load) }
      if load > learner.minutesPerWeek { found.append(.tooMuchStudy(day: day, load: load)) }
      if running.count > max(1, learner.atOnce) { found.append(.tooManyAtOnce(day: day, count: running.count)) }
    }
    return found
  }

  /// 5. No two exclude each other, and everything pinned is taken or earned.
  func exclusionViolations(of timetable: Timetable) -> [PathwayViolation] {
    var found: [PathwayViolation] = []
    let taken = timetable.placements.map(\.offer.credential)
    for (index, first) in taken.enumerated() {
      for second in taken[..<index] where first.id != second.id {
        if first.excludes.contains(second.id) || second.excludes.contains(first.id) {
          found.append(.excludeEachOther(second.id, first.id))
        }
      }
    }
    for id in learner.pinned.sorted() where !learner.earned.keys.contains(id) && !taken.contains(where: { $0.id == id })
    {
      found.append(.pinnedMissing(id))
    }
    return found
  }

  /// 6. The goals hold on the last finish day.
  func goalViolations(of timetable: Timetable) -> [PathwayViolation] {
    let day = timetable.days
    return goals.filter { id in
      guard let goal = catalog.destination(id) else { return false }
      return !timetable.meets(goal.requires, on: day, asker: nil, .finished)
    }.map { .goalUnmet($0) }
  }
}
