import Planning
import Wording

extension AppState {
  mutating func change(_ action: Action) -> [Effect] {
    switch action {
    case .undo:
      guard let change = history.undo() else { return [] }
      return become(change.before, "undone: \(change.name)")
    case .redo:
      guard let change = history.redo() else { return [] }
      return become(change.after, "again: \(change.name)")
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

  mutating func record(_ name: String, _ after: Learner) -> [Effect] {
    guard after != learner else { return [] }
    history.record(History.Change(name: name, before: learner, after: after))
    return become(after, name)
  }

  private mutating func become(_ other: Learner, _ name: String) -> [Effect] {
    pendingChange = goal.map { (name, $0.id, pathway) }
    learner = other
    message = name
    return askAnew()
  }
}
