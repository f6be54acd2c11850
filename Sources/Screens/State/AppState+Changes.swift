import Planning
import Wording

extension AppState {
  mutating func change(_ action: Action) -> [Effect] {
    switch action {
    case .undo: return undo()
    case .redo: return redo()
    case .keep: return keepDraft()
    case .discard: return discardDraft()
    case .moreHours: return set(minutes: min(168 * 60, learner.minutesPerWeek + 60))
    case .fewerHours: return set(minutes: max(60, learner.minutesPerWeek - 60))
    case .moreAtOnce: return set(atOnce: learner.atOnce + 1)
    case .fewerAtOnce: return set(atOnce: learner.atOnce - 1)
    default: return changeStep(action)
    }
  }

  private mutating func set(minutes: Int) -> [Effect] {
    var after = learner
    after.minutesPerWeek = minutes
    return record("\(Amounts.hours(minutes)) hours a week", after)
  }

  private mutating func set(atOnce: Int) -> [Effect] {
    var after = learner
    after.atOnce = atOnce
    return record("\(atOnce) at once", after)
  }

  private mutating func changeStep(_ action: Action) -> [Effect] {
    guard let step else { return [] }
    let id = step.credential
    let title = catalog.title(id)
    var after = learner
    switch action {
    case .exclude:
      after.excluded.insert(.credential(id))
      after.pinned.remove(id)
      selectedStep = neighbour(of: id)
      return record("without \(title)", after)
    case .pin where learner.pinned.contains(id):
      after.pinned.remove(id)
      return record("no longer pinning \(title)", after)
    case .pin:
      after.pinned.insert(id)
      // It may still be shown though it was excluded a moment ago: the last word counts.
      after.excluded.remove(.credential(id))
      return record("pinning \(title)", after)
    case .earned:
      after.earned[id] = .some(nil)
      after.begun[id] = nil
      after.failed[id] = nil
      selectedStep = neighbour(of: id)
      return record("\(title) as earned", after)
    default: return []
    }
  }

  /// The step that takes the place of one that goes.
  private func neighbour(of id: String) -> String? {
    guard let steps = pathway?.steps, let place = steps.firstIndex(where: { $0.credential == id }) else { return nil }
    if place + 1 < steps.count { return steps[place + 1].credential }
    return place > 0 ? steps[place - 1].credential : nil
  }

  /// Other settings, as a draft.
  mutating func record(_ name: String, _ after: Learner) -> [Effect] {
    var other = record
    other.learner = after
    return apply(name, other)
  }
}
