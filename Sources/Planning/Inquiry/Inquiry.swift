import Catalogs

/// Questions about an answer that are answered by planning again with something changed: what a credential is worth,
/// what other settings would do, what a failed exam costs.
///
/// Nothing is estimated: each answer is the difference between two proven frontiers, or says that one of them isn't.
public struct Inquiry: Sendable {
  public let request: PlanningRequest
  /// The answer to the request itself.
  public let outcome: PlanningOutcome
  public let catalog: Catalog
  /// Of every search that a question needs.
  public let limits: SearchLimits

  public init(_ request: PlanningRequest, answered outcome: PlanningOutcome, in catalog: Catalog, limits: SearchLimits)
  {
    self.request = request
    self.outcome = outcome
    self.catalog = catalog
    self.limits = limits
  }

  var learner: Learner { request.learner }

  /// The answer for another learner; `nil` where the settings name what the catalog doesn't hold.
  func answer(for learner: Learner, goals: [String]? = nil, limits: SearchLimits? = nil) -> PlanningOutcome? {
    let request = PlanningRequest(goals: goals ?? request.goals, learner: learner)
    guard let problem = try? Problem(request, in: catalog) else { return nil }
    return Planner(limits: limits ?? self.limits).solve(problem)
  }

  /// What follows for a pathway of the answer when the learner's settings are changed: the pathway that then stands where
  /// this one stands (cheapest, chosen or fastest), and the difference.
  ///
  /// - Parameter pathway: `nil` for the chosen one.
  public func whatIf(_ pathway: Pathway? = nil, _ change: (inout Learner) -> Void) -> Consequence? {
    var changed = learner
    change(&changed)
    guard let then = answer(for: changed) else { return nil }
    let now = pathway ?? outcome.chosen.map { outcome.frontier[$0] }
    let standpoint = now.map { Standpoint(of: $0, in: outcome) } ?? .chosen
    return Consequence(outcome: then, before: now, after: standpoint.pathway(in: then))
  }

  /// What doing without a credential costs.
  public func without(_ credential: String, from pathway: Pathway? = nil) -> Consequence? {
    whatIf(pathway) { learner in
      learner.pinned.remove(credential)
      learner.excluded.insert(.credential(credential))
    }
  }

  /// What insisting on a credential costs.
  public func with(_ credential: String, in pathway: Pathway? = nil) -> Consequence? {
    whatIf(pathway) { learner in
      learner.excluded.remove(.credential(credential))
      learner.pinned.insert(credential)
    }
  }
}

/// What follows from a change.
public struct Consequence: Hashable, Sendable {
  /// The whole answer then.
  public var outcome: PlanningOutcome
  /// The pathway before the change; `nil` where there was none.
  public var before: Pathway?
  /// The pathway that stands in its place; `nil` where there is none then, or none was found.
  public var after: Pathway?

  public init(outcome: PlanningOutcome, before: Pathway?, after: Pathway?) {
    self.outcome = outcome
    self.before = before
    self.after = after
  }

  /// `nil` where one of both is missing.
  public var difference: PathwayDifference? {
    guard let before, let after else { return nil }
    return PathwayDifference(from: before, to: after)
  }

  /// True where a limit ended the search: the difference is then of the best that was found.
  public var isIncomplete: Bool {
    if case .incomplete = outcome.status { return true }
    return false
  }
}
