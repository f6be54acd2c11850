import Catalogs
import Display
import Library
import Planning
import Testing

@testable import Screens

@Suite("Ten thousand of everything")
struct LargeDataTests {
  private static let count = 10_000

  private static let catalog = Catalog(
    headers: [Catalog.Header(id: "large", title: "Large", currency: "EUR")],
    skills: (0..<100).map { Skill(id: "skill\($0)", name: "Skill number \($0)") },
    credentials: (0..<count).map {
      Credential(
        id: "c\($0)", title: "Credential number \($0)", price: Price(fee: Figure($0), currency: "EUR"),
        workload: Figure(60), teaches: ["skill\($0 % 100)"], catalog: "large")
    },
    goals: (0..<count).map {
      Goal(id: "g\($0)", title: "Goal number \($0)", requires: .credential("c\($0)", active: false), catalog: "large")
    })

  private static let size = Size(width: 120, height: 40)

  @Test("the goals are walked through to the last one, which is in view with its place among all")
  func goals() {
    let (first, effects) = AppState.opening(catalog: Self.catalog, learner: CraftCatalog.learner, size: Self.size)
    #expect(effects.count { if case .plan = $0 { true } else { false } } == AppState.mostAsked)
    #expect(effects.contains(.prepareFinding))
    var state = first
    for (key, place) in [(Key.pageDown, 34), (.end, 9_999), (.up, 9_998), (.pageUp, 9_964), (.home, 0)] {
      #expect(state.update(.input(.key(key))).isEmpty)
      #expect(state.selectedGoal == "g\(place)")
      let frame = state.frame(size: Self.size)
      #expect(frame.text.contains("▸ Goal number \(place) "))
      #expect(frame.text.contains("\(place + 1) of 10000"))
    }
  }

  @Test(
    "no more is ever asked or given up at once than keeps the planner busy, and what is asked next is what one looks at"
  )
  func asking() throws {
    let (first, effects) = AppState.opening(catalog: Self.catalog, learner: CraftCatalog.learner, size: Self.size)
    var state = first
    _ = state.update(.input(.key(.end)))
    guard case .plan(let job, let request, .background)? = effects.first else {
      Issue.record("nothing was asked")
      return
    }
    #expect(request.goals == ["g0"])
    let outcome = PlanningOutcome(goals: ["g0"], currency: "EUR", status: .optimal, frontier: [], chosen: nil)
    let next = state.update(.planned(job, outcome))
    #expect(next.count == 1)
    guard case .plan(_, let asked, .background)? = next.first else {
      Issue.record("nothing more was asked")
      return
    }
    #expect(asked.goals == ["g9999"], "the one that is selected")
    #expect(state.frame(size: Self.size).text.contains("planning 1 of 10000"))
    let changed = state.update(.input(.key(.character("+"))))
    #expect(changed.count { if case .cancel = $0 { true } else { false } } == AppState.mostAsked)
    #expect(changed.count { if case .plan = $0 { true } else { false } } == AppState.mostAsked)
    #expect(state.frame(size: Self.size).text.contains("planning 0 of 10000"))
  }

  @Test("a pathway of three hundred steps is walked through as a timeline and as a list")
  func steps() {
    var (state, _) = AppState.opening(
      catalog: Self.catalog, learner: CraftCatalog.learner, goal: "g0", size: Self.size)
    let steps = (0..<300).map {
      Step(credential: "c\($0)", start: $0, finish: $0 + 7, cost: $0, minutes: 60, load: 60)
    }
    let pathway = Pathway(steps: steps, cost: 1, days: 306, minutes: 60 * 300)
    let outcome = PlanningOutcome(goals: ["g0"], currency: "EUR", status: .optimal, frontier: [pathway], chosen: 0)
    guard let job = state.plan.job else {
      Issue.record("nothing was asked")
      return
    }
    _ = state.update(.planned(job, outcome))
    for keys: [Key] in [[.tab, .end], [.character("t")]] {
      for key in keys { _ = state.update(.input(.key(key))) }
      let frame = state.frame(size: Self.size)
      #expect(frame.text.contains("300 of 300"))
      #expect(frame.text.contains("▸ Credential"))
      // In the details, whole.
      #expect(frame.text.contains(" Credential number 299 "))
    }
  }

  @Test("what can be found is taken apart beside the screen, and is there when somebody looks for it")
  func prepared() {
    var (state, _) = AppState.opening(catalog: Self.catalog, learner: CraftCatalog.learner, size: Self.size)
    #expect(state.preparedFinding == nil)
    #expect(state.update(.prepared(CatalogIndex(Self.catalog))).isEmpty)
    #expect(state.preparedFinding != nil)
    _ = state.update(.input(.key(.character("/"))))
    for character in "number 77" { _ = state.update(.input(.key(.character(character)))) }
    #expect(state.frame(size: Self.size).text.contains("of 10,000 goals"))
  }

  @Test("finding looks at all of them and shows no more than it can")
  func finding() {
    let finding = CatalogIndex(Self.catalog)
    #expect(finding.answer(LibraryQuery("number 9999")).hits.map(\.entry.id) == ["g9999", "c9999"])
    let many = finding.answer(LibraryQuery("number"), atMost: 200)
    #expect(many.hits.count == 200 && many.total > 10_000)
    #expect(finding.answer(LibraryQuery("nothing of the kind")).hits.isEmpty)
  }
}
