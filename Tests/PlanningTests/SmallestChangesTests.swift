import Catalogs
import Testing

@testable import Planning

@Suite("The smallest changes where nothing is possible")
struct SmallestChangesTests {
  /// Random problems with narrow limits, so that most have no pathway; small enough to try everything.
  private func infeasible(_ seed: UInt64) -> RandomProblem? {
    var problem = RandomProblem(seed: seed)
    var random = SplitMix64(seed: seed &* 77)
    let ids = problem.catalog.credentials.map(\.id)
    if random.chance(60) { problem.learner.budget = random.number(0...8) }
    if random.chance(60) { problem.learner.deadline = random.number(0...6) }
    if random.chance(50) { problem.learner.excluded.insert(.credential(random.pick(ids))) }
    if random.chance(30) { problem.learner.excluded.insert(.provider("p0")) }
    if random.chance(30) { problem.learner.pinned.insert(random.pick(ids)) }
    if random.chance(30) { problem.learner.denied.insert("a driving licence") }
    return points(problem, [])?.isEmpty == true ? problem : nil
  }

  private func points(_ problem: RandomProblem, _ changes: [SettingChange]) -> [BruteForce.Point]? {
    BruteForce.frontier(
      problem.catalog, problem.goals, problem.learner.changed(by: changes), mostPlacements: 150)
  }

  private func smallest(_ problem: RandomProblem) throws -> SmallestChanges {
    try Inquiry(PlanningRequest(goals: problem.goals, learner: problem.learner), in: problem.catalog).smallestChanges()
  }

  /// One unit less of a change of that kind.
  private func less(_ change: SettingChange) -> SettingChange? {
    switch change {
    case .budget(let cents?): .budget(cents - 1)
    case .deadline(let day?): .deadline(day - 1)
    case .minutesPerWeek(let minutes) where minutes > 60: .minutesPerWeek(minutes - 60)
    case .atOnce(let count): .atOnce(count - 1)
    default: nil
    }
  }

  @Test("each alone is enough, and one unit less of it is not")
  func alone() throws {
    var kinds: [String: Int] = [:]
    for seed in UInt64(20_001)...20_080 {
      guard let problem = infeasible(seed) else { continue }
      let found = try smallest(problem)
      #expect(found.isComplete, "seed \(seed)")
      for relaxation in found.alone {
        #expect(relaxation.changes.count == 1 && relaxation.isLeast, "seed \(seed)")
        guard let change = relaxation.changes.first, let expected = points(problem, [change]) else { continue }
        #expect(expected.first == relaxation.cheapest.point, "seed \(seed): \(change)")
        #expect(expected.last == relaxation.fastest.point, "seed \(seed): \(change)")
        if let less = less(change), let fewer = points(problem, [less]) {
          #expect(fewer == [], "seed \(seed): \(less)")
        }
        kinds[String("\(change)".prefix { $0 != "(" }), default: 0] += 1
      }
      for change in problem.learner.switches + [.budget(nil), .deadline(nil)] {
        guard let expected = points(problem, [change]), !expected.isEmpty else { continue }
        #expect(found.alone.contains { isOfKind($0.changes, change) }, "seed \(seed): \(change)")
      }
    }
    for kind in ["budget", "deadline", "allow", "unpin", "affirm"] {
      #expect(kinds[kind, default: 0] > 0, "\(kind): \(kinds)")
    }
  }

  private func isOfKind(_ changes: [SettingChange], _ wanted: SettingChange) -> Bool {
    switch (changes.first, wanted) {
    case (.budget?, .budget), (.deadline?, .deadline): true
    case (let change?, _): change == wanted
    default: false
    }
  }

  @Test("the combination is enough, none of it can stay as it was, and no other of as many changes costs less")
  func combined() throws {
    var compared = 0
    for seed in UInt64(20_001)...20_080 {
      guard let problem = infeasible(seed), let combined = try smallest(problem).combined else { continue }
      let changes = combined.changes
      #expect(changes.count >= 2 && combined.isLeast)
      guard let expected = points(problem, changes) else { continue }
      #expect(expected.contains(combined.cheapest.point), "seed \(seed): \(changes)")
      for place in changes.indices {
        var fewer = changes
        fewer.remove(at: place)
        #expect(points(problem, fewer)?.isEmpty ?? true, "seed \(seed): \(fewer) is enough")
      }
      guard changes.count == 2, let best = leastMoneyByPairs(problem) else { continue }
      #expect(money(over: problem, combined.cheapest.point) == best, "seed \(seed): \(changes)")
      compared += 1
    }
    #expect(compared > 0)
  }

