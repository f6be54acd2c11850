extension PathwayExplanation {
  /// By how many days the step could start later, the others keeping their days and the pathway its last one.
  ///
  /// Not every day up to there need do: a start date or a lapse can lie between. `nil` for what isn't a step.
  public func slack(of credential: String) -> Int? {
    guard let index = timetable.placements.firstIndex(where: { $0.id == credential }) else { return nil }
    let step = timetable.placements[index]
    let last = timetable.days - step.offer.length
    for day in stride(from: last, to: step.start, by: -1) where step.offer.canStart(on: day) {
      var moved = timetable.without(index)
      moved.place(Timetable.Placement(offer: step.offer, start: day))
      if checker.violations(of: moved).isEmpty { return day - step.start }
    }
    return 0
  }

  /// The steps that can't start a day later, in the order of the pathway.
  public var criticalSteps: [String] { timetable.placements.map(\.id).filter { slack(of: $0) == 0 } }
}
