import Catalogs

/// Which point of a frontier is chosen, by weighing money against time (the contract's "The answer").
struct Choice {
  /// Cents that 364 days are worth: 52 weeks of the price of a week. `nil` where nothing says.
  private let yearPrice: Int?

  init(_ problem: Problem) {
    let learner = problem.learner
    if let week = learner.weekPrice {
      yearPrice = week.saturatingMultiply(52)
    } else if let current = learner.currentWage, let wage = Choice.wage(of: problem) {
      // A goal that pays less makes no week worth waiting for.
      yearPrice = max(0, wage - current)
    } else {
      yearPrice = nil
    }
  }

  /// The yearly wage of the first goal that has one, in cents of the planning currency.
  private static func wage(of problem: Problem) -> Int? {
    for goal in problem.destinations {
      guard let wage = goal.occupation?.medianWage else { continue }
      let currency = goal.occupation?.currency ?? problem.currency
      if currency == problem.currency { return wage }
      if let rate = problem.learner.rates[currency] {
        return (wage.saturatingMultiply(rate) + 500_000) / 1_000_000
      }
    }
    return nil
  }

  /// The index of the chosen pathway; of equals the cheaper, which comes first.
  func index(in frontier: [Pathway]) -> Int? {
    guard let cheapest = frontier.first, let fastest = frontier.last else { return nil }
    func weight(_ pathway: Pathway) -> Int {
      if let yearPrice {
        return pathway.cost.saturatingMultiply(364) + pathway.days.saturatingMultiply(yearPrice)
      }
      return (pathway.cost - cheapest.cost).saturatingMultiply(cheapest.days - fastest.days)
        + (pathway.days - fastest.days).saturatingMultiply(fastest.cost - cheapest.cost)
    }
    return frontier.indices.min { (weight(frontier[$0]), $0) < (weight(frontier[$1]), $1) }
  }
}
