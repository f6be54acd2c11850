/// What one pathway costs, takes and asks beyond another.
public struct PathwayDifference: Hashable, Sendable {
  /// Cents more; negative where the other is cheaper.
  public var cost: Int
  /// Days more; negative where the other is sooner done.
  public var days: Int
  /// Minutes of study more.
  public var minutes: Int
  /// Credentials that only the other takes, in its order.
  public var added: [String]
  /// Credentials that the other does without, in the order of the first.
  public var removed: [String]

  public init(from first: Pathway, to second: Pathway) {
    cost = second.cost - first.cost
    days = second.days - first.days
    minutes = second.minutes - first.minutes
    added = second.steps.map(\.credential).filter { first.step($0) == nil }
    removed = first.steps.map(\.credential).filter { second.step($0) == nil }
  }

  /// True where nothing at all is different.
  public var isNone: Bool { cost == 0 && days == 0 && minutes == 0 && added.isEmpty && removed.isEmpty }
}
