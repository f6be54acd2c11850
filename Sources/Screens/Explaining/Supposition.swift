import Catalogs
import Planning
import Wording

/// A setting that can be supposed to be another, called as on the command line.
enum Supposition: String, CaseIterable, Hashable, Sendable {
  case hours = "hours-per-week"
  case atOnce = "at-once"
  case start, budget, deadline, exclude, allow, pin, unpin, earned, knows, deny, holds, estimates
  case spent, wage
  case weekPrice = "week-price"

  var title: String {
    switch self {
    case .hours: "Other hours a week"
    case .atOnce: "More or fewer at once"
    case .start: "Another first day"
    case .budget: "Another budget, or none"
    case .deadline: "Another deadline, or none"
    case .exclude: "Doing without something, or what nobody vouches for"
    case .allow: "Allowing what is excluded"
    case .pin: "Taking a credential whatever it costs"
    case .unpin: "No longer insisting on a credential"
    case .earned: "Holding a credential already"
    case .knows: "Knowing a skill already"
    case .deny: "A condition that doesn't hold"
    case .holds: "A condition that holds after all"
    case .estimates: "With estimates, or without"
    case .spent: "Having spent another amount so far"
    case .wage: "Another wage now"
    case .weekPrice: "Another worth of a week"
    }
  }

  /// The setting whose value is typed; `nil` where something is picked from a list.
  var setting: Setting? {
    switch self {
    case .hours: .hours
    case .atOnce: .atOnce
    case .start: .start
    case .budget: .budget
    case .deadline: .deadline
    case .estimates: .estimates
    case .spent: .spent
    case .wage: .wage
    case .weekPrice: .weekPrice
    case .exclude, .allow, .pin, .unpin, .earned, .knows, .deny, .holds: nil
    }
  }

  /// How it is now.
  func note(in state: AppState) -> String {
    if let setting { return "now \(setting.value(in: state.record, currency: state.currency))" }
    let learner = state.learner
    let count =
      switch self {
      case .exclude, .allow: learner.excluded.count
      case .pin, .unpin: learner.pinned.count
      case .earned: learner.earned.count
      case .knows: learner.knows.count
      default: learner.denied.count
      }
    return count == 0 ? "" : "now \(count)"
  }

  /// Why there is nothing to suppose of it.
  func reasonAgainst(_ learner: Learner) -> String? {
    switch self {
    case .allow: learner.excluded.isEmpty ? "nothing is excluded" : nil
    case .unpin: learner.pinned.isEmpty ? "nothing is pinned" : nil
    case .holds: learner.denied.isEmpty ? "no condition is said not to hold" : nil
    default: nil
    }
  }

  /// What it can be of, found by words.
  func rows(_ text: String, in state: AppState) -> [PickRow] {
    switch self {
    case .exclude: return EntryRows(.excluded, state).rows(text)
    case .pin, .earned: return EntryRows(.pinned, state).rows(text)
    case .knows: return EntryRows(.known, state).rows(text)
    case .deny: return EntryRows(.denied, state).rows(text)
    case .allow:
      return held(state.learner.excluded.map { PickRow(id: $0.key, title: $0.name(in: state.catalog), note: "") }, text)
    case .unpin:
      return held(state.learner.pinned.map { PickRow(id: $0, title: state.catalog.title($0), note: "") }, text)
    case .holds: return held(state.learner.denied.map { PickRow(id: $0, title: $0, note: "") }, text)
    default: return []
    }
  }

  private func held(_ rows: [PickRow], _ text: String) -> [PickRow] {
    let words = text.lowercased().split(separator: " ")
    return rows.filter { row in words.allSatisfy { row.title.lowercased().contains($0) } }
      .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
  }
}
