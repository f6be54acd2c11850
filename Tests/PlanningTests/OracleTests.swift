import Catalogs
import Testing

@testable import Planning

/// How many random problems a run looks at, and from which seed on: `CAIRN_SOAK` and `CAIRN_SEED` for a long look.
private let firstSeed = UInt64(environmentNumber("CAIRN_SEED") ?? 1)
private let rounds = environmentNumber("CAIRN_SOAK") ?? 2000

/// The seeds are dealt to so many tests, which run side by side.
private let shares = 4

@Suite("Planner against brute force")
struct OracleTests {
  @Test(
    "the planner's frontier is the brute force's on random problems, and every pathway stands before the checker",
    arguments: 0..<shares)
  func agreement(share: Int) throws {
    var compared = 0
    var feasible = 0
    var several = 0
    for seed in stride(from: firstSeed + UInt64(share), to: firstSeed + UInt64(rounds), by: shares) {
      let problem = RandomProblem(seed: seed)
      guard
        let expected = BruteForce.frontier(problem.catalog, problem.goals, problem.learner, mostPlacements: 3000)
      else { continue }
      compared += 1
      let outcome = try plan(problem.catalog, problem.learner, goals: problem.goals)
      #expect(outcome.frontier.map(\.point) == expected, "seed \(seed)")
      if expected.isEmpty {
        guard case .infeasible = outcome.status else {
          Issue.record("seed \(seed): \(outcome.status) though nothing reaches the goals")
          continue
        }
      } else {
        #expect(outcome.status == .optimal, "seed \(seed)")
        feasible += 1
        if expected.count > 1 { several += 1 }
      }
      let checker = PathwayChecker(catalog: problem.catalog, goals: problem.goals, learner: problem.learner)
      for pathway in outcome.frontier {
        let violations = checker.violations(of: pathway)
        #expect(violations.isEmpty, "seed \(seed): \(violations) in \(pathway.steps)")
      }
    }
    #expect(compared * shares * 10 > rounds * 8, "most problems are small enough to try everything")
    #expect(feasible * 3 > compared)
    #expect(several * 25 > compared, "\(several) of \(compared) have more than one point")
  }

  /// In both a corequisite has to be active and was begun too early at first.
  @Test("problems that were once answered wrongly", arguments: [211_337, 232_232] as [UInt64])
  func regressions(seed: UInt64) throws {
    let problem = RandomProblem(seed: seed)
    let expected = try #require(
      BruteForce.frontier(problem.catalog, problem.goals, problem.learner, mostPlacements: 3000))
    let outcome = try plan(problem.catalog, problem.learner, goals: problem.goals)
    #expect(outcome.frontier.map(\.point) == expected)
  }

  @Test("every feature of the contract appears often among the random problems")
  func features() {
    var counts: [RandomProblem.Feature: Int] = [:]
    for seed in UInt64(1)...2000 {
      for feature in RandomProblem(seed: seed).features { counts[feature, default: 0] += 1 }
    }
    for feature in RandomProblem.Feature.allCases {
      #expect(counts[feature, default: 0] >= 40, "\(feature.rawValue)")
    }
  }
}
