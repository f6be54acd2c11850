import Catalogs
import Testing

@testable import Planning

@Suite("Along a pathway: money, awards, lapses, failures")
struct FollowingTests {
  private let seeds = UInt64(31_001)...31_070

  private func explained(_ problem: RandomProblem) throws -> [PathwayExplanation] {
    try plan(problem.catalog, problem.learner, goals: problem.goals).frontier.map {
      PathwayExplanation(of: $0, goals: problem.goals, learner: problem.learner, in: problem.catalog)
    }
  }

  @Test("money by month sums to the cost, each payment while its step is in progress")
  func money() throws {
    for seed in seeds {
      for explanation in try explained(RandomProblem(seed: seed)) {
        #expect(explanation.moneyByMonth.reduce(0) { $0 + $1.amount } == explanation.pathway.cost, "seed \(seed)")
        for payment in explanation.payments {
          let step = try #require(explanation.pathway.step(payment.credential))
          #expect(step.start <= payment.day && payment.day <= step.finish, "seed \(seed)")
        }
      }
    }
    let catalog = tinyCatalog(.held("a"), [credential("a", fee: 100, monthly: 20, days: 70, scheduled: true)])
    let pathway = try #require(try plan(catalog, tinyLearner()).frontier.first)
    let explanation = PathwayExplanation(of: pathway, goals: ["goal"], learner: tinyLearner(), in: catalog)
    #expect(explanation.payments.map(\.day) == [0, 0, 30, 60])
    // Day 0 is 4 October 2024.
    #expect(
      explanation.moneyByMonth.map { [$0.year, $0.month, $0.amount] } == [
        [2024, 10, 120], [2024, 11, 20], [2024, 12, 20],
      ])
  }

  @Test("off-ramps say what is held, and the last of them reaches the goals")
  func offRamps() throws {
    for seed in seeds {
      let problem = RandomProblem(seed: seed)
      for explanation in try explained(problem) {
        let ramps = explanation.offRamps
        let ids = explanation.pathway.steps.map(\.credential) + explanation.pathway.awards.map(\.credential)
        #expect(ramps.flatMap(\.earned).sorted() == ids.sorted(), "seed \(seed)")
        guard let last = ramps.last, last.day == explanation.pathway.days else { continue }
        #expect(last.cost == explanation.pathway.cost && last.minutes == explanation.pathway.minutes, "seed \(seed)")
      }
    }
    let catalog = Catalog(
      headers: [Catalog.Header(id: "tiny", title: "Tiny", currency: "USD")],
      skills: ["s", "t"].map { Skill(id: $0, name: $0) },
      credentials: [
        credential("a", fee: 3, minutes: 2, teaches: ["s"]),
        credential("b", fee: 4, minutes: 1, teaches: ["s", "t"], requires: .held("a")),
      ],
      goals: [
        Goal(id: "goal", title: "Goal", requires: .held("b"), catalog: "tiny"),
        Goal(id: "half", title: "Half", requires: .skill("s"), catalog: "tiny"),
      ])
    let pathway = try #require(try plan(catalog, tinyLearner()).frontier.first)
    let explanation = PathwayExplanation(of: pathway, goals: ["goal"], learner: tinyLearner(), in: catalog)
    #expect(
      explanation.offRamps == [
        OffRamp(day: 2, earned: ["a"], skills: ["s"], goals: ["half"], cost: 3, minutes: 2),
        OffRamp(day: 3, earned: ["b"], skills: ["t"], goals: ["goal"], cost: 7, minutes: 3),
      ])
  }

  @Test("a lapse has its last day, and the last day to renew it without a gap")
  func lapses() throws {
    var renewed = credential("a", fee: 9, minutes: 2, validity: 10)
    renewed.validity?.renewalFee = Figure(4)
    renewed.validity?.renewalWorkload = Figure(3)
    let catalog = tinyCatalog(.all([.held("a"), .held("b")]), [renewed, credential("b", minutes: 1, validity: 0)])
    let pathway = try #require(try plan(catalog, tinyLearner()).frontier.first)
    let explanation = PathwayExplanation(of: pathway, goals: ["goal"], learner: tinyLearner(), in: catalog)
    let finish = try #require(pathway.step("a")?.finish)
    let other = try #require(pathway.step("b")?.finish)
    #expect(
      explanation.lapses == [
        Lapse(credential: "b", lastDay: other, renewBy: nil, renewalCost: 0, renewalMinutes: 1),
        Lapse(
          credential: "a", lastDay: finish + 10, renewBy: finish + 7, renewalCost: 4, renewalMinutes: 3),
      ])
  }

  @Test("whoever has followed a pathway for a while can go on as it says: no more days, no more money")
  func following() throws {
    var looked = 0
    for seed in seeds {
      let problem = RandomProblem(seed: seed)
      for explanation in try explained(problem) where problem.learner.budget == nil {
        for day in Set(explanation.pathway.steps.map(\.finish)) where day < explanation.pathway.days {
          let open = explanation.pathway.steps.filter { $0.start < day && day < $0.finish }
          guard open.allSatisfy({ $0.mode != .renewal && $0.mode != .again }) else { continue }
          let rest = try plan(problem.catalog, explanation.learner(on: day), goals: problem.goals)
          let goesOn = rest.frontier.contains { $0.days <= explanation.pathway.days - day }
          #expect(goesOn, "seed \(seed), day \(day): \(explanation.pathway.steps) \(rest.frontier)")
          looked += 1
        }
      }
    }
    #expect(looked > 5)
  }

  @Test("failing once costs the retake fee, the waiting days and the time of another attempt")
  func setbacks() throws {
    var exam = credential("exam", fee: 10, minutes: 2, days: 1)
    exam.retake = Retake(fee: Figure(6), waitDays: 5)
    let catalog = tinyCatalog(
      .all([.held("end"), .held("side")]),
      [
        exam, credential("end", fee: 1, minutes: 3, requires: .held("exam")),
        credential("side", fee: 2, minutes: 1), credential("other", fee: 50, minutes: 1),
      ])
    var learner = tinyLearner()
    learner.budget = 15
    let pathway = try #require(try plan(catalog, learner).frontier.first)
    let setbacks = try Inquiry(PlanningRequest(goal: "goal", learner: learner), in: catalog).setbacks(of: pathway)
    let failed = try #require(setbacks.first { $0.credential == "exam" })
    let side = try #require(setbacks.first { $0.credential == "side" })
    #expect(failed.cost == 6 && failed.passesBudget && failed.keepsToPathway && failed.isProven)
    // Five days to wait and one for the exam, in which the side step finds a place if it stands behind.
    let isFirst = pathway.step("side")?.start == 0
    #expect(failed.days == (isFirst ? 6 : 5))
    #expect(side.cost == 2 && side.days == 0)
    #expect(failed.isWorse(than: side))
  }

  @Test("failing never makes a pathway cheaper or faster where the rest of it is kept, on random problems")
  func setbackSigns() throws {
    for seed in UInt64(31_001)...31_040 {
      let problem = RandomProblem(seed: seed)
      guard let pathway = try plan(problem.catalog, problem.learner, goals: problem.goals).frontier.last else {
        continue
      }
      let inquiry = Inquiry(PlanningRequest(goals: problem.goals, learner: problem.learner), in: problem.catalog)
      for setback in try inquiry.setbacks(of: pathway) where setback.keepsToPathway {
        #expect(try #require(setback.days) >= 0, "seed \(seed): \(setback)")
        #expect(setback.isProven)
      }
    }
  }

  @Test("near goals are planned from the end of the pathway, and those within reach are told")
  func nearGoals() throws {
    let goals = [("goal", Requirement.held("a")), ("more", .held("b")), ("far", .held("c")), ("same", .skill("s"))]
    let catalog = Catalog(
      headers: [Catalog.Header(id: "tiny", title: "Tiny", currency: "USD")], skills: [Skill(id: "s", name: "s")],
      credentials: [
        credential("a", fee: 3, minutes: 2, teaches: ["s"]),
        credential("b", fee: 4, minutes: 1, requires: .held("a")), credential("c", fee: 40, minutes: 10),
      ],
      goals: goals.map { Goal(id: $0.0, title: $0.0, requires: $0.1, catalog: "tiny") })
    let pathway = try #require(try plan(catalog, tinyLearner()).frontier.first)
    let inquiry = Inquiry(PlanningRequest(goal: "goal", learner: tinyLearner()), in: catalog)
    let near = try inquiry.goals(near: pathway, within: Neighbourhood(cost: 10, days: 7))
    #expect(near.map(\.goal) == ["same", "more"])
    #expect(near.map(\.isReached) == [true, false])
    #expect(near.last?.cheapest.point == BruteForce.Point(cost: 4, days: 1))
    #expect(try inquiry.goals(near: pathway, within: Neighbourhood()).map(\.goal) == ["same", "more", "far"])
  }

  @Test("the critical path is a chain without gaps from its first step to the last day")
  func criticalPath() throws {
    for seed in seeds {
      for explanation in try explained(RandomProblem(seed: seed)) where !explanation.pathway.steps.isEmpty {
        let chain = explanation.criticalPath
        let steps = try chain.map { try #require(explanation.pathway.step($0.credential)) }
        #expect(steps.last?.finish == explanation.pathway.days, "seed \(seed)")
        for (before, after) in zip(steps, steps.dropFirst()) { #expect(before.finish == after.start, "seed \(seed)") }
        switch chain.first?.cause {
        case .dayZero: #expect(steps.first?.start == 0)
        case .calendar: #expect(steps.first.map { $0.start > 0 } == true)
        default: Issue.record("seed \(seed): \(chain)")
        }
      }
    }
  }

  @Test("delayed by its slack a step keeps the end; delayed by any more it doesn't, the others keeping their days")
  func slack() throws {
    for seed in seeds {
      let problem = RandomProblem(seed: seed)
      for explanation in try explained(problem) {
        for (index, placement) in explanation.timetable.placements.enumerated() {
          let slack = try #require(explanation.slack(of: placement.id))
          func isSound(_ delay: Int) -> Bool {
            var moved = explanation.timetable.without(index)
            moved.place(Timetable.Placement(offer: placement.offer, start: placement.start + delay))
            return moved.days == explanation.pathway.days && explanation.checker.violations(of: moved).isEmpty
              && placement.offer.canStart(on: placement.start + delay)
          }
          #expect(slack == 0 || isSound(slack), "seed \(seed), \(placement.id)")
          let more = (slack + 1...slack + 12).filter(isSound)
          #expect(more.isEmpty, "seed \(seed), \(placement.id): \(more)")
        }
      }
    }
  }
}
