import Catalogs

/// What would have to change for there to be a pathway.
public struct SmallestChanges: Hashable, Sendable {
  /// Each does by itself: budget, deadline, hours, number at once, start, then exclusions, pins, denied conditions,
  /// estimates.
  public var alone: [Relaxation]
  /// The cheapest of the fewest changes that do together, where none of them does without the others.
  ///
  /// Of as many changes the one comes first that takes the least money over the budget; then the fewest more hours a
  /// week, then the fewest days past the deadline; then one that leaves number at once and start as they are, then the
  /// cheaper pathway. No more at once and no earlier a start are named than the other changes then need.
  /// Money first, because the combination is to be the cheapest; hours before days, because hours are asked for every
  /// week, and a day later is waited for once. More than 40 hours a week (or twice the learner's) are part of it only
  /// where no combination does with fewer.
  public var combined: Relaxation?
  /// False where a limit stopped the asking: there may be others.
  public var isComplete: Bool

  public init(alone: [Relaxation] = [], combined: Relaxation? = nil, isComplete: Bool = true) {
    self.alone = alone
    self.combined = combined
    self.isComplete = isComplete
  }
}

/// Changes after which there is a pathway.
public struct Relaxation: Hashable, Sendable {
  /// Budgets and deadlines to the cent and the day, hours to the next whole hour.
  public var changes: [SettingChange]
  /// The cheapest pathway then.
  public var cheapest: Pathway
  /// The fastest pathway then.
  public var fastest: Pathway
  /// True where it is proven that no smaller change of the same settings would do.
  public var isLeast: Bool

  public init(changes: [SettingChange], cheapest: Pathway, fastest: Pathway, isLeast: Bool) {
    self.changes = changes
    self.cheapest = cheapest
    self.fastest = fastest
    self.isLeast = isLeast
  }

  /// - Returns: `nil` where there is no pathway after all.
  init?(_ changes: [SettingChange], _ outcome: PlanningOutcome, isLeast: Bool) {
    guard let cheapest = outcome.frontier.first, let fastest = outcome.frontier.last else { return nil }
    self.init(changes: changes, cheapest: cheapest, fastest: fastest, isLeast: isLeast)
  }
}

extension Inquiry {
  /// The smallest changes after which there is a pathway, where now there is none.
  ///
  /// Budget and deadline are read off the frontier without them: its cheapest and its fastest point. What can be in
  /// progress at once and the start are bisected, because more never hurts. More hours can hurt (what fills a shorter
  /// time leaves no room beside it, and may lapse earlier), so hours are tried one after another.
  ///
  /// - Parameter earliest: the first day on which the learner could start; `nil` where starting earlier is no question.
  public func smallestChanges(from earliest: CalendarDate? = nil) throws(UnknownIdentifier) -> SmallestChanges {
    var search = RelaxationSearch(self, from: earliest)
    try search.run()
    return search.found
  }
}
