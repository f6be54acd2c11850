import Catalogs

/// What else lies near the end of a pathway.
public struct NearGoals: Hashable, Sendable {
  /// The cheapest first, of equals the fastest.
  public var goals: [NearGoal]
  /// How many goals a limit left unlooked at: they may be near too.
  public var unlooked: Int
  /// How many goals can't be weighed, because their currency has no rate.
  public var withoutRate: Int

  public init(_ goals: [NearGoal] = [], unlooked: Int = 0, withoutRate: Int = 0) {
    self.goals = goals
    self.unlooked = unlooked
    self.withoutRate = withoutRate
  }
}

/// Another goal, and what it takes from the end of a pathway.
public struct NearGoal: Hashable, Sendable {
  public var goal: String
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
    goal: String, cheapest: Pathway, fastest: Pathway, without: Pathway? = nil, isProven: Bool
  ) {
    self.goal = goal
    self.cheapest = cheapest
    self.fastest = fastest
    self.without = without
    self.isProven = isProven
  }

  /// Reached by the pathway itself.
  public var isReached: Bool { cheapest.steps.isEmpty }
}

/// How far from the end of a pathway to look: within so much money, so many days, or both.
public struct Neighbourhood: Hashable, Sendable {
  /// Cents at most; `nil` for any number.
  public var cost: Int?
  /// Days at most; `nil` for any number.
  public var days: Int?

  public init(cost: Int? = nil, days: Int? = nil) {
    self.cost = cost
    self.days = days
  }

  /// Half as much again as a pathway cost and took; a hundred units of the currency and four weeks at least.
  public init(around pathway: Pathway) {
    self.init(cost: max(10_000, pathway.cost / 2), days: max(28, pathway.days / 2))
  }

  func contains(_ pathway: Pathway) -> Bool {
    cost.map { pathway.cost <= $0 } ?? true && days.map { pathway.days <= $0 } ?? true
  }
}

extension Inquiry {
  /// What else lies within reach of a pathway's end: goals that the learner hadn't reached before, each planned for
  /// somebody who has followed the pathway, without budget and deadline.
  ///
  /// Amounts are those of this request's currency; a goal in another that the learner has no rate for isn't weighed.
  public func goals(near pathway: Pathway, within reach: Neighbourhood) throws(UnknownIdentifier) -> NearGoals {
    let explanation = PathwayExplanation(of: pathway, goals: request.goals, learner: learner, in: catalog)
    let follower = explanation.learner(on: pathway.days).unbound
    let currency = explanation.checker.offers.figures.currency
    var near = NearGoals()
    var others: [Goal] = []
    for goal in catalog.goals where !request.goals.contains(goal.id) {
      if explanation.timetable.emptied.meets(goal.requires, on: 0, asker: nil, .finished) { continue }
      let other = catalog.header(goal.catalog)?.currency ?? currency
      if other == currency || learner.rates[other] != nil { others.append(goal) } else { near.withoutRate += 1 }
    }
    for (place, goal) in others.enumerated() {
      if limits.shouldStop() {
        near.unlooked += others.count - place
        break
      }
      let outcome = try plan(for: follower, goals: [goal.id], in: currency)
      // Stopped before there was anything, it was as good as not looked at.
      if outcome.frontier.isEmpty && !outcome.isProven { near.unlooked += 1 }
      let within = outcome.frontier.filter(reach.contains)
      guard let cheapest = within.first, let fastest = within.last else { continue }
      let without = try plan(for: learner.unbound, goals: [goal.id], in: currency)
      near.goals.append(
        NearGoal(
          goal: goal.id, cheapest: cheapest, fastest: fastest,
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
