import Catalogs
import Planning
import Testing

@Suite("Why a step is there")
struct ExplanationTests {
  private func explained(_ catalog: Catalog, _ learner: Learner = tinyLearner()) throws -> PathwayExplanation {
    let pathway = try #require(try plan(catalog, learner).frontier.first)
    return PathwayExplanation(of: pathway, goals: ["goal"], learner: learner, in: catalog)
  }

  @Test("a step names the goal and the step that ask for it, and whether they would fail without it")
  func askers() throws {
    let explanation = try explained(
      tinyCatalog(
        .all([.held("b"), .skill("s")]),
        [
          credential("a", minutes: 2, teaches: ["s"]),
          credential("b", minutes: 1, teaches: ["s"], requires: .held("a")),
        ]))
    #expect(
      explanation.reasons(for: "a") == [
        Reason(
          asker: .goal("goal"), need: .skill("s"), day: 3, isNecessary: false, choices: [.teachers(others: ["b"])]),
        Reason(asker: .requires("b"), need: .credential("a"), day: 2, isNecessary: true),
      ])
    #expect(explanation.reasons(for: "nothing") == [])
  }

  @Test("a reason names the alternatives it was chosen from, the widest choice first")
  func alternatives() throws {
    let both = Requirement.all([.held("b"), .held("c")])
    let explanation = try explained(
      tinyCatalog(
        .atLeast(1, of: [both, .any([.credits(100, from: ["a", "d"]), .held("c")])]),
        [credential("a", credits: 100), credential("b", fee: 9), credential("c", fee: 9), credential("d", fee: 9)]))
    #expect(
      explanation.reasons(for: "a").map(\.choices) == [
        [
          .parts(need: 1, others: [both]), .parts(need: 1, others: [.held("c")]), .credits(others: ["d"]),
        ]
      ])
  }

  @Test("of distinct parts a step is said to serve the one it is given, and to stand on those given to its parts")
  func sharedOut() throws {
    let explanation = try explained(
      tinyCatalog(
        .all([.distinct([.skill("s"), .skill("t")]), .held("c")]),
        [
          credential("a", minutes: 1, teaches: ["s", "t"]), credential("b", minutes: 1, teaches: ["t"]),
          credential("c", minutes: 1, requires: .distinct([.skill("s"), .skill("t")])),
        ]))
    func needs(_ id: String) -> [Need?] {
      explanation.reasons(for: id).filter { $0.asker == .goal("goal") }.map(\.need)
    }
    #expect(needs("a") == [.skill("s")] && needs("b") == [.skill("t")])
    #expect(explanation.supports(of: "c").map { $0.givers.count } == [1, 1])
  }

  @Test("what only keeps something from lapsing says so")
  func renewing() throws {
    let catalog = tinyCatalog(
      .all([.active("a"), .held("b")]),
      [
        credential("a", minutes: 1, validity: 2),
        credential("r", minutes: 1, requires: .held("a"), renews: ["a"]),
        credential("b", minutes: 2, requires: .held("r")),
      ])
    let explanation = try explained(catalog)
    #expect(
      explanation.reasons(for: "r").contains(
        Reason(asker: .goal("goal"), need: .active("a"), day: 4, isNecessary: true, byRenewing: true)))
  }

  @Test("supports name what gives each leaf, and from when; what is pinned says that")
  func supports() throws {
    var learner = tinyLearner()
    learner.knows = ["k"]
    learner.pinned = ["p"]
    learner.earned.updateValue(nil, forKey: "e")
    let catalog = tinyCatalog(
      .held("b"),
      [
        credential("p"), credential("e", credits: 100), credential("a", minutes: 2, credits: 100, teaches: ["k"]),
        credential(
          "b", minutes: 1,
          requires: .all([.credits(200, from: ["a", "e"]), .skill("k"), .condition("a licence")])),
      ])
    let explanation = try explained(catalog, learner)
    #expect(
      explanation.supports(of: "b") == [
        Support(asker: .requires("b"), need: .credits(200), givers: [.step("a", day: 2), .earned("e")]),
        Support(asker: .requires("b"), need: .skill("k"), givers: [.known, .step("a", day: 2)]),
        Support(asker: .requires("b"), need: .condition("a licence"), givers: [.assumed]),
      ])
    #expect(explanation.reasons(for: "p") == [Reason(asker: .pin, need: nil, day: 3, isNecessary: true)])
  }

  @Test("slack is how far a step can move while the rest and the last day stay")
  func slack() throws {
    let catalog = tinyCatalog(
      .all([.held("b"), .held("c")]),
      [
        credential("a", days: 2, scheduled: true), credential("b", days: 3, scheduled: true, requires: .held("a")),
        credential("c", days: 1, scheduled: true, starts: [0, 1, 3]),
      ])
    let explanation = try explained(catalog, tinyLearner(atOnce: 2))
    #expect(explanation.slack(of: "a") == 0)
    #expect(explanation.slack(of: "c") == 3)
    #expect(explanation.slack(of: "nothing") == nil)
    #expect(explanation.criticalSteps == ["a", "b"])
  }
}
