import Catalogs
import Testing

@testable import Planning

@Suite("What may not change an answer")
struct InvarianceTests {
  private let seeds = UInt64(5001)...5150

  /// No worse in every respect: whatever the other offers, this offers something at least as good.
  private func isAtLeastAsGood(_ points: [BruteForce.Point], as others: [BruteForce.Point]) -> Bool {
    others.allSatisfy { other in points.contains { $0.cost <= other.cost && $0.days <= other.days } }
  }

  @Test("the order of entries in the files changes nothing, and the same question has the same answer")
  func order() throws {
    for seed in seeds {
      let problem = RandomProblem(seed: seed)
      let shuffled = problem.shuffled(seed: seed &* 31)
      let first = try plan(problem.catalog, problem.learner, goals: problem.goals)
      #expect(try plan(problem.catalog, problem.learner, goals: problem.goals) == first, "seed \(seed)")
      #expect(try plan(shuffled.catalog, shuffled.learner, goals: shuffled.goals) == first, "seed \(seed)")
    }
  }

  @Test("what things are called changes neither cost nor days")
  func names() throws {
    for seed in seeds {
      let problem = RandomProblem(seed: seed)
      let other = problem.renamed()
      let first = try plan(problem.catalog, problem.learner, goals: problem.goals)
      let second = try plan(other.catalog, other.learner, goals: other.goals)
      #expect(first.frontier.map(\.point) == second.frontier.map(\.point), "seed \(seed)")
      #expect(first.chosen == second.chosen && first.leftOut.count == second.leftOut.count, "seed \(seed)")
    }
  }

  @Test("any limit on nodes that doesn't end the search gives the same answer")
  func enoughNodes() throws {
    var ended = 0
    for seed in seeds {
      let problem = RandomProblem(seed: seed)
      let whole = try plan(problem.catalog, problem.learner, goals: problem.goals)
      for nodes in [1, 2, 4, 8, 16, 32, 1000] {
        let limited = try plan(problem.catalog, problem.learner, goals: problem.goals, nodes: nodes)
        if case .incomplete = limited.status {
          ended += 1
        } else {
          #expect(limited == whole, "seed \(seed), \(nodes) nodes")
        }
      }
    }
    #expect(ended > 20)
  }

  @Test("more money or more time never takes anything away")
  func limits() throws {
    for seed in seeds {
      let problem = RandomProblem(seed: seed)
      var learner = problem.learner
      learner.budget = 6
      learner.deadline = 5
      let narrow = try plan(problem.catalog, learner, goals: problem.goals).frontier.map(\.point)
      learner.budget = 9
      learner.deadline = 8
      let wide = try plan(problem.catalog, learner, goals: problem.goals).frontier.map(\.point)
      #expect(isAtLeastAsGood(wide, as: narrow), "seed \(seed)")
      #expect(narrow.allSatisfy { $0.cost <= 6 && $0.days <= 5 }, "seed \(seed)")
    }
  }

  /// Of a kind of its own, so that it changes no median.
  @Test("one more alternative never makes the frontier worse")
  func alternative() throws {
    for seed in seeds {
      let problem = RandomProblem(seed: seed)
      let before = try plan(problem.catalog, problem.learner, goals: problem.goals).frontier.map(\.point)
      let goals = problem.catalog.goals.map { goal in
        var wider = goal
        wider.requires = .any([goal.requires, .held("extra")])
        return wider
      }
      let catalog = Catalog(
        headers: problem.catalog.headers, providers: problem.catalog.providers, skills: problem.catalog.skills,
        credentials: problem.catalog.credentials + [credential("extra", fee: 2, minutes: 2, kind: .exam)], goals: goals)
      let after = try plan(catalog, problem.learner, goals: problem.goals).frontier.map(\.point)
      #expect(isAtLeastAsGood(after, as: before), "seed \(seed)")
    }
  }

