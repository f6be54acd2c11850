import Planning
import Screens

/// Something to be planned apart from the screen.
struct Job: Sendable {
  enum Task: Sendable {
    case plan(PlanningRequest)
    case enquire(Enquiry)
  }

  let id: JobID
  let task: Task
  let priority: JobPriority

  init(id: JobID, request: PlanningRequest, priority: JobPriority) {
    (self.id, task, self.priority) = (id, .plan(request), priority)
  }

  init(id: JobID, enquiry: Enquiry) { (self.id, task, priority) = (id, .enquire(enquiry), .urgent) }
}

/// What waits, what runs, and what there is to tell: the order of things, without the threads.
struct JobQueue {
  let workers: Int
  private(set) var waiting: [Job] = []
  private(set) var running: [JobRun] = []
  private var reports: [JobReport] = []
  private(set) var isClosed = false

  init(workers: Int) { self.workers = workers }

  /// Jobs that are not done, and reports that nobody has taken.
  var pending: Int { waiting.count + running.count + reports.count }

  /// The same of what somebody is looking at.
  var urgent: Int {
    (waiting + running.map(\.job)).count { $0.priority == .urgent } + reports.count
  }

  /// Adds a job. Where every worker is busy with something less urgent, the least urgent of them is stopped, and waits.
  mutating func add(_ job: Job) {
    waiting.append(job)
    guard running.count >= workers, let other = running.min(by: { $0.job.priority < $1.job.priority }),
      other.job.priority < job.priority
    else { return }
    remove(other)
    waiting.insert(other.job, at: 0)
  }

  /// The job to do next: the most urgent, of equals the one that has waited longest.
  mutating func next(_ run: (Job) -> JobRun) -> JobRun? {
    guard running.count < workers, let urgent = waiting.map(\.priority).max(),
      let index = waiting.firstIndex(where: { $0.priority == urgent })
    else { return nil }
    let started = run(waiting.remove(at: index))
    running.append(started)
    return started
  }

  /// Forgets a job: nothing more is heard of it.
  mutating func cancel(_ id: JobID) {
    waiting.removeAll { $0.id == id }
    reports.removeAll { $0.id == id }
    for run in running where run.job.id == id { remove(run) }
  }

  /// Takes a report in, if its run is still wanted; of several about progress the last stays.
  /// - Returns: true where there was none to be taken before.
  mutating func post(_ report: JobReport, from run: JobRun) -> Bool {
    guard running.contains(where: { $0 === run }) else { return false }
    let wasEmpty = reports.isEmpty
    reports.removeAll { $0.id == run.job.id }
    reports.append(report)
    if report.isLast { running.removeAll { $0 === run } }
    return wasEmpty
  }

  mutating func takeReports() -> [JobReport] {
    defer { reports = [] }
    return reports
  }

  mutating func close() {
    isClosed = true
    waiting = []
    for run in running { remove(run) }
    reports = []
  }

  private mutating func remove(_ run: JobRun) {
    run.stop()
    running.removeAll { $0 === run }
  }
}
