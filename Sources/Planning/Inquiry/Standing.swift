import Catalogs

/// Where a learner who follows a pathway stands on one of its days: what is earned, what is in progress, what is paid.
struct Standing {
  /// The learner as of that day, which is day 0 from here on; without budget and deadline.
  var learner: Learner
  private let day: Int
  private let done: [Step]
  /// Cents paid for what is finished or in progress.
  private let paid: Int
  private let minutes: Int

  /// - Parameter failing: a step that is finished on that day, but in vain.
  init(of pathway: Pathway, on day: Int, catalog: Catalog, learner: Learner, failing: String? = nil) {
    self.day = day
    done = pathway.steps.filter { $0.start < day || $0.finish <= day }
    paid = done.reduce(0) { $0 + $1.cost }
    var then = learner
    then.start = learner.start + day
    then.budget = nil
    then.deadline = nil
    var minutes = 0
    for step in done.sorted(by: { ($0.finish, $0.credential) < ($1.finish, $1.credential) }) {
      if step.finish > day {
        minutes += Standing.progress(of: step, on: day)
        Standing.goOn(step, on: day, catalog, &then)
        continue
      }
      minutes += step.minutes
      then.begun[step.credential] = nil
      then.failed[step.credential] = nil
      guard step.credential != failing else { continue }
      then.earned.updateValue(learner.start + step.finish, forKey: step.credential)
      for renewed in catalog.credential(step.credential)?.renews ?? [] {
        Standing.prolong(renewed, on: learner.start + step.finish, catalog, &then)
      }
    }
    self.minutes = minutes
    self.learner = then
  }

  /// Minutes studied of what is in progress.
  private static func progress(of step: Step, on day: Int) -> Int {
    step.minutes * (day - step.start) / max(1, step.finish - step.start)
  }

  /// What is in progress goes on, with the minutes done by then.
  private static func goOn(_ step: Step, on day: Int, _ catalog: Catalog, _ learner: inout Learner) {
    guard step.mode != .renewal else { return }
    let workload = learner.mine[step.credential]?.workload ?? catalog.credential(step.credential)?.workload?.value
    let left = step.minutes - progress(of: step, on: day)
    learner.begun[step.credential] = max(0, (workload ?? step.minutes) - left)
    learner.failed[step.credential] = nil
    // A scheduled one with work has the days left in proportion to it; of any other the calendar says.
    let isScheduled = catalog.credential(step.credential)?.duration.pace == .scheduled
    if !isScheduled || step.minutes == 0 {
      learner.mine[step.credential, default: OwnFigures()].days = step.finish - day
    }
  }

  /// What is still valid on the day of a renewal is valid as if earned on it.
  private static func prolong(_ id: String, on date: CalendarDate, _ catalog: Catalog, _ learner: inout Learner) {
    guard let validity = catalog.credential(id)?.validity, let earned = learner.earned[id], let earned,
      date - earned <= validity.days
    else { return }
    learner.earned.updateValue(date, forKey: id)
  }

  /// What was done by that day and what is planned from it on, as one pathway counted from the first day.
  func whole(with rest: Pathway) -> Pathway {
    var steps = rest.steps
    for index in steps.indices {
      steps[index].start += day
      steps[index].finish += day
    }
    let later = Set(steps.map(\.credential))
    let before = done.filter { $0.finish <= day && !later.contains($0.credential) }
    return Pathway(
      steps: before + steps, cost: paid + rest.cost,
      days: max(rest.steps.isEmpty ? 0 : day + rest.days, before.map(\.finish).max() ?? 0),
      minutes: minutes + rest.minutes)
  }
}
