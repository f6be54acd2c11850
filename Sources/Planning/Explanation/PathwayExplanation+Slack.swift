extension PathwayExplanation {
  /// By how many days the step could start later, the others keeping their days and the pathway its last one.
  ///
  /// Not every day up to there need do: a start date or a lapse can lie between. `nil` for what isn't a step.
  public func slack(of credential: String) -> Int? {
    guard let index = timetable.placements.firstIndex(where: { $0.id == credential }) else { return nil }
    let step = timetable.placements[index]
    let others = timetable.without(index)
    for day in laterStarts(of: step, beside: others) {
      var moved = others
      moved.place(Timetable.Placement(offer: step.offer, start: day))
      if checker.violations(of: moved).isEmpty { return day - step.start }
    }
    return 0
  }

  /// The steps that can't start a day later, in the order of the pathway.
  public var criticalSteps: [String] { timetable.placements.map(\.id).filter { slack(of: $0) == 0 } }

  /// Days after its own on which the step could start, the last first, one of each stretch within which all is alike:
  /// where one day of a stretch does, its last one does.
  ///
  /// What holds and what is full changes on days on which something starts, finishes or lapses. The step tells one such
  /// day from another by its own start and finish, and by the day on which it, or what it renews, lapses.
  private func laterStarts(of step: Timetable.Placement, beside others: Timetable) -> [Int] {
    let last = lastStart(of: step, without: others)
    guard last > step.start else { return [] }
    let length = step.offer.length
    let offsets = [0, length] + validities(around: step).map { length.capped(plus: $0) }
    var firsts: Set<Int> = [step.start + 1]
    for day in turningDays(of: others) {
      for offset in offsets {
        for first in [day - offset, day - offset + 1] where step.start < first && first <= last { firsts.insert(first) }
      }
    }
    let ordered = firsts.sorted()
    let ends = ordered.dropFirst().map { $0 - 1 } + [last]
    return zip(ordered, ends).reversed().compactMap { first, end in
      stride(from: end, through: first, by: -1).first(where: step.offer.canStart)
    }
  }

  /// What fails without the step has to find it finished (a corequisite: begun) on its day.
  private func lastStart(of step: Timetable.Placement, without others: Timetable) -> Int {
    let length = step.offer.length
    return demands.reduce(timetable.days - length) { last, demand in
      guard demand.id != step.id,
        !others.meets(demand.requirement, on: demand.day, asker: demand.id, demand.moment)
      else { return last }
      return min(last, demand.moment == .started ? demand.day : demand.day - length)
    }
  }

  /// Days for which the step's credential is valid, and what it renews.
  private func validities(around step: Timetable.Placement) -> [Int] {
    ([step.id] + step.offer.credential.renews).compactMap { checker.catalog.credential($0)?.validity?.days }
  }

  private func turningDays(of timetable: Timetable) -> Set<Int> {
    var days: Set<Int> = [self.timetable.days]
    for placement in timetable.placements {
      days.formUnion([placement.start, placement.finish])
      days.formUnion(validities(around: placement).map { placement.finish.capped(plus: $0) })
    }
    for id in checker.learner.earned.keys {
      if let credential = checker.catalog.credential(id), let day = checker.offers.lapseDay(of: credential) {
        days.insert(day)
      }
    }
    // Held at a limit where figures are beyond any sense, so that differences don't overflow.
    return Set(days.map { min($0, 2 * .mostDays) })
  }
}
