import Display
import Learners
import Library
import Planning

/// What happened: the only way anything reaches the state.
public enum Event: Sendable {
  case input(InputEvent)
  /// A job has its answer, or its best one within the time it was given.
  case planned(JobID, PlanningOutcome)
  /// A job has found something better, or proven more.
  case progressed(JobID, PlanningProgress)
  /// A question about an answer has its own.
  case answered(JobID, EnquiryAnswer)
  /// What can be found is taken apart.
  case prepared(CatalogIndex)
  /// A job can't be done; why, in words.
  case failed(JobID, String)
  /// Something to be said, of what was done outside.
  case told(String)
  /// What was to be written down could not be; why and what to do, in words. It is tried again with the next change.
  case notSaved(String)
  /// Everything is written down again.
  case saved
  /// Another program changed the same learner meanwhile: this is the record with what both did, and what that changed since
  /// the session began, the latest last.
  case merged(LearnerRecord, others: [RecordChange])
  /// Changes from before those that were known, the latest last, and how many there are still before them.
  case recalled([RecordChange], older: Int)
  /// The names of all learners there are.
  case learners([String])
  /// Another learner is there to go on with.
  case opened(OpenedRecord)
}
