import Catalogs
import Planning
import Testing

@Suite("Which point of the frontier is chosen")
struct ChoiceTests {
  /// Cents and days: (10, 100), (30, 60), (100, 50), reached by one credential each.
  private let catalog = tinyCatalog(
    .any([.held("slow"), .held("middle"), .held("fast")]),
    [
      credential("slow", fee: 10, days: 100), credential("middle", fee: 30, days: 60),
      credential("fast", fee: 100, days: 50),
    ])

  private func chosen(_ catalog: Catalog, _ adapt: (inout Learner) -> Void) throws -> String? {
    var learner = tinyLearner()
    adapt(&learner)
    let outcome = try plan(catalog, learner)
    return outcome.chosen.flatMap { outcome.frontier[$0].steps.first?.credential }
  }

  private func paid(_ wage: Int, in currency: String? = nil) -> Catalog {
    var goal = catalog.goals[0]
    goal.occupation = Occupation(medianWage: wage, currency: currency)
    return Catalog(
      headers: catalog.headers, providers: [], skills: [], credentials: catalog.credentials, goals: [goal])
  }

  // 40 days for 20 cents: half a cent a day, 3.5 a week. 10 days for 70 cents: 7 a day, 49 a week.
  @Test(
    "at a price of a week, cost plus that price times days over seven is least; of equals the cheaper",
    arguments: [(0, "slow"), (3, "slow"), (4, "middle"), (48, "middle"), (49, "middle"), (50, "fast")])
  func weekPrice(price: Int, expected: String) throws {
    #expect(try chosen(catalog) { $0.weekPrice = price } == expected)
  }

  @Test(
    "the price of a week is what the goal pays more in a year, over 52",
    arguments: [(0, "slow"), (182, "slow"), (183, "middle"), (2548, "middle"), (2549, "fast"), (-500, "slow")])
  func wage(more: Int, expected: String) throws {
    #expect(try chosen(paid(10_000)) { $0.currentWage = 10_000 - more } == expected)
  }

  @Test("a wage in another currency counts by its rate; without one nothing follows from wages")
  func foreignWage() throws {
    let catalog = paid(5000, in: "EUR")
    #expect(
      try chosen(catalog) {
        $0.currentWage = 10_000 - 2549
        $0.rates = ["EUR": 2_000_000]
      } == "fast")
    #expect(try chosen(catalog) { $0.currentWage = 0 } == "middle")
  }

  @Test("a price of a week goes before wages; without both it is the balanced one, of equals the cheaper")
  func balanced() throws {
    #expect(
      try chosen(paid(100_000)) {
        $0.currentWage = 0
        $0.weekPrice = 0
      } == "slow")
    // Scaled to its range: slow 0 + 1, middle 2/9 + 1/5, fast 1 + 0.
    #expect(try chosen(catalog) { _ in } == "middle")
    let two = tinyCatalog(
      .any([.held("slow"), .held("fast")]), [credential("slow", fee: 1, days: 9), credential("fast", fee: 7, days: 2)])
    #expect(try chosen(two) { _ in } == "slow")
  }

  // MARK: At both ends

  private func ranged(_ fee: Figure) -> Catalog {
    var guess = credential("guess")
    guess.price.fee = fee
    return tinyCatalog(.any([.held("guess"), .held("sure")]), [guess, credential("sure", fee: 8)])
  }

  private func ends(_ catalog: Catalog, _ adapt: (inout Learner) -> Void = { _ in }) throws -> ChoiceAtEnds? {
    var learner = tinyLearner()
    adapt(&learner)
    let problem = try Problem(PlanningRequest(goal: "goal", learner: learner), in: catalog)
    return Planner().choiceAtEnds(of: problem, Planner().solve(problem))
  }

  @Test("whether the choice would change is found by planning with all figures low, and with all high")
  func atEnds() throws {
    let verdict = try #require(try ends(ranged(Figure(10, low: 5, high: 30, isEstimate: true))))
    guard case .other(let low) = verdict.low else {
      Issue.record("\(verdict.low)")
      return
    }
    #expect(low.steps.map(\.credential) == ["guess"] && low.cost == 5)
    #expect(verdict.high == .same)
    let other = try #require(try ends(ranged(Figure(7, low: 6, high: 9))))
    #expect(other.low == .same)
    guard case .other(let high) = other.high else {
      Issue.record("\(other.high)")
      return
    }
    #expect(high.steps.map(\.credential) == ["sure"])
  }

  @Test("a budget that only the figures themselves keep to is told; without ranges both ends are the same")
  func limits() throws {
    var dear = credential("x")
    dear.price.fee = Figure(5, low: 4, high: 6)
    let verdict = try ends(tinyCatalog(.held("x"), [dear])) { $0.budget = 5 }
    #expect(verdict?.low == .same && verdict?.high == ChoiceAtEnds.Verdict.none)
    let plain = try ends(tinyCatalog(.held("x"), [credential("x")]))
    #expect(plain?.low == .same && plain?.high == .same)
    #expect(try ends(tinyCatalog(.held("x"), [])) == nil)
  }

  @Test("renewal and retake fees have their ranges too")
  func renewalRange() throws {
    var lapsing = credential("x", fee: 9, validity: 4)
    lapsing.validity?.renewalFee = Figure(3, low: 2, high: 5, isEstimate: true)
    let catalog = tinyCatalog(.all([.active("x"), .held("y")]), [lapsing, credential("y", days: 4)])
    var learner = tinyLearner()
    learner.earned = ["x": dayZero + -2]
    let pathway = try #require(try plan(catalog, learner).frontier.first)
    #expect(pathway.cost == 3 && pathway.costRange == 2...5)
    #expect(PathwayChecker(catalog: catalog, goals: ["goal"], learner: learner).violations(of: pathway) == [])
  }
}

@Suite("How long a pathway takes at the ends of its figures")
struct DaysAtEndsTests {
  @Test("it is planned anew with the same steps, whatever else would be faster then")
  func range() throws {
    var uncertain = credential("a", fee: 1, minutes: 10)
    uncertain.workload = Figure(10, low: 4, high: 30)
    let catalog = tinyCatalog(
      .all([.held("a"), .any([.held("b"), .held("c")])]),
      [uncertain, credential("b", fee: 1, minutes: 5), credential("c", fee: 9, minutes: 6)])
    let request = PlanningRequest(goal: "goal", learner: tinyLearner())
    let pathway = try #require(try plan(catalog, tinyLearner()).frontier.first)
    func outcome(_ end: FigureEnd) throws -> PlanningOutcome {
      try Planner().solve(request.keeping(to: pathway, at: end, in: catalog), in: catalog)
    }
    #expect(pathway.daysRange(low: try outcome(.low), high: try outcome(.high)) == 9...35)
    let none = PlanningOutcome(goals: ["goal"], currency: "USD", status: .optimal, frontier: [], chosen: nil)
    #expect(pathway.daysRange(low: try outcome(.low), high: none) == nil)
  }
}
