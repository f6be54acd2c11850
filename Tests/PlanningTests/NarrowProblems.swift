import Catalogs

@testable import Planning

/// Random problems with narrow limits, so that most have no pathway; small enough to try everything. An hour of theirs
/// is what a minute is of other random problems, so that an hour more a week changes something.
struct NarrowProblem {
  var problem: RandomProblem
  /// The day from which the learner could start.
  var earliest: CalendarDate
  private var memory = Memory()

  private final class Memory { var points: [[SettingChange]: [BruteForce.Point]?] = [:] }

  var learner: Learner { problem.learner }

  /// `nil` where there is a pathway.
  init?(seed: UInt64) {
    var problem = RandomProblem(seed: seed)
    var random = SplitMix64(seed: seed &* 77)
    let ids = problem.catalog.credentials.map(\.id)
    if random.chance(60) { problem.learner.budget = random.number(0...8) }
    if random.chance(60) { problem.learner.deadline = random.number(0...6) }
    if random.chance(50) { problem.learner.excluded.insert(.credential(random.pick(ids))) }
    if random.chance(30) { problem.learner.excluded.insert(.provider("p0")) }
    if random.chance(30) { problem.learner.pinned.insert(random.pick(ids)) }
    if random.chance(30) { problem.learner.denied.insert("a driving licence") }
    problem.measureInHours()
    // With few hours a week, more of them are what is often missing.
    if random.chance(60) { problem.learner.minutesPerWeek = 240 }
    self.problem = problem
    earliest = dayZero + -random.number(0...3)
    guard points([])?.isEmpty == true else { return nil }
  }

  /// The frontier after changes by brute force, its days counted from the learner's own day 0; `nil` where it would take
  /// too long.
  func points(_ changes: [SettingChange]) -> [BruteForce.Point]? {
    if let known = memory.points[changes] { return known }
    let changed = learner.changed(by: changes)
    let later = changed.start - learner.start
    let points = BruteForce.frontier(problem.catalog, problem.goals, changed, mostPlacements: 150)
      .map { $0.map { BruteForce.Point(cost: $0.cost, days: $0.days + later) } }
    memory.points[changes] = .some(points)
    return points
  }

  var inquiry: Inquiry {
    var inquiry = Inquiry(PlanningRequest(goals: problem.goals, learner: learner), in: problem.catalog)
    inquiry.mostMinutes = learner.minutesPerWeek + 180
    return inquiry
  }

  func smallestChanges() throws -> SmallestChanges { try inquiry.smallestChanges(from: earliest) }
}

extension RandomProblem {
  fileprivate mutating func measureInHours() {
    func scale(_ minutes: inout Int?) { minutes = minutes.map { $0 * 60 } }
    func scale(_ figure: inout Figure?) {
      guard var scaled = figure else { return }
      scaled.value *= 60
      scale(&scaled.low)
      scale(&scaled.high)
      figure = scaled
    }
    let credentials = catalog.credentials.map { credential in
      var credential = credential
      scale(&credential.workload)
      if var validity = credential.validity {
        scale(&validity.renewalWorkload)
        credential.validity = validity
      }
      return credential
    }
    catalog = Catalog(
      headers: catalog.headers, providers: catalog.providers, skills: catalog.skills, credentials: credentials,
      goals: catalog.goals)
    learner.minutesPerWeek *= 60
    learner.begun = learner.begun.mapValues { $0 * 60 }
    for id in learner.failed.keys { scale(&learner.failed[id]!.minutesLeft) }
    for id in learner.mine.keys { scale(&learner.mine[id]!.workload) }
  }
}

extension NarrowProblem {
  /// A pathway of the plan after changes, its days counted from the learner's own day 0.
  func point(_ pathway: Pathway, _ changes: [SettingChange]) -> BruteForce.Point {
    let later = learner.changed(by: changes).start - learner.start
    return BruteForce.Point(cost: pathway.cost, days: pathway.days + later)
  }
}
