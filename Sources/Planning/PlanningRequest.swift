/// What is asked: a way to all of these goals, for this learner.
public struct PlanningRequest: Hashable, Sendable {
  /// Ids of goals, or of credentials taken as goals.
  public var goals: [String]
  public var learner: Learner
  /// Where in its range every figure is taken to lie.
  public var figures: FigureEnd

  /// ISO 4217: the planning currency; `nil` for that of the first goal's catalog.
  public var currency: String?

  public init(goals: [String], learner: Learner, figures: FigureEnd = .value, currency: String? = nil) {
    self.goals = goals
    self.learner = learner
    self.figures = figures
    self.currency = currency
  }

  public init(goal: String, learner: Learner) { self.init(goals: [goal], learner: learner) }
}

/// A place in the range of a figure.
public enum FigureEnd: String, Hashable, Sendable {
  /// The figure itself.
  case value
  case low, high
}
