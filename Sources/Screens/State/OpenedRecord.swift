import Catalogs
import Learners
import Planning

/// Whether what is changed of a learner is written down.
public enum Keeping: Hashable, Sendable {
  /// Nobody asked for it.
  case off
  case on
  /// It was asked for and could not be done; why and what to do, in words.
  case failing(String)
}

/// Whom a session is for.
public struct OpenedRecord: Sendable {
  public var record: LearnerRecord
  public var history: RecordHistory
  public var keeping: Keeping
  /// What is to be said first, such as that nothing can be saved; empty for nothing.
  public var remark: String
  /// The day it is; where nobody says, the learner's first day is taken for it.
  public var today: CalendarDate?
  /// True where nothing was ever kept of anybody: the first questions are asked then.
  public var isFirst = false

  public init(_ record: LearnerRecord, history: RecordHistory = RecordHistory(), keeping: Keeping, remark: String = "")
  {
    self.record = record
    self.history = history
    self.keeping = keeping
    self.remark = remark
  }

  /// Somebody of whom nothing is kept.
  public init(passing learner: Learner) {
    self.init(LearnerRecord(name: "", kept: Profile(learner, startsToday: false)), keeping: .off)
  }
}
