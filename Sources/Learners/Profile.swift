import Catalogs
import Planning

/// The settings of a learner as they are kept: what the planner is given, and whether its first day is always today.
public struct Profile: Hashable, Sendable {
  public var learner: Learner
  /// True where nobody set a first day: it is then the day on which the planner is opened.
  public var startsToday: Bool

  public init(_ learner: Learner, startsToday: Bool = true) {
    self.learner = learner
    self.startsToday = startsToday
  }

  /// The same on another day: a first day that is today moves along, and a deadline stays the date it was.
  public func rolled(to today: CalendarDate) -> Profile {
    guard startsToday else { return self }
    var rolled = self
    rolled.learner.deadline = learner.deadline.map { $0 - (today - learner.start) }
    rolled.learner.start = today
    return rolled
  }
}
