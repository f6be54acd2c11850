import Display
import Planning
import Testing

@testable import Screens

@Suite("Going back")
struct GoingBackTests {
  @Test("a pathway left and come back to answers the question as it is now")
  func comingBack() throws {
    var session = Session()
    try session.settle()
    try session.pressAndSettle(.character("6"), .character("/"))
    session.paste("tech")
    try session.pressAndSettle(.enter, .character("/"))
    session.paste("engineer")
    try session.pressAndSettle(.enter, .character("-"))
    let effects = session.press(.escape)
    #expect(session.state.goal?.id == "tech")
    let asked = effects.compactMap { effect -> PlanningRequest? in
      if case .plan(_, let request, .urgent) = effect { return request }
      return nil
    }
    #expect(asked.first?.goals == ["tech"])
    #expect(asked.first?.learner.minutesPerWeek == 540)
  }

  @Test("a change whose answer comes after its pathway was left isn't told of another place")
  func lateAnswer() throws {
    var session = Session()
    try session.settle()
    try session.pressAndSettle(.enter)
    session.press(.character("-"), .character("["))
    #expect(session.state.goal == nil)
    try session.settle()
    #expect(!session.frame.text.contains("no pathway any more"))
    #expect(session.state.message.isEmpty)
  }

  @Test("Esc closes what is open, then goes back pane by pane and screen by screen, and never leaves")
  func steps() throws {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    session.press(.tab, .tab, .character("?"))
    #expect(session.state.hasOverlay)
    session.press(.escape)
    #expect(!session.state.hasOverlay)
    #expect(session.state.pane == .details)
    session.press(.escape)
    #expect(session.state.pane == .frontier)
    session.press(.escape)
    #expect(session.state.goal == nil)
    let effects = session.press(.escape, .escape, .backspace)
    #expect(!effects.contains(.quit))
    #expect(session.state.message == "this is the first screen; q leaves")
  }

  @Test("the wheel moves in what is open, not in what is behind it")
  func wheel() throws {
    var session = Session(size: Size(width: 80, height: 12))
    try session.settle()
    session.press(.character("?"))
    session.send(.input(.mouse(Mouse(.scrollDown, at: Point(x: 9, y: 9)))))
    #expect((session.state.overlay as? PickingOverlay<HelpPicking>)?.selected == Command.down.id)
    #expect(session.state.selectedGoal == CraftCatalog.engineer)
    session.press(.escape)
    session.send(.input(.mouse(Mouse(.scrollDown, at: Point(x: 9, y: 9)))))
    #expect(session.state.selectedGoal == "helper")
  }
}

@Suite("Walking through long text")
struct ScrollingTests {
  @Test("the end is the last line, and one up from there moves at once", arguments: [Scene.details, .assumptions])
  func ends(_ scene: Scene) throws {
    var session = try scene.session(size: Size(width: 40, height: 10))
    session.press(.home)
    let top = text(session)
    session.press(.end)
    let bottom = text(session)
    #expect(bottom != top)
    session.press(.down)
    #expect(text(session) == bottom)
    session.press(.up)
    #expect(text(session) != bottom)
    for _ in 0..<50 { session.press(.pageUp) }
    #expect(text(session) == top)
  }

  /// What is in view, whichever link is chosen in it.
  private func text(_ session: Session) -> String { String(session.frame.text.map { $0 == "▸" ? " " : $0 }) }
}
