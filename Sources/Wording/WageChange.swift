import Catalogs
import Planning

/// What reaching a goal does to the learner's wage.
public struct WageChange: Hashable, Sendable {
  /// Cents a year, in the planning currency; `nil` where the learner gave none.
  public var now: Int?
  /// Cents a year, in the planning currency.
  public var then: Int

  /// `nil` where nobody says what the goal pays, or in a currency without a rate.
  ///
  /// - Parameter currency: ISO 4217, of the pathway's cost.
  public init?(_ pathway: Pathway, to goal: Goal, learner: Learner, currency: String) {
    guard let occupation = goal.occupation, let wage = occupation.medianWage else { return nil }
    let paidIn = occupation.currency ?? currency
    if paidIn == currency {
      then = wage
    } else {
      guard let rate = learner.rates[paidIn] else { return nil }
      let (product, overflows) = wage.multipliedReportingOverflow(by: rate)
      guard !overflows else { return nil }
      then = product / 1_000_000
    }
    now = learner.currentWage
  }
}
