import Catalogs
import Planning

/// One question asked of the planner, timed.
struct Trial {
  var catalog: Catalog
  var request: PlanningRequest
  var limit: Swift.Duration
  var switches = SearchSwitches.all

  struct Result {
    var outcome: PlanningOutcome
    /// From the request to the proof, or to the limit.
    var elapsed: Swift.Duration
    /// From the request to the first pathway; `nil` where there is none.
    var first: Swift.Duration?
    /// What the processor worked, in microseconds: unlike `elapsed`, hardly touched by what else the machine does.
    var processorTime: Int
  }

  /// The run whose time is the median of so many; a run of a second or more is not repeated.
  func median(of runs: Int) throws -> Result {
    var results = [try once()]
    while results.count < runs, results[0].elapsed < .seconds(1) { results.append(try once()) }
    return results.sorted { $0.elapsed < $1.elapsed }[results.count / 2]
  }

  private func once() throws -> Result {
    let usage = Usage.now
    let begin = ContinuousClock.now
    let deadline = begin + limit
    var first: Swift.Duration?
    var limits = SearchLimits { ContinuousClock.now >= deadline }
    limits.switches = switches
    let planner = Planner(limits: limits)
    let outcome = try planner.solve(request, in: catalog) { progress in
      if first == nil, !progress.frontier.isEmpty { first = begin.duration(to: .now) }
    }
    let elapsed = begin.duration(to: .now)
    return Result(
      outcome: outcome, elapsed: elapsed, first: first,
      processorTime: Usage.now.processorTime - usage.processorTime)
  }
}

extension Swift.Duration {
  /// To the microsecond.
  var inMilliseconds: Double { (self / .microseconds(1)).rounded() / 1000 }
}
