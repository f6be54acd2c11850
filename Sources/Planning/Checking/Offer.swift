import Catalogs

/// A credential as this learner would take it: one way, in the words of the contract's section of that name.
///
/// Part of the checker: derived from the catalog and the learner alone, and shared with nothing of the search.
struct Offer: Hashable, Sendable {
  var credential: Credential
  var mode: Step.Mode
  /// Days.
  var length: Int
  /// Minutes a week while in progress; 0 where the length is 0.
  var load: Int
  /// Cents of the planning currency.
  var cost: Int
  /// Cents of it for each started month.
  var monthly: Int
  /// Minutes of study.
  var minutes: Int
  /// Cents with all figures at their low and at their high end.
  var costRange: ClosedRange<Int>
  /// Minutes with all figures at their low and at their high end.
  var minutesRange: ClosedRange<Int>
  /// The days on which it can begin; `nil` means any day.
  var starts: [Int]?
  /// The first day on which it may start.
  var earliestStart = 0
  /// The last day on which it may start; `nil` for no such day.
  var latestStart: Int?
  /// The last day on which it may finish; `nil` for no such day.
  var latestFinish: Int?
  var requires: Requirement?
  var corequires: Requirement?
  /// A figure that counts here is an estimate or a median of its kin.
  var isEstimate: Bool
  /// The cost rests on an estimate or a median, be it of the price or of the months.
  var isCostEstimate: Bool
  /// A figure that counts here is not known at all, and counts as nothing.
  var isAtLeast: Bool

  var id: String { credential.id }

  /// Whether the calendar lets it start on that day.
  func canStart(on day: Int) -> Bool {
    guard day >= earliestStart, starts?.contains(day) ?? true else { return false }
    if let latestStart, day > latestStart { return false }
    if let latestFinish, day.capped(plus: length) > latestFinish { return false }
    return true
  }
}

/// Why this learner can't take a credential at all.
enum Refusal: Hashable, Sendable {
  case excluded(Exclusion)
  case excludedByEarned(String)
  case noRate(String)
  case estimate
  /// Held already, and it never lapses.
  case heldForEver
}

// Figures beyond any sense are held at a limit, so that no sum of them overflows.
extension Int {
  static let mostCents = 1_000_000_000_000
  static let mostMinutes = 1_000_000_000
  static let mostDays = 1_000_000

  func held(to most: Int) -> Int { Swift.min(Swift.max(self, 0), most) }

  func capped(plus other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }

  func capped(times other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? ((self < 0) == (other < 0) ? .max / 2 : .min / 2) : product
  }

  /// The smallest whole number not below the quotient; the divisor is positive, the dividend not negative.
  func ceiling(of divisor: Int) -> Int { self / divisor + (self % divisor > 0 ? 1 : 0) }
}
