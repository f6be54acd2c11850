import Display
import Planning

/// What happened: the only way anything reaches the state.
public enum Event: Sendable {
  case input(InputEvent)
  /// A job has its answer, or its best one within the time it was given.
  case planned(JobID, PlanningOutcome)
  /// A job has found something better, or proven more.
  case progressed(JobID, PlanningProgress)
  /// A job can't be done; why, in words.
  case failed(JobID, String)
}
