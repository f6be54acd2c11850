/// More hours a week, as they are tried.
struct HoursAWeek {
  /// Beyond any week, and small enough to be multiplied with any number of days.
  private static let boundless = 10_000_000_000
  /// Longer than anything takes, and small enough to be added to any day.
  private static let lasting = 1_000_000_000

  let inquiry: Inquiry

  /// Whole hours above those of the learner, in minutes, up to all that a week has.
  var more: StrideThrough<Int> {
    stride(from: inquiry.learner.minutesPerWeek / 60 * 60 + 60, through: inquiry.mostMinutes, by: 60)
  }

  /// The minutes of a week's work, or twice those of the learner: more are part of a combination only where none does
  /// with fewer.
  var fullWeek: Int { max(40 * 60, inquiry.learner.minutesPerWeek.saturatingMultiply(2)) }

  /// A frontier that no number of hours beats: more hours than any study fills, and nothing lapses.
  ///
  /// Whatever can be done in so many hours can be done then on the same days: every step ends no later, no week is full,
  /// and what ends earlier doesn't lapse for it. It costs no more, because no more months begin.
  func bound(after changes: [SettingChange]) throws(UnknownIdentifier) -> PlanningOutcome {
    var request = inquiry.request
    request.learner = inquiry.learner.changed(by: changes + [.minutesPerWeek(HoursAWeek.boundless)])
    guard let problem = try Problem(request, in: inquiry.catalog, unless: inquiry.limits.shouldStop) else {
      return .stopped(request, in: inquiry.catalog)
    }
    var model = problem.model
    for index in model.activities.indices where model.activities[index].validity != .max {
      model.activities[index].validity = HoursAWeek.lasting
    }
    for index in model.holdings.indices { model.holdings[index].validity = HoursAWeek.lasting }
    return Planner(limits: inquiry.limits).solve(problem.with(model))
  }
}