  private func money(over problem: RandomProblem, _ point: BruteForce.Point) -> Int {
    problem.learner.budget.map { max(0, point.cost + problem.learner.spent - $0) } ?? 0
  }

  /// The least money over the budget among all pairs of changes, both of which are needed.
  private func leastMoneyByPairs(_ problem: RandomProblem) -> Int? {
    let learner = problem.learner
    var all = learner.switches
    if learner.budget != nil { all.append(.budget(nil)) }
    if learner.deadline != nil { all.append(.deadline(nil)) }
    var best: Int?
    for (place, first) in all.enumerated() {
      for second in all[(place + 1)...] {
        guard let found = points(problem, [first, second]) else { return nil }
        for point in found {
          let lifted = [first, second].map { exact($0, point, learner) }
          guard lifted.allSatisfy({ change in points(problem, [change])?.isEmpty ?? false }) else { continue }
          best = min(best ?? .max, money(over: problem, point))
        }
      }
    }
    return best
  }

  /// A limit lifted just as far as that point needs it.
  private func exact(_ change: SettingChange, _ point: BruteForce.Point, _ learner: Learner) -> SettingChange {
    switch change {
    case .budget: .budget(max(learner.budget ?? 0, point.cost + learner.spent))
    case .deadline: .deadline(max(learner.deadline ?? 0, point.days))
    default: change
    }
  }

  @Test("more hours are the fewest that do, to the hour")
  func hours() throws {
    var learner = Learner(minutesPerWeek: 120, atOnce: 1, start: dayZero)
    learner.deadline = 14
    let catalog = tinyCatalog(.held("a"), [credential("a", fee: 3, minutes: 601)])
    let inquiry = Inquiry(PlanningRequest(goal: "goal", learner: learner), in: catalog)
    let found = try inquiry.smallestChanges()
    #expect(found.alone.map(\.changes) == [[.deadline(36)], [.minutesPerWeek(360)]])
    #expect(found.alone.map(\.cheapest.days) == [36, 12])
    #expect(try inquiry.outcome(after: [.minutesPerWeek(300)]).frontier.isEmpty)
    learner = Learner(minutesPerWeek: 60, atOnce: 1, start: dayZero)
    let intense = tinyCatalog(.held("a"), [credential("a", minutes: 3000, days: 14, scheduled: true)])
    let more = try Inquiry(PlanningRequest(goal: "goal", learner: learner), in: intense).smallestChanges()
    #expect(more.alone.map(\.changes) == [[.minutesPerWeek(1500)]])
  }

  @Test("more at once are the fewest that do")
  func atOnce() throws {
    var learner = tinyLearner()
    learner.deadline = 4
    let parts = (0..<6).map { credential("c\($0)", days: 2) }
    let catalog = tinyCatalog(.all(parts.map { .held($0.id) }), parts)
    let found = try Inquiry(PlanningRequest(goal: "goal", learner: learner), in: catalog).smallestChanges()
    #expect(found.alone.map(\.changes) == [[.deadline(12)], [.atOnce(3)]])
    #expect(found.alone.allSatisfy(\.isLeast) && found.isComplete)
  }

  @Test("estimates that were ruled out are among them")
  func estimates() throws {
    var learner = tinyLearner()
    learner.allowsEstimates = false
    var estimated = credential("a", fee: 3)
    estimated.workload = Figure(2, low: 1, high: 3, isEstimate: true)
    let found = try Inquiry(PlanningRequest(goal: "goal", learner: learner), in: tinyCatalog(.held("a"), [estimated]))
      .smallestChanges()
    #expect(found.alone.map(\.changes) == [[.estimates(allowed: true)]])
  }
}
