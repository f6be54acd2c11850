import Catalogs
import Planning
import Screens

/// Plans some requests on two threads, for a command that waits for all of them.
struct Searches {
  /// The catalog that a request is planned in.
  var catalog: @Sendable (PlanningRequest) throws -> Catalog
  /// Of each search.
  var timeLimit: Swift.Duration
  var limits: LimitOptions

  /// - Parameter milliseconds: of each search at most, where nothing else was asked for.
  init(
    _ limits: LimitOptions, usually milliseconds: Int, catalog: @escaping @Sendable (PlanningRequest) throws -> Catalog
  ) {
    (self.catalog, self.timeLimit, self.limits) = (catalog, limits.time(usually: milliseconds), limits)
  }

  init(_ limits: LimitOptions, usually milliseconds: Int, in catalog: Catalog) {
    self.init(limits, usually: milliseconds) { _ in catalog }
  }

  /// The outcomes in the order of the requests, however long each took; `nil` for one that could not be planned.
  func outcomes(
    of requests: [PlanningRequest], progress: (Int, PlanningProgress) -> Void = { _, _ in }
  ) -> [PlanningOutcome?] {
    Interruption.listen()
    let wakes = Monitor(0)
    let jobs = jobs { wakes.change { $0 += 1 } }
    defer { jobs.close() }
    for (place, request) in requests.enumerated() {
      jobs.start(Job(id: JobID(place), request: request, priority: .background))
    }
    var outcomes = [PlanningOutcome?](repeating: nil, count: requests.count)
    var open = requests.count
    while open > 0 {
      wakes.wait { wakes -> Void? in
        guard wakes > 0 else { return nil }
        wakes = 0
        return ()
      }
      for report in jobs.takeReports() {
        if case .planned(let id, let outcome) = report { outcomes[id.number] = outcome }
        if case .progressed(let id, let found) = report { progress(id.number, found) }
        if report.isLast { open -= 1 }
      }
    }
    return outcomes
  }

  private func jobs(wake: @escaping @Sendable () -> Void) -> Jobs {
    let limits = Jobs.TimeLimits(urgent: timeLimit, background: timeLimit)
    return Jobs(timeLimits: limits, wake: wake) { [catalog, asked = self.limits] request, limits, report in
      let shouldStop = limits.shouldStop
      let limits = asked.search { shouldStop() || Interruption.isAsked }
      return try Planner(limits: limits).solve(request, in: catalog(request), report: report)
    }
  }
}
