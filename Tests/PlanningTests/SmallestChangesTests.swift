import Catalogs
import Testing

@testable import Planning

@Suite("The smallest changes where nothing is possible")
struct SmallestChangesTests {
  /// One unit less of a change of that kind.
  private func less(_ change: SettingChange) -> SettingChange? {
    switch change {
    case .budget(let cents?): .budget(cents - 1)
    case .deadline(let day?): .deadline(day - 1)
    case .minutesPerWeek(let minutes) where minutes > 60: .minutesPerWeek(minutes - 60)
    case .start(let date): .start(date + 1)
    case .atOnce(let count): .atOnce(count - 1)
    default: nil
    }
  }

  @Test("each alone is enough, and one unit less of it is not")
  func alone() throws {
    var kinds: [String: Int] = [:]
    for seed in UInt64(20_001)...20_080 {
      guard let problem = NarrowProblem(seed: seed) else { continue }
      let found = try problem.smallestChanges()
      #expect(found.isComplete, "seed \(seed)")
      for relaxation in found.alone {
        #expect(relaxation.changes.count == 1, "seed \(seed)")
        guard let change = relaxation.changes.first, let expected = problem.points([change]) else { continue }
        #expect(relaxation.isLeast != isUnsure(change, problem.learner), "seed \(seed): \(change)")
        #expect(expected.first == problem.point(relaxation.cheapest, [change]), "seed \(seed): \(change)")
        #expect(expected.last == problem.point(relaxation.fastest, [change]), "seed \(seed): \(change)")
        if relaxation.isLeast, let less = less(change), let fewer = problem.points([less]) {
          #expect(fewer == [], "seed \(seed): \(less)")
        }
        kinds[String("\(change)".prefix { $0 != "(" }), default: 0] += 1
      }
      for change in problem.learner.switches + [.budget(nil), .deadline(nil), .start(problem.earliest)] {
        guard let expected = problem.points([change]), !expected.isEmpty else { continue }
        #expect(found.alone.contains { isOfKind($0.changes, change) }, "seed \(seed): \(change)")
      }
    }
    for kind in ["budget", "deadline", "minutesPerWeek", "start", "unpin", "affirm"] {
      #expect(kinds[kind, default: 0] > 0, "\(kind): \(kinds)")
    }
  }

  private func isOfKind(_ changes: [SettingChange], _ wanted: SettingChange) -> Bool {
    switch (changes.first, wanted) {
    case (.budget?, .budget), (.deadline?, .deadline), (.start?, .start): true
    case (let change?, _): change == wanted
    default: false
    }
  }

  /// What goes on from day 0 goes on earlier then.
  private func isUnsure(_ change: SettingChange, _ learner: Learner) -> Bool {
    if case .start = change { !learner.begun.isEmpty } else { false }
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

  @Test("starting earlier is proposed where a deadline is too near, the latest day that does, and no day gone by")
  func start() throws {
    var learner = tinyLearner()
    learner.deadline = 4
    let catalog = tinyCatalog(.held("a"), [credential("a", fee: 3, minutes: 7)])
    let inquiry = Inquiry(PlanningRequest(goal: "goal", learner: learner), in: catalog)
    let found = try inquiry.smallestChanges(from: dayZero + -10)
    #expect(found.alone.map(\.changes) == [[.deadline(7)], [.minutesPerWeek(60)], [.start(dayZero + -3)]])
    for earliest in [dayZero + -2, dayZero, dayZero + 1] {
      #expect(try inquiry.smallestChanges(from: earliest).alone.count == 2)
    }
    // The deadline stays the date it was, and a day is counted from the same day 0 whatever comes first.
    let both: [SettingChange] = [.start(dayZero + -3), .deadline(5)]
    #expect(learner.changed(by: both) == learner.changed(by: both.reversed()))
    #expect(learner.changed(by: both).deadline == 8)
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
