import Display

/// The places there are, in the order of their digits.
///
/// To add one: a folder with a type that conforms to `Place`, a case here with what the switches ask for, its commands in
/// `Command.all`. Key, header, footer, help, history and palette follow from that.
public enum PlaceID: String, CaseIterable, Hashable, Sendable {
  case goals, pathway, explore, compare, now, learner

  public var name: String {
    switch self {
    case .goals: "Goals"
    case .pathway: "Pathway"
    case .explore: "Explore"
    case .compare: "Compare"
    case .now: "Now"
    case .learner: "Learner"
    }
  }

  /// The question it answers.
  public var question: String {
    switch self {
    case .goals: "Where could I go from here?"
    case .pathway: "How do I get there?"
    case .explore: "What is out there?"
    case .compare: "Which of these?"
    case .now: "What do I do this week, and am I on course?"
    case .learner: "Who is it for?"
    }
  }

  /// Digits stay the same when places are added between others.
  public var key: Key {
    switch self {
    case .goals: .character("1")
    case .pathway: .character("2")
    case .explore: .character("3")
    case .compare: .character("4")
    case .now: .character("5")
    case .learner: .character("6")
    }
  }

  /// As it is when come to first; what was left there comes before it.
  func first(_ state: AppState) -> (any Place)? {
    switch self {
    case .goals: GoalsPlace(state)
    case .pathway: state.selectedGoal.map { PathwayPlace(goal: $0) }
    case .explore: ExplorePlace(state)
    case .compare: ComparePlace()
    case .now: NowPlace()
    case .learner: LearnerPlace()
    }
  }

  func reasonAgainst(_ state: AppState) -> String? {
    if state.trail.left[self] != nil { return nil }
    switch self {
    case .goals, .explore, .compare, .now, .learner: return nil
    case .pathway: return state.selectedGoal == nil ? "there is no goal yet: / finds one" : nil
    }
  }
}
