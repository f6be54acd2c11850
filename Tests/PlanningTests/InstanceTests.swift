import Catalogs
import Foundation
import Interchange
import Planning
import Testing

/// What another solver (OR-Tools CP-SAT) proved of an instance.
private struct Expectation: Decodable {
  var goal: String
  var hoursPerWeek: Int
  var atOnce: Int
  var start: String
  var proved: Bool
  /// Cost in currency units, days.
  var frontier: [[Double]]

  var points: [BruteForce.Point] {
    frontier.map { BruteForce.Point(cost: Int(($0[0] * 100).rounded()), days: Int($0[1])) }
  }
}

@Suite("Instances")
struct InstanceTests {
  private static let folder = repository().appendingPathComponent("Benchmarks/instances")

  private static func expectations() throws -> [String: Expectation] {
    let data = try Data(contentsOf: folder.appendingPathComponent("expected.json"))
    return try JSONDecoder().decode([String: Expectation].self, from: data)
  }

  @Test("every proved instance of 20 and 40 credentials has that frontier, proven, and pathways that stand")
  func small() throws {
    let proved = try Self.expectations().filter { name, expected in
      expected.proved && (name.contains("-20-") || name.contains("-40-"))
    }
    #expect(proved.count >= 20)
    for (name, expected) in proved.sorted(by: { $0.key < $1.key }) {
      let catalog = try CatalogReading.read(paths: [Self.folder.appendingPathComponent("\(name).json").path]).catalog
      let learner = Learner(
        minutesPerWeek: 60 * expected.hoursPerWeek, atOnce: expected.atOnce,
        start: try #require(CalendarDate(iso: expected.start)))
      let outcome = try plan(catalog, learner, goals: [expected.goal])
      if expected.frontier.isEmpty {
        guard case .infeasible = outcome.status else {
          Issue.record("\(name): \(outcome.status), though it is proved that nothing reaches the goal")
          continue
        }
      } else {
        #expect(outcome.status == .optimal, "\(name)")
      }
      #expect(outcome.frontier.map(\.point) == expected.points, "\(name)")
    }
  }

  @Test("a limit on memory ends in what is proven by then, the same each time")
  func memory() throws {
    let name = "credits-20-1"
    let expected = try #require(try Self.expectations()[name])
    let catalog = try CatalogReading.read(paths: [Self.folder.appendingPathComponent("\(name).json").path]).catalog
    let learner = Learner(
      minutesPerWeek: 60 * expected.hoursPerWeek, atOnce: expected.atOnce,
      start: try #require(CalendarDate(iso: expected.start)))
    let request = PlanningRequest(goal: expected.goal, learner: learner)
    let whole = try Planner().solve(request, in: catalog).frontier
    let planner = Planner(limits: SearchLimits(memory: 30_000))
    let outcome = try planner.solve(request, in: catalog)
    guard case .incomplete(let bound) = outcome.status else {
      Issue.record("\(outcome.status)")
      return
    }
    #expect(outcome.statistics.nodes > 10 && whole.count > 5)
    #expect(whole.allSatisfy { $0.cost >= bound.cost && $0.days >= bound.days })
    let proven = whole.filter { $0.cost < bound.provenBelowCost }.map(\.point)
    #expect(outcome.frontier.map(\.point).filter { $0.cost < bound.provenBelowCost } == proven)
    #expect(try planner.solve(request, in: catalog) == outcome)
  }
}
