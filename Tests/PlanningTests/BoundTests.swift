import Catalogs
import Testing

@testable import Planning

/// Each part of the search that says "no better than this" against what trying everything finds.
@Suite("What the bounds claim")
struct BoundTests {
  private struct Known: @unchecked Sendable {
    let problem: Problem
    let network: SelectionNetwork
    let propagation: Propagation
    /// Of one pathway for each point of the frontier: activities of the model, with their starts.
    let pathways: [(members: [Int], starts: [Int], point: BruteForce.Point)]
  }

  /// Found once for all tests, which only read them.
  private static let known = Result { try known(40_001...40_200) }

  /// Random problems whose frontier is known by brute force, with the root of their search, which refuses nothing for
  /// what dominates it.
  private static func known(_ seeds: ClosedRange<UInt64>) throws -> [Known] {
    try seeds.compactMap { seed -> Known? in
      let random = RandomProblem(seed: seed)
      guard let truth = BruteForce.frontier(random.catalog, random.goals, random.learner, mostPlacements: 2_000),
        !truth.isEmpty
      else { return nil }
      let request = PlanningRequest(goals: random.goals, learner: random.learner)
      let problem = try Problem(request, in: random.catalog)
      let outcome = Planner().solve(problem)
      #expect(outcome.frontier.map(\.point) == truth, "seed \(seed)")
      let network = SelectionNetwork(problem.model)
      let nothing = ActivitySet(count: problem.model.activities.count)
      var propagation = Propagation(problem.model, network, dominates: false)
      let horizon = problem.limit.lastDay
      let isPossible = propagation.run(taken: nothing, refused: nothing, horizon: horizon)
      #expect(isPossible, "seed \(seed)")
      let pathways = outcome.frontier.map { pathway in
        let members = pathway.steps.map { step in
          problem.model.activities.firstIndex { $0.credential == step.credential && $0.mode == step.mode } ?? -1
        }
        return (members, pathway.steps.map(\.start), pathway.point)
      }
      return Known(problem: problem, network: network, propagation: propagation, pathways: pathways)
    }
  }

  @Test("no price bound is above what a pathway of the frontier costs and takes, for any price of a day")
  func prices() throws {
    var asked = 0
    for known in try Self.known.get() {
      let bound = PriceBound(known.problem.model, known.network) { false }
      bound.load(known.propagation)
      var set = BoundSet(bound) { false }
      set.addLines(bound, dayPrices: [0.01, 0.1, 0.5, 1, 3]) { false }
      for pathway in known.pathways {
        let (cost, days) = (Double(pathway.point.cost), Double(pathway.point.days))
        for line in set.lines {
          #expect(line.value - line.dayPrice * days <= cost + 1e-6, "\(line.resource) at \(line.dayPrice)")
          asked += 1
        }
        for value in set.dayValues { #expect(value <= days + 1e-6) }
        #expect(set.days <= days + 1e-6)
      }
    }
    #expect(asked > 1_000)
  }

  @Test("every time resource weighs what a pathway takes at no more than the days have room for")
  func resources() throws {
    var kinds: Set<TimeResource.Kind> = []
    for known in try Self.known.get() {
      for resource in TimeResource.all(for: known.problem.model) {
        kinds.insert(resource.kind)
        for pathway in known.pathways { #expect(resource.days(for: pathway.members) <= pathway.point.days) }
      }
    }
    #expect(kinds == Set(TimeResource.Kind.allCases))
  }

  @Test("nothing is finished before its earliest time, and what is read of light time is no more than the days")
  func times() throws {
    var lights = 0
    for known in try Self.known.get() {
      let model = known.problem.model
      let resources = TimeResource.all(for: model)
      for pathway in known.pathways {
        for (member, start) in zip(pathway.members, pathway.starts) {
          #expect(known.propagation.times.finish[member] <= start + model.activities[member].length)
        }
        #expect(known.propagation.earliestEnd <= pathway.point.days)
        for (index, resource) in resources.enumerated() where resource.kind == .reserving {
          var light = LightTime(model, known.network, resource, resource: index, readsWays: true)
          light.read(known.propagation)
          let heavy = pathway.members.reduce(0) { $0 + resource.weights[$1] }
          #expect(resource.days(for: heavy) + light.days <= pathway.point.days)
          lights += light.days > 0 ? 1 : 0
        }
      }
    }
    #expect(lights > 5)
  }

  @Test("propagation refuses nothing that a pathway of the frontier takes, and takes nothing that one does without")
  func propagation() throws {
    var (refused, taken) = (0, 0)
    for known in try Self.known.get() {
      for index in known.problem.model.activities.indices {
        switch known.propagation.status[index] {
        case .refused:
          refused += 1
          #expect(known.pathways.allSatisfy { !$0.members.contains(index) })
        case .taken:
          taken += 1
          #expect(known.pathways.allSatisfy { $0.members.contains(index) })
        case .open: break
        }
      }
    }
    #expect(refused > 20 && taken > 20)
  }

  @Test("each point of the frontier is reached without what is dominated, or with what dominates it")
  func dominance() throws {
    var asked = 0
    for seed in UInt64(40_801)...41_150 {
      let random = RandomProblem(seed: seed)
      let problem = try Problem(PlanningRequest(goals: random.goals, learner: random.learner), in: random.catalog)
      let dominance = Dominance(problem.model, SelectionNetwork(problem.model))
      func frontier(_ adapt: (inout Learner) -> Void) -> [BruteForce.Point]? {
        var learner = random.learner
        adapt(&learner)
        return BruteForce.frontier(random.catalog, random.goals, learner, mostPlacements: 2_000)
      }
      for index in problem.model.activities.indices {
        guard let better = dominance.dominators[index].first, let truth = frontier({ _ in }) else { continue }
        let (first, second) = (
          problem.model.activities[better].credential, problem.model.activities[index].credential
        )
        guard let without = frontier({ $0.excluded.insert(.credential(second)) }),
          let with = frontier({ $0.pinned.insert(first) })
        else { continue }
        #expect(
          truth.allSatisfy { without.contains($0) || with.contains($0) }, "seed \(seed): \(first) for \(second)")
        asked += 1
      }
    }
    #expect(asked > 20)
  }
}
