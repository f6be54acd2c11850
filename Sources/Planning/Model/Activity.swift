/// A credential as this learner would take it: one way, with its length, load and cost fixed.
///
/// An earned credential that lapses has two activities (renewing it while it is valid, taking it anew afterwards);
/// every other has one.
struct Activity: Sendable {
  /// The id of the credential.
  var credential: String
  var mode: Step.Mode
  /// Days from start to finish.
  var length: Int
  /// Minutes a week while in progress; 0 where the length is 0.
  var load: Int
  /// Cents of the planning currency.
  var cost: Int
  /// Minutes of study.
  var minutes: Int
  /// Cost and minutes with all figures at their low and at their high end.
  var costRange = 0...0
  var minutesRange = 0...0
  /// A figure that counts in this way of taking it is an estimate or a median.
  var isEstimate = false
  /// A figure that counts in this way of taking it is not known at all.
  var isAtLeast = false
  /// The first day on which it may start.
  var release = 0
  /// The last day on which it may start.
  var latestStart = Int.max
  /// The last day on which it may finish.
  var due = Int.max
  /// The days on which it may start, in order; empty means any day.
  var starts: [Int] = []
  /// Index of the gate that must be open when it starts, or -1.
  var requires = -1
  /// Index of the gate that must be open, counting what starts on the same day, or -1.
  var corequires = -1
  /// Days it stays active after its finish; `Int.max` for ever.
  var validity = Int.max

  /// True where no calendar says when it may start.
  var isFreeOfCalendar: Bool { release <= 0 && starts.isEmpty && due == .max && latestStart == .max }

  /// The first day at or after `day` on which the calendar lets it start, or `nil` where there is none.
  func firstStart(from day: Int) -> Int? {
    var candidate = max(day, release)
    if !starts.isEmpty {
      guard let next = starts.first(where: { $0 >= candidate }) else { return nil }
      candidate = next
    }
    guard candidate <= latestStart, due == Int.max || candidate + length <= due else { return nil }
    return candidate
  }
}

/// What an `active` leaf asks about: a credential that lapses, with all that can make or keep it active.
struct Holding: Sendable {
  /// The last day on which an earned one is active; `nil` where it is not held at day 0.
  var earnedUntil: Int?
  /// The activities that give it.
  var activities: [Int]
  /// Days each of them keeps it active.
  var validity: Int
  /// The activities that extend it when they finish while it is active.
  var renewers: [Int] = []
}
