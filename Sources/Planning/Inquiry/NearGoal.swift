import Catalogs

/// Another goal that lies near the end of a pathway.
public struct NearGoal: Hashable, Sendable {
  public var goal: String
  /// The cheapest pathway from the end of the first one on, counted from that day.
  public var cheapest: Pathway
  /// The fastest one.
  public var fastest: Pathway
  /// False where a limit ended the search.
  public var isProven: Bool

  public init(goal: String, cheapest: Pathway, fastest: Pathway, isProven: Bool) {
    self.goal = goal
    self.cheapest = cheapest
    self.fastest = fastest
    self.isProven = isProven
  }
}

extension Inquiry {
  /// What else lies within some money and some days of the end of a pathway, the nearest in cost first.
  ///
  /// - Parameters:
  ///   - cost: cents that the cheapest way there may cost; `nil` for any.
  ///   - days: days that the fastest way there may take; `nil` for any.
  public func nearGoals(after pathway: Pathway, cost: Int? = nil, days: Int? = nil) -> [NearGoal] {
    let there = Standing(of: pathway, on: pathway.days, catalog: catalog, learner: learner).learner
    let near = catalog.goals.filter { !request.goals.contains($0.id) }.compactMap { goal -> NearGoal? in
      guard let outcome = answer(for: there, goals: [goal.id]), let cheapest = outcome.frontier.first,
        let fastest = outcome.frontier.last
      else { return nil }
      if let cost, cheapest.cost > cost { return nil }
      if let days, fastest.days > days { return nil }
      var isProven = true
      if case .incomplete = outcome.status { isProven = false }
      return NearGoal(goal: goal.id, cheapest: cheapest, fastest: fastest, isProven: isProven)
    }
    return near.enumerated().sorted {
      ($0.element.cheapest.cost, $0.element.cheapest.days, $0.offset)
        < ($1.element.cheapest.cost, $1.element.cheapest.days, $1.offset)
    }.map(\.element)
  }
}
