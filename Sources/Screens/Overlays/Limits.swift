import Wording

/// What the budget or the deadline is to be.
enum LimitQuestion: Question {
  case budget, deadline

  var title: String { self == .budget ? "Budget" : "Deadline" }
  var hint: String { "Leave it empty for none." }

  func label(in state: AppState) -> String {
    self == .budget ? "At most, in \(state.currency): " : "Done within how many weeks: "
  }

  func answer(_ text: String, in state: AppState) -> OverlayAnswer {
    let digits = text.filter { $0 != "," && $0 != " " }
    if digits.isEmpty { return .leave { $0.set(self, nil) } }
    guard let number = Int(digits), number >= 0, number <= 10_000_000 else {
      return .leave { state in
        state.message = "\"\(text)\" is not a whole number"
        return []
      }
    }
    return .leave { $0.set(self, number) }
  }
}

extension AppState {
  /// Whole units of the currency, or weeks; `nil` for no limit.
  fileprivate mutating func set(_ limit: LimitQuestion, _ number: Int?) -> [Effect] {
    var after = learner
    switch limit {
    case .budget:
      after.budget = number.map { $0 * 100 }
      return record(number.map { "a budget of \(Amounts.grouped($0)) \(currency)" } ?? "no budget", after)
    case .deadline:
      after.deadline = number.map { $0 * 7 }
      return record(number.map { "a deadline of \(Amounts.count($0, "week"))" } ?? "no deadline", after)
    }
  }
}
