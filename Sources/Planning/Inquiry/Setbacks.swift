import Catalogs

/// What failing a step of a pathway once costs.
public struct Setback: Hashable, Sendable {
  public var credential: String
  /// The day of the failed attempt, from day 0.
  public var day: Int
  /// Cents more than without it; `nil` where nothing leads to the goal any more.
  public var cost: Int?
  /// Days more than without it; `nil` where nothing leads to the goal any more.
  public var days: Int?
  /// False where the rest of the pathway doesn't work any more, and another way is taken from there.
  public var keepsToPathway: Bool
  /// True where the budget is passed then.
  public var passesBudget: Bool
  /// True where the deadline is passed then.
  public var passesDeadline: Bool
  /// False where a limit stopped the planning: it may cost less.
  public var isProven: Bool

  public init(
    credential: String, day: Int, cost: Int?, days: Int?, keepsToPathway: Bool = true, passesBudget: Bool = false,
    passesDeadline: Bool = false, isProven: Bool = true
  ) {
    self.credential = credential
    self.day = day
    self.cost = cost
    self.days = days
    self.keepsToPathway = keepsToPathway
    self.passesBudget = passesBudget
    self.passesDeadline = passesDeadline
    self.isProven = isProven
  }

  /// Whether it hurts more than another: no way on at all, then more days, then more money.
  public func isWorse(than other: Setback) -> Bool {
    (days ?? .max, cost ?? .max) > (other.days ?? .max, other.cost ?? .max)
  }
}

extension Inquiry {
  /// What failing each step once would cost, in the order of the pathway; steps without cost and work can't be failed.
  ///
  /// The attempt fails on the day the step would have finished. From there on it is planned anew, as fast as can be:
  /// the rest of the pathway with a second attempt at the retake fee, after the waiting days, nothing studied again; or
  /// where that can't be done, any other way. Budget and deadline are told, not kept.
  public func setbacks(of pathway: Pathway) throws(UnknownIdentifier) -> [Setback] {
    let explanation = PathwayExplanation(of: pathway, goals: request.goals, learner: learner, in: catalog)
    var setbacks: [Setback] = []
    for placement in explanation.timetable.placements where placement.cost > 0 || placement.offer.minutes > 0 {
      guard placement.offer.mode != .renewal else { continue }
      setbacks.append(try setback(placement, explanation))
      if limits.shouldStop() { break }
    }
    return setbacks
  }

  private func setback(
    _ failing: Timetable.Placement, _ explanation: PathwayExplanation
  ) throws(UnknownIdentifier) -> Setback {
    let day = failing.finish
    let all = explanation.timetable.placements
    // What takes no time on that very day may hang on it.
    let finished = all.filter { $0.id != failing.id && $0.finish <= day && $0.start < day }
    var learner = explanation.follower(on: day, placements: finished)
    learner.failed[failing.id] = FailedAttempt(date: learner.start, minutesLeft: 0)
    learner.begun[failing.id] = nil
    learner.budget = nil
    learner.deadline = nil
    var keeping = learner
    keeping.pinned.formUnion(all.map(\.id))
    let kept = try plan(for: keeping)
    let outcome = kept.frontier.isEmpty ? try plan(for: learner) : kept
    var setback = Setback(
      credential: failing.id, day: day, cost: nil, days: nil, keepsToPathway: !kept.frontier.isEmpty,
      isProven: outcome.isProven)
    guard let fastest = outcome.frontier.last else { return setback }
    let cost = total(finished + [failing], on: day, fastest, explanation)
    setback.cost = cost - explanation.timetable.cost
    setback.days = day + fastest.days - explanation.timetable.days
    setback.passesBudget = self.learner.budget.map { cost + self.learner.spent > $0 } ?? false
    setback.passesDeadline = self.learner.deadline.map { day + fastest.days > $0 } ?? false
    return setback
  }

  /// What was paid by then, and what the way on costs. What goes on costs what it was planned to cost: its months
  /// aren't begun anew.
  private func total(
    _ finished: [Timetable.Placement], on day: Int, _ rest: Pathway, _ explanation: PathwayExplanation
  ) -> Int {
    var total = finished.reduce(0) { $0 + $1.cost }
    var goingOn: Set<String> = []
    for open in explanation.timetable.placements where open.start < day && day < open.finish {
      if rest.step(open.id)?.mode == .goingOn {
        goingOn.insert(open.id)
        total += open.cost
      } else {
        total += explanation.payments(for: open).filter { $0.day < day }.reduce(0) { $0 + $1.amount }
      }
    }
    return rest.steps.filter { !goingOn.contains($0.credential) }.reduce(total) { $0 + $1.cost }
  }
}
