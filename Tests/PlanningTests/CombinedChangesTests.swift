import Catalogs
import Testing

@testable import Planning

@Suite("The cheapest combination of changes where nothing is possible")
struct CombinedChangesTests {
  /// What a combination is ranked by: how many changes, then money, hours and days.
  private struct Rank: Comparable {
    var changes: Int
    var money: Int
    var minutes: Int
    var days: Int

    static func < (first: Rank, second: Rank) -> Bool {
      (first.changes, first.money, first.minutes, first.days)
        < (second.changes, second.money, second.minutes, second.days)
    }
  }

  /// Everything there is to combine: what is changed as a whole and doesn't do by itself, and hours.
  private struct Everything {
    let narrow: NarrowProblem
    let whole: [SettingChange]
    let hours: [SettingChange]

    /// `nil` where something would take too long to try.
    init?(_ narrow: NarrowProblem) {
      self.narrow = narrow
      let all: [SettingChange] =
        [.atOnce(narrow.problem.catalog.credentials.count)]
        + (narrow.earliest < narrow.learner.start ? [.start(narrow.earliest)] : []) + narrow.learner.switches
      var whole: [SettingChange] = []
      for change in all {
        guard let points = narrow.points([change]) else { return nil }
        if points.isEmpty { whole.append(change) }
      }
      self.whole = whole
      let minutes = narrow.learner.minutesPerWeek
      hours = stride(from: minutes / 60 * 60 + 60, through: minutes + 180, by: 60).map { .minutesPerWeek($0) }
    }

    func over(_ point: BruteForce.Point) -> Int {
      narrow.learner.budget.map { max(0, point.cost + narrow.learner.spent - $0) } ?? 0
    }

    func late(_ point: BruteForce.Point) -> Int { narrow.learner.deadline.map { max(0, point.days - $0) } ?? 0 }

    /// The limits lifted as far as that point needs.
    func limits(_ point: BruteForce.Point) -> [SettingChange] {
      (over(point) > 0 ? [.budget(point.cost + narrow.learner.spent)] : [])
        + (late(point) > 0 ? [.deadline(point.days)] : [])
    }

    /// The best of all, by trying each; `.some(nil)` where there is none of at most so many changes.
    func best(atMost count: Int) -> Rank?? {
      var best: Rank?
      for subset in 0..<(1 << whole.count) {
        let switches = whole.indices.filter { subset >> $0 & 1 == 1 }.map { whole[$0] }
        guard switches.count <= count else { continue }
        for hours in [nil] + hours.map(Optional.some) {
          let fixed = switches + [hours].compactMap { $0 }
          guard fixed.count <= count else { continue }
          guard let points = narrow.points(fixed + [.budget(nil), .deadline(nil)]) else { return nil }
          for point in points {
            let changes = fixed + limits(point)
            guard (2...count).contains(changes.count) else { continue }
            guard let isNeeded = isNeeded(changes) else { return nil }
            var rank = Rank(changes: changes.count, money: over(point), minutes: 0, days: late(point))
            if case .minutesPerWeek(let minutes)? = hours { rank.minutes = minutes - narrow.learner.minutesPerWeek }
            if isNeeded { best = min(best ?? rank, rank) }
          }
        }
      }
      return best
    }

    /// Whether none of the changes can stay away.
    func isNeeded(_ changes: [SettingChange]) -> Bool? {
      for place in changes.indices {
        var fewer = changes
        fewer.remove(at: place)
        guard let points = narrow.points(fewer) else { return nil }
        if !points.isEmpty { return false }
      }
      return true
    }
  }

