/// Whether another pathway would be chosen if every figure lay at the low end of its range, or at the high end: asked
/// by planning anew with those figures, not by a percentage.
public struct ChoiceAtEnds: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    /// The same credentials are chosen.
    case same
    /// Other credentials are chosen, as they would be taken then.
    case other(Pathway)
    /// No pathway keeps to the limits then.
    case none
    /// The search was stopped before it was proven.
    case unproven
  }

  public var low: Verdict
  public var high: Verdict

  /// - Parameters:
  ///   - outcome: the answer at the figures themselves; `nil` is returned where it chooses nothing.
  ///   - low: the answer to the same request with `figures` at `.low`, `high` with them at `.high`.
  public init?(_ outcome: PlanningOutcome, low: PlanningOutcome, high: PlanningOutcome) {
    guard let chosen = outcome.chosen.map({ outcome.frontier[$0] }) else { return nil }
    self.low = ChoiceAtEnds.verdict(on: chosen, low)
    self.high = ChoiceAtEnds.verdict(on: chosen, high)
  }

  private static func verdict(on chosen: Pathway, _ outcome: PlanningOutcome) -> Verdict {
    if case .incomplete = outcome.status { return .unproven }
    guard let place = outcome.chosen else { return .none }
    let other = outcome.frontier[place]
    return other.ways == chosen.ways ? .same : .other(other)
  }
}

extension Pathway {
  /// What is taken, and how, whatever the days.
  fileprivate var ways: Set<Way> { Set(steps.map { Way(credential: $0.credential, mode: $0.mode) }) }

  fileprivate struct Way: Hashable {
    var credential: String
    var mode: Step.Mode
  }
}

extension Problem {
  /// True where some figure that could matter has a range: where false, both ends are the figure itself.
  public var hasRanges: Bool {
    figures.values.contains { !$0.isExact }
      || model.activities.contains { $0.costRange.count > 1 || $0.minutesRange.count > 1 }
  }
}

extension Planner {
  /// Asks at both ends; `nil` where nothing is chosen.
  public func choiceAtEnds(of problem: Problem, _ outcome: PlanningOutcome) -> ChoiceAtEnds? {
    guard problem.hasRanges else { return ChoiceAtEnds(outcome, low: outcome, high: outcome) }
    guard let low = answer(to: problem, at: .low), let high = answer(to: problem, at: .high) else { return nil }
    return ChoiceAtEnds(outcome, low: low, high: high)
  }

  /// The answer to the same question with every figure at that place of its range.
  private func answer(to problem: Problem, at end: FigureEnd) -> PlanningOutcome? {
    var request = problem.request
    request.figures = end
    return try? solve(request, in: problem.catalog)
  }
}
