import Catalogs

/// Something to be asked about an answer that takes planning anew.
public enum PathwayQuestion: Hashable, Sendable {
  /// What excluding a credential costs.
  case without(String)
  /// What taking a credential costs, against doing without it.
  case price(String)
  /// What follows from other settings.
  case whatIf([SettingChange])
  /// What would have to change for there to be a pathway; the learner could start on `earliest` at the earliest.
  case smallestChanges(from: CalendarDate?)
  /// What else lies near the end of the pathway.
  case nearGoals(Neighbourhood)
  /// What failing each of its steps once costs.
  case setbacks
}

/// The answer to a question about a pathway.
public enum PathwayAnswer: Hashable, Sendable {
  /// - Parameter difference: for the pathway asked about; `nil` where it has no counterpart.
  case comparison(PlanComparison, difference: PathwayDifference?)
  case price(PlanComparison)
  case changes(SmallestChanges)
  case goals(NearGoals)
  case setbacks(Setbacks)
}

extension Inquiry {
  /// Answers a question about a pathway of an answer; `nil` where it is about a pathway and there is none.
  public func answer(
    to question: PathwayQuestion, about pathway: Pathway?, of outcome: PlanningOutcome
  ) throws(UnknownIdentifier) -> PathwayAnswer? {
    switch question {
    case .without(let id): return compared(try comparison(of: outcome, without: id), pathway)
    case .whatIf(let changes): return compared(try comparison(of: outcome, after: changes), pathway)
    case .price(let id): return .price(try price(of: id))
    case .smallestChanges(let earliest): return .changes(try smallestChanges(from: earliest))
    case .nearGoals(let reach):
      guard let pathway else { return nil }
      return .goals(try goals(near: pathway, within: reach))
    case .setbacks:
      guard let pathway else { return nil }
      return .setbacks(try setbacks(of: pathway))
    }
  }

  private func compared(_ comparison: PlanComparison, _ pathway: Pathway?) -> PathwayAnswer {
    .comparison(comparison, difference: pathway.flatMap(comparison.difference))
  }
}