  @Test("an answer stopped early encloses the truth, and its pathways are pathways")
  func interrupted() throws {
    var stopped = 0
    for seed in seeds {
      let problem = RandomProblem(seed: seed)
      let whole = try plan(problem.catalog, problem.learner, goals: problem.goals).frontier.map(\.point)
      for nodes in [0, 1, 3] {
        let outcome = try plan(problem.catalog, problem.learner, goals: problem.goals, nodes: nodes)
        let found = outcome.frontier.map(\.point)
        guard case .incomplete(let bound) = outcome.status else {
          #expect(found == whole, "seed \(seed), \(nodes) nodes")
          continue
        }
        stopped += 1
        #expect(isAtLeastAsGood(whole, as: found), "seed \(seed), \(nodes) nodes")
        #expect(whole.allSatisfy { $0.cost >= bound.cost && $0.days >= bound.days }, "seed \(seed), \(nodes) nodes")
        let proven = whole.filter { $0.cost < bound.provenBelowCost }
        #expect(found.filter { $0.cost < bound.provenBelowCost } == proven, "seed \(seed), \(nodes) nodes")
        let checker = PathwayChecker(catalog: problem.catalog, goals: problem.goals, learner: problem.learner)
        for pathway in outcome.frontier { #expect(checker.violations(of: pathway) == [], "seed \(seed)") }
      }
    }
    #expect(stopped > 20)
  }

  /// Asked to stop at its first chance, its second, and so on: at the first of them the question isn't read yet.
  @Test("told to stop, be it while the question is read, the planner soon does, and encloses the truth")
  func stopped() throws {
    let options = (0..<100).map { credential("c\($0)", fee: $0 * 37 % 101 + 1, minutes: $0 * 59 % 101 + 1) }
    let catalog = tinyCatalog(.any(options.map { .held($0.id) }), options)
    let request = PlanningRequest(goals: ["goal"], learner: tinyLearner())
    let whole = try Planner().solve(request, in: catalog)
    var (chance, emptyHanded) = (0, 0)
    while true {
      chance += 1 + chance / 8
      let asked = Asked(stopsAt: chance)
      let outcome = try Planner(limits: SearchLimits { asked.shouldStop() }).solve(request, in: catalog)
      guard case .incomplete(let bound) = outcome.status else {
        #expect(outcome.frontier == whole.frontier)
        break
      }
      emptyHanded += outcome.frontier.isEmpty ? 1 : 0
      #expect(asked.count <= chance + 24, "asked \(asked.count) times, told to stop at \(chance)")
      #expect(isAtLeastAsGood(whole.frontier.map(\.point), as: outcome.frontier.map(\.point)))
      #expect(whole.frontier.allSatisfy { $0.cost >= bound.cost && $0.days >= bound.days })
    }
    // Reading a hundred credentials has four chances of its own, while they are found, chosen and put into gates.
    #expect(emptyHanded >= 4)
  }

  @Test("what is reported on the way encloses the truth")
  func reported() throws {
    var reports = 0
    for seed in seeds {
      let random = RandomProblem(seed: seed)
      let request = PlanningRequest(goals: random.goals, learner: random.learner)
      let problem = try Problem(request, in: random.catalog)
      var told: [PlanningProgress] = []
      let whole = Planner().solve(problem) { told.append($0) }.frontier.map(\.point)
      for progress in told {
        reports += 1
        let bound = progress.bound
        #expect(whole.allSatisfy { $0.cost >= bound.cost && $0.days >= bound.days }, "seed \(seed)")
        let proven = whole.filter { $0.cost < bound.provenBelowCost }
        let found = progress.frontier.map(\.point).filter { $0.cost < bound.provenBelowCost }
        #expect(found == proven, "seed \(seed)")
      }
    }
    #expect(reports > 100)
  }

  @Test("absurd figures overflow nothing")
  func absurd() throws {
    for figure in [Int.max, Int.max / 2, 1_000_000_000_000_000] {
      let catalog = tinyCatalog(
        .all([.held("a"), .held("b")]),
        [
          credential("a", fee: figure, monthly: figure, minutes: figure, days: figure, validity: figure),
          credential("b", fee: figure, minutes: figure, credits: figure, requires: .active("a")),
        ])
      let outcome = try plan(catalog, tinyLearner(), nodes: 100)
      let pathway = try #require(outcome.frontier.first)
      #expect(pathway.steps.map(\.credential) == ["a", "b"] && pathway.cost >= 0 && pathway.days >= 0)
      try askEverything(about: pathway, of: outcome, in: catalog)
      var learner = tinyLearner()
      (learner.budget, learner.deadline, learner.spent) = (figure, figure, figure)
      (learner.minutesPerWeek, learner.atOnce) = (figure, figure)
      learner.rates = ["EUR": figure]
      learner.begun = ["a": figure]
      learner.failed = ["b": FailedAttempt(date: dayZero, minutesLeft: figure)]
      learner.mine = ["b": OwnFigures(fee: figure, monthly: figure, workload: figure, days: figure)]
      _ = try plan(catalog, learner, nodes: 100)
    }
  }

  /// No sum of it may trap.
  private func askEverything(about pathway: Pathway, of outcome: PlanningOutcome, in catalog: Catalog) throws {
    let request = PlanningRequest(goal: "goal", learner: tinyLearner())
    let inquiry = Inquiry(request, in: catalog, limits: SearchLimits(nodes: 100))
    let explanation = PathwayExplanation(of: pathway, goals: ["goal"], learner: tinyLearner(), in: catalog)
    _ = (explanation.criticalPath, explanation.lapses, explanation.offRamps, explanation.payments)
    #expect(explanation.criticalSteps.count <= pathway.steps.count)
    _ = try inquiry.setbacks(of: pathway)
    _ = try inquiry.goals(near: pathway, within: Neighbourhood(around: pathway))
    _ = try inquiry.price(of: "a")
    _ = outcome.exchanges
    let problem = try Problem(request, in: catalog)
    _ = Planner(limits: SearchLimits(nodes: 100)).alternatives(to: pathway, of: problem, atMost: 3)
    var poor = request
    poor.learner.budget = 0
    _ = try Inquiry(poor, in: catalog, limits: SearchLimits(nodes: 100)).smallestChanges()
  }
}

/// Says stop from a certain time of being asked on, and how often it was asked.
private final class Asked: @unchecked Sendable {
  private let last: Int
  private(set) var count = 0

  init(stopsAt last: Int) { self.last = last }

  func shouldStop() -> Bool {
    count += 1
    return count >= last
  }
}
