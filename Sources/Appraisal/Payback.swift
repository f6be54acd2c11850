import Catalogs
import Planning

/// After how long the higher wage of a goal's occupation has paid back what a pathway takes.
public enum Payback: Hashable, Sendable {
  /// Whole months, from the cost alone at its low end to the cost at its high end with every hour of study counted at the
  /// current wage.
  case months(ClosedRange<Int>)
  /// The occupation's median is no higher than the current wage.
  case never
  /// The wage is in a currency whose worth nobody says.
  case noRate(String)

  /// `nil` where it never pays back, or nobody can say.
  public var months: ClosedRange<Int>? { if case .months(let range) = self { range } else { nil } }

  /// Hours of paid work in a year: 52 weeks of 40 hours.
  public static let hoursPerYear = 2080

  /// `nil` where the wage of the goal or of the learner isn't known.
  public init?(_ pathway: Pathway, to goal: Goal, learner: Learner, currency: String) {
    guard let occupation = goal.occupation, let wage = occupation.medianWage, let current = learner.currentWage else {
      return nil
    }
    var worth = wage
    if let foreign = occupation.currency, foreign != currency {
      guard let rate = learner.rates[foreign] else {
        self = .noRate(foreign)
        return
      }
      worth = Int((Double(wage) * Double(rate) / 1_000_000).rounded())
    }
    let gain = worth - current
    guard gain > 0 else {
      self = .never
      return
    }
    let lost = Int(
      (Double(current) * Double(pathway.minutesRange.upperBound) / Double(60 * Payback.hoursPerYear)).rounded())
    let low = Payback.months(pathway.costRange.lowerBound, gain)
    self = .months(low...max(low, Payback.months(pathway.costRange.upperBound + lost, gain)))
  }

  private static func months(_ cents: Int, _ yearlyGain: Int) -> Int {
    cents <= 0 ? 0 : Int((Double(cents) * 12 / Double(yearlyGain)).rounded(.up))
  }
}
