import Catalogs
import Planning
import Testing

@Suite("What is taken to hold")
struct AssumptionTests {
  /// What is assumed of a credential with that requirement, beside which `sec` can be had.
  private func assumed(
    _ requirement: Requirement, earned: [String] = [], denied: Set<String> = []
  ) throws -> [Assumption] {
    var learner = tinyLearner()
    for id in earned { learner.earned.updateValue(nil, forKey: id) }
    learner.denied = denied
    let outcome = try plan(
      tinyCatalog(
        .held("x"), [credential("x", fee: 1, minutes: 1, requires: requirement), credential("sec", fee: 9, minutes: 9)]),
      learner)
    #expect(!outcome.frontier.isEmpty)
    return outcome.assumptions
  }

  private static let years = Requirement.any([
    .condition("five years"), .all([.condition("four years"), .any([.condition("a degree"), .held("sec")])]),
  ])

  @Test("of a choice between conditions one is taken to hold, not all of them")
  func choice() throws {
    #expect(
      try assumed(Self.years) == [.choice([["five years"], ["four years", "a degree"]], need: 1, of: "x")])
    #expect(
      try assumed(.atLeast(2, of: ["a", "b", "c"].map { .condition($0) }))
        == [.choice([["a"], ["b"], ["c"]], need: 2, of: "x")])
    #expect(try assumed(.all([.condition("a"), .condition("b")])) == ["a", "b"].map { .condition($0, of: "x") })
  }

  @Test("what is denied is no choice, and what is held leaves nothing to assume")
  func held() throws {
    #expect(
      try assumed(Self.years, earned: ["sec"]) == [.choice([["five years"], ["four years"]], need: 1, of: "x")])
    #expect(try assumed(Self.years, denied: ["Four years"]) == [.condition("five years", of: "x")])
    #expect(try assumed(.any([.condition("a"), .held("sec")]), earned: ["sec"]).isEmpty)
    #expect(try assumed(.any([.condition("a"), .held("sec")])) == [.condition("a", of: "x")])
    // Denied, so that the other has to be taken: then nothing is assumed.
    #expect(try assumed(.any([.condition("a"), .held("sec")]), denied: ["a"]).isEmpty)
  }
}
