/// What the planner found, and how much of it is proven.
public struct PlanningOutcome: Hashable, Sendable {
  public enum Status: Hashable, Sendable {
    /// The whole frontier is proven.
    case optimal
    /// Stopped by a limit.
    case incomplete(Bound)
    /// No pathway within the limits, or none at all.
    case infeasible(Conflict)
  }

  /// What holds of every pathway, found or not.
  public struct Bound: Hashable, Sendable {
    /// No pathway costs less than this many cents.
    public var cost: Int
    /// No pathway takes fewer days.
    public var days: Int
    /// The frontier is proven for every pathway cheaper than this many cents (what is found there is all there is).
    public var provenBelowCost: Int

    public init(cost: Int, days: Int, provenBelowCost: Int) {
      self.cost = cost
      self.days = days
      self.provenBelowCost = provenBelowCost
    }
  }

  /// The request's goals.
  public var goals: [String]
  /// ISO 4217: the currency of every amount here.
  public var currency: String
  public var status: Status
  /// Cheapest first; of no two is one at least as good in both cost and days.
  public var frontier: [Pathway]
  /// The index of the one chosen by weighing money against time; `nil` where the frontier is empty.
  public var chosen: Int?
  public var assumptions: [Assumption]
  /// What can't be taken by this learner though it matters to the goal, each with its reason, by id.
  public var leftOut: [LeftOut]
  public var statistics: SearchStatistics

  public init(
    goals: [String], currency: String, status: Status, frontier: [Pathway], chosen: Int?,
    assumptions: [Assumption] = [], leftOut: [LeftOut] = [], statistics: SearchStatistics = SearchStatistics()
  ) {
    self.goals = goals
    self.currency = currency
    self.status = status
    self.frontier = frontier
    self.chosen = chosen
    self.assumptions = assumptions
    self.leftOut = leftOut
    self.statistics = statistics
  }
}

/// Why there is no pathway, and the smallest changes after which there is one.
public struct Conflict: Hashable, Sendable {
  /// The cheapest pathway without budget and deadline, where there is one.
  public var cheapest: Pathway?
  /// The fastest pathway without budget and deadline, where there is one.
  public var fastest: Pathway?
  /// Where the catalog itself can't reach the goal: what nothing satisfies.
  public var unsatisfied: [UnsatisfiedRequirement]

  public init(cheapest: Pathway? = nil, fastest: Pathway? = nil, unsatisfied: [UnsatisfiedRequirement] = []) {
    self.cheapest = cheapest
    self.fastest = fastest
    self.unsatisfied = unsatisfied
  }
}

public struct UnsatisfiedRequirement: Hashable, Sendable {
  public enum Missing: Hashable, Sendable {
    case credential(String)
    case skill(String)
    case condition(String)
    /// Hundredths of a credit, of which so many can be had.
    case credits(needed: Int, reachable: Int)
    /// Every part can be had alone but not together in time, with these loads, exclusions or lapses.
    case together
  }
  /// The credential or goal whose requirement it is.
  public var of: String
  public var missing: Missing

  public init(of: String, missing: Missing) {
    self.of = of
    self.missing = missing
  }
}

/// Something a pathway rests on that the catalog does not promise.
public enum Assumption: Hashable, Sendable {
  /// A condition that no credential gives, required by that credential or goal.
  case condition(String, of: String)
  /// So many of these, each of one or more conditions, required by that credential or goal.
  case choice([[String]], need: Int, of: String)
  case waived(String)
  case ownFigures(String)
  /// An estimate of the catalog stands for a figure of that credential.
  case estimate(String, Quantity)
  /// The median of so many of its kin stands for a figure of that credential.
  case median(String, Quantity, of: Int)
  /// Nothing is known, and it counts as nothing.
  case unknown(String, Quantity)
  /// Earned, with a validity but without a date: taken as active.
  case undatedEarned(String)
  /// One unit of that currency is worth so many millionths of a unit of the planning currency.
  case rate(String, Int)

  public enum Quantity: String, Hashable, Sendable { case price, workload, length }
}

/// A credential this learner can't take.
public struct LeftOut: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Scheduled, with a load of so many minutes a week.
    case load(minutesPerWeek: Int)
    /// Its last day on offer is over before it could finish.
    case over(untilDay: Int)
    /// None of its starts lies ahead.
    case noStartAhead
    case excluded(Exclusion)
    case excludedByEarned(String)
    case noRate(currency: String)
    case estimate
    /// What it requires can't be had.
    case unreachable
  }
  public var credential: String
  public var reason: Reason

  public init(credential: String, reason: Reason) {
    self.credential = credential
    self.reason = reason
  }
}

public struct SearchStatistics: Hashable, Sendable {
  public var nodes = 0
  public var schedulingNodes = 0
  /// Credentials that could matter to the goal, after reduction.
  public var relevantCredentials = 0

  public init() {}
}
