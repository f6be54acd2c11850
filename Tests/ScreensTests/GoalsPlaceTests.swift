import Catalogs
import Display
import Planning
import Testing

@testable import Screens

@Suite("Goals")
struct GoalsPlaceTests {
  private func settled(_ catalog: Catalog = CraftCatalog.catalog) throws -> Session {
    var session = Session(catalog)
    try session.settle()
    return session
  }

  private func listed(_ session: Session) -> [String] {
    (session.state.place as? GoalsPlace).map { $0.rows(in: session.state).goals.map(\.id) } ?? []
  }

  @Test("the field with the most to choose from comes first")
  func fields() throws {
    let goals = ["a", "b", "c"].map { id in
      Goal(id: id, title: id, requires: .credential("x", active: false), catalog: id == "a" ? "small" : "large")
    }
    let catalog = Catalog(
      headers: [
        Catalog.Header(id: "small", title: "Small", currency: "GBP"),
        Catalog.Header(id: "large", title: "Large", currency: "USD"),
      ], credentials: [Credential(id: "x", title: "X", kind: .exam, catalog: "large")], goals: goals)
    let session = try settled(catalog)
    #expect(listed(session) == ["b", "c", "a"])
    #expect(session.state.selectedGoal == "b")
    let lines = session.frame.lines
    #expect(lines.contains { $0.contains("Small") && $0.contains("GBP") })
    #expect(lines.contains { $0.contains("Large") && $0.contains("USD") })
  }

  @Test("sorted by cost, amounts in another currency than most stay together and say so; what can't be reached is last")
  func cheapest() throws {
    var session = try settled()
    session.press(.character("s"), .character("s"))
    #expect(listed(session) == ["helper", "engineer", "pilot", "weaver"])
    #expect(session.state.selectedGoal == "helper", "whoever sorts wants to see what comes first")
    let lines = session.frame.lines
    #expect(lines.contains { $0.contains("All fields") && $0.contains("EUR") })
    #expect(lines.contains { $0.contains("Harbour pilot") && $0.contains("unknown") })
  }

  @Test("every order is gone through and leads back to the fields; payback is one of them with a wage alone")
  func orders() throws {
    func titles(_ learner: Learner) throws -> Set<String> {
      var session = Session(learner: learner)
      try session.settle()
      var titles: Set<String> = []
      let first = session.frame.lines[2]
      repeat {
        session.press(.character("s"))
        titles.insert(session.frame.lines[2])
      } while session.frame.lines[2] != first && titles.count < 20
      return titles
    }
    var poor = CraftCatalog.learner
    poor.currentWage = nil
    #expect(try titles(CraftCatalog.learner).count == 6)
    #expect(try titles(poor).count == 5)
  }

  @Test("words narrow the goals with every key, and Enter opens what fits best; Esc takes the words back")
  func narrowing() throws {
    var session = try settled()
    session.press(.character("/"))
    session.type("pilto")
    #expect(session.frame.text.contains("1 of 4 goals"))
    session.press(.enter)
    #expect(session.state.goal?.id == "pilot")
    try session.pressAndSettle(.escape)
    #expect(listed(session) == ["pilot"], "left as it was")
    session.press(.escape)
    #expect(listed(session).count == 4)
    #expect(session.state.selectedGoal == "pilot")
  }

  @Test("what no goal is called like is looked for among the credentials, and Esc leaves the goals as they were")
  func besides() throws {
    var session = try settled()
    session.press(.down, .character("/"))
    session.type("joiner")
    #expect(session.frame.text.contains("1 credential besides"))
    session.press(.escape)
    #expect(listed(session).count == 4)
    #expect(session.state.selectedGoal == "helper")
    session.press(.character("/"))
    session.type("joiner")
    session.press(.tab)
    #expect(session.state.placeID == .explore)
    #expect((session.state.place as? ExplorePlace)?.selected == "joiner")
  }
}
