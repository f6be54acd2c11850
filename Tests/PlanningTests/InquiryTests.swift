import Catalogs
import Planning
import Testing

@Suite("What if, without it, why not that one")
struct InquiryTests {
  private func points(_ problem: RandomProblem, _ adapt: (inout Learner) -> Void) -> [BruteForce.Point]? {
    var learner = problem.learner
    adapt(&learner)
    return BruteForce.frontier(problem.catalog, problem.goals, learner, mostPlacements: 500)
  }

  @Test("a changed setting gives what brute force gives for the changed learner, on random problems")
  func whatIf() throws {
    var compared = 0
    var kinds: Set<String> = []
    for seed in UInt64(9001)...9240 {
      let problem = RandomProblem(seed: seed)
      let id = problem.catalog.credentials[0].id
      let own = OwnFigures(fee: 1, workload: 1)
      let cases: [(SettingChange, (inout Learner) -> Void)] = [
        (.minutesPerWeek(21), { $0.minutesPerWeek = 21 }), (.atOnce(2), { $0.atOnce = 2 }),
        (
          .start(dayZero + 2),
          {
            $0.start = dayZero + 2
            $0.deadline = $0.deadline.map { $0 - 2 }
          }
        ),
        (.budget(7), { $0.budget = 7 }),
        (.deadline(nil), { $0.deadline = nil }), (.know("s0"), { $0.knows.insert("s0") }),
        (
          .earn(id, dayZero),
          {
            $0.earned[id] = dayZero
            $0.begun[id] = nil
            $0.failed[id] = nil
          }
        ),
        (
          .pin(id),
          {
            $0.pinned.insert(id)
            $0.excluded.remove(.credential(id))
          }
        ),
        (
          .exclude(.credential(id)),
          {
            $0.excluded.insert(.credential(id))
            $0.pinned.remove(id)
          }
        ),
        (.deny("a driving licence"), { $0.denied.insert("a driving licence") }),
        (.affirm(" NEVER"), { $0.denied = [] }),
        (.rate("EUR", 500_000), { $0.rates["EUR"] = 500_000 }), (.rate("EUR", nil), { $0.rates["EUR"] = nil }),
        (.deadline(6), { $0.deadline = 6 }), (.budget(nil), { $0.budget = nil }), (.spent(2), { $0.spent = 2 }),
        (.wage(100), { $0.currentWage = 100 }), (.weekPrice(3), { $0.weekPrice = 3 }),
        (
          .allow(.credential(problem.excluded ?? id)),
          { $0.excluded.remove(.credential(problem.excluded ?? id)) }
        ),
        (.unpin(problem.learner.pinned.first ?? id), { $0.pinned = [] }),
        (
          .begin(id, minutes: 1),
          {
            $0.earned.removeValue(forKey: id)
            $0.begun[id] = 1
            $0.failed[id] = nil
          }
        ),
        (
          .fail(id, FailedAttempt(date: dayZero + -1, minutesLeft: 1)),
          {
            $0.earned.removeValue(forKey: id)
            $0.begun[id] = nil
            $0.failed[id] = FailedAttempt(date: dayZero + -1, minutesLeft: 1)
          }
        ),
        (
          .forget(id),
          {
            $0.earned.removeValue(forKey: id)
            $0.begun[id] = nil
            $0.failed[id] = nil
          }
        ),
        (.own(id, own), { $0.mine[id] = own }), (.own(id, OwnFigures()), { $0.mine[id] = nil }),
        (.waive(id), { $0.waived.insert(id) }), (.require(id), { $0.waived.remove(id) }),
        (.unknow("s0"), { $0.knows.remove("s0") }), (.estimates(allowed: false), { $0.allowsEstimates = false }),
      ]
      kinds.formUnion([String("\(cases[Int(seed) % cases.count].0)".prefix { $0 != "(" })])
      let inquiry = Inquiry(PlanningRequest(goals: problem.goals, learner: problem.learner), in: problem.catalog)
      let (change, adapt) = cases[Int(seed) % cases.count]
      guard let expected = points(problem, adapt) else { continue }
      let outcome = try inquiry.outcome(after: [change])
      #expect(outcome.frontier.map(\.point) == expected, "seed \(seed): \(change)")
      var learner = problem.learner
      adapt(&learner)
      expectPathways(outcome, problem.catalog, learner, goals: problem.goals)
      compared += 1
    }
    #expect(compared > 160)
    #expect(kinds.count == 25, "\(kinds)")
  }

