/// Start days for a chosen set.
struct Schedule: Sendable {
  /// Of each activity of the model; `Int.max` where it isn't taken.
  var starts: [Int]
  /// The last finish day.
  var end: Int
}

/// What a scheduler was asked: place this set so that it ends before `limit`.
enum SchedulingResult {
  case placed(Schedule)
  /// Proven: no placement ends before the limit.
  case none
  case interrupted
}
