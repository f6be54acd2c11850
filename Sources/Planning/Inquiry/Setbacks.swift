import Catalogs

/// What failing each step of a pathway once costs.
public struct Setbacks: Hashable, Sendable {
  /// In the order of the pathway.
  public var all: [Setback]
  /// How many steps a limit left unlooked at: failing them may hurt more.
  public var unlooked: Int

  public init(_ all: [Setback] = [], unlooked: Int = 0) {
    self.all = all
    self.unlooked = unlooked
  }

  /// The one that hurts most, of those that are known: no way on at all, then more days, then more money; of equals the
  /// first.
  public var worst: Setback? { all.filter(\.isKnown).max { $1.isWorse(than: $0) } }
}

/// What failing a step of a pathway once costs.
public struct Setback: Hashable, Sendable {
  /// Against the pathway without it.
  public struct Loss: Hashable, Sendable {
    /// Cents more.
    public var cost: Int
    public var days: Int
    /// False where the rest of the pathway doesn't work any more, and another way is taken from there.
    public var keepsToPathway: Bool
    /// True where the budget is passed then.
    public var passesBudget: Bool
    /// True where the deadline is passed then.
    public var passesDeadline: Bool

    public init(
      cost: Int, days: Int, keepsToPathway: Bool = true, passesBudget: Bool = false, passesDeadline: Bool = false
    ) {
      self.cost = cost
      self.days = days
      self.keepsToPathway = keepsToPathway
      self.passesBudget = passesBudget
      self.passesDeadline = passesDeadline
    }

    public var isNothing: Bool { cost == 0 && days == 0 }
  }

  public var credential: String
  /// The day of the failed attempt, from day 0.
  public var day: Int
  /// With its study done again: all of it, or what the learner said was left when they failed it before. `nil` where
  /// nothing leads to the goal any more.
  public var studied: Loss?
  /// With nothing studied again: the least it can cost. `nil` where nothing leads to the goal any more.
  public var resat: Loss?
  /// False where a limit stopped the planning: it may cost less.
  public var isProven: Bool
  /// False where a limit stopped the planning before any way on was found.
  public var isKnown: Bool { isProven || (studied != nil && resat != nil) }

  public init(credential: String, day: Int, studied: Loss?, resat: Loss?, isProven: Bool = true) {
    self.credential = credential
    self.day = day
    self.studied = studied
    self.resat = resat
    self.isProven = isProven
  }

  /// Whether it hurts more than another: no way on at all, then more days, then more money.
  public func isWorse(than other: Setback) -> Bool {
    figures > other.figures
  }

  private var figures: (Int, Int, Int, Int) {
    (studied?.days ?? .max, studied?.cost ?? .max, resat?.days ?? .max, resat?.cost ?? .max)
  }
}

extension Inquiry {
  /// What failing each step once would cost, in the order of the pathway; steps without cost and work can't be failed.
  ///
  /// The attempt fails on the day the step would have finished. From there on it is planned anew: the rest of the
  /// pathway and nothing else, as fast as can be, with a second attempt by the contract's rules for failed ones (the
  /// retake fee, after the waiting days, with the minutes the learner says are left); or where that can't be done, the
  /// way on that the learner's own choice takes. Nobody has said yet how many are left, so both ends are planned: all of
  /// it, and nothing. Budget and deadline are told, not kept.
  public func setbacks(of pathway: Pathway) throws(UnknownIdentifier) -> Setbacks {
    let explanation = PathwayExplanation(of: pathway, goals: request.goals, learner: learner, in: catalog)
    let failable = explanation.timetable.placements.filter {
      ($0.cost > 0 || $0.offer.minutes > 0) && $0.offer.mode != .renewal
    }
    var setbacks = Setbacks()
    for (place, placement) in failable.enumerated() {
      if limits.shouldStop() {
        setbacks.unlooked = failable.count - place
        break
      }
      setbacks.all.append(try setback(placement, explanation))
    }
    return setbacks
  }

  private func setback(
    _ failing: Timetable.Placement, _ explanation: PathwayExplanation
  ) throws(UnknownIdentifier) -> Setback {
    let left = learner.failed[failing.id]?.minutesLeft
    let studied = try loss(failing, minutesLeft: left, explanation)
    let resat = left == 0 ? studied : try loss(failing, minutesLeft: 0, explanation)
    return Setback(
      credential: failing.id, day: failing.finish, studied: studied.loss, resat: resat.loss,
      isProven: studied.isProven && resat.isProven)
  }

  private func loss(
    _ failing: Timetable.Placement, minutesLeft: Int?, _ explanation: PathwayExplanation
  ) throws(UnknownIdentifier) -> (loss: Setback.Loss?, isProven: Bool) {
    let day = failing.finish
    let all = explanation.timetable.placements
    // What takes no time on that very day may hang on it.
    let finished = all.filter { $0.id != failing.id && $0.finish <= day && $0.start < day }
    var learner = explanation.follower(on: day, placements: finished)
    learner.failed[failing.id] = FailedAttempt(date: learner.start, minutesLeft: minutesLeft)
    learner.begun[failing.id] = nil
    learner.budget = nil
    learner.deadline = nil
    let kept = try plan(for: learner.keeping(to: all.map(\.id), of: catalog))
    let outcome = kept.frontier.isEmpty ? try plan(for: learner) : kept
    guard let rest = kept.frontier.last ?? outcome.chosenPathway else {
      return (nil, kept.isProven && outcome.isProven)
    }
    let cost = total(finished + [failing], on: day, rest, explanation)
    let loss = Setback.Loss(
      cost: cost - explanation.timetable.cost, days: day + rest.days - explanation.timetable.days,
      keepsToPathway: !kept.frontier.isEmpty,
      passesBudget: self.learner.budget.map { cost + self.learner.spent > $0 } ?? false,
      passesDeadline: self.learner.deadline.map { day + rest.days > $0 } ?? false)
    return (loss, kept.isProven && outcome.isProven)
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

extension Learner {
  /// The same learner, who takes those credentials and no others.
  func keeping(to credentials: [String], of catalog: Catalog) -> Learner {
    let kept = Set(credentials)
    var learner = self
    learner.pinned.formUnion(kept)
    for credential in catalog.credentials where !kept.contains(credential.id) {
      learner.excluded.insert(.credential(credential.id))
    }
    return learner
  }
}
