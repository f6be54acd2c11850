import Catalogs
import Display
import Planning
import Testing

@testable import Screens

@Suite("Compare")
struct CompareTests {
  private func opened(_ keys: Key...) throws -> Session {
    var session = Session()
    try session.settle()
    for key in keys { try session.pressAndSettle(key) }
    return session
  }

  private func rows(_ session: Session) -> [String: CompareRow] {
    let rows = CompareScreen(session.state.comparison, session.state).rows
    return Dictionary(rows.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("one goal under two settings: the better of each row is named, with the difference in words")
  func settings() throws {
    let session = try opened(
      .enter, .character("c"), .character("-"), .character("-"), .character("c"), .character("4"))
    let rows = rows(session)
    #expect(rows["goal"]?.verdict == "same" && rows["goal"]?.better == nil)
    #expect(rows["hours a week"]?.cells == ["10", "8"] && rows["hours a week"]?.verdict == "differ")
    #expect(rows["at once"]?.verdict == "same")
    let compared = session.state.comparison.pathways.map(\.pathway)
    let weeks = try #require(rows["weeks"])
    #expect(compared[0].days < compared[1].days)
    #expect(weeks.better == 0 && weeks.verdict.hasPrefix("A: ") && weeks.verdict.hasSuffix("weeks less"))
    #expect(session.frame.text.contains("✓ \(weeks.cells[0])"))
    #expect(session.frame.text.contains(weeks.verdict))
  }

  @Test("goals in different currencies have no better cost")
  func currencies() throws {
    let session = try opened(.character("c"), .down, .down, .down, .character("c"), .character("4"))
    let rows = rows(session)
    #expect(rows["goal"]?.verdict == "differ")
    #expect(rows["cost"]?.better == nil && rows["cost"]?.verdict == "differ")
  }

  @Test("the same pathway twice, or a fourth, is refused with its reason; z makes room")
  func full() throws {
    var session = try opened(.enter, .character("c"), .character("c"))
    #expect(session.state.message.contains("in Compare already"))
    for _ in 0..<3 { try session.pressAndSettle(.character("-"), .character("c")) }
    #expect(session.state.comparison.pathways.count == 3)
    #expect(session.state.message.contains("z takes one out"))
    try session.pressAndSettle(.character("4"), .tab, .character("z"))
    #expect(session.state.comparison.pathways.map(\.learner.minutesPerWeek) == [540, 480])
    try session.pressAndSettle(.character("z"), .character("z"), .character("z"))
    #expect(session.state.comparison.pathways.isEmpty)
    #expect(session.frame.text.contains("Nothing to compare yet"))
  }

  @Test("what was put in stays as it was, whatever is changed or undone since")
  func snapshot() throws {
    var session = try opened(.enter, .character("c"))
    let before = session.state.comparison.pathways
    try session.pressAndSettle(.character("-"), .character("x"), .character("u"), .character("u"))
    #expect(session.state.comparison.pathways == before)
  }

  @Test("a goal's title and a step lead where they are named")
  func links() throws {
    var session = try opened(.character("c"), .character("4"), .enter)
    #expect(session.state.placeID == .pathway)
    session = try opened(.character("c"), .character("4"), .end)
    let id = try #require(session.state.selectedCredential)
    #expect(session.state.comparison.pathways[0].pathway.step(id) != nil)
    try session.pressAndSettle(.home, .down)
    session.press(.enter)
    #expect(session.state.placeID == .compare && session.state.message.contains("leads nowhere"))
  }

  @Test("credentials stand beside each other too, and o goes from the ones to the others")
  func credentials() throws {
    var session = try opened(.enter, .tab, .character("C"), .down, .character("C"), .character("4"))
    #expect(session.state.comparison.credentials.count == 2)
    let rows = rows(session)
    #expect(rows["fee"]?.better != nil || rows["fee"]?.isSame == true)
    #expect(rows["title"]?.verdict == "differ")
    try session.pressAndSettle(.character("o"))
    #expect(session.frame.text.contains("Nothing to compare yet"))
  }

  @Test("figures nobody knows are no reason to prefer one; equals are said to be as good")
  func verdicts() {
    let cells = ["1", "2", "not known"]
    #expect(CompareRow.figures("f", [1, 2, nil], cells) { "\($0) less" }.verdict == "A: 1 less")
    #expect(CompareRow.figures("f", [nil, 2, nil], ["a", "b", "a"]) { "\($0) less" }.better == nil)
    let tie = CompareRow.figures("f", [1, 1, 2], ["1", "1", "2"]) { "\($0) less" }
    #expect(tie.better == nil && tie.verdict == "A and B: as good")
    #expect(CompareRow.figures("f", [1, 5], ["1", "5"], prefersMost: true) { "\($0) more" }.verdict == "B: 4 more")
    #expect(CompareRow.having([0, 2], of: 3) == "A and C" && CompareRow.having([1], of: 2) == "only B")
  }
}

@Suite("The pathway as a picture")
struct PathwayPictureTests {
  private func step(_ id: String, _ start: Int, _ finish: Int, load: Int = 0) -> Step {
    Step(credential: id, start: start, finish: finish, cost: 0, minutes: load * (finish - start) / 7, load: load)
  }

  @Test("a step stands under the last of those that unlock it, once, and names the others")
  func stack() throws {
    func credential(_ id: String, _ requires: Requirement? = nil) -> Credential {
      Credential(
        id: id, title: id, kind: .course, price: Price(fee: Figure(0), currency: "EUR"), workload: Figure(60),
        requires: requires, catalog: "c")
    }
    let held = { (id: String) in Requirement.credential(id, active: false) }
    let catalog = Catalog(
      headers: [Catalog.Header(id: "c", title: "C", currency: "EUR")], providers: [], skills: [],
      credentials: [
        credential("a"), credential("b"), credential("c", .all([held("a"), held("b")])), credential("d", held("c")),
        credential("e", held("c")), credential("f"),
      ],
      goals: [Goal(id: "g", title: "G", requires: .all([held("d"), held("e"), held("f")]), catalog: "c")])
    let learner = Learner(start: CraftCatalog.start)
    let problem = try Problem(PlanningRequest(goal: "g", learner: learner), in: catalog)
    let pathway = try #require(Planner().solve(problem).frontier.first)
    let tree = StackTree(pathway, goals: ["g"], learner: learner, in: catalog)
    #expect(Set(tree.rows.map(\.step.credential)) == ["a", "b", "c", "d", "e", "f"] && tree.rows.count == 6)
    let rows = Dictionary(tree.rows.map { ($0.step.credential, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(rows["a"]?.depth == 0 && rows["b"]?.depth == 0 && rows["f"]?.depth == 0)
    #expect(rows["c"]?.depth == 1 && rows["c"]?.besides.count == 1)
    #expect(rows["d"]?.depth == 2 && rows["e"]?.depth == 2)
    #expect(Set(tree.crown) == ["d", "e", "f"])
  }

  @Test("the load of a week is the most of the days a column stands for, in eighths rounded up")
  func load() {
    let pathway = Pathway(
      steps: [step("a", 0, 4, load: 150), step("b", 2, 6, load: 300), step("c", 6, 6)], cost: 0, days: 8, minutes: 0)
    let load = WeekLoad(pathway, week: 600)
    #expect(load.days == [150, 150, 450, 450, 300, 300, 0, 0])
    #expect(load.most == 450)
    #expect(load.eighths(columns: 4) == [2, 6, 4, 0])
    #expect(load.eighths(columns: 16).count == 16)
    #expect(WeekLoad(Pathway(steps: [], cost: 0, days: 0, minutes: 0), week: 600).eighths(columns: 5) == [])
  }

  @Test("t goes round the views; the stack keeps the selected step, the months are walked through by themselves")
  func views() throws {
    var session = Session()
    try session.settle()
    try session.pressAndSettle(.enter, .tab, .down)
    let selected = try #require(session.state.selectedCredential)
    for view in ["stack", "money", "list", "timeline"] {
      session.press(.character("t"))
      #expect(session.frame.text.contains("\(view), t for"))
      #expect(session.state.selectedCredential == selected)
      if view == "money" {
        session.press(.end)
        session.press(.home)
      }
    }
  }
}
