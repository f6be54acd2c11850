import Catalogs
import Planning
import Testing

/// A sentence of the contract, a tiny problem in which it decides, and the frontier it demands.
struct ContractCase: CustomTestStringConvertible, Sendable {
  var sentence: String
  var catalog: Catalog
  var learner: Learner
  /// Cents and days, cheapest first; empty where nothing reaches the goal.
  var frontier: [[Int]]

  var testDescription: String { sentence }

  init(
    _ sentence: String, goal: Requirement = .held("x"), _ credentials: [Credential], frontier: [[Int]],
    learner adapt: (inout Learner) -> Void = { _ in }
  ) {
    self.sentence = sentence
    catalog = tinyCatalog(goal, credentials)
    // Two at once and two minutes a day: the week holds fourteen minutes.
    var learner = tinyLearner(atOnce: 2, minutesPerWeek: 14)
    adapt(&learner)
    self.learner = learner
    self.frontier = frontier
  }
}

@Suite("The contract, sentence by sentence")
struct ContractTests {
  @Test(
    "the planner and the brute force read the contract as written",
    arguments: figureCases + clauseCases + lapseCases + learnerCases)
  func frontier(_ example: ContractCase) throws {
    let expected = example.frontier.map { BruteForce.Point(cost: $0[0], days: $0[1]) }
    #expect(BruteForce.frontier(example.catalog, ["goal"], example.learner) == expected)
    let outcome = try plan(example.catalog, example.learner)
    #expect(outcome.frontier.map(\.point) == expected)
    let checker = PathwayChecker(catalog: example.catalog, goals: ["goal"], learner: example.learner)
    for pathway in outcome.frontier { #expect(checker.violations(of: pathway) == []) }
  }

  @Test("what is free, without work and met by the way is awarded, while on offer, and only to who pays nothing for it")
  func awards() throws {
    let stack = credential("stack", kind: .stack, requires: .all([.held("x"), .held("a")]))
    let above = credential("above", kind: .stack, requires: .held("stack"))
    let catalog = tinyCatalog(
      .held("x"),
      [
        credential("a", days: 1), credential("x", days: 2, requires: .held("a")), stack, above,
        credential("over", kind: .stack, requires: .held("x"), until: 2),
        credential("dear", kind: .stack, requires: .held("a")),
        credential("undated", scheduled: true, requires: .held("a")),
        credential("early", kind: .stack, requires: .held("a"), until: 1),
      ])
    var learner = tinyLearner()
    learner.mine = ["dear": OwnFigures(fee: 5)]
    let pathway = try #require(try plan(catalog, learner).frontier.first)
    #expect(
      pathway.awards == [
        Award(credential: "early", day: 1), Award(credential: "stack", day: 3), Award(credential: "above", day: 3),
      ])
    #expect(PathwayChecker(catalog: catalog, goals: ["goal"], learner: learner).violations(of: pathway) == [])
  }
}
