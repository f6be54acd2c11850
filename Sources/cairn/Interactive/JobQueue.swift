import Planning
import Screens

/// Something to be planned apart from the screen.
struct Job: Sendable {
  enum Task: Sendable {
    case plan(PlanningRequest)
    case enquire(Enquiry)
    case prepareFinding
  }

  let id: JobID
  let task: Task
  let priority: JobPriority

  init(id: JobID, request: PlanningRequest, priority: JobPriority) {
    (self.id, task, self.priority) = (id, .plan(request), priority)
  }

  init(id: JobID, enquiry: Enquiry) { (self.id, task, priority) = (id, .enquire(enquiry), .urgent) }

  private init(_ task: Task) { (id, self.task, priority) = (JobID(0), task, .urgent) }

  /// Nobody else's number is 0.
  static let preparing = Job(.prepareFinding)
}

/// What waits, what runs, and what there is to tell: the order of things, without the threads.
struct JobQueue {
  let workers: Int
  /// By priority, the one that has waited longest first: ten thousand may wait, and each is to be taken in no time.
  private var waiting: [JobPriority: ArraySlice<Job>] = [:]
  private(set) var running: [JobRun] = []
  private var reports: [JobReport] = []
  private(set) var isClosed = false

  init(workers: Int) { self.workers = workers }

  /// Jobs that are not done, and reports that nobody has taken.
  var pending: Int { waiting.values.reduce(0) { $0 + $1.count } + running.count + reports.count }

  /// The same of what somebody is looking at.
  var urgent: Int {
    (waiting[.urgent]?.count ?? 0) + running.count { $0.job.priority == .urgent } + reports.count
  }

  /// Adds a job. Where every worker is busy with something less urgent, the least urgent of them is stopped, and waits.
  mutating func add(_ job: Job) {
    waiting[job.priority, default: []].append(job)
    guard running.count >= workers, let other = running.min(by: { $0.job.priority < $1.job.priority }),
      other.job.priority < job.priority
    else { return }
    remove(other)
    var line = waiting[other.job.priority] ?? []
    line.insert(other.job, at: line.startIndex)
    waiting[other.job.priority] = line
  }

  /// The job to do next: the most urgent, of equals the one that has waited longest.
  mutating func next(_ run: (Job) -> JobRun) -> JobRun? {
    guard running.count < workers,
      let job = waiting[.urgent]?.popFirst() ?? waiting[.background]?.popFirst()
    else { return nil }
    let started = run(job)
    running.append(started)
    return started
  }

  /// Forgets a job: nothing more is heard of it.
  mutating func cancel(_ id: JobID) {
    for priority in waiting.keys { waiting[priority]?.removeAll { $0.id == id } }
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
    waiting = [:]
    for run in running { remove(run) }
    reports = []
  }

  private mutating func remove(_ run: JobRun) {
    run.stop()
    running.removeAll { $0 === run }
  }
}
