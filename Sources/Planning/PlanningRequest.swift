/// What is asked: a way to all of these goals, for this learner.
public struct PlanningRequest: Hashable, Sendable {
  /// Ids of goals, or of credentials taken as goals.
  public var goals: [String]
  public var learner: Learner

  public init(goals: [String], learner: Learner) {
    self.goals = goals
    self.learner = learner
  }

  public init(goal: String, learner: Learner) { self.init(goals: [goal], learner: learner) }
}
