import Catalogs
import Learners
import Planning

/// A followed pathway as it stands on a day: what is done, what this week asks for, and what the rest would be at best.
struct Course {
  /// How a step stands.
  enum Standing: Int, Hashable, Comparable, Sendable {
    /// Its last day has passed, and it isn't earned.
    case overdue
    /// In progress as planned, or its first day is within the week.
    case due
    /// The week doesn't ask for it yet.
    case later
    case done

    static func < (first: Standing, second: Standing) -> Bool { first.rawValue < second.rawValue }
  }

  struct Item: Hashable {
    let step: Step
    let starts: CalendarDate
    let ends: CalendarDate
    let standing: Standing
    let hasFailed: Bool
    /// Minutes of study done so far.
    let minutesDone: Int
    let minutesLeft: Int
    /// Minutes of it that this week asks for.
    let minutesThisWeek: Int
  }

  /// Days that count as this week.
  static let week = 7

  let saved: SavedPathway
  let today: CalendarDate
  /// What the week asks for first, then what comes later, then what is done.
  let items: [Item]

  init(_ saved: SavedPathway, learner: Learner, today: CalendarDate) {
    self.saved = saved
    self.today = today
    let start = saved.request.learner.start
    let had = saved.request.learner
    items = saved.pathway.steps.map { step in
      Course.item(step, start: start, begunBefore: had.begun[step.credential] ?? 0, learner, today)
    }.sorted {
      ($0.standing, $0.starts, $0.ends, $0.step.credential) < ($1.standing, $1.starts, $1.ends, $1.step.credential)
    }
  }

  private static func item(
    _ step: Step, start: CalendarDate, begunBefore: Int, _ learner: Learner, _ today: CalendarDate
  ) -> Item {
    let id = step.credential
    let (starts, ends) = (start + step.start, start + step.finish)
    // A renewed credential was earned before it is done: done is who earned it since the step began.
    let earned = learner.earned[id]
    let isDone = earned != nil && (step.mode != .renewal || (earned ?? nil).map { $0 >= starts } == true)
    let done = max(0, (learner.begun[id] ?? begunBefore) - begunBefore)
    let asked = learner.failed[id].map { $0.minutesLeft ?? step.minutes } ?? step.minutes
    let left = isDone ? 0 : max(0, asked - done)
    let isAsked = starts < today + week
    let standing: Standing = isDone ? .done : ends < today ? .overdue : isAsked ? .due : .later
    // Whoever is behind has all of it to do; else what falls into the week as it was planned.
    let days = min(ends, today + week) - max(starts, today)
    let share = ends <= today + week ? left : min(left, step.load * max(0, days) / week)
    return Item(
      step: step, starts: starts, ends: ends, standing: standing, hasFailed: !isDone && learner.failed[id] != nil,
      minutesDone: done, minutesLeft: left, minutesThisWeek: standing == .due || standing == .overdue ? share : 0)
  }

  /// Minutes that this week asks for.
  var minutesThisWeek: Int { items.reduce(0) { $0 + $1.minutesThisWeek } }

  /// The day on which it is done, as it was planned.
  var ends: CalendarDate { saved.request.learner.start + saved.pathway.days }

  /// Cents still to be paid as it was planned: what is begun is paid for.
  func costLeft(_ learner: Learner) -> Int {
    items.filter { $0.standing != .done && (learner.begun[$0.step.credential] == nil || $0.step.mode != .anew) }
      .reduce(0) { $0 + $1.step.cost }
  }

  /// Of the pathways from today the one to hold it against: the soonest that costs no more than what was still to be paid;
  /// where all cost more, the cheapest.
  func best(of frontier: [Pathway], _ learner: Learner) -> Pathway? {
    let left = costLeft(learner)
    return frontier.filter { $0.cost <= left }.min { ($0.days, $0.cost) < ($1.days, $1.cost) }
      ?? frontier.min { ($0.cost, $0.days) < ($1.cost, $1.days) }
  }

  // MARK: Putting off

  /// The pathway with a step, and every step that begins no earlier, so many days later.
  ///
  /// What begins before stays, so that nothing is asked for before it is held, and no day gets more load than it had: what
  /// is in progress then was in progress together before.
  static func puttingOff(_ credential: String, by days: Int, in pathway: Pathway) -> Pathway {
    guard let from = pathway.step(credential)?.start else { return pathway }
    var moved = pathway
    for place in moved.steps.indices where moved.steps[place].start >= from {
      moved.steps[place].start += days
      moved.steps[place].finish += days
    }
    for place in moved.awards.indices where moved.awards[place].day >= from { moved.awards[place].day += days }
    moved.steps.sort { ($0.start, $0.finish, $0.credential) < ($1.start, $1.finish, $1.credential) }
    moved.days = moved.steps.map(\.finish).max() ?? 0
    return moved
  }
}

/// A credential that is held and lapses, or has lapsed.
struct HeldLapse: Hashable {
  /// What lapses within so many days is worth saying.
  static let soon = 180

  let credential: String
  let day: CalendarDate

  /// What was earned and lapses within `soon` days from today, or has lapsed, the first first.
  static func all(of learner: Learner, in catalog: Catalog, today: CalendarDate) -> [HeldLapse] {
    learner.earned.compactMap { id, earned -> HeldLapse? in
      guard let earned, let validity = catalog.credential(id)?.validity else { return nil }
      let day = earned + validity.days
      return day <= today + soon ? HeldLapse(credential: id, day: day) : nil
    }.sorted { ($0.day, $0.credential) < ($1.day, $1.credential) }
  }
}
