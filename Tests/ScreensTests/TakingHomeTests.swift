import Display
import Planning
import Testing
import Wording

@testable import Screens

@Suite("Taking a page home")
struct TakingHomeTests {
  private func session() throws -> Session {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    try session.pressAndSettle(.character("E"))
    return session
  }

  /// The page that Enter writes, once all of it is known.
  private func page(_ session: inout Session) throws -> Handout? {
    session.press(.enter)
    try session.settle()
    for case .write(let handout, _) in session.effects { return handout }
    return nil
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

  @Test("risks and ranges are on every page: it is written as soon as they are known")
  func complete() throws {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    session.press(.character("E"))
    #expect(session.press(.enter).isEmpty)
    #expect(session.state.message.contains("written then"))
    // Somebody goes on meanwhile.
    session.press(.down, .character("1"))
    try session.settle()
    let pages = session.effects.compactMap { if case .write(let handout, _) = $0 { handout } else { nil } }
    #expect(pages.count == 1)
    #expect(pages[0].page.blocks.contains(.heading("If an exam is failed")))
  }

  @Test("whoever leaves before has what is known by then")
  func leaving() throws {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    let effects = session.press(.character("E"), .enter, .character("q"))
    let written = try #require(effects.firstIndex { if case .write = $0 { true } else { false } })
    #expect(written < (try #require(effects.firstIndex(of: .quit))))
  }

  @Test("in Compare it is about the selected column, under the settings it was put there with")
  func compared() throws {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    session.press(.character("c"))
    try session.pressAndSettle(.character("-"), .character("-"), .character("c"), .character("4"))
    let learners = session.state.comparison.pathways.map(\.learner)
    #expect(learners.count == 2)
    // The column put in last is the selected one.
    try session.pressAndSettle(.tab, .character("E"))
    let page = try #require(try page(&session))
    #expect(page == Handout(try subject(session, of: 0)))
    #expect(page.steps != Handout(try subject(session, of: 1)).steps)
  }

  private func subject(_ session: Session, of column: Int) throws -> HandoutSubject {
    let compared = session.state.comparison.pathways[column]
    let explained = try #require(compared.explained(in: CraftCatalog.catalog))
    var subject = HandoutSubject(
      goals: [explained.goal], learner: compared.learner, outcome: explained.outcome, pathway: compared.pathway,
      catalog: CraftCatalog.catalog, today: session.state.today)
    subject.name = session.state.record.isUnnamed ? nil : session.state.record.name
    guard case .question(.setbacks(let setbacks)) = try explained.enquiry(.setbacks).answer(in: CraftCatalog.catalog),
      case .ends(let ends, let hasRanges) = try explained.enquiry(.ends).answer(in: CraftCatalog.catalog)
    else { return subject }
    subject.setbacks = setbacks
    subject.ends = hasRanges ? ends : nil
    return subject
  }

  @Test("in Now it is about the best from today; where nothing is followed there is none")
  func following() throws {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    try session.pressAndSettle(.character("5"), .character("E"))
    #expect(!session.state.hasOverlay && session.state.message.contains("no pathway"))
    try session.pressAndSettle(.character("2"), .character("F"), .character("5"), .character("E"))
    let best = try #require(session.state.pathway)
    let page = try #require(try page(&session))
    #expect(page.steps.map(\.credential) == best.steps.map(\.credential))
    #expect(page.page.blocks.contains(.heading("If an exam is failed")))
  }
}
