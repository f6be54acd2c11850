import Catalogs

/// What a learner gives: hours, money, dates, what is held, what is ruled out.
public struct Learner: Hashable, Sendable {
  /// Minutes of study a week; the contract's 60 H.
  public var minutesPerWeek: Int
  /// Credentials of positive length in progress at most.
  public var atOnce: Int
  /// Day 0.
  public var start: CalendarDate
  /// Ids of skills.
  public var knows: Set<String>
  /// Ids of credentials held, each perhaps with the day on which it was earned.
  public var earned: [String: CalendarDate?]
  /// Ids of credentials begun, with the minutes done so far.
  public var begun: [String: Int]
  public var failed: [String: FailedAttempt]
  /// Cents paid so far: counts against the budget, not in the cost.
  public var spent: Int
  public var excluded: Set<Exclusion>
  /// Ids of credentials that are taken whatever it costs.
  public var pinned: Set<String>
  /// This learner's own figures, by credential, in place of the catalog's.
  public var mine: [String: OwnFigures]
  /// Ids of credentials whose `requires` an institution has set aside for this learner.
  public var waived: Set<String>
  /// Texts of conditions that do not hold.
  public var denied: Set<String>
  /// What one unit of another currency is worth, in millionths of a unit of the planning currency.
  public var rates: [String: Int]
  /// Cents; what was `spent` counts against it.
  public var budget: Int?
  /// The last day on which the pathway may finish.
  public var deadline: Int?
  /// Cents a year earned now.
  public var currentWage: Int?
  /// Cents a week of time is worth (the contract's W).
  public var weekPrice: Int?
  /// False where the learner rules out every figure that is an estimate.
  public var allowsEstimates: Bool

  public init(
    minutesPerWeek: Int = 600, atOnce: Int = 3, start: CalendarDate, knows: Set<String> = [],
    earned: [String: CalendarDate?] = [:], begun: [String: Int] = [:], failed: [String: FailedAttempt] = [:],
    spent: Int = 0, excluded: Set<Exclusion> = [], pinned: Set<String> = [], mine: [String: OwnFigures] = [:],
    waived: Set<String> = [], denied: Set<String> = [], rates: [String: Int] = [:], budget: Int? = nil,
    deadline: Int? = nil, currentWage: Int? = nil, weekPrice: Int? = nil, allowsEstimates: Bool = true
  ) {
    self.minutesPerWeek = minutesPerWeek
    self.atOnce = atOnce
    self.start = start
    self.knows = knows
    self.earned = earned
    self.begun = begun
    self.failed = failed
    self.spent = spent
    self.excluded = excluded
    self.pinned = pinned
    self.mine = mine
    self.waived = waived
    self.denied = denied
    self.rates = rates
    self.budget = budget
    self.deadline = deadline
    self.currentWage = currentWage
    self.weekPrice = weekPrice
    self.allowsEstimates = allowsEstimates
  }
}

/// What a learner will not take.
public enum Exclusion: Hashable, Sendable {
  case credential(String)
  case provider(String)
  case delivery(Credential.Delivery)
  /// Everything offered in that language alone.
  case language(String)
  /// Everything that nobody outside its provider vouches for.
  case unvouched
}

public struct FailedAttempt: Hashable, Sendable {
  /// The day of the attempt; without one, day 0.
  public var date: CalendarDate?
  /// Minutes of study the learner says are left; without them, all of it.
  public var minutesLeft: Int?

  public init(date: CalendarDate? = nil, minutesLeft: Int? = nil) {
    self.date = date
    self.minutesLeft = minutesLeft
  }
}

/// A learner's own figures for a credential: a voucher, an employer's share, "I know half of it".
public struct OwnFigures: Hashable, Sendable {
  /// Cents of the planning currency.
  public var fee: Int?
  /// Cents of the planning currency a month.
  public var monthly: Int?
  /// Minutes.
  public var workload: Int?
  /// Days.
  public var days: Int?

  public init(fee: Int? = nil, monthly: Int? = nil, workload: Int? = nil, days: Int? = nil) {
    self.fee = fee
    self.monthly = monthly
    self.workload = workload
    self.days = days
  }
}
