import Catalogs

extension PathwayExplanation {
  /// The learner who has followed the pathway up to that day (counted from day 0), which becomes their day 0.
  ///
  /// What has finished is earned, each with its date; what is in progress is begun, its study done in proportion to its
  /// days, its least days those that are left; what was paid counts as spent. Whatever else the learner said stays.
  public func learner(on day: Int) -> Learner {
    var learner = follower(on: day, placements: timetable.placements.filter { $0.finish <= day })
    for award in pathway.awards where award.day <= day {
      learner.earned.updateValue(checker.learner.start + award.day, forKey: award.credential)
    }
    return learner
  }

  /// The same, with those steps finished and no others.
  func follower(on day: Int, placements finished: [Timetable.Placement]) -> Learner {
    var learner = checker.learner
    let held = timetable.keeping(finished)
    learner.start = learner.start + day
    if let deadline = learner.deadline { learner.deadline = deadline - day }
    for placement in finished {
      learner.earned.updateValue(checker.learner.start + placement.finish, forKey: placement.id)
      learner.begun[placement.id] = nil
      learner.failed[placement.id] = nil
      learner.spent = learner.spent.capped(plus: placement.cost)
    }
    // Whatever was renewed by something else lapses later than its own date says.
    for (id, date) in learner.earned where date != nil {
      guard let last = held.lastActiveDay(of: id), let validity = checker.catalog.credential(id)?.validity else {
        continue
      }
      learner.earned.updateValue(checker.learner.start + (last - validity.days), forKey: id)
    }
    for placement in timetable.placements where placement.start < day && day < placement.finish {
      begin(placement, on: day, &learner)
    }
    return learner
  }

  private func begin(_ placement: Timetable.Placement, on day: Int, _ learner: inout Learner) {
    learner.spent = payments(for: placement).filter { $0.day < day }.reduce(learner.spent) {
      $0.capped(plus: $1.amount)
    }
    guard placement.offer.mode != .renewal else { return }
    let id = placement.id
    let all = checker.offers.figures.workload(of: placement.offer.credential).value.held(to: .mostMinutes)
    // Rounded down, so that what is left of its study fits the days that are left.
    let left = placement.offer.minutes.capped(times: placement.finish - day) / max(1, placement.offer.length)
    learner.failed[id] = nil
    learner.begun[id] = max(0, all - left)
    if placement.offer.credential.duration.pace == .selfPaced || all == 0 {
      learner.mine[id, default: OwnFigures()].days = placement.finish - day
    }
  }
}

extension Timetable {
  /// The same calendar with those alone placed.
  func keeping(_ placements: [Placement]) -> Timetable {
    placements.reduce(into: emptied) { $0.place($1) }
  }
}
