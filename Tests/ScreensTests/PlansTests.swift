import Appraisal
import Catalogs
import Planning
import Testing

@testable import Screens

@Suite("What is known of ten thousand goals")
struct PlansTests {
  private static let outcomes: [PlanningOutcome] = [
    PlanningOutcome(goals: ["g"], currency: "EUR", status: .optimal, frontier: [], chosen: nil),
    PlanningOutcome(
      goals: ["g"], currency: "EUR", status: .incomplete(PlanningOutcome.Bound(cost: 0, days: 0, provenBelowCost: 0)),
      frontier: [], chosen: nil),
  ]

  @Test(
    "whatever is asked and answered, the counts are what counting all of them gives",
    arguments: 1...20 as ClosedRange<UInt64>)
  func counts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let listed = (0..<8).map { "g\($0)" }
    var plans = Plans(listing: listed)
    var nextJob = 0
    for step in 0..<500 {
      // Two of them aren't listed.
      let goal = "g\(random.number(0...9))"
      switch random.number(1...9) {
      case 1...3:
        nextJob += 1
        plans[goal] = Plan(outcome: plans[goal]?.outcome, job: JobID(nextJob), isStale: plans[goal]?.outcome != nil)
      case 4...5: plans[goal] = Plan(outcome: random.pick(Self.outcomes))
      case 6: plans[goal]?.failure = "no memory for it"
      case 7:
        plans[goal]?.job = nil
        plans[goal]?.isStopped = true
      case 8 where random.chance(20):
        let open = (0...9).compactMap { plans["g\($0)"]?.job?.number }.sorted()
        #expect(plans.askAnew().map(\.number) == open)
        #expect((0...9).allSatisfy { plans["g\($0)"]?.job == nil && plans["g\($0)"]?.soFar.isEmpty != false })
      default: plans[goal]?.soFar = [Pathway(steps: [], cost: 1, days: 1, minutes: 1)]
      }
      check(plans, listed, "seed \(seed), step \(step)")
    }
  }

  private func check(_ plans: Plans, _ listed: [String], _ place: Comment) {
    func isDue(_ goal: String) -> Bool {
      let plan = plans[goal] ?? Plan()
      return plan.job == nil && !plan.isStopped && plan.failure == nil && (plan.outcome == nil || plan.isStale)
    }
    let settled = listed.filter { !isDue($0) && plans[$0]?.job == nil }
    #expect(plans.settled == settled.count, place)
    let unproven = settled.filter { plans[$0]?.isStale != false || plans[$0]?.outcome?.isProven != true }
    #expect(plans.unproven == unproven.count, place)
    #expect(plans.due(from: nil) == listed.first(where: isDue), place)
    #expect(plans.due(from: "g5") == (listed[5...] + listed[..<5]).first(where: isDue), place)
    #expect(plans.open == (0...9).count { plans["g\($0)"]?.job != nil }, place)
  }

  @Test("a goal whose figures are others now stands where sorting all of them puts it", arguments: GoalOrder.allCases)
  func placing(order: GoalOrder) throws {
    var random = SplitMix64(seed: 7)
    let catalog = Catalog(
      headers: [Catalog.Header(id: "large", title: "Large", currency: "EUR")],
      goals: (0..<40).map {
        Goal(id: "g\($0)", title: "Goal \($0)", requires: .all([]), catalog: "large")
      })
    var (state, _) = AppState.opening(
      catalog: catalog, learner: CraftCatalog.learner, size: .init(width: 80, height: 24))
    var rows = state.goalRows
    rows.sort(by: order, in: state)
    for _ in 0..<200 {
      let goal = "g\(random.number(0...39))"
      let pathway = Pathway(steps: [], cost: random.number(0...5), days: random.number(0...5), minutes: 1)
      state.plans[goal] = Plan(
        outcome: PlanningOutcome(goals: [goal], currency: "EUR", status: .optimal, frontier: [pathway], chosen: 0))
      rows.place(goal, by: order, in: state)
      var all = state.goalRows
      all.sort(by: order, in: state)
      try #require(rows.goals.map(\.id) == all.goals.map(\.id))
      #expect(rows.goal(at: rows.place(of: goal) ?? -1)?.id == goal)
    }
  }
}
