/// Two answers to nearly the same question, set beside each other.
public struct PlanComparison: Hashable, Sendable {
  public var before: PlanningOutcome
  public var after: PlanningOutcome

  public init(before: PlanningOutcome, after: PlanningOutcome) {
    self.before = before
    self.after = after
  }

  /// From the cheapest pathway before to the cheapest after; `nil` where there is none on either side.
  public var cheapest: PathwayDifference? { difference(before.frontier.first, after.frontier.first) }
  /// From the fastest pathway before to the fastest after.
  public var fastest: PathwayDifference? { difference(before.frontier.last, after.frontier.last) }
  /// From the chosen pathway before to the chosen one after.
  public var chosen: PathwayDifference? { difference(before.chosenPathway, after.chosenPathway) }

  /// From a pathway before to the one that stands after where that one stood: chosen, cheapest, fastest or between.
  public func difference(for pathway: Pathway) -> PathwayDifference? {
    difference(pathway, Standpoint(of: pathway, in: before).pathway(in: after))
  }

  /// True where both answers are proven: the differences are then exact.
  public var isProven: Bool { before.isProven && after.isProven }
  public var isSame: Bool { before.frontier == after.frontier }

  private func difference(_ first: Pathway?, _ second: Pathway?) -> PathwayDifference? {
    guard let first, let second else { return nil }
    return PathwayDifference(from: first, to: second)
  }
}

/// What changes from one pathway to another.
public struct PathwayDifference: Hashable, Sendable {
  /// Cents more; negative where it is cheaper.
  public var cost: Int
  /// Days more; negative where it is faster.
  public var days: Int
  /// Minutes of study more.
  public var minutes: Int
  /// Ids of credentials that only the second takes, in its order.
  public var added: [String]
  /// Ids of credentials that only the first takes, in its order.
  public var dropped: [String]

  public init(from first: Pathway, to second: Pathway) {
    cost = second.cost - first.cost
    days = second.days - first.days
    minutes = second.minutes - first.minutes
    let (before, after) = (first.steps.map(\.credential), second.steps.map(\.credential))
    added = after.filter { !before.contains($0) }
    dropped = before.filter { !after.contains($0) }
  }

  public var isNothing: Bool { cost == 0 && days == 0 && minutes == 0 && added.isEmpty && dropped.isEmpty }
}

extension PlanningOutcome {
  public var chosenPathway: Pathway? {
    chosen.flatMap { frontier.indices.contains($0) ? frontier[$0] : nil }
  }

  /// True unless a limit stopped it: what it shows, or that there is nothing to show, is a theorem.
  public var isProven: Bool { if case .incomplete = status { false } else { true } }

  /// What each point of the frontier gives for the money against the one before it, which is cheaper.
  public var exchanges: [Exchange] { zip(frontier, frontier.dropFirst()).map(Exchange.init) }
}

/// The price of a point of the frontier against the next cheaper one.
public struct Exchange: Hashable, Sendable {
  /// Cents more; positive on a frontier.
  public var cost: Int
  /// Days less; positive on a frontier.
  public var daysSaved: Int
  /// Ids of credentials that only the dearer one takes.
  public var added: [String]
  /// Ids of credentials that only the cheaper one takes.
  public var dropped: [String]

  public init(from cheaper: Pathway, to dearer: Pathway) {
    let difference = PathwayDifference(from: cheaper, to: dearer)
    cost = difference.cost
    daysSaved = -difference.days
    added = difference.added
    dropped = difference.dropped
  }

  /// Cents for each week saved, rounded up; `nil` where none is.
  public var centsPerWeek: Int? { daysSaved > 0 ? (7 * cost).dividedRoundingUp(by: daysSaved) : nil }
}
