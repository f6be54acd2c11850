import Catalogs

/// Asks questions that differ in something from one that was asked: each is planned anew, by the same planner.
///
/// Pure like the planner: what an answer says is what a fresh plan of the changed question says. The limits hold for
/// each plan made; `shouldStop` ends them all. Whatever was stopped says so in its status.
public struct Inquiry: Sendable {
  public let request: PlanningRequest
  public let catalog: Catalog
  public var limits: SearchLimits

  public init(_ request: PlanningRequest, in catalog: Catalog, limits: SearchLimits = .none) {
    self.request = request
    self.catalog = catalog
    self.limits = limits
  }

  /// More minutes than a week has are never proposed.
  var mostMinutes = 168 * 60

  var learner: Learner { request.learner }

  /// - Parameter currency: the planning currency, where it is another than the goals' own.
  func plan(
    for learner: Learner, goals: [String]? = nil, in currency: String? = nil
  ) throws(UnknownIdentifier) -> PlanningOutcome {
    var request = request
    request.currency = currency ?? request.currency
    request.learner = learner
    request.goals = goals ?? request.goals
    return try Planner(limits: limits).solve(request, in: catalog)
  }

  /// Whether there is any pathway with those settings changed; `nil` where a limit ended the search before it was known.
  func isPossible(after changes: [SettingChange]) throws(UnknownIdentifier) -> Bool? {
    var brief = self
    brief.limits.endsWithFirst = true
    let outcome = try brief.outcome(after: changes)
    return outcome.frontier.isEmpty ? (outcome.isProven ? false : nil) : true
  }

  /// The answer with those settings changed. Throws where a change names something the catalog doesn't have.
  public func outcome(after changes: [SettingChange]) throws(UnknownIdentifier) -> PlanningOutcome {
    try plan(for: learner.changed(by: changes))
  }

  /// *What if*: the answer that is known beside the one with those settings changed.
  public func comparison(
    of before: PlanningOutcome, after changes: [SettingChange]
  ) throws(UnknownIdentifier) -> PlanComparison {
    PlanComparison(before: before, after: try outcome(after: changes))
  }

  /// *Without it*: what excluding a credential costs.
  public func comparison(
    of before: PlanningOutcome, without credential: String
  ) throws(UnknownIdentifier) -> PlanComparison {
    try comparison(of: before, after: [.exclude(.credential(credential))])
  }

  /// *Why not that one*: from the best without a credential to the best with it, whether it is pinned, excluded or
  /// neither now.
  public func price(of credential: String) throws(UnknownIdentifier) -> PlanComparison {
    PlanComparison(
      before: try outcome(after: [.exclude(.credential(credential))]), after: try outcome(after: [.pin(credential)]))
  }
}
