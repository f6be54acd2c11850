import Planning

/// What was changed of a learner, for undo and redo without limit.
struct History: Hashable, Sendable {
  struct Change: Hashable, Sendable {
    /// What it did, such as `excluding CCNA`.
    var name: String
    var before: Learner
    var after: Learner
  }

  private(set) var done: [Change] = []
  private(set) var undone: [Change] = []

  mutating func record(_ change: Change) {
    done.append(change)
    undone = []
  }

  mutating func undo() -> Change? {
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    return change
  }

  mutating func redo() -> Change? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change
  }
}
