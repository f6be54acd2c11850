import Catalogs
import Planning
import Screens

@testable import cairn

/// Jobs with a way to wait for what they report.
final class JobBench: Sendable {
  let jobs: Jobs
  private let wakes: Monitor<Int>
  private let taken = Monitor<[JobReport]>([])

  init(
    timeLimits: Jobs.TimeLimits = Jobs.TimeLimits(), answer: @escaping Jobs.Answering = { _, _ in .nothing },
    work: @escaping Jobs.Work
  ) {
    let wakes = Monitor(0)
    self.wakes = wakes
    jobs = Jobs(timeLimits: timeLimits, wake: { wakes.change { $0 += 1 } }, answer: answer, work: work)
  }

  deinit { jobs.close() }

  /// The next report, as soon as there is one; `nil` where none comes within ten seconds.
  func report() -> JobReport? {
    while true {
      let next: JobReport? = taken.change { $0.isEmpty ? nil : $0.removeFirst() }
      if let next { return next }
      let isWoken: Void? = wakes.wait(atMost: 10) { wakes in
        guard wakes > 0 else { return nil }
        wakes -= 1
        return ()
      }
      guard isWoken != nil else { return nil }
      let reports = jobs.takeReports()
      taken.change { $0 += reports }
    }
  }

  /// Works until it is told to stop.
  static func search(_ limits: SearchLimits) {
    while !limits.shouldStop() { continue }
  }
}

extension Job {
  static func stub(_ number: Int) -> Job { Job(id: JobID(number), request: .stub(number), priority: .background) }
}

extension Enquiry {
  static let stub = Enquiry(.ends, .stub(1), of: .stub(.stub(1)), about: nil)
}

extension PlanningRequest {
  static func stub(_ number: Int) -> PlanningRequest {
    PlanningRequest(goal: String(number), learner: Learner(start: CalendarDate(dayNumber: 0)))
  }
}

extension PlanningOutcome {
  static func stub(_ request: PlanningRequest) -> PlanningOutcome {
    PlanningOutcome(goals: request.goals, currency: "USD", status: .optimal, frontier: [], chosen: nil)
  }
}

extension PlanningProgress {
  static func stub(nodes: Int) -> PlanningProgress {
    PlanningProgress(frontier: [], bound: .init(cost: 0, days: 0, provenBelowCost: 0), nodes: nodes)
  }
}
