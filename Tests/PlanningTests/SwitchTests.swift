import Catalogs
import Testing

@testable import Planning

@Suite("The parts that make it fast")
struct SwitchTests {
  @Test(
    "without any one of them, and without all, the frontier is the same", arguments: SearchSwitches.named.map(\.name))
  func sameWithout(name: String) throws {
    let part = try #require(SearchSwitches.named.first { $0.name == name }).part
    try compare(with: SearchSwitches.all.subtracting(part), seeds: 5_000..<5_150)
  }

  @Test("without all of them, the frontier is the same")
  func sameWithoutAll() throws { try compare(with: [], seeds: 6_000..<6_100) }

  @Test("where sets are put off again and again, the frontier is the same")
  func sameWhenPutOff() throws { try compare(with: .all, firstEffort: 1, seeds: 7_000..<7_300) }

  private func compare(with switches: SearchSwitches, firstEffort: Int = 64_000, seeds: Range<UInt64>) throws {
    var compared = 0
    for seed in seeds {
      let random = RandomProblem(seed: seed)
      let problem = try Problem(PlanningRequest(goals: random.goals, learner: random.learner), in: random.catalog)
      let whole = Planner(limits: SearchLimits(nodes: 2_000)).solve(problem)
      // What one part does in a moment may take the others for ever.
      var limits = SearchLimits(nodes: 20_000)
      limits.switches = switches
      limits.firstEffort = firstEffort
      let other = Planner(limits: limits).solve(problem)
      if case .incomplete = whole.status { continue }
      if case .incomplete = other.status { continue }
      compared += 1
      #expect(other.frontier.map(\.point) == whole.frontier.map(\.point), "seed \(seed)")
    }
    #expect(compared * 10 > seeds.count * 9)
  }

  @Test("where much lapses, placing by lags finds what waiting day by day finds")
  func sameByLags() throws {
    var compared = 0
    var withPathway = 0
    let first = UInt64(environmentNumber("CAIRN_SEED") ?? 0)
    for seed in first..<first + UInt64(environmentNumber("CAIRN_SOAK") ?? 300) {
      var draw = LapsingDraw(seed: seed)
      let (catalog, learner) = draw.problem()
      let problem = try Problem(PlanningRequest(goals: ["goal"], learner: learner), in: catalog)
      let byLags = Planner(limits: SearchLimits(nodes: 20_000)).solve(problem)
      var limits = SearchLimits(nodes: 20_000)
      limits.switches = SearchSwitches.all.subtracting(.lags)
      let byWaiting = Planner(limits: limits).solve(problem)
      if case .incomplete = byLags.status { Issue.record("seed \(seed) is not proven by lags") }
      if case .incomplete = byWaiting.status { continue }
      compared += 1
      if !byLags.frontier.isEmpty { withPathway += 1 }
      #expect(byLags.frontier.map(\.point) == byWaiting.frontier.map(\.point), "seed \(seed)")
    }
    #expect(compared > 200 && withPathway > 100)
  }
}
