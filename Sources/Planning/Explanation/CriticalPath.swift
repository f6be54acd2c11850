/// A step of the chain that sets the last day of a pathway, and why it can't start earlier.
public struct CriticalStep: Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    /// It starts on day 0.
    case dayZero
    /// It requires what that one gives.
    case required(String)
    /// The week is full, or no more may be in progress, until that one is done.
    case capacity(String)
    /// A start, the end of a wait, or a lapse lets it begin on that day.
    case calendar
  }
  public var credential: String
  public var cause: Cause

  public init(credential: String, cause: Cause) {
    self.credential = credential
    self.cause = cause
  }
}

extension PathwayExplanation {
  /// From the first step of the chain to the one that finishes last, each beginning on the day the one before it ends.
  public var criticalPath: [CriticalStep] {
    var chain: [CriticalStep] = []
    var current = timetable.placements.filter { $0.finish == timetable.days }.max { $0.offer.length < $1.offer.length }
    while let step = current {
      let seen = Set(chain.map(\.credential)).union([step.id])
      let before = timetable.placements.filter { $0.finish == step.start && !seen.contains($0.id) }
      let givers = Set(supports(of: step.id).flatMap(\.givers).compactMap(\.step))
      current = before.first { givers.contains($0.id) } ?? before.first
      let cause: CriticalStep.Cause =
        if let current {
          givers.contains(current.id) ? .required(current.id) : .capacity(current.id)
        } else {
          step.start == 0 ? .dayZero : .calendar
        }
      chain.append(CriticalStep(credential: step.id, cause: cause))
    }
    return chain.reversed()
  }
}

extension Support.Giver {
  fileprivate var step: String? { if case .step(let id, _) = self { id } else { nil } }
}
