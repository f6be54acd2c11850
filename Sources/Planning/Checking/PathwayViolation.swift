/// One way in which a pathway breaks the contract.
public enum PathwayViolation: Hashable, Sendable {
  /// Clauses of the contract's "A pathway".
  public enum Clause: Int, Hashable, Sendable, CaseIterable {
    case calendar = 1
    case requires, corequires, capacity, exclusions, goal
  }

  case unknownGoal(String)
  case unknownCredential(String)
  case takenTwice(String)
  /// The learner can't take it, or not in that mode.
  case notOffered(String)
  case wrongStart(String, day: Int)
  /// What a step says of itself is not what the contract's formulas say.
  case wrongFigure(String, Quantity, stated: Int, expected: Int)
  case unmetRequires(String, day: Int)
  case unmetCorequires(String, day: Int)
  /// Minutes a week on that day.
  case tooMuchStudy(day: Int, load: Int)
  case tooManyAtOnce(day: Int, count: Int)
  case excludeEachOther(String, String)
  case pinnedMissing(String)
  case goalUnmet(String)
  case wrongTotal(Quantity, stated: Int, expected: Int)
  /// It could be left out, the others keeping their days.
  case needless(String)
  case overBudget(by: Int)
  case overDeadline(by: Int)
  case wrongAward(String, day: Int)

  public enum Quantity: String, Hashable, Sendable {
    case finish, cost, minutes, load, days
    case lowestCost, highestCost, leastMinutes, mostMinutes
    /// 1 for yes, 0 for no.
    case isEstimate, isAtLeast
  }

  /// The clause it breaks, where it is one of the six.
  public var clause: Clause? {
    switch self {
    case .wrongStart: return .calendar
    case .unmetRequires: return .requires
    case .unmetCorequires: return .corequires
    case .tooMuchStudy, .tooManyAtOnce: return .capacity
    case .excludeEachOther, .pinnedMissing, .notOffered: return .exclusions
    case .goalUnmet: return .goal
    default: return nil
    }
  }
}

extension PathwayViolation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownGoal(let id): return "There is no goal \(id)."
    case .unknownCredential(let id): return "There is no credential \(id)."
    case .takenTwice(let id): return "\(id) is taken twice."
    case .notOffered(let id): return "\(id) can't be taken by this learner in this way."
    case .wrongStart(let id, let day): return "\(id) can't start on day \(day)."
    case .wrongFigure(let id, let quantity, let stated, let expected):
      return "\(id) states \(quantity.rawValue) \(stated), but it is \(expected)."
    case .unmetRequires(let id, let day): return "What \(id) requires doesn't hold on day \(day)."
    case .unmetCorequires(let id, let day): return "What \(id) corequires hasn't started by day \(day)."
    case .tooMuchStudy(let day, let load): return "On day \(day) the loads sum to \(load) minutes a week."
    case .tooManyAtOnce(let day, let count): return "On day \(day) \(count) credentials are in progress."
    case .excludeEachOther(let first, let second): return "\(first) and \(second) may not be held together."
    case .pinnedMissing(let id): return "\(id) is pinned, but neither taken nor earned."
    case .goalUnmet(let id): return "The goal \(id) isn't reached."
    case .wrongTotal(let quantity, let stated, let expected):
      return "The pathway states \(quantity.rawValue) \(stated), but it is \(expected)."
    case .needless(let id): return "\(id) could be left out."
    case .overBudget(let cents): return "The budget is exceeded by \(cents) cents."
    case .overDeadline(let days): return "The deadline is missed by \(days) days."
    case .wrongAward(let id, let day): return "\(id) isn't awarded by the way on day \(day)."
    }
  }
}
