import Catalogs

/// What else lies near the end of a pathway.
public struct NearGoals: Hashable, Sendable {
  /// The cheapest first, of equals the fastest.
  public var goals: [NearGoal]
  /// How many goals a limit left unlooked at: they may be near too.
  public var unlooked: Int

  public init(_ goals: [NearGoal] = [], unlooked: Int = 0) {
    self.goals = goals
    self.unlooked = unlooked
  }
}

/// Another goal, and what it takes from the end of a pathway.
public struct NearGoal: Hashable, Sendable {
  public var goal: String
  /// ISO 4217: the currency of that goal's catalog.
  public var currency: String
  /// The cheapest way on, its days counted from the end of the pathway.
  public var cheapest: Pathway
  /// The fastest way on.
  public var fastest: Pathway
  /// The cheapest way to it from where the learner stands now, without the pathway; `nil` where there is none, or none
  /// was proven within the limits.
  public var without: Pathway?
  /// False where a limit stopped the planning: it may be nearer.
  public var isProven: Bool

  public init(
    goal: String, currency: String, cheapest: Pathway, fastest: Pathway, without: Pathway? = nil, isProven: Bool
  ) {
    self.goal = goal
    self.currency = currency
    self.cheapest = cheapest
    self.fastest = fastest
    self.without = without
    self.isProven = isProven
  }

  /// Reached by the pathway itself.
  public var isReached: Bool { cheapest.steps.isEmpty }
}

/// How far from the end of a pathway to look.
public struct Neighbourhood: Hashable, Sendable {
  /// Cents at most; `nil` for any number.
  public var cost: Int?
  /// Days at most; `nil` for any number.
  public var days: Int?

  public init(cost: Int? = nil, days: Int? = nil) {
    self.cost = cost
    self.days = days
  }

  func contains(_ pathway: Pathway) -> Bool {
    cost.map { pathway.cost <= $0 } ?? true && days.map { pathway.days <= $0 } ?? true
  }
}

extension Inquiry {
  /// What else lies within reach of a pathway's end: goals that the learner hadn't reached before, each planned for
  /// somebody who has followed the pathway, without budget and deadline.
  ///
  /// Only goals counted in the currency of this request are looked at: others can't be compared.
  public func goals(near pathway: Pathway, within reach: Neighbourhood) throws(UnknownIdentifier) -> NearGoals {
    let explanation = PathwayExplanation(of: pathway, goals: request.goals, learner: learner, in: catalog)
    let follower = explanation.learner(on: pathway.days).unbound
    let currency = explanation.checker.offers.figures.currency
    let others = catalog.goals.filter { goal in
      !request.goals.contains(goal.id)
        && (catalog.header(goal.catalog) ?? catalog.headers.first)?.currency ?? currency == currency
        && !explanation.timetable.emptied.meets(goal.requires, on: 0, asker: nil, .finished)
    }
    var near = NearGoals()
    for (place, goal) in others.enumerated() {
      if limits.shouldStop() {
        near.unlooked += others.count - place
        break
      }
      let outcome = try plan(for: follower, goals: [goal.id])
      // Stopped before there was anything, it was as good as not looked at.
      if outcome.frontier.isEmpty && !outcome.isProven { near.unlooked += 1 }
      let within = outcome.frontier.filter(reach.contains)
      guard let cheapest = within.first, let fastest = within.last else { continue }
      let without = try plan(for: learner.unbound, goals: [goal.id])
      near.goals.append(
        NearGoal(
          goal: goal.id, currency: currency, cheapest: cheapest, fastest: fastest,
          without: without.isProven ? without.frontier.first : nil, isProven: outcome.isProven))
    }
    near.goals.sort {
      ($0.cheapest.cost, $0.fastest.days, $0.goal) < ($1.cheapest.cost, $1.fastest.days, $1.goal)
    }
    return near
  }
}

extension Learner {
  /// The same without budget, deadline and what has to be part of it: those are meant for the goal that was asked for.
  fileprivate var unbound: Learner {
    var learner = self
    (learner.budget, learner.deadline, learner.pinned) = (nil, nil, [])
    return learner
  }
}
