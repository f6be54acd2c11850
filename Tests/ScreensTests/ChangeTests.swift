import Display
import Planning
import Testing

@testable import Screens

@Suite("What every change says, and what stays selected")
struct ChangeTests {
  /// On the pathway to the engineer, the step of that name selected.
  private static func session(selecting step: String) throws -> Session {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    session.press(.tab)
    for _ in 0..<9 where session.state.step?.credential != step { session.press(.down) }
    #expect(session.state.step?.credential == step)
    return session
  }

  private static func steps(_ session: Session) -> [String] { session.state.pathway?.steps.map(\.credential) ?? [] }

  @Test("a change is said at once, and what came of it when it is known")
  func atOnce() throws {
    var session = try Self.session(selecting: "tech")
    session.press(.character("-"))
    #expect(session.state.message == "9 hours a week")
    #expect(session.frame.text.contains("searching"))
    try session.settle()
    #expect(session.state.message == "9 hours a week: +1.1 weeks")
    try session.pressAndSettle(.character("+"))
    #expect(session.state.message == "10 hours a week: -1.1 weeks")
  }

  @Test("hours keep the step and the kind of pathway that were selected")
  func hours() throws {
    var session = try Self.session(selecting: "tech")
    session.press(.backTab, .home)
    #expect(Self.steps(session) == ["basics", "tech", "radio"])
    try session.pressAndSettle(.character("+"), .character("+"))
    #expect(session.state.step?.credential == "tech")
    #expect(Self.steps(session) == ["basics", "tech", "radio"])
  }

  @Test("excluding says what it costs, and selects what takes the place")
  func excluding() throws {
    var session = try Self.session(selecting: "rocket")
    try session.pressAndSettle(.character("x"))
    #expect(session.state.message == "without \(CraftCatalog.rocketTitle): -250.00 EUR, +3.1 weeks")
    #expect(!Self.steps(session).contains("rocket"))
    #expect(session.state.step != nil)
    try session.pressAndSettle(.character("u"))
    #expect(session.state.message == "undone: without \(CraftCatalog.rocketTitle): +250.00 EUR, -3.1 weeks")
    try session.pressAndSettle(.character("U"))
    #expect(session.state.message == "again: without \(CraftCatalog.rocketTitle): -250.00 EUR, +3.1 weeks")
  }

  @Test("excluding what the goal can't do without leaves no pathway, and undo brings it back")
  func excludingTheOnlyWay() throws {
    var session = try Self.session(selecting: "basics")
    try session.pressAndSettle(.character("x"))
    #expect(session.state.message == "without Basics of networks: no pathway any more; W says what would do")
    #expect(session.state.pathway == nil)
    try session.pressAndSettle(.character("u"))
    #expect(session.state.message == "undone: without Basics of networks: 750.00 EUR, 8.9 weeks")
  }

  @Test("pinning keeps the step on every pathway, and a second time lets it go")
  func pinning() throws {
    var session = try Self.session(selecting: "rocket")
    try session.pressAndSettle(.character("p"))
    #expect(session.state.message == "pinning \(CraftCatalog.rocketTitle): nothing changes")
    #expect(session.state.plan.frontier.allSatisfy { $0.step("rocket") != nil })
    #expect(session.state.step?.credential == "rocket")
    #expect(session.frame.text.contains("1 pinned"))
    try session.pressAndSettle(.character("p"))
    #expect(session.state.message == "no longer pinning \(CraftCatalog.rocketTitle): nothing changes")
    #expect(session.state.plan.frontier.count == 3)
  }

  @Test("pinning what was excluded a moment ago takes it back in, before the answer has come")
  func pinningTheExcluded() throws {
    var session = Session(goal: "helper")
    try session.settle()
    session.press(.character("x"), .character("p"))
    #expect(session.state.learner.excluded.isEmpty)
    try session.settle()
    #expect(Self.steps(session) == ["basics"])
  }

  @Test("a way that no change closed has no change to take back")
  func nothingToTakeBack() throws {
    var session = Session(goal: "weaver")
    try session.settle()
    #expect(!session.frame.text.contains("u takes the last change"))
    try session.pressAndSettle(.character("-"))
    #expect(session.frame.text.contains("u takes the last change"))
  }

  @Test("what is earned costs nothing more, and leaves the pathway")
  func earned() throws {
    var session = try Self.session(selecting: "basics")
    try session.pressAndSettle(.character("e"))
    #expect(session.state.message == "Basics of networks as earned: -100.00 EUR, -2.0 weeks")
    #expect(Self.steps(session) == ["tech", "rocket"])
    #expect(session.state.step?.credential == "tech")
    #expect(session.frame.text.contains("1 earned"))
  }

  @Test("a budget and a deadline are said in words, and cleared by nothing")
  func limits() throws {
    var session = try Self.session(selecting: "tech")
    session.press(.character("b"))
    session.type("600")
    try session.pressAndSettle(.enter)
    #expect(session.state.message == "a budget of 600 EUR: -250.00 EUR, +3.1 weeks")
    session.press(.character("d"))
    session.type("1")
    try session.pressAndSettle(.enter)
    #expect(session.state.message == "a deadline of 1 week: no pathway any more; W says what would do")
    try session.pressAndSettle(.character("d"), .enter, .character("b"), .enter)
    #expect(session.state.learner == CraftCatalog.learner)
    #expect(session.state.message == "no budget: +250.00 EUR, -3.1 weeks")
  }

  @Test("nothing is done twice: what is set already makes no change to undo")
  func nothingToDo() throws {
    var session = try Self.session(selecting: "tech")
    session.press(.character("b"), .enter)
    #expect(session.state.history.done.isEmpty)
    #expect(session.open.isEmpty)
  }

  @Test("a change after undoing forgets what could be done again")
  func branching() throws {
    var session = try Self.session(selecting: "tech")
    try session.pressAndSettle(.character("-"), .character("u"), .character(">"))
    try session.pressAndSettle(.character("U"))
    #expect(session.state.message == "nothing to redo")
    #expect(session.state.learner.atOnce == 4)
    #expect(session.state.learner.minutesPerWeek == 600)
  }

  @Test("a change asks for what is looked at first, and gives up what was asked before")
  func order() throws {
    var session = Session(goal: CraftCatalog.engineer)
    let before = session.open
    let effects = session.press(.character("-"))
    for job in before { #expect(effects.contains(.cancel(job.id))) }
    let asked = effects.compactMap { effect -> (PlanningRequest, JobPriority)? in
      if case .plan(_, let request, let priority) = effect { return (request, priority) }
      return nil
    }
    #expect(asked.first?.0.goals == [CraftCatalog.engineer])
    #expect(asked.map(\.1) == [.urgent, .background, .background, .background])
    #expect(asked.allSatisfy { $0.0.learner.minutesPerWeek == 540 })
  }

  @Test("walking along the frontier changes the pathway and the details with it")
  func walking() throws {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    session.press(.home)
    var seen: [[String]] = [Self.steps(session)]
    for _ in 0..<2 {
      session.press(.down)
      seen.append(Self.steps(session))
      #expect(session.frame.text.contains("\(session.state.pointIndex + 1) of 3"))
    }
    #expect(seen.map { $0.last ?? "" }.sorted() == ["radio", "rocket", "tech"])
    session.press(.down)
    #expect(session.state.pointIndex == 2)
  }
}
