import Catalogs

/// What is paid in one month of the calendar.
public struct MonthlySpending: Hashable, Sendable {
  public var year: Int
  /// 1...12
  public var month: Int
  /// Cents.
  public var cost: Int

  public init(year: Int, month: Int, cost: Int) {
    self.year = year
    self.month = month
    self.cost = cost
  }
}

extension PathwayExplanation {
  /// Money by month, from the first month in which something is paid to the last, those between without payments too.
  /// A fee is paid on the day a step starts, a monthly price on the first day of each month of the step (every 365/12
  /// days); together they are the pathway's cost.
  public var spending: [MonthlySpending] {
    var amounts: [Int: Int] = [:]
    for placement in timetable.placements {
      for (day, cents) in payments(for: placement) where cents > 0 {
        let (year, month, _) = (checker.learner.start + day).components
        amounts[year * 12 + month - 1, default: 0] += cents
      }
    }
    guard let first = amounts.keys.min(), let last = amounts.keys.max() else { return [] }
    return (first...last).map { MonthlySpending(year: $0 / 12, month: $0 % 12 + 1, cost: amounts[$0] ?? 0) }
  }

  private func payments(for placement: Timetable.Placement) -> [(day: Int, cents: Int)] {
    let months = (12 * placement.offer.length).ceiling(of: 365)
    let monthly = months == 0 ? 0 : min(placement.offer.monthly, placement.cost / months)
    let fee = placement.cost - monthly * months
    return [(placement.start, fee)]
      + (0..<months).map { (placement.start.capped(plus: (365 * $0).ceiling(of: 12)), monthly) }
  }
}
