import Catalogs
import Planning

/// What reaching a goal does to the learner's wage, and in what time it pays the pathway back.
public struct WageChange: Hashable, Sendable {
  /// Cents a year, in the planning currency; `nil` where the learner gave none.
  public var now: Int?
  /// Cents a year, in the planning currency.
  public var then: Int
  /// Days of the higher wage that earn the pathway's cost; `nil` where it isn't higher, or nobody knows.
  public var payback: Int?

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
    guard let now, then > now else { return }
    let (product, overflows) = pathway.cost.multipliedReportingOverflow(by: 364)
    payback = overflows ? nil : (product + then - now - 1) / (then - now)
  }

  /// `paid back in 0.9 weeks of the higher wage`
  public var sentence: String {
    guard let now else { return "with your wage (--wage) it would say when the cost is earned back" }
    guard let payback else { return then > now ? "never paid back" : "no more than the wage now" }
    return "paid back in \(Amounts.weeks(payback)) weeks of the higher wage"
  }
}
