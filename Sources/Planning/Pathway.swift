/// A set of credentials not yet earned, each with a start day, that reaches the goal: one point of a frontier.
public struct Pathway: Hashable, Sendable {
  /// By start, then finish, then id.
  public var steps: [Step]
  /// Cents of the planning currency.
  public var cost: Int
  /// The last finish day; 0 for the empty pathway.
  public var days: Int
  /// Minutes of study.
  public var minutes: Int
  /// What it earns by the way: awards of no cost and no work whose requirements it meets.
  public var awards: [Award]
  /// From all figures at their low end to all at their high end, in cents.
  public var costRange: ClosedRange<Int>
  /// The same for minutes of study.
  public var minutesRange: ClosedRange<Int>
  /// True where a figure nobody knows counts as nothing in a total: read it as "at least".
  public var isAtLeast: Bool

  public init(
    steps: [Step], cost: Int, days: Int, minutes: Int, awards: [Award] = [], costRange: ClosedRange<Int>? = nil,
    minutesRange: ClosedRange<Int>? = nil, isAtLeast: Bool = false
  ) {
    self.steps = steps
    self.cost = cost
    self.days = days
    self.minutes = minutes
    self.awards = awards
    self.costRange = costRange ?? cost...cost
    self.minutesRange = minutesRange ?? minutes...minutes
    self.isAtLeast = isAtLeast
  }

  public func step(_ credential: String) -> Step? { steps.first { $0.credential == credential } }
}

/// One credential of a pathway, with its place in the calendar.
public struct Step: Hashable, Sendable {
  /// How the learner takes it.
  public enum Mode: Hashable, Sendable {
    case anew
    /// Begun before day 0; the fee is paid, the minutes are what is left.
    case goingOn
    /// A failed attempt is made again at its retake fee.
    case again
    /// Earned, still valid, and renewed at its renewal figures.
    case renewal
  }

  public var credential: String
  /// Days from day 0.
  public var start: Int
  /// The day on which it is held: start + length.
  public var finish: Int
  /// Cents of the planning currency.
  public var cost: Int
  /// Minutes of study.
  public var minutes: Int
  /// Minutes a week while in progress.
  public var load: Int
  public var mode: Mode
  /// True where one of its figures is an estimate or a median of its kin.
  public var isEstimate: Bool
  /// True where a figure of it is not known at all and counts as nothing.
  public var isAtLeast: Bool

  public init(
    credential: String, start: Int, finish: Int, cost: Int, minutes: Int, load: Int, mode: Mode = .anew,
    isEstimate: Bool = false, isAtLeast: Bool = false
  ) {
    self.credential = credential
    self.start = start
    self.finish = finish
    self.cost = cost
    self.minutes = minutes
    self.load = load
    self.mode = mode
    self.isEstimate = isEstimate
    self.isAtLeast = isAtLeast
  }
}

/// A credential of no cost and no work that a pathway earns by the way.
public struct Award: Hashable, Sendable {
  public var credential: String
  /// The first day on which its requirements are met.
  public var day: Int

  public init(credential: String, day: Int) {
    self.credential = credential
    self.day = day
  }
}
