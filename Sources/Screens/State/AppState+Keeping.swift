import Learners
import Planning

extension AppState {
  /// How many changes are left to undo when older ones are asked for.
  private static let fewest = 20

  /// Changes the record: remembers it for undo, has it written down, and plans anew where the settings are others.
  mutating func apply(_ name: String, _ after: LearnerRecord) -> [Effect] {
    guard after != record else { return [] }
    let change = history.add(RecordChange(name: name, before: record, after: after))
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
      hasUnsaved = true
      message = reason
    case .saved:
      keeping = .on
      hasUnsaved = false
      message = "everything is saved again"
    case .merged(let merged, let others):
      self.others = others
      return become(merged, "changed by another Cairn meanwhile; all changes are in it")
    case .recalled(let changes, let older): history.recall(changes, older: older)
    default: break
    }
    return []
  }

  /// Leaves; where that would lose a change, it is tried once more and said, and the key is to be pressed again.
  mutating func leave() -> [Effect] {
    guard hasUnsaved, !isLeaving, case .failing(let reason) = keeping else { return [.quit] }
    isLeaving = true
    let key = keymap.keys(of: .quit).first.map { Keymap.name($0, glyphs) } ?? "Ctrl-C"
    message = "\(key) again leaves without it; \(reason)"
    return [.saveAgain]
  }

  private func save(_ step: RecordStep) -> [Effect] { keeping == .off ? [] : [.save(step)] }

  private func older() -> [Effect] {
    guard history.done.count < AppState.fewest, history.older > 0 else { return [] }
    let first = history.done.first ?? history.undone.last
    return first?.id.map { [.recall(before: $0)] } ?? []
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
