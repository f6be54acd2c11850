import Catalogs

/// What somebody keeps who stops a pathway after one of its steps.
public struct OffRamp: Hashable, Sendable {
  /// The day on which these are finished.
  public var day: Int
  /// What is finished on it, in the order of the pathway.
  public var credentials: [String]
  /// Cents paid by then, for what is finished and for what is in progress.
  public var cost: Int
  /// Skills held then that were not held before the pathway, in the order in which they came.
  public var skills: [String]
  /// Ids of the catalog's goals that are reached then and were not before the pathway, other than those planned for.
  public var goals: [String]

  public init(day: Int, credentials: [String], cost: Int, skills: [String], goals: [String]) {
    self.day = day
    self.credentials = credentials
    self.cost = cost
    self.skills = skills
    self.goals = goals
  }
}

extension PathwayExplanation {
  /// The days on which something is finished, each with what stopping there keeps; the first is the first award.
  public var offRamps: [OffRamp] {
    let reachedBefore = Set(reachedGoals(on: 0, timetable.emptied))
    let days = Set(timetable.placements.map(\.finish)).sorted()
    return days.map { day in
      var kept = timetable.emptied
      for placement in timetable.placements where placement.finish <= day { kept.place(placement) }
      return OffRamp(
        day: day, credentials: timetable.placements.filter { $0.finish == day }.map(\.id),
        cost: timetable.placements.filter { $0.start < day || $0.finish <= day }.reduce(0) { $0.capped(plus: $1.cost) },
        skills: newSkills(kept),
        goals: reachedGoals(on: day, kept).filter { !reachedBefore.contains($0) && !checker.goals.contains($0) })
    }
  }

  private func newSkills(_ kept: Timetable) -> [String] {
    let earned = checker.learner.earned.keys.flatMap { checker.catalog.credential($0)?.teaches ?? [] }
    var known = checker.learner.knows.union(earned)
    let inOrder = kept.placements.sorted { ($0.finish, $0.id) < ($1.finish, $1.id) }
    return inOrder.flatMap(\.offer.credential.teaches).filter { known.insert($0).inserted }
  }

  private func reachedGoals(on day: Int, _ kept: Timetable) -> [String] {
    checker.catalog.goals.filter { kept.meets($0.requires, on: day, asker: nil, .finished) }.map(\.id)
  }
}
