import Planning
import Screens

/// One attempt at a job, as its worker sees it. A job that had to make room is attempted again later.
final class JobRun: Sendable {
  let job: Job
  private let control: Monitor<Control>
  private let timeLimit: Duration
  private let post: @Sendable (JobRun, PlanningProgress) -> Void

  private struct Control {
    var isStopped = false
    var startedAt = ContinuousClock.now
    /// The last progress posted, and one that came too soon after it.
    var postedAt: ContinuousClock.Instant?
    var waiting: PlanningProgress?
  }

  /// Nobody reads faster than this, and every report costs a frame.
  private static let pause: Duration = .milliseconds(50)

  init(_ job: Job, timeLimit: Duration, post: @escaping @Sendable (JobRun, PlanningProgress) -> Void) {
    self.job = job
    self.timeLimit = timeLimit
    self.post = post
    control = Monitor(Control())
  }

  /// Makes the search end at its next look at its limits.
  func stop() { control.change { $0.isStopped = true } }

  var isStopped: Bool { control.read(\.isStopped) }

  var limits: SearchLimits { SearchLimits(shouldStop: { self.shouldStop() }) }

  func report(_ progress: PlanningProgress) {
    control.change { $0.waiting = progress }
    postIfDue()
  }

  private func shouldStop() -> Bool {
    postIfDue()
    return control.read { $0.isStopped || ContinuousClock.now - $0.startedAt > timeLimit }
  }

  private func postIfDue() {
    let due: PlanningProgress? = control.change { control in
      guard let progress = control.waiting else { return nil }
      let now = ContinuousClock.now
      if let last = control.postedAt, now - last < JobRun.pause { return nil }
      control.waiting = nil
      control.postedAt = now
      return progress
    }
    if let due { post(self, due) }
  }
}