  @Test("the price of a credential is the way from the best without it to the best with it")
  func price() throws {
    let catalog = tinyCatalog(
      .skill("s"),
      [
        credential("a", fee: 5, minutes: 2, teaches: ["s"]), credential("b", fee: 2, minutes: 4, teaches: ["s"]),
        credential("c", fee: 9, minutes: 1, teaches: ["s"]),
      ])
    let inquiry = Inquiry(PlanningRequest(goal: "goal", learner: tinyLearner()), in: catalog)
    let price = try inquiry.price(of: "a")
    #expect(price.before.frontier.map(\.point) == [.init(cost: 2, days: 4), .init(cost: 9, days: 1)])
    #expect(price.after.frontier.map(\.point) == [.init(cost: 5, days: 2)])
    let cheapest = try #require(price.cheapest)
    #expect((cheapest.cost, cheapest.days) == (3, -2))
    #expect(cheapest.added == ["a"] && cheapest.dropped == ["b"])
    #expect(price.isProven)
    let without = try inquiry.comparison(of: try plan(catalog, tinyLearner()), without: "b")
    #expect(without.cheapest.map { [$0.cost, $0.days] } == [3, -2] && without.fastest?.isNothing == true)
    #expect(throws: UnknownIdentifier.self) { try inquiry.price(of: "nothing") }
  }

  @Test("every point of the frontier has its price against the one before it")
  func exchanges() throws {
    let catalog = tinyCatalog(
      .skill("s"),
      [
        credential("a", fee: 5, minutes: 4, teaches: ["s"]), credential("b", fee: 2, minutes: 9, teaches: ["s"]),
      ])
    let exchange = try #require(try plan(catalog, tinyLearner()).exchanges.first)
    #expect((exchange.cost, exchange.daysSaved, exchange.centsPerWeek) == (3, 5, 5))
    #expect(exchange.added == ["a"] && exchange.dropped == ["b"])
    for seed in UInt64(9201)...9300 {
      let problem = RandomProblem(seed: seed)
      let outcome = try plan(problem.catalog, problem.learner, goals: problem.goals)
      #expect(outcome.exchanges.count == max(0, outcome.frontier.count - 1))
      #expect(outcome.exchanges.allSatisfy { $0.cost > 0 && $0.daysSaved > 0 }, "seed \(seed)")
    }
  }

  @Test("what was stopped says so")
  func interrupted() throws {
    var learner = tinyLearner()
    learner.budget = 0
    let parts = (0..<8).map { credential("c\($0)", fee: 1 + $0 % 3, minutes: 1 + $0 % 4) }
    let catalog = tinyCatalog(.atLeast(4, of: parts.map { .held($0.id) }), parts)
    let request = PlanningRequest(goal: "goal", learner: learner)
    let stopped = Inquiry(request, in: catalog, limits: SearchLimits(nodes: 0))
    #expect(try !stopped.outcome(after: [.budget(nil)]).isProven)
    #expect(try !stopped.comparison(of: try plan(catalog, learner), after: [.budget(nil)]).isProven)
    let changes = try stopped.smallestChanges()
    // The bound at the root may prove the budget found to be the least.
    let exact = try Inquiry(request, in: catalog).smallestChanges().alone
    #expect(
      changes.alone.isEmpty ? !changes.isComplete : changes.alone.allSatisfy { !$0.isLeast || exact.contains($0) })
    #expect(exact.map(\.isLeast) == [true])
  }
}

extension RandomProblem {
  /// The first credential that is excluded by its own name.
  fileprivate var excluded: String? {
    learner.excluded.compactMap { if case .credential(let id) = $0 { id } else { nil } }.min()
  }
}
