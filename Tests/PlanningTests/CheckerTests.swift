import Catalogs
import Planning
import Testing

/// The checker is itself held against pathways with one fault each, so that its silence means something.
@Suite("The checker finds each fault")
struct CheckerTests {
  private let catalog = tinyCatalog(
    .held("x"),
    [
      credential("a", fee: 2, minutes: 2, validity: 1),
      credential("b", fee: 1, days: 1, scheduled: true, starts: [0, 4], excludes: ["n"]),
      credential("x", fee: 3, minutes: 1, requires: .active("a"), corequires: .any([.held("a"), .held("b")])),
      credential("n"), credential("p", requires: .held("q")), credential("q", requires: .held("p")),
      credential("c", days: 2, scheduled: true, corequires: .held("b")),
    ])

  private func step(_ id: String, _ start: Int, _ length: Int, cost: Int = 0, minutes: Int = 0) -> Step {
    let load = length == 0 ? 0 : (7 * minutes + length - 1) / length
    return Step(credential: id, start: start, finish: start + length, cost: cost, minutes: minutes, load: load)
  }

  private var a: Step { step("a", 0, 2, cost: 2, minutes: 2) }
  private var x: Step { step("x", 2, 1, cost: 3, minutes: 1) }

  private func violations(_ steps: [Step], _ adapt: (inout Pathway) -> Void = { _ in }, learner: Learner? = nil)
    -> [PathwayViolation]
  {
    var pathway = Pathway(
      steps: steps, cost: steps.reduce(0) { $0 + $1.cost }, days: steps.map(\.finish).max() ?? 0,
      minutes: steps.reduce(0) { $0 + $1.minutes })
    adapt(&pathway)
    return PathwayChecker(catalog: catalog, goals: ["goal"], learner: learner ?? tinyLearner()).violations(of: pathway)
  }

  @Test("a sound pathway passes") func sound() { #expect(violations([a, x]) == []) }

  @Test("1: a start that isn't offered, a start before day 0, and one credential twice")
  func calendar() {
    #expect(violations([a, x, step("b", 3, 1, cost: 1)]).contains(.wrongStart("b", day: 3)))
    #expect(violations([step("a", -1, 2, cost: 2, minutes: 2), x]).contains(.wrongStart("a", day: -1)))
    #expect(violations([a, x, step("a", 5, 2, cost: 2, minutes: 2)]).contains(.takenTwice("a")))
  }

  @Test("2: a requirement that isn't finished, has lapsed, or holds only in a circle")
  func requires() {
    #expect(violations([a, step("x", 1, 1, cost: 3, minutes: 1)]).contains(.unmetRequires("x", day: 1)))
    #expect(violations([a, step("x", 3, 1, cost: 3, minutes: 1)]) == [])
    #expect(violations([a, step("x", 4, 1, cost: 3, minutes: 1)]) == [.unmetRequires("x", day: 4)])
    let circle = violations([a, x, step("p", 0, 0), step("q", 0, 0)])
    #expect(circle.contains(.unmetRequires("p", day: 0)) && circle.contains(.unmetRequires("q", day: 0)))
  }

  @Test("3: a corequisite that has not started")
  func corequires() {
    let steps = [a, x, step("c", 3, 2), step("b", 4, 1, cost: 1)]
    #expect(violations(steps, learner: tinyLearner(atOnce: 3)).contains(.unmetCorequires("c", day: 3)))
  }

  @Test("4: too much study in a week, too many at once")
  func capacity() {
    let steps = [a, x, step("b", 0, 1, cost: 1)]
    #expect(violations(steps).contains(.tooManyAtOnce(day: 0, count: 2)))
    let hurried = [a, step("x", 1, 1, cost: 3, minutes: 1)]
    #expect(violations(hurried, learner: tinyLearner(atOnce: 2)).contains(.tooMuchStudy(day: 1, load: 14)))
  }

  @Test("5: two that exclude each other, something excluded, something pinned that is missing")
  func exclusions() {
    #expect(violations([a, x, step("b", 4, 1, cost: 1), step("n", 4, 0)]).contains(.excludeEachOther("b", "n")))
    var learner = tinyLearner()
    learner.excluded = [.credential("a")]
    #expect(violations([a, x], learner: learner).contains(.notOffered("a")))
    learner.excluded = []
    learner.pinned = ["b"]
    #expect(violations([a, x], learner: learner) == [.pinnedMissing("b")])
  }

  @Test("6: a goal that isn't reached")
  func goal() { #expect(violations([a]) == [.goalUnmet("goal")]) }

  @Test("figures, totals, limits, and what could be left out")
  func figures() {
    var wrong = x
    wrong.cost = 2
    #expect(
      violations([a, wrong]).contains(.wrongFigure("x", .cost, stated: 2, expected: 3)))
    #expect(violations([a, x]) { $0.days = 4 } == [.wrongTotal(.days, stated: 4, expected: 3)])
    #expect(violations([a, x]) { $0.minutes = 4 } == [.wrongTotal(.minutes, stated: 4, expected: 3)])
    var learner = tinyLearner()
    learner.budget = 6
    learner.spent = 3
    learner.deadline = 2
    #expect(violations([a, x], learner: learner) == [.overBudget(by: 2), .overDeadline(by: 1)])
    #expect(violations([a, x, step("n", 0, 0)]) == [.needless("n")])
    #expect(violations([a, x]) { $0.awards = [Award(credential: "b", day: 3)] } == [.wrongAward("b", day: 3)])
    #expect(violations([a, x]) { $0.awards = [Award(credential: "n", day: 3)] } == [])
  }

  @Test("every violation is a sentence, and those of the six clauses name theirs")
  func sentences() {
    let found = violations([a, step("x", 1, 1, cost: 3, minutes: 1), step("b", 3, 1, cost: 1)])
    #expect(found.allSatisfy { $0.description.hasSuffix(".") })
    #expect(Set(found.compactMap(\.clause)) == [.calendar, .requires, .capacity])
  }
}
