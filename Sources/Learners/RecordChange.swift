/// One change of a record, for a history that can be walked both ways.
public struct RecordChange: Hashable, Sendable {
  /// What it did, such as `without CCNA`.
  public var name: String
  public var before: LearnerRecord
  public var after: LearnerRecord
  /// When it was written down, in seconds since 1970-01-01 (UTC); `nil` where nobody has yet.
  public var moment: Int?

  public init(name: String, before: LearnerRecord, after: LearnerRecord, moment: Int? = nil) {
    self.name = name
    self.before = before
    self.after = after
    self.moment = moment
  }
}

/// A step in the history of a record, to be written down.
public enum RecordStep: Hashable, Sendable {
  /// Something new; what was undone before can't be redone any more.
  case change(RecordChange)
  /// The last change is taken back.
  case undo(RecordChange)
  /// What was taken back last is done again.
  case redo(RecordChange)
}

/// What was changed of a record, for undo and redo without limit.
public struct RecordHistory: Hashable, Sendable {
  /// The latest last.
  public private(set) var done: [RecordChange]
  /// The one to be redone next is last.
  public private(set) var undone: [RecordChange]
  /// How many changes before the first of `done` are written down elsewhere and not read yet.
  public private(set) var older: Int

  public init(done: [RecordChange] = [], undone: [RecordChange] = [], older: Int = 0) {
    self.done = done
    self.undone = undone
    self.older = older
  }

  public mutating func add(_ change: RecordChange) {
    done.append(change)
    undone = []
  }

  public mutating func undo() -> RecordChange? {
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    return change
  }

  public mutating func redo() -> RecordChange? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change
  }

  /// Takes in changes from before the first, the latest last.
  public mutating func recall(_ changes: [RecordChange], older: Int) {
    done = changes + done
    self.older = older
  }
}
