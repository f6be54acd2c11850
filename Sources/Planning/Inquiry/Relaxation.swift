/// A change of settings after which there is a pathway where there was none.
public struct Relaxation: Hashable, Sendable {
  public enum Change: Hashable, Sendable {
    /// A budget of so many cents, what was spent so far included.
    case budget(Int)
    /// A deadline after so many days.
    case deadline(days: Int)
    /// So many minutes of study a week.
    case minutesPerWeek(Int)
    /// So many credentials in progress at most.
    case atOnce(Int)
    /// What is excluded may be taken.
    case admit(Exclusion)
    /// What is pinned need not be taken.
    case unpin(String)
    /// A condition that was denied holds.
    case grant(String)
    /// Estimates count.
    case allowEstimates
  }

  /// All of them together.
  public var changes: [Change]
  /// The best pathway then: the cheapest where the budget was in the way, else the fastest where the deadline was, else
  /// the chosen one.
  public var pathway: Pathway

  public init(changes: [Change], pathway: Pathway) {
    self.changes = changes
    self.pathway = pathway
  }
}

public struct Relaxations: Hashable, Sendable {
  /// Each does by itself. Empty where no change of settings helps, or none of so few.
  public var relaxations: [Relaxation]
  /// False where a limit ended one of the searches: there may be smaller changes then.
  public var isProven: Bool

  public init(relaxations: [Relaxation], isProven: Bool) {
    self.relaxations = relaxations
    self.isProven = isProven
  }
}
