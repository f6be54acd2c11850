import Catalogs

/// A day on which one could stop, and what one would keep.
public struct OffRamp: Hashable, Sendable {
  /// From day 0.
  public var day: Int
  /// Ids of credentials finished or awarded on that day, in the order of the pathway.
  public var earned: [String]
  /// Ids of skills held from that day on, and not before.
  public var skills: [String]
  /// Ids of goals of the catalogs reached on that day, and on none before.
  public var goals: [String]
  /// Cents paid by then, without what would begin on that day.
  public var cost: Int
  /// Minutes of study done for what is held by then.
  public var minutes: Int
  /// What is paid rests on an estimate or a median.
  public var isEstimate: Bool
  /// What is paid rests on something that isn't known at all: it may be more.
  public var isAtLeast: Bool

  public init(
    day: Int, earned: [String], skills: [String], goals: [String], cost: Int, minutes: Int, isEstimate: Bool = false,
    isAtLeast: Bool = false
  ) {
    self.day = day
    self.earned = earned
    self.skills = skills
    self.goals = goals
    self.cost = cost
    self.minutes = minutes
    self.isEstimate = isEstimate
    self.isAtLeast = isAtLeast
  }
}

extension PathwayExplanation {
  /// Every day on which something is earned, in order: the first says what comes first, and when.
  public var offRamps: [OffRamp] {
    var skills = skillsHeld(timetable.emptied)
    var goals = Set(goalsReached(timetable.emptied, on: 0))
    var ramps: [OffRamp] = []
    for day in Set(withAwards.placements.map(\.finish)).sorted() {
      let held = withAwards.keeping(withAwards.placements.filter { $0.finish <= day })
      let newSkills = skillsHeld(held).subtracting(skills)
      let newGoals = goalsReached(held, on: day).filter { !goals.contains($0) }
      skills.formUnion(newSkills)
      goals.formUnion(newGoals)
      let paid = paid(on: day)
      ramps.append(
        OffRamp(
          day: day, earned: held.placements.filter { $0.finish == day }.map(\.id), skills: newSkills.sorted(),
          goals: newGoals, cost: paid.reduce(0) { $0 + $1.amount },
          minutes: held.placements.reduce(0) { $0 + $1.offer.minutes }, isEstimate: paid.contains(where: \.isEstimate),
          isAtLeast: paid.contains(where: \.isAtLeast)))
    }
    return ramps
  }

  /// Everything for what has finished, and what was due before that day for what is in progress.
  private func paid(on day: Int) -> [Payment] {
    timetable.placements.flatMap { placement in
      payments(for: placement).filter { placement.finish <= day || $0.day < day }
    }
  }

  /// The steps, and what they earn by the way.
  var withAwards: Timetable {
    var timetable = timetable
    for award in pathway.awards {
      guard let credential = checker.catalog.credential(award.credential),
        case .success(let ways) = checker.offers.offers(of: credential), let way = ways.first
      else { continue }
      timetable.place(Timetable.Placement(offer: way, start: award.day))
    }
    return timetable
  }

  private func skillsHeld(_ timetable: Timetable) -> Set<String> {
    let earned = checker.learner.earned.keys.compactMap(checker.catalog.credential)
    let finished = timetable.placements.map(\.offer.credential)
    return checker.learner.knows.union((earned + finished).flatMap(\.teaches))
  }

  private func goalsReached(_ timetable: Timetable, on day: Int) -> [String] {
    checker.catalog.goals.filter { timetable.meets($0.requires, on: day, asker: nil, .finished) }.map(\.id)
  }
}
