import Planning

/// A limit that a learner puts on what counts, and not on money or time.
public enum SelfLimit: String, CaseIterable, Sendable {
  /// Only figures that were seen: no estimates.
  case seen
  /// Only what somebody outside its provider vouches for.
  case vouched

  public func isKept(by learner: Learner) -> Bool {
    switch self {
    case .seen: return !learner.allowsEstimates
    case .vouched: return learner.excluded.contains(.unvouched)
    }
  }

  public func lifted(from learner: Learner) -> Learner {
    var learner = learner
    switch self {
    case .seen: learner.allowsEstimates = true
    case .vouched: learner.excluded.remove(.unvouched)
    }
    return learner
  }
}

/// What such a limit costs: the cheapest and the fastest pathway with it, against those without it.
public struct DoingWithout: Hashable, Sendable {
  public var limit: SelfLimit
  /// Cents more for the cheapest; `nil` where the limit leaves no pathway.
  public var cost: Int?
  /// Days more for the fastest; `nil` where the limit leaves no pathway.
  public var days: Int?

  /// `nil` where there is nothing to compare: no pathway even without the limit, or a search that proved nothing.
  public init?(_ limit: SelfLimit, _ outcome: PlanningOutcome, without other: PlanningOutcome) {
    guard case .optimal = other.status, let cheapest = other.frontier.first, let fastest = other.frontier.last else {
      return nil
    }
    if case .incomplete = outcome.status { return nil }
    self.limit = limit
    cost = outcome.frontier.first.map { $0.cost - cheapest.cost }
    days = outcome.frontier.last.map { $0.days - fastest.days }
  }
}
