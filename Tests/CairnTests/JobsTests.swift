import Catalogs
import Planning
import Screens
import Testing

@testable import cairn

@Suite("Jobs")
struct JobsTests {
  @Test("an answer arrives, and then nothing is pending")
  func answers() {
    let bench = JobBench { request, _, _ in .stub(request) }
    bench.jobs.start(.stub(1))
    #expect(bench.report()?.id == JobID(1))
    #expect(bench.jobs.pending == 0)
  }

  @Test("a question about an answer goes before what nobody looks at, and ends where it is cancelled or takes too long")
  func enquiry() {
    let limits = Jobs.TimeLimits(enquiry: .milliseconds(20))
    let bench = JobBench(
      timeLimits: limits,
      answer: { _, limits in
        JobBench.search(limits)
        return .nothing
      },
      work: { request, limits, _ in
        JobBench.search(limits)
        return .stub(request)
      })
    for number in 1...4 { bench.jobs.start(.stub(number)) }
    bench.jobs.start(Job(id: JobID(9), enquiry: .stub))
    guard case .answered(JobID(9), .nothing) = bench.report() else {
      Issue.record("no answer comes first")
      return
    }
    bench.jobs.start(Job(id: JobID(10), enquiry: .stub))
    bench.jobs.cancel(JobID(10))
    for number in 1...4 { bench.jobs.cancel(JobID(number)) }
    #expect(bench.jobs.pending == 0)
  }

  @Test("a job that fails says why")
  func failure() {
    let bench = JobBench { _, _, _ in throw UnknownIdentifier(id: "nothing", expected: .goal) }
    bench.jobs.start(.stub(1))
    guard case .failed(let id, let reason) = bench.report() else {
      Issue.record("no failure reported")
      return
    }
    #expect(id == JobID(1) && reason.contains("nothing"))
  }

  @Test("a cancelled search ends within 50 ms, and nothing more is heard of it")
  func cancelled() {
    let begun = Monitor(0)
    let ended = Monitor<[ContinuousClock.Instant]>([])
    let bench = JobBench { request, limits, _ in
      begun.change { $0 += 1 }
      JobBench.search(limits)
      ended.change { $0.append(.now) }
      return .stub(request)
    }
    // The machine may be busy with something else just then: the quickest of a few counts.
    let delays = (1...5).map { number in
      bench.jobs.start(.stub(number))
      _ = begun.wait(atMost: 10) { $0 >= number ? () : nil }
      let asked = ContinuousClock.now
      bench.jobs.cancel(JobID(number))
      #expect(bench.jobs.pending == 0)
      return ended.wait(atMost: 10) { $0.count >= number ? $0.last : nil }.map { $0 - asked }
    }
    #expect(delays.compactMap { $0 }.min() ?? .seconds(9) < .milliseconds(50))
    #expect(bench.jobs.takeReports().isEmpty)
  }

  @Test("what somebody looks at makes room for itself, and what had to wait is done afterwards")
  func urgency() {
    let isFree = Monitor(false)
    let bench = JobBench { request, limits, _ in
      if request.goals != ["9"] {
        while !limits.shouldStop(), !isFree.read({ $0 }) { continue }
      }
      return .stub(request)
    }
    for number in 1...4 { bench.jobs.start(.stub(number)) }
    bench.jobs.start(Job(id: JobID(9), request: .stub(9), priority: .urgent))
    #expect(bench.report()?.id == JobID(9))
    isFree.change { $0 = true }
    let rest = (0..<4).compactMap { _ in bench.report()?.id.number }
    #expect(rest.sorted() == [1, 2, 3, 4])
    #expect(bench.jobs.pending == 0)
  }

  @Test("a search that takes too long is asked for what it has")
  func timeLimit() {
    let limits = Jobs.TimeLimits(urgent: .seconds(60), background: .milliseconds(20))
    let bench = JobBench(timeLimits: limits) { request, limits, _ in
      JobBench.search(limits)
      return .stub(request)
    }
    bench.jobs.start(.stub(1))
    #expect(bench.report()?.isLast == true)
  }

  @Test("of a flood of progress the latest is told, and the answer last")
  func progress() {
    let bench = JobBench { request, _, report in
      for nodes in 1...10_000 { report(.stub(nodes: nodes)) }
      return .stub(request)
    }
    bench.jobs.start(.stub(1))
    var reports: [JobReport] = []
    while reports.last?.isLast != true, let report = bench.report() { reports.append(report) }
    #expect(reports.last?.isLast == true)
    #expect(reports.count < 100)
  }

  @Test("progress that came too soon after another is told once its time has come")
  func lateProgress() {
    let bench = JobBench { request, limits, report in
      report(.stub(nodes: 1))
      report(.stub(nodes: 2))
      JobBench.search(limits)
      return .stub(request)
    }
    bench.jobs.start(.stub(1))
    var nodes = 0
    while nodes != 2, case .progressed(_, let progress)? = bench.report() { nodes = progress.nodes }
    #expect(nodes == 2)
  }
}
