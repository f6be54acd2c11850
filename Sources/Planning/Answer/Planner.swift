import Catalogs

/// When to stop before the proof is complete. Planning has no clock: a limit on time is a `shouldStop` of the caller.
public struct SearchLimits: Sendable {
  /// Search nodes at most; `nil` for no limit. The same limit gives the same answer.
  public var nodes: Int?
  /// Bytes that the open part of a search may hold at most. They are counted, not measured: the same limit gives the
  /// same answer. What else a search needs doesn't grow with its time beyond a few hundred megabytes.
  public var memory = SearchLimits.usualMemory
  /// True where one pathway is enough: whether there is any.
  public var endsWithFirst = false
  /// What makes the search fast; all of it, but where a benchmark asks what a part of it buys.
  public var switches = SearchSwitches.all
  /// What placing a set may take, in scheduling nodes, before it is put off for the first time.
  var firstEffort = 64_000
  /// Asked at least every millisecond or so of work; true ends the search with what is proven so far.
  public var shouldStop: @Sendable () -> Bool

  public static let usualMemory = 1_000_000_000

  public init(
    nodes: Int? = nil, memory: Int = SearchLimits.usualMemory, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.nodes = nodes
    self.memory = memory
    self.shouldStop = shouldStop
  }

  public static let none = SearchLimits()
}

/// What a running search tells: its best pathways so far and what is proven.
public struct PlanningProgress: Sendable {
  public var frontier: [Pathway]
  public var bound: PlanningOutcome.Bound
  public var nodes: Int

  public init(frontier: [Pathway], bound: PlanningOutcome.Bound, nodes: Int) {
    self.frontier = frontier
    self.bound = bound
    self.nodes = nodes
  }
}

/// Finds the whole frontier of cost against days, and proves it.
public struct Planner: Sendable {
  public var limits: SearchLimits

  public init(limits: SearchLimits = .none) { self.limits = limits }

  /// The frontier of the problem. Pure and reproducible: only `shouldStop` can make two answers differ.
  ///
  /// `report` is called from the calling thread whenever something better is found.
  public func solve(_ problem: Problem, report: (PlanningProgress) -> Void = { _ in }) -> PlanningOutcome {
    let assembly = Assembly(problem)
    let search = withoutActuallyEscaping(report) { report in
      let search = Search(problem.model, limit: problem.limit, limits: limits) { search in
        report(
          PlanningProgress(
            frontier: search.incumbents.solutions.map { assembly.sketch($0) }, bound: search.bound,
            nodes: search.statistics.nodes))
      }
      search.run()
      search.forgetReport()
      return search
    }
    let frontier = assembly.pathways(for: search.incumbents.solutions).undominated
    return PlanningOutcome(
      goals: problem.request.goals, currency: problem.currency, status: status(of: search, problem, assembly, frontier),
      frontier: frontier, chosen: Choice(problem).index(in: frontier),
      assumptions: assembly.assumptions(of: frontier), leftOut: problem.leftOut, statistics: search.statistics)
  }

  /// The frontier of what is requested; what can't wait for the whole question to be put into numbers is told that
  /// nothing is proven yet. Throws where a goal, or an id in the learner's settings, is borne by nothing in the catalog.
  public func solve(
    _ request: PlanningRequest, in catalog: Catalog, report: (PlanningProgress) -> Void = { _ in }
  ) throws(UnknownIdentifier) -> PlanningOutcome {
    if let problem = try Problem(request, in: catalog, unless: limits.shouldStop), !limits.shouldStop() {
      return solve(problem, report: report)
    }
    return .stopped(request, in: catalog)
  }

  private func status(
    of search: Search, _ problem: Problem, _ assembly: Assembly, _ frontier: [Pathway]
  ) -> PlanningOutcome.Status {
    if search.isInterrupted { return .incomplete(search.bound.heldTo(frontier)) }
    if !search.incumbents.solutions.isEmpty { return .optimal }
    guard problem.learner.budget != nil || problem.learner.deadline != nil else {
      return .infeasible(Conflict(unsatisfied: Obstacles(problem).unsatisfied))
    }
    let wider = Search(problem.model, limit: problem.withoutLimits().limit, limits: limits)
    wider.run()
    let found = wider.incumbents.solutions
    if found.isEmpty && !wider.isInterrupted {
      return .infeasible(Conflict(unsatisfied: Obstacles(problem).unsatisfied))
    }
    let ends = assembly.pathways(for: [found.first, found.last].compactMap(\.self))
    return .infeasible(Conflict(cheapest: ends.first, fastest: ends.last))
  }
}

extension [Pathway] {
  /// Of a search that was stopped, what is left once nothing needless is in any pathway: no two of which one is at
  /// least as good in both cost and days, cheapest first.
  fileprivate var undominated: [Pathway] {
    var kept: [Pathway] = []
    for pathway in sorted(by: { ($0.cost, $0.days) < ($1.cost, $1.days) })
    where kept.last.map({ pathway.days < $0.days }) ?? true {
      kept.append(pathway)
    }
    return kept
  }
}

extension PlanningOutcome {
  /// What can be said of a question that was not looked at: nothing is found, and any pathway costs and takes something.
  static func stopped(_ request: PlanningRequest, in catalog: Catalog) -> PlanningOutcome {
    PlanningOutcome(
      goals: request.goals, currency: Problem.currency(of: request, in: catalog),
      status: .incomplete(Bound(cost: 0, days: 0, provenBelowCost: 0)), frontier: [], chosen: nil)
  }
}

extension PlanningOutcome.Bound {
  /// No higher than what was found.
  fileprivate func heldTo(_ frontier: [Pathway]) -> PlanningOutcome.Bound {
    guard let cheapest = frontier.first, let fastest = frontier.last else { return self }
    var bound = self
    bound.cost = min(cost, cheapest.cost)
    bound.days = min(days, fastest.days)
    return bound
  }
}

extension Problem {
  /// What may be spent from here on, and the last day allowed.
  var limit: Corner {
    let money = learner.budget.map { $0 - learner.spent } ?? Int.max
    return Corner(cost: money, lastDay: learner.deadline ?? Int.max)
  }
}
