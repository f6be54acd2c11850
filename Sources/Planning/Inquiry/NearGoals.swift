import Catalogs

/// Another goal, and what it takes from the end of a pathway.
public struct NearGoal: Hashable, Sendable {
  public var goal: String
  /// ISO 4217: the currency of that goal's catalog.
  public var currency: String
  /// The cheapest way on, its days counted from the end of the pathway.
  public var cheapest: Pathway
  /// The fastest way on.
  public var fastest: Pathway
  /// False where a limit stopped the planning: it may be nearer.
  public var isProven: Bool

  public init(goal: String, currency: String, cheapest: Pathway, fastest: Pathway, isProven: Bool) {
    self.goal = goal
    self.currency = currency
    self.cheapest = cheapest
    self.fastest = fastest
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
  /// What else lies within reach of a pathway's end, the cheapest first (of equals the fastest): goals that the learner
  /// hadn't reached before, each planned for somebody who has followed the pathway, without budget and deadline.
  ///
  /// Only goals counted in the currency of this request are looked at: others can't be compared.
  public func goals(near pathway: Pathway, within reach: Neighbourhood) throws(UnknownIdentifier) -> [NearGoal] {
    let explanation = PathwayExplanation(of: pathway, goals: request.goals, learner: learner, in: catalog)
    var follower = explanation.learner(on: pathway.days)
    (follower.budget, follower.deadline, follower.pinned) = (nil, nil, [])
    let currency = explanation.checker.offers.figures.currency
    var found: [NearGoal] = []
    for goal in catalog.goals where !request.goals.contains(goal.id) && !limits.shouldStop() {
      guard (catalog.header(goal.catalog) ?? catalog.headers.first)?.currency ?? currency == currency,
        !explanation.timetable.emptied.meets(goal.requires, on: 0, asker: nil, .finished)
      else { continue }
      let outcome = try plan(for: follower, goals: [goal.id])
      let near = outcome.frontier.filter(reach.contains)
      guard let cheapest = near.first, let fastest = near.last else { continue }
      found.append(
        NearGoal(
          goal: goal.id, currency: currency, cheapest: cheapest, fastest: fastest, isProven: outcome.isProven))
    }
    return found.sorted {
      ($0.cheapest.cost, $0.fastest.days, $0.goal) < ($1.cheapest.cost, $1.fastest.days, $1.goal)
    }
  }
}
