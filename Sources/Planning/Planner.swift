/// When to stop before the proof is complete. Planning has no clock: a limit on time is a `shouldStop` of the caller.
public struct SearchLimits: Sendable {
  /// Search nodes at most; `nil` for no limit. The same limit gives the same answer.
  public var nodes: Int?
  /// Asked at least every millisecond or so of work; true ends the search with what is proven so far.
  public var shouldStop: @Sendable () -> Bool

  public init(nodes: Int? = nil, shouldStop: @escaping @Sendable () -> Bool = { false }) {
    self.nodes = nodes
    self.shouldStop = shouldStop
  }

  public static let none = SearchLimits()
}

/// What a running search tells: its best pathways so far and what is proven.
public struct PlanningProgress: Sendable {
  public var frontier: [Pathway]
  public var bound: PlanningOutcome.Bound
  public var nodes: Int

  public init(frontier: [Pathway], bound: PlanningOutcome.Bound, nodes: Int) {
    self.frontier = frontier
    self.bound = bound
    self.nodes = nodes
  }
}

/// Finds the whole frontier of cost against days, and proves it.
public struct Planner: Sendable {
  public var limits: SearchLimits

  public init(limits: SearchLimits = .none) { self.limits = limits }

  /// The frontier of the problem. Pure and reproducible: only `shouldStop` can make two answers differ.
  ///
  /// `report` is called from the calling thread whenever something better is found.
  public func solve(_ problem: Problem, report: (PlanningProgress) -> Void = { _ in }) -> PlanningOutcome {
    PlanningOutcome(
      goals: problem.request.goals, currency: problem.currency,
      status: .incomplete(.init(cost: 0, days: 0, provenBelowCost: 0)), frontier: [], chosen: nil)
  }
}
