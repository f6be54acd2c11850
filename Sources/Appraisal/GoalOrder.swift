import Catalogs
import Planning

/// In which order goals are listed; of equals as the catalogs have them, and what can't be reached last.
public enum GoalOrder: String, CaseIterable, Sendable {
  /// As the catalogs have them, field by field.
  case catalog
  /// The nearest first: the fewest credentials left, then the fewest days.
  case left
  /// The least money first, then the fewest days; each currency by itself.
  case cheapest
  /// The fewest days first, then the fewest credentials.
  case fastest
  /// The highest median wage first; each currency by itself.
  case wage
  /// What pays back soonest first, by the most months it may take; unknown last.
  case payback

  /// Smaller comes first; compared element by element.
  ///
  /// - Parameter outcome: `nil` while nobody has planned it.
  public func rank(_ goal: Goal, _ outcome: PlanningOutcome?, learner: Learner) -> [Int] {
    switch self {
    case .catalog: return []
    case .wage:
      let isOutOfReach = outcome.map(\.frontier.isEmpty) ?? false
      guard let wage = goal.occupation?.medianWage else { return [2] }
      return [isOutOfReach ? 1 : 0, GoalOrder.number(of: goal.occupation?.currency ?? ""), -wage]
    case .left, .cheapest, .fastest, .payback: break
    }
    guard let outcome, let cheapest = outcome.frontier.first, let fastest = outcome.frontier.last else { return [1] }
    let left = outcome.frontier.map(\.steps.count).min() ?? 0
    switch self {
    case .cheapest: return [0, GoalOrder.number(of: outcome.currency), cheapest.cost, fastest.days]
    case .fastest: return [0, fastest.days, left]
    case .payback:
      let months = Payback(cheapest, to: goal, learner: learner, currency: outcome.currency)?.months
      return months.map { [0, 0, $0.upperBound, $0.lowerBound] } ?? [0, 1]
    case .left, .catalog, .wage: return [0, left, fastest.days]
    }
  }

  /// Amounts of different currencies can't be compared: each stays with its own.
  private static func number(of currency: String) -> Int {
    currency.unicodeScalars.reduce(0) { $0 << 8 | Int($1.value & 0xFF) }
  }
}

extension Catalog {
  /// The catalogs with goals, those with the most to choose from first, and of equals as they were read.
  public var fields: [(header: Header, goals: [Goal])] {
    let byCatalog = Dictionary(grouping: goals, by: \.catalog)
    let fields = headers.map { (header: $0, goals: byCatalog[$0.id] ?? []) }.filter { !$0.goals.isEmpty }
    return fields.enumerated().sorted { ($1.element.goals.count, $0.offset) < ($0.element.goals.count, $1.offset) }
      .map(\.element)
  }
}
