// When a member can begin beside what is placed.
extension Scheduler {
  // MARK: Resources

  /// The first day from `day` on at which the load fits beside what is placed; all starts placed are no later.
  func firstFit(load: Int, length: Int, from day: Int) -> Int {
    if length == 0 { return day }
    var day = day
    while true {
      var used = 0
      var count = 0
      var nextEnd = Int.max
      for index in placed {
        let end = starts[index] + self.length[index]
        if end > day && self.length[index] > 0 {
          used += self.load[index]
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
  func earliestStart(of index: Int, from day: Int) -> Int? {
    if waitsFor[index] > 0 { return nil }
    let day = mayWait[index] ? max(day, firstDayNotTooEarly(index, from: day)) : day
    guard var candidate = firstOpening(of: index, from: day) else { return nil }
    while true {
      guard let calendar = isFree[index] ? candidate : model.activities[index].firstStart(from: candidate) else {
        return nil
      }
      let fit = firstFit(load: load[index], length: length[index], from: calendar)
      if fit == .max { return nil }
      if fit == calendar {
        if isOpen(index, on: fit) { return fit }
        if anyMayWait { noteLapses(by: index, on: fit) }
        guard let next = nextOpening(of: index, after: fit) else { return nil }
        candidate = next
      } else {
        candidate = fit
      }
    }
  }

  func isOpen(_ index: Int, on day: Int) -> Bool {
    guard reading.isOpen(requires[index], on: day, starts: starts, ignoringLapses: ignoresLapses) else {
      return false
    }
    if corequires[index] < 0 { return true }
    if reading.isOpenForCorequisite(corequires[index], on: day, starts: starts, ignoringLapses: ignoresLapses) {
      return true
    }
    return mutual[index]
  }

  func firstOpening(of index: Int, from day: Int) -> Int? {
    if requires[index] < 0 && corequires[index] < 0 { return day }
    if isOpen(index, on: day) { return day }
    if anyMayWait { noteLapses(by: index, on: day) }
    return nextOpening(of: index, after: day)
  }

  /// Gates change only when something placed finishes.
  func nextOpening(of index: Int, after day: Int) -> Int? {
    var day = day
    while true {
      var next = Int.max
      for other in placed {
        let end = starts[other] + length[other]
        if end > day { next = min(next, end) }
      }
      if next == .max { return nil }
      if isOpen(index, on: next) { return next }
      if anyMayWait { noteLapses(by: index, on: next) }
      day = next
    }
  }

  // MARK: Lapses

  /// A member that can't begin on a day only because something lapsed tells by how much that was too early.
  func noteLapses(by index: Int, on day: Int) {
    noteLapses(of: requires[index], on: day)
    // What has only started may count there, so that whether it would be open isn't asked first.
    if corequires[index] >= 0 { tellTooEarly(under: corequires[index], on: day) }
  }

  /// Where the gate would be open if nothing lapsed, tells those that were too early by how much.
  func noteLapses(of gate: Int, on day: Int) {
    guard gate >= 0, reading.isOpen(gate, on: day, starts: starts, ignoringLapses: true) else { return }
    tellTooEarly(under: gate, on: day)
  }

  private func tellTooEarly(under gate: Int, on day: Int) {
    for holding in model.holdings(under: gate) {
      let held = model.holdings[holding]
      guard let last = reading.lastActiveDay(of: holding, starts: starts, by: day), last < day else { continue }
      for index in held.activities + held.renewers where starts[index] != .max {
        let end = starts[index] + length[index]
        let needed = day - held.validity
        if needed > end { wanted[index] = min(wanted[index], needed) }
      }
    }
  }

  /// Before this day it would lapse before those who need it active can begin, given the work that still lies before
  /// them and that nothing more starts before `day`.
  func firstDayNotTooEarly(_ index: Int, from day: Int) -> Int {
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
      first = max(first, day + work - deadline.validity - length[index])
    }
    return first
  }
}
