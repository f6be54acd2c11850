import Display
import Learners

extension Command {
  static let moreHours = Command(
    "more-hours", "more hours", "Give it one hour a week more.", keys: [.character("+"), .character("=")], .trying,
    unless: { $0.learner.minutesPerWeek >= 168 * 60 ? "a week has 168 hours" : nil },
    perform: { $0.set(minutes: min(168 * 60, $0.learner.minutesPerWeek + 60)) })
  static let fewerHours = Command(
    "fewer-hours", "fewer hours", "Give it one hour a week less.", keys: [.character("-")], .trying,
    unless: { $0.learner.minutesPerWeek <= 60 ? "one hour a week is the least" : nil },
    perform: { $0.set(minutes: max(60, $0.learner.minutesPerWeek - 60)) })
  static let moreAtOnce = Command(
    "more-at-once", "more at once", "Allow one more credential in progress at once.", keys: [.character(">")], .trying,
    unless: { $0.learner.atOnce >= 9 ? "nine at once is the most" : nil },
    perform: { $0.set(atOnce: $0.learner.atOnce + 1) })
  static let fewerAtOnce = Command(
    "fewer-at-once", "fewer at once", "Allow one credential fewer in progress at once.", keys: [.character("<")],
    .trying, unless: { $0.learner.atOnce <= 1 ? "one at a time is the least" : nil },
    perform: { $0.set(atOnce: $0.learner.atOnce - 1) })
  static let budget = Command(
    "budget", "budget", "Set or clear the budget.", keys: [.character("b")], .trying,
    perform: { $0.show(AskingOverlay(LimitQuestion.budget)) })
  static let deadline = Command(
    "deadline", "deadline", "Set or clear the deadline, in weeks.", keys: [.character("d")], .trying,
    perform: { $0.show(AskingOverlay(LimitQuestion.deadline)) })
  static let undo = Command(
    "undo", "undo", "Undo the last change.", keys: [.character("u")], .trying,
    unless: { $0.history.done.isEmpty ? "nothing to undo" : nil }, perform: { $0.undo() })
  static let redo = Command(
    "redo", "redo", "Redo what was undone.", keys: [.character("U")], .trying,
    unless: { $0.history.undone.isEmpty ? "nothing to redo" : nil }, perform: { $0.redo() })
  static let keep = Command(
    "keep", "keep", "Keep the draft: the settings that are being tried.", keys: [.character("K")], .trying,
    unless: { $0.reasonAgainstKeeping }, perform: { $0.keepDraft() })
  static let discard = Command(
    "discard", "discard", "Drop the draft: back to the settings that were kept.", keys: [.character("D")],
    .trying, unless: { $0.reasonAgainstSettlingDraft("discard") }, perform: { $0.discardDraft() })

  static let trying: [Command] = [
    moreHours, fewerHours, moreAtOnce, fewerAtOnce, budget, deadline, undo, redo, keep, discard,
  ]

  // MARK: The selected credential

  static let exclude = Command(
    "exclude", "exclude", "Do without the selected credential.", keys: [.character("x")], .steps,
    unless: { $0.reasonAgainstCredential("exclude") }, perform: { $0.excludeSelected() })
  static let pin = Command(
    "pin", "pin", "Take the selected credential whatever it costs, or not.", keys: [.character("p")], .steps,
    unless: { $0.reasonAgainstCredential("pin") }, perform: { $0.pinSelected() })
  static let earned = Command(
    "earned", "earned", "Mark the selected credential as earned.", keys: [.character("e")], .steps,
    unless: { $0.reasonAgainstCredential("mark as earned") }, perform: { $0.earnSelected() })

  static let onCredentials: [Command] = [exclude, pin, earned]
}

extension AppState {
  /// Why there is no draft to keep or discard.
  func reasonAgainstSettlingDraft(_ verb: String) -> String? {
    record.hasDraft ? nil : "nothing to \(verb): no setting was changed since it was kept"
  }

  var reasonAgainstKeeping: String? {
    if case .failing(let reason) = keeping { return reason }
    return reasonAgainstSettlingDraft("keep")
  }

  /// Why there is no credential that a command could work on.
  func reasonAgainstCredential(_ verb: String) -> String? {
    if selectedCredential != nil { return nil }
    return goal == nil ? "there is nothing to \(verb) yet: open a goal first (Enter)" : "there is no step to \(verb)"
  }
}
