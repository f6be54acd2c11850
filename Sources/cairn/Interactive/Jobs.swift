import Curses
import Library
import Planning
import Screens

/// What a job has to tell.
enum JobReport: Sendable {
  case progressed(JobID, PlanningProgress)
  case planned(JobID, PlanningOutcome)
  case answered(JobID, EnquiryAnswer)
  case prepared(JobID, CatalogIndex)
  case failed(JobID, String)

  var id: JobID {
    switch self {
    case .progressed(let id, _), .planned(let id, _), .answered(let id, _), .prepared(let id, _), .failed(let id, _): id
    }
  }

  /// Nothing more comes of the job.
  var isLast: Bool {
    if case .progressed = self { false } else { true }
  }
}

/// Plans apart from the terminal's thread: a few workers, the most urgent job first, nothing done while there is none.
final class Jobs: Sendable {
  typealias Work = @Sendable (PlanningRequest, SearchLimits, (PlanningProgress) -> Void) throws -> PlanningOutcome
  typealias Answering = @Sendable (Enquiry, SearchLimits) throws -> EnquiryAnswer
  typealias Preparing = @Sendable () -> CatalogIndex

  /// How long a job of a priority may take before its best answer so far has to do.
  struct TimeLimits: Sendable {
    var urgent: Duration = .seconds(120)
    var background: Duration = .seconds(5)
    /// Of a question about an answer, which may take many plans.
    var enquiry: Duration = .seconds(30)
  }

  private let queue: Monitor<JobQueue>
  private let timeLimits: TimeLimits
  private let work: Work
  private let answer: Answering
  /// `nil` where there is nothing to be found.
  private let prepare: Preparing?
  private let wake: @Sendable () -> Void

  /// - Parameters:
  ///   - yielding: gives way to the terminal's thread.
  ///   - wake: called from any thread when there are reports to take where there were none.
  init(
    workers: Int = 2, timeLimits: TimeLimits = TimeLimits(), yielding: Bool = false,
    wake: @escaping @Sendable () -> Void,
    answer: @escaping Answering = { _, _ in .nothing },
    prepare: Preparing? = nil, work: @escaping Work
  ) {
    queue = Monitor(JobQueue(workers: workers))
    self.timeLimits = timeLimits
    self.wake = wake
    self.work = work
    self.answer = answer
    self.prepare = prepare
    for _ in 0..<workers {
      WorkerThread.start {
        if yielding { CursesTerminal.yieldToTerminal() }
        self.serve()
      }
    }
  }

  /// Jobs that are not done, and reports that nobody has taken; 0 when nothing will happen by itself.
  var pending: Int { queue.read(\.pending) }

  /// The same of what somebody is looking at.
  var urgent: Int { queue.read(\.urgent) }

  func start(_ job: Job) { queue.change { $0.add(job) } }
  func cancel(_ id: JobID) { queue.change { $0.cancel(id) } }
  func takeReports() -> [JobReport] { queue.change { $0.takeReports() } }

  /// Stops everything and lets the workers go.
  func close() { queue.change { $0.close() } }

  private func serve() {
    while let run = nextRun() { perform(run) }
  }

  /// Waits for something to do; `nil` once there will be nothing any more.
  private func nextRun() -> JobRun? {
    queue.wait { queue -> JobRun?? in
      if queue.isClosed { return .some(nil) }
      return queue.next { job in JobRun(job, timeLimit: self.timeLimit(job), post: self.post) }.map { .some($0) }
    }
  }

  private func perform(_ run: JobRun) {
    do {
      switch run.job.task {
      case .plan(let request):
        let outcome = try work(request, run.limits) { run.report($0) }
        post(run, .planned(run.job.id, outcome))
      case .enquire(let enquiry):
        let answer = try answer(enquiry, run.limits)
        post(run, .answered(run.job.id, answer))
      case .prepareFinding:
        let index = prepare?()
        post(run, index.map { .prepared(run.job.id, $0) } ?? .failed(run.job.id, "there is nothing to be found"))
      }
    } catch {
      post(run, .failed(run.job.id, String(describing: error)))
    }
  }

  private func timeLimit(_ job: Job) -> Duration {
    if case .enquire = job.task { return timeLimits.enquiry }
    return job.priority == .background ? timeLimits.background : timeLimits.urgent
  }

  private func post(_ run: JobRun, _ progress: PlanningProgress) { post(run, .progressed(run.job.id, progress)) }

  private func post(_ run: JobRun, _ report: JobReport) {
    if queue.change({ $0.post(report, from: run) }) { wake() }
  }
}