  @Test("it is what trying everything finds: enough, nothing of it needless, and none ranks before it")
  func combined() throws {
    var compared = 0
    var kinds: Set<String> = []
    for seed in UInt64(20_001)...20_140 {
      guard let narrow = NarrowProblem(seed: seed), narrow.learner.begun.isEmpty, let all = Everything(narrow),
        all.whole.count <= 4, let expected = all.best(atMost: 3)
      else { continue }
      let found = try narrow.smallestChanges()
      #expect(found.isComplete, "seed \(seed)")
      guard let combined = found.combined, combined.changes.count <= 3 else {
        #expect(expected == nil, "seed \(seed)")
        continue
      }
      let changes = combined.changes
      let point = narrow.point(combined.cheapest, changes)
      #expect(combined.isLeast, "seed \(seed)")
      #expect(all.isNeeded(changes) ?? true, "seed \(seed): \(changes)")
      #expect(narrow.points(changes)?.contains(point) ?? true, "seed \(seed): \(changes)")
      var rank = Rank(changes: changes.count, money: all.over(point), minutes: 0, days: all.late(point))
      for change in changes {
        if case .minutesPerWeek(let minutes) = change { rank.minutes = minutes - narrow.learner.minutesPerWeek }
        kinds.insert(String("\(change)".prefix { $0 != "(" }))
        guard let less = less(change, narrow.learner) else { continue }
        let others = changes.filter { $0 != change }
        #expect(narrow.points(others + [less])?.isEmpty ?? true, "seed \(seed): \(less) is enough in \(changes)")
      }
      #expect(rank == expected, "seed \(seed): \(changes)")
      compared += 1
    }
    #expect(compared > 10)
    #expect(kinds.isSuperset(of: ["budget", "deadline", "minutesPerWeek", "allow", "unpin", "start"]), "\(kinds)")
  }

  /// One less of what may be changed by degrees.
  private func less(_ change: SettingChange, _ learner: Learner) -> SettingChange? {
    switch change {
    case .budget(let cents?): .budget(cents - 1)
    case .deadline(let day?): .deadline(day - 1)
    case .atOnce(let count) where count > 1: .atOnce(count - 1)
    case .start(let date): .start(date + 1)
    default: nil
    }
  }

  @Test("hours a week are part of it where nothing does without, no more of them than the rest needs")
  func hours() throws {
    var learner = Learner(minutesPerWeek: 600, start: dayZero)
    learner.budget = 50
    let intense = credential("a", fee: 80, minutes: 60 * 26, days: 14, scheduled: true)
    let inquiry = Inquiry(PlanningRequest(goal: "goal", learner: learner), in: tinyCatalog(.held("a"), [intense]))
    let found = try inquiry.smallestChanges()
    #expect(found.alone.isEmpty && found.isComplete)
    #expect(found.combined?.changes == [.budget(80), .minutesPerWeek(780)])
    #expect(found.combined?.isLeast == true)
  }

  @Test("of as many changes the least money comes first, then fewer hours, then fewer days")
  func ranked() throws {
    var learner = Learner(minutesPerWeek: 600, start: dayZero)
    (learner.budget, learner.deadline) = (50, 14)
    let catalog = tinyCatalog(
      .any([.held("dear"), .held("long"), .held("longer")]),
      [
        // Within the hours, for 20 more and with 30 days.
        credential("dear", fee: 70, minutes: 600, days: 30),
        // Within the budget, with 12 hours and 21 days, or 13 hours and 15 days.
        credential("long", fee: 50, minutes: 36 * 60, days: 21, scheduled: true),
        credential("longer", fee: 50, minutes: 26 * 60 + 60, days: 15, scheduled: true),
      ])
    let found = try Inquiry(PlanningRequest(goal: "goal", learner: learner), in: catalog).smallestChanges()
    #expect(found.alone.isEmpty)
    #expect(found.combined?.changes == [.deadline(21), .minutesPerWeek(720)])
  }

  @Test("a start is no earlier than the rest needs, however early it could be")
  func start() throws {
    var learner = Learner(minutesPerWeek: 600, start: dayZero)
    (learner.deadline, learner.excluded) = (14, [.credential("a")])
    let catalog = tinyCatalog(
      .held("a"), [credential("a", fee: 3, minutes: 600, days: 20), credential("b", requires: .held("a"))])
    let inquiry = Inquiry(PlanningRequest(goal: "goal", learner: learner), in: catalog)
    let found = try inquiry.smallestChanges(from: dayZero + -5000)
    #expect(found.alone.isEmpty)
    // A deadline kept ranks before a start kept.
    #expect(found.combined?.changes == [.start(dayZero + -6), .allow(.credential("a"))])
    #expect(found.combined?.isLeast == true)
  }

  @Test("what nothing can mend ends the search at once")
  func hopeless() throws {
    var learner = tinyLearner()
    learner.budget = 1
    learner.excluded = Set((0..<12).map { .credential("c\($0)") })
    let others = (0..<12).map { credential("c\($0)", fee: 1) }
    let catalog = tinyCatalog(.all([.condition("x"), .held("a")]), others + [credential("a", requires: .held("a"))])
    let found = try Inquiry(PlanningRequest(goal: "goal", learner: learner), in: catalog).smallestChanges()
    #expect(found == SmallestChanges())
  }
}
