import Catalogs

extension PlanningRequest {
  /// The same question about a pathway's steps and no others, with every figure at that end of its range: its fastest
  /// answer says how long they take then. Budget and deadline aren't kept.
  public func keeping(to pathway: Pathway, at end: FigureEnd, in catalog: Catalog) -> PlanningRequest {
    var request = self
    request.learner = learner.keeping(to: pathway.steps.map(\.credential), of: catalog)
    (request.learner.budget, request.learner.deadline) = (nil, nil)
    request.figures = end
    return request
  }
}

extension Pathway {
  /// From all figures at their low end to all at their high end, in days; `nil` where its steps can't all be taken at
  /// one of them.
  ///
  /// - Parameters:
  ///   - low: the answer to the question kept to this pathway, with `figures` at `.low`; `high` with them at `.high`.
  public func daysRange(low: PlanningOutcome, high: PlanningOutcome) -> ClosedRange<Int>? {
    guard let least = low.frontier.last?.days, let most = high.frontier.last?.days else { return nil }
    return min(least, most, days)...max(least, most, days)
  }
}
