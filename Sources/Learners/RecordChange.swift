/// Which change of a learner it is, however many of the same name there are.
public enum ChangeID: Hashable, Sendable {
  /// The number under which it is written down.
  case written(Int64)
  /// Which one it is of those that were added to a history since that was opened, from 1 on, written down or not.
  case added(Int)
}

/// One change of a record, for a history that can be walked both ways.
public struct RecordChange: Hashable, Sendable {
  /// `nil` where no history has it yet.
  public var id: ChangeID?
  /// What it did, such as `without CCNA`.
  public var name: String
  public var before: LearnerRecord
  public var after: LearnerRecord
  /// When it was written down, in seconds since 1970-01-01 (UTC); `nil` where nobody has yet.
  public var moment: Int?

  public init(
    name: String, before: LearnerRecord, after: LearnerRecord, moment: Int? = nil, id: ChangeID? = nil
  ) {
    self.id = id
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

  public var change: RecordChange {
    switch self {
    case .change(let change), .undo(let change), .redo(let change): change
    }
  }

  /// What it was taken from.
  public var before: LearnerRecord {
    switch self {
    case .change(let change), .redo(let change): change.before
    case .undo(let change): change.after
    }
  }

  /// The record after the step.
  public func applied(to record: LearnerRecord) -> LearnerRecord {
    switch self {
    case .change(let change), .redo(let change): record.taking(from: change.before, to: change.after)
    case .undo(let change): record.taking(from: change.after, to: change.before)
    }
  }
}

/// What was changed of a record, for undo and redo without limit.
public struct RecordHistory: Hashable, Sendable {
  /// The latest last.
  public private(set) var done: [RecordChange]
  /// The one to be redone next is last.
  public private(set) var undone: [RecordChange]
  /// How many changes before the first of `done` are written down elsewhere and not read yet.
  public private(set) var older: Int
  /// How many were added.
  private var added = 0

  public init(done: [RecordChange] = [], undone: [RecordChange] = [], older: Int = 0) {
    self.done = done
    self.undone = undone
    self.older = older
  }

  /// - Returns: the change with the number that it has here.
  @discardableResult
  public mutating func add(_ change: RecordChange) -> RecordChange {
    added += 1
    var change = change
    change.id = .added(added)
    done.append(change)
    undone = []
    return change
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
