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

  @Test("what rests on an estimate, or isn't known at all, is marked in the months and off-ramps that contain it")
  func uncertainMoney() throws {
    var guessed = credential("b", requires: .held("a"))
    guessed.price.fee = Figure(7, isEstimate: true)
    let unknown = credential("a", fee: nil, days: 40, scheduled: true)
    let last = credential("c", fee: 2, days: 40, scheduled: true, requires: .held("b"))
    let catalog = tinyCatalog(.held("c"), [unknown, guessed, last])
    let pathway = try #require(try plan(catalog, tinyLearner()).frontier.first)
    let explanation = PathwayExplanation(of: pathway, goals: ["goal"], learner: tinyLearner(), in: catalog)
    let months = explanation.moneyByMonth
    #expect(months.map(\.amount) == [0, 9] && pathway.cost == 9)
    #expect(months.map(\.isAtLeast) == [true, false] && months.map(\.isEstimate) == [false, true])
    let ramps = explanation.offRamps
    #expect(ramps.map(\.cost) == [7, 9])
    #expect(ramps.map(\.isAtLeast) == [true, true] && ramps.map(\.isEstimate) == [true, true])
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
        Lapse(credential: "b", lastDay: other, renewal: Lapse.Renewal(latestStart: nil, cost: 0, minutes: 1)),
        Lapse(
          credential: "a", lastDay: finish + 10,
          renewal: Lapse.Renewal(latestStart: finish + 7, cost: 4, minutes: 3)),
      ])
  }

  @Test("what renews a credential more cheaply than itself is named, unless it asks for what isn't held")
  func renewedByOthers() throws {
    let courses = [
      credential("a", fee: 100, minutes: 10, validity: 30), credential("refresher", fee: 5, minutes: 1, renews: ["a"]),
      credential("closed", fee: 1, minutes: 1, requires: .held("other"), renews: ["a"]), credential("other", fee: 900),
    ]
    let catalog = tinyCatalog(.held("a"), courses)
    let pathway = try #require(try plan(catalog, tinyLearner()).frontier.first)
    let explanation = PathwayExplanation(of: pathway, goals: ["goal"], learner: tinyLearner(), in: catalog)
    let last = pathway.days + 30
    #expect(
      explanation.lapses == [
        Lapse(
          credential: "a", lastDay: last,
          renewal: Lapse.Renewal(by: "refresher", latestStart: last - 1, cost: 5, minutes: 1))
      ])
    var learner = tinyLearner()
    learner.earned.updateValue(dayZero + (pathway.days - last), forKey: "a")
    // The planner finds the same: on its last day it takes what is named.
    let kept = tinyCatalog(.active("a"), courses + [credential("long", minutes: 2)])
    let renewing = try plan(kept, learner, goals: ["goal"]).frontier
    #expect(renewing.first?.cost == 0 || renewing.first?.steps.map(\.credential) == ["refresher"])
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
    let failed = try #require(setbacks.all.first { $0.credential == "exam" })
    let side = try #require(setbacks.all.first { $0.credential == "side" })
    // Five days to wait and two of study again, or one for the exam alone; the side step finds a place in the wait if it
    // stands behind.
    let isFirst = pathway.step("side")?.start == 0
    #expect(failed.studied == Setback.Loss(cost: 6, days: isFirst ? 7 : 6, passesBudget: true))
    #expect(failed.resat == Setback.Loss(cost: 6, days: isFirst ? 6 : 5, passesBudget: true))
    #expect(side.studied == Setback.Loss(cost: 2, days: 1, passesBudget: false))
    #expect(side.resat == Setback.Loss(cost: 2, days: 0, passesBudget: false))
    #expect(failed.isWorse(than: side) && setbacks.worst == failed && failed.isProven && setbacks.unlooked == 0)
  }

  @Test("failing again leaves the minutes that the learner said were left before")
  func failedAgain() throws {
    var learner = tinyLearner()
    learner.failed["exam"] = FailedAttempt(date: dayZero, minutesLeft: 3)
    let catalog = tinyCatalog(.held("exam"), [credential("exam", fee: 10, minutes: 20)])
    let pathway = try #require(try plan(catalog, learner).frontier.first)
    let setbacks = try Inquiry(PlanningRequest(goal: "goal", learner: learner), in: catalog).setbacks(of: pathway)
    #expect(setbacks.all.map(\.studied) == [Setback.Loss(cost: 10, days: 3)])
    #expect(setbacks.all.map(\.resat) == [Setback.Loss(cost: 10, days: 0)])
  }

  @Test("failing the last step costs what a fresh plan says of a learner who has all the others, on random problems")
  func lastFailed() throws {
    var compared = 0
    for seed in UInt64(31_001)...31_090 {
      let problem = RandomProblem(seed: seed)
      guard let pathway = try plan(problem.catalog, problem.learner, goals: problem.goals).frontier.last,
        let last = pathway.steps.last, pathway.steps.allSatisfy({ $0.finish < pathway.days || $0 == last }),
        pathway.steps.allSatisfy({ $0.mode == .anew }), problem.learner.earned.isEmpty
      else { continue }
      var later = problem.learner
      later.start = dayZero + pathway.days
      (later.budget, later.deadline) = (nil, nil)
      for step in pathway.steps.dropLast() {
        later.earned.updateValue(dayZero + step.finish, forKey: step.credential)
      }
      later.failed[last.credential] = FailedAttempt(date: later.start)
      later = later.keeping(to: pathway.steps.map(\.credential), of: problem.catalog)
      guard let expected = BruteForce.frontier(problem.catalog, problem.goals, later, mostPlacements: 3000)?.last
      else { continue }
      let inquiry = Inquiry(PlanningRequest(goals: problem.goals, learner: problem.learner), in: problem.catalog)
      guard let setback = try inquiry.setbacks(of: pathway).all.first(where: { $0.credential == last.credential })
      else { continue }
      #expect(setback.studied?.days == expected.days && setback.studied?.cost == expected.cost, "seed \(seed)")
      compared += 1
    }
    #expect(compared > 5)
  }

  @Test("failing never makes a pathway faster where the rest of it is kept, and studying again never does")
  func setbackSigns() throws {
    var looked = 0
    for seed in UInt64(31_001)...31_040 {
      let problem = RandomProblem(seed: seed)
      guard let pathway = try plan(problem.catalog, problem.learner, goals: problem.goals).frontier.last else {
        continue
      }
      let inquiry = Inquiry(PlanningRequest(goals: problem.goals, learner: problem.learner), in: problem.catalog)
      for setback in try inquiry.setbacks(of: pathway).all {
        #expect(setback.isProven)
        guard let studied = setback.studied, let resat = setback.resat, studied.keepsToPathway, resat.keepsToPathway
        else { continue }
        #expect(0 <= resat.days && resat.days <= studied.days, "seed \(seed): \(setback)")
        looked += 1
      }
    }
    #expect(looked > 20)
  }

  /// The dear exam is no part of the pathway: it is faster, and nobody has to take it because another was failed.
  @Test("failing once costs what keeping to the pathway costs, whatever else could be bought")
  func failedAndKept() throws {
    let catalog = tinyCatalog(
      .all([.held("a"), .any([.held("b"), .held("dear")])]),
      [
        credential("a", fee: 1, minutes: 60), credential("b", fee: 1, minutes: 60, requires: .held("a")),
        credential("dear", fee: 2000, minutes: 1),
      ])
    let pathway = try #require(try plan(catalog, tinyLearner()).frontier.first)
    #expect(pathway.steps.map(\.credential) == ["a", "b"])
    let setbacks = try Inquiry(PlanningRequest(goal: "goal", learner: tinyLearner()), in: catalog).setbacks(of: pathway)
    #expect(setbacks.all.map(\.studied) == Array(repeating: Setback.Loss(cost: 1, days: 60), count: 2))
    #expect(setbacks.all.map(\.resat) == Array(repeating: Setback.Loss(cost: 1, days: 0), count: 2))
  }

  @Test("what a stopped search knows nothing of is never told as no way on, and never as what hurts most")
  func unknownSetback() {
    let unknown = Setback(credential: "a", day: 1, studied: nil, resat: nil, isProven: false)
    let known = Setback(credential: "b", day: 1, studied: Setback.Loss(cost: 1, days: 1), resat: nil)
    #expect(!unknown.isKnown && known.isKnown)
    #expect(Setbacks([unknown, known]).worst == known)
    let harder = Setback(credential: "c", day: 1, studied: nil, resat: Setback.Loss(cost: 1, days: 1))
    let lost = Setback(credential: "d", day: 1, studied: nil, resat: nil)
    #expect(Setbacks([harder, lost, known]).worst == lost)
  }

  @Test("near goals in another currency are weighed by the learner's rate, and counted where there is none")
  func nearGoalsInOtherCurrencies() throws {
    let goals = [("goal", "a", "tiny"), ("abroad", "b", "euro")]
    var abroad = credential("b", fee: 100, minutes: 1)
    abroad.price.currency = "EUR"
    abroad.catalog = "euro"
    let catalog = Catalog(
      headers: [
        Catalog.Header(id: "tiny", title: "Tiny", currency: "USD"),
        Catalog.Header(id: "euro", title: "Euro", currency: "EUR"),
      ],
      credentials: [credential("a", fee: 3, minutes: 2), abroad],
      goals: goals.map { Goal(id: $0.0, title: $0.0, requires: .held($0.1), catalog: $0.2) })
    var learner = tinyLearner()
    let pathway = try #require(try plan(catalog, learner).frontier.first)
    func near() throws -> NearGoals {
      try Inquiry(PlanningRequest(goal: "goal", learner: learner), in: catalog).goals(
        near: pathway, within: Neighbourhood(cost: 150))
    }
    #expect(try near() == NearGoals(withoutRate: 1))
    learner.rates["EUR"] = 1_200_000
    #expect(try near().goals.map(\.cheapest.cost) == [120])
    learner.rates["EUR"] = 1_600_000
    #expect(try near() == NearGoals())
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
    let near = try inquiry.goals(near: pathway, within: Neighbourhood(cost: 10, days: 7)).goals
    #expect(near.map(\.goal) == ["same", "more"])
    #expect(near.map(\.isReached) == [true, false])
    #expect(near.last?.cheapest.point == BruteForce.Point(cost: 4, days: 1))
    let all = try inquiry.goals(near: pathway, within: Neighbourhood()).goals
    #expect(all.map(\.goal) == ["same", "more", "far"])
    let without = [(3, 2), (7, 3), (40, 10)].map { BruteForce.Point(cost: $0.0, days: $0.1) }
    #expect(all.map(\.without?.point) == without, "from where the learner stands now")
  }

  @Test("what a limit left unlooked at is counted, of near goals and of failures")
  func unlooked() throws {
    let ids = (0..<6).map { "c\($0)" }
    let catalog = Catalog(
      headers: [Catalog.Header(id: "tiny", title: "Tiny", currency: "USD")],
      credentials: ids.map { credential($0, fee: 1, minutes: 1) },
      goals: [Goal(id: "goal", title: "goal", requires: .all(ids.prefix(3).map { .held($0) }), catalog: "tiny")]
        + ids.map { Goal(id: "goal-\($0)", title: $0, requires: .held($0), catalog: "tiny") })
    let request = PlanningRequest(goal: "goal", learner: tinyLearner())
    let pathway = try #require(try plan(catalog, tinyLearner()).frontier.first)
    let stopped = Inquiry(request, in: catalog, limits: SearchLimits(shouldStop: { true }))
    #expect(try stopped.goals(near: pathway, within: Neighbourhood()) == NearGoals(unlooked: 6))
    #expect(try stopped.setbacks(of: pathway) == Setbacks(unlooked: 3))
    let whole = Inquiry(request, in: catalog)
    #expect(try whole.goals(near: pathway, within: Neighbourhood()).goals.count == 6)
    #expect(try whole.goals(near: pathway, within: Neighbourhood(cost: 0)).unlooked == 0)
  }

  @Test("the critical path is a chain from its first step to the last day, and every cause in it is the true one")
  func criticalPath() throws {
    var causes: Set<String> = []
    for seed in UInt64(31_001)...31_200 {
      for explanation in try explained(RandomProblem(seed: seed)) where !explanation.pathway.steps.isEmpty {
        let chain = explanation.criticalPath
        #expect(chain.last.flatMap { explanation.pathway.step($0.credential) }?.finish == explanation.pathway.days)
        for (place, step) in chain.enumerated() {
          causes.insert(String("\(step.cause)".prefix { $0 != "(" }))
          check(step, after: place == 0 ? nil : chain[place - 1].credential, explanation, "seed \(seed): \(chain)")
        }
      }
    }
    #expect(causes.isSuperset(of: ["dayZero", "required", "capacity", "calendar"]), "\(causes)")
  }

  /// A step that begins on its own day, on the day before that the calendar allows, and then without what held it up.
  private func check(
    _ step: CriticalStep, after before: String?, _ explanation: PathwayExplanation, _ note: Comment
  ) {
    let placements = explanation.timetable.placements
    guard let index = placements.firstIndex(where: { $0.id == step.credential }) else {
      Issue.record(note)
      return
    }
    let placement = placements[index]
    func violations(on day: Int) -> [PathwayViolation] {
      var moved = explanation.timetable.without(index)
      moved.place(Timetable.Placement(offer: placement.offer, start: day))
      return explanation.checker.violations(of: moved)
    }
    let earlier = (0..<placement.start).last { placement.offer.canStart(on: $0) }
    switch step.cause {
    case .dayZero: #expect(placement.start == 0 && before == nil, note)
    case .calendar: #expect(placement.start > 0 && earlier == nil && before == nil, note)
    case .required(let id), .corequired(let id), .capacity(let id):
      #expect(id == before, note)
      let clause: PathwayViolation.Clause =
        switch step.cause {
        case .required: .requires
        case .corequired: .corequires
        default: .capacity
        }
      #expect(earlier.map { violations(on: $0).contains { $0.clause == clause } } == true, note)
    case .lapse: #expect(earlier.map { !violations(on: $0).isEmpty } == true && before == nil, note)
    case .free: #expect(earlier.map { violations(on: $0).isEmpty } == true && before == nil, note)
    }
  }

  @Test("what only begins when another ends, by the calendar, isn't said to wait for it; corequisites are")
  func coincidence() throws {
    let catalog = tinyCatalog(
      .all([.held("a"), .held("b"), .held("c")]),
      [
        credential("a", days: 30, scheduled: true), credential("b", days: 20, scheduled: true, starts: [30]),
        credential("c", days: 5, scheduled: true, starts: [20, 52], requires: .held("b")),
      ])
    let learner = tinyLearner(atOnce: 3)
    let pathway = try #require(try plan(catalog, learner).frontier.first)
    let explanation = PathwayExplanation(of: pathway, goals: ["goal"], learner: learner, in: catalog)
    #expect(
      explanation.criticalPath == [
        CriticalStep(credential: "b", cause: .calendar),
        CriticalStep(credential: "c", cause: .required("b"), waitsForCalendar: true),
      ])
    let beside = tinyCatalog(
      .held("e"),
      [credential("d", days: 5, scheduled: true, starts: [10]), credential("e", days: 8, corequires: .held("d"))])
    let other = try #require(try plan(beside, learner).frontier.first)
    #expect(
      PathwayExplanation(of: other, goals: ["goal"], learner: learner, in: beside).criticalPath == [
        CriticalStep(credential: "d", cause: .calendar), CriticalStep(credential: "e", cause: .corequired("d")),
      ])
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
