import Display
import Testing

@testable import Screens

@Suite("Taking a page home")
struct TakingHomeTests {
  private func session() throws -> Session {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    session.press(.character("E"))
    return session
  }

  @Test("Enter writes it under the name that is proposed, and it is said where it is")
  func proposed() throws {
    var session = try session()
    #expect(session.frame.text.contains("engineer.md"))
    guard case .write(let handout, let file)? = session.press(.enter).first else {
      Issue.record("nothing is written")
      return
    }
    #expect(file == HandoutFile(path: "engineer.md", isProposal: true))
    #expect(handout.page.title.hasPrefix("Network engineer"))
    #expect(handout.steps.map(\.credential) == session.state.pathway?.steps.map(\.credential))
    session.send(.told("written to /home/ana/engineer.md"))
    #expect(session.frame.text.contains("written to /home/ana/engineer.md"))
  }

  @Test(
    "a name may say another kind of file; one that no page is written as is refused",
    arguments: [
      ("plan", "plan.md"), ("a/plan.html", "a/plan.html"), ("plan.PDF", nil), ("a/", nil),
    ])
  func named(_ typed: String, _ path: String?) throws {
    var session = try session()
    session.type(typed)
    let effects = session.press(.enter)
    if let path {
      guard case .write(_, let file)? = effects.first, file == HandoutFile(path: path, isProposal: false) else {
        Issue.record("nothing is written")
        return
      }
    } else {
      #expect(effects.isEmpty && session.state.hasOverlay && !session.state.message.isEmpty)
    }
  }

  @Test("what was asked about the pathway is on the page")
  func answered() throws {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    try session.pressAndSettle(.character("r"), .escape)
    session.press(.character("E"))
    guard case .write(let handout, _)? = session.press(.enter).first else {
      Issue.record("nothing is written")
      return
    }
    #expect(handout.page.blocks.contains(.heading("If an exam is failed")))
  }
}
