import Catalogs
import Testing

@testable import Planning

@Suite("Other ways")
struct AlternativesTests {
  private func alternatives(_ catalog: Catalog, _ count: Int = 5, learner: Learner = tinyLearner()) throws
    -> Alternatives
  {
    let problem = try Problem(PlanningRequest(goal: "goal", learner: learner), in: catalog)
    let outcome = Planner().solve(problem)
    let place = try #require(outcome.chosen)
    return Planner().alternatives(to: outcome.frontier[place], of: problem, atMost: count)
  }

  private func ids(_ pathways: [Pathway]) -> [[String]] { pathways.map { $0.steps.map(\.credential).sorted() } }

  @Test("those of the same cost and days are all found, once each")
  func equals() throws {
    let catalog = tinyCatalog(
      .all([.any([.held("a"), .held("b"), .held("dear")]), .any([.held("c"), .held("d")])]),
      [
        credential("a", fee: 2), credential("b", fee: 2), credential("c", fee: 1, days: 3),
        credential("d", fee: 1, days: 3), credential("dear", fee: 3),
      ])
    let found = try alternatives(catalog)
    #expect(Set(ids(found.equals)) == [["a", "d"], ["b", "c"], ["b", "d"]])
    #expect(found.isProven)
  }

  @Test("the next best do without two steps, cheapest first where a week is worth nothing")
  func nextBest() throws {
    let catalog = tinyCatalog(
      .all([.any([.held("a"), .held("b"), .held("x")]), .any([.held("c"), .held("d"), .held("y")])]),
      [
        credential("a", fee: 1), credential("c", fee: 1), credential("b", fee: 3), credential("d", fee: 3),
        credential("x", fee: 9), credential("y", fee: 9),
      ])
    var learner = tinyLearner()
    learner.weekPrice = 0
    let found = try alternatives(catalog, learner: learner)
    #expect(found.equals == [])
    #expect(ids(found.nextBest) == [["b", "d"], ["x", "y"]])
    #expect(found.nextBest.map(\.cost) == [6, 18])
    #expect(try ids(alternatives(catalog, 1, learner: learner).nextBest) == [["b", "d"]])
  }

  @Test("where there is only one step, the next best does without it; what nothing can replace has none")
  func single() throws {
    let catalog = tinyCatalog(.any([.held("a"), .held("b")]), [credential("a", fee: 1), credential("b", fee: 4)])
    #expect(try ids(alternatives(catalog).nextBest) == [["b"]])
    let only = try alternatives(tinyCatalog(.held("a"), [credential("a")]))
    #expect(only == Alternatives())
  }

  @Test("on random problems they are what trying every set finds, and stand before the checker")
  func everySet() throws {
    var equals = 0
    var others = 0
    for seed in UInt64(9001)...9900 {
      let problem = RandomProblem(seed: seed)
      let compiled = try Problem(PlanningRequest(goals: problem.goals, learner: problem.learner), in: problem.catalog)
      let outcome = Planner().solve(compiled)
      guard let pathway = outcome.frontier.first, !pathway.steps.isEmpty else { continue }
      let found = Planner().alternatives(to: pathway, of: compiled, atMost: 2)
      let checker = PathwayChecker(catalog: problem.catalog, goals: problem.goals, learner: problem.learner)
      for other in found.equals + found.nextBest { #expect(checker.violations(of: other) == [], "seed \(seed)") }
      for other in found.equals {
        #expect(other.point == pathway.point && !same(other, pathway), "seed \(seed)")
        equals += 1
      }
      #expect(try found.equals.isEmpty == !isMatchedWithoutAStep(problem, pathway), "seed \(seed)")
      // Doing without two steps is what ruling out some pair of them brings.
      let best = try cheapestWithoutAPair(problem, pathway)
      guard let best else {
        #expect(found.nextBest.isEmpty, "seed \(seed)")
        continue
      }
      others += 1
      #expect(found.nextBest.first.map { $0.cost >= best } ?? false, "seed \(seed)")
      var free = problem.learner
      free.weekPrice = 0
      let weighed = try Problem(PlanningRequest(goals: problem.goals, learner: free), in: problem.catalog)
      let cheapest = Planner().alternatives(to: pathway, of: weighed, atMost: 1).nextBest
      #expect(cheapest.first?.cost == best, "seed \(seed)")
    }
    #expect(equals > 3 && others > 80, "\(equals) equal ones, \(others) next best ones")
  }

  private func same(_ first: Pathway, _ second: Pathway) -> Bool {
    Set(first.steps.map(\.credential)) == Set(second.steps.map(\.credential))
  }

  private func isMatchedWithoutAStep(_ problem: RandomProblem, _ pathway: Pathway) throws -> Bool {
    try pathway.steps.contains { step in
      var learner = problem.learner
      learner.excluded.insert(.credential(step.credential))
      return try plan(problem.catalog, learner, goals: problem.goals).frontier.contains { $0.point == pathway.point }
    }
  }

  private func cheapestWithoutAPair(_ problem: RandomProblem, _ pathway: Pathway) throws -> Int? {
    let ids = pathway.steps.map(\.credential)
    var best: Int?
    for (place, first) in ids.enumerated() {
      for second in ids.count == 1 ? [first] : Array(ids[..<place]) {
        var learner = problem.learner
        learner.excluded.formUnion([.credential(first), .credential(second)])
        let outcome = try plan(problem.catalog, learner, goals: problem.goals)
        if let cost = outcome.frontier.first?.cost { best = min(best ?? cost, cost) }
      }
    }
    return best
  }
}
