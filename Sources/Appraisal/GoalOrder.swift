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

  /// - Parameters:
  ///   - outcome: `nil` while nobody has planned it.
  ///   - currencies: in the order in which their goals are listed, as `Catalog.currencies` has them.
  public func rank(
    _ goal: Goal, _ outcome: PlanningOutcome?, learner: Learner, currencies: [String]
  ) -> GoalRank {
    // Amounts of different currencies can't be compared: each stays with its own.
    func number(of currency: String?) -> Int { currency.flatMap(currencies.firstIndex) ?? currencies.count }
    switch self {
    case .catalog: return GoalRank()
    case .wage:
      let isOutOfReach = outcome.map(\.frontier.isEmpty) ?? false
      guard let wage = goal.occupation?.medianWage else { return GoalRank(group: 2) }
      return GoalRank(group: isOutOfReach ? 1 : 0, currency: number(of: goal.occupation?.currency), first: -wage)
    case .left, .cheapest, .fastest, .payback: break
    }
    guard let outcome, let cheapest = outcome.frontier.first, let fastest = outcome.frontier.last else {
      return GoalRank(group: 2)
    }
    let left = outcome.frontier.map(\.steps.count).min() ?? 0
    switch self {
    case .cheapest:
      // Where no price at all is known, nothing is free.
      let isUnknown = cheapest.cost == 0 && cheapest.isAtLeast
      return GoalRank(
        currency: number(of: outcome.currency) * 2 + (isUnknown ? 1 : 0), first: cheapest.cost, second: fastest.days)
    case .fastest: return GoalRank(first: fastest.days, second: left)
    case .payback:
      let months = Payback(cheapest, to: goal, learner: learner, currency: outcome.currency)?.months
      return months.map { GoalRank(first: $0.upperBound, second: $0.lowerBound) } ?? GoalRank(group: 1)
    case .left, .catalog, .wage: return GoalRank(first: left, second: fastest.days)
    }
  }
}

/// Where a goal stands in an order; the least comes first.
public struct GoalRank: Comparable, Hashable, Sendable {
  /// What is comparable with each other.
  var group = 0
  var currency = 0
  var first = 0
  var second = 0

  public static func < (one: GoalRank, other: GoalRank) -> Bool {
    (one.group, one.currency, one.first, one.second) < (other.group, other.currency, other.first, other.second)
  }
}

extension Sequence {
  /// By rank, and of equals as they stand.
  public func ordered(by rank: (Element) -> GoalRank) -> [Element] {
    enumerated().map { (rank: rank($1), place: $0, element: $1) }.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
      .map(\.element)
  }
}

extension Catalog {
  /// What goals are paid in, the most usual first, and of equals by name.
  public var currencies: [String] {
    let own = Dictionary(headers.map { ($0.id, $0.currency) }, uniquingKeysWith: { first, _ in first })
    let all = goals.compactMap { own[$0.catalog] } + goals.compactMap { $0.occupation?.currency }
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
