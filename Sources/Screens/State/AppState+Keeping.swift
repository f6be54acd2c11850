import Learners
import Planning

extension AppState {
  /// How many changes are left to undo when older ones are asked for.
  private static let fewest = 20

  /// Changes the record: remembers it for undo, has it written down, and plans anew where the settings are others.
  mutating func apply(_ name: String, _ after: LearnerRecord) -> [Effect] {
    guard after != record else { return [] }
    let change = RecordChange(name: name, before: record, after: after)
    history.add(change)
    return save(.change(change)) + become(after, name)
  }

  mutating func undo() -> [Effect] {
    guard let change = history.undo() else { return [] }
    return save(.undo(change)) + older()
      + become(record.taking(from: change.after, to: change.before), "undone: \(change.name)")
  }

  mutating func redo() -> [Effect] {
    guard let change = history.redo() else { return [] }
    return save(.redo(change)) + become(record.taking(from: change.before, to: change.after), "again: \(change.name)")
  }

  /// The draft is kept.
  mutating func keepDraft() -> [Effect] {
    var after = record
    after.keepDraft()
    return apply("settings kept", after)
  }

  /// What was kept counts again.
  mutating func discardDraft() -> [Effect] {
    var after = record
    after.discardDraft()
    return apply("draft discarded", after)
  }

  /// Takes in how keeping went.
  mutating func hearOfKeeping(_ event: Event) -> [Effect] {
    switch event {
    case .notSaved(let reason):
      keeping = .failing(reason)
      message = reason
    case .saved:
      keeping = .on
      message = "everything is saved again"
    case .merged(let merged): return become(merged, "changed by another Cairn meanwhile; both changes are in it")
    case .recalled(let changes, let older): history.recall(changes, older: older)
    default: break
    }
    return []
  }

  private func save(_ step: RecordStep) -> [Effect] { keeping == .off ? [] : [.save(step)] }

  private func older() -> [Effect] {
    history.done.count < AppState.fewest && history.older > 0 ? [.recall(beyond: history.done.count)] : []
  }

  private mutating func become(_ other: LearnerRecord, _ name: String) -> [Effect] {
    let isSameQuestion = other.learner == learner
    record = other
    prepareChanges()
    message = name
    guard !isSameQuestion else { return [] }
    leftReadings = []
    pendingChange = goal.map { PendingChange(name: name, goal: $0.id, before: pathway) }
    return askAnew()
  }
}
