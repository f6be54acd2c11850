import Catalogs
import Planning

/// In which order goals are listed; of equals as the catalogs have them, and what can't be reached last.
public enum GoalOrder: String, CaseIterable, Sendable {
  /// As the catalogs have them, field by field.
  case catalog
  /// The nearest first: the fewest credentials left, then the fewest days.
  case left
  /// The least money first, then the fewest days; each currency by itself, the most usual one first.
  case cheapest
  /// The fewest days first, then the fewest credentials.
  case fastest
  /// The highest median wage first; each currency by itself, the most usual one first.
  case wage
  /// What pays back soonest first, by the most months it may take; unknown last.
  case payback

  /// Smaller comes first; compared element by element.
  ///
  /// - Parameters:
  ///   - outcome: `nil` while nobody has planned it.
  ///   - currencies: in the order in which their goals are listed, as `Catalog.currencies` has them.
  public func rank(
    _ goal: Goal, _ outcome: PlanningOutcome?, learner: Learner, currencies: [String]
  ) -> [Int] {
    // Amounts of different currencies can't be compared: each stays with its own.
    func number(of currency: String?) -> Int { currency.flatMap(currencies.firstIndex) ?? currencies.count }
    switch self {
    case .catalog: return []
    case .wage:
      let isOutOfReach = outcome.map(\.frontier.isEmpty) ?? false
      guard let wage = goal.occupation?.medianWage else { return [2] }
      return [isOutOfReach ? 1 : 0, number(of: goal.occupation?.currency), -wage]
    case .left, .cheapest, .fastest, .payback: break
    }
    guard let outcome, let cheapest = outcome.frontier.first, let fastest = outcome.frontier.last else { return [1] }
    let left = outcome.frontier.map(\.steps.count).min() ?? 0
    switch self {
    case .cheapest:
      // Where no price at all is known, nothing is free.
      let isUnknown = cheapest.cost == 0 && cheapest.isAtLeast
      return [0, number(of: outcome.currency), isUnknown ? 1 : 0, cheapest.cost, fastest.days]
    case .fastest: return [0, fastest.days, left]
    case .payback:
      let months = Payback(cheapest, to: goal, learner: learner, currency: outcome.currency)?.months
      return months.map { [0, 0, $0.upperBound, $0.lowerBound] } ?? [0, 1]
    case .left, .catalog, .wage: return [0, left, fastest.days]
    }
  }
}

extension Catalog {
  /// What goals are paid in, the most usual first, and of equals by name.
  public var currencies: [String] {
    let all = goals.compactMap { header($0.catalog)?.currency } + goals.compactMap { $0.occupation?.currency }
    let counts = all.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The catalogs with goals, those with the most to choose from first, and of equals as they were read.
  public var fields: [(header: Header, goals: [Goal])] {
    let byCatalog = Dictionary(grouping: goals, by: \.catalog)
    let fields = headers.map { (header: $0, goals: byCatalog[$0.id] ?? []) }.filter { !$0.goals.isEmpty }
    return fields.enumerated().sorted { ($1.element.goals.count, $0.offset) < ($0.element.goals.count, $1.offset) }
      .map(\.element)
  }
}
