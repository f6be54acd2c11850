import Display
import Planning
import Testing

@testable import Screens

@Suite("Asking about a pathway")
struct ExplainingTests {
  private func session() throws -> Session {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    return session
  }

  private func enquiries(_ session: Session) -> [Enquiry.Subject] { session.asked.map(\.enquiry.subject) }

  @Test("why a step is there is said at once, what it costs to do without it once it is known")
  func why() throws {
    var session = try session()
    let step = try #require(session.state.selectedCredential)
    session.press(.character("y"))
    #expect(enquiries(session) == [.question(.without(step))])
    #expect(session.frame.text.contains("It is there") && session.frame.text.contains("working…"))
    try session.settle()
    #expect(!session.frame.text.contains("working…"))
    #expect(session.frame.text.contains("Without "))
  }

  @Test("what nobody looks at any more is given up, and an answer that comes all the same is passed over")
  func cancelled() throws {
    var session = try session()
    session.press(.character("y"))
    let job = try #require(session.asked.first)
    #expect(session.press(.escape) == [.cancel(job.id)])
    session.send(.answered(job.id, .nothing))
    #expect(session.press(.character("y")).contains { if case .enquire = $0 { true } else { false } })
  }

  @Test("an answer is asked for once, as long as the question is the same")
  func kept() throws {
    var session = try session()
    try session.pressAndSettle(.character("y"), .escape, .character("y"))
    #expect(session.frame.text.contains("Without ") && session.asked.isEmpty)
    try session.pressAndSettle(.escape, .character("+"))
    session.press(.character("y"))
    #expect(session.asked.count == 1)
  }

  @Test("what the answer names can be followed, and going back opens the text again where it was left")
  func followed() throws {
    var session = try session()
    try session.pressAndSettle(.tab, .character("y"), .down)
    let before = session.frame.text
    let place = AnyHashable(session.state.place)
    session.press(.enter)
    try session.settle()
    #expect(session.state.overlayName == nil)
    var count = 0
    while session.state.overlayName != "why", count < 5 {
      session.press(.escape)
      count += 1
    }
    #expect(session.frame.text == before && AnyHashable(session.state.place) == place)
    session.press(.escape)
    #expect(session.state.overlayName == nil && session.state.leftReadings.isEmpty)
  }

  @Test("of what is no step it is said what taking it costs, against doing without it")
  func whyNot() throws {
    let frame = try Scene.whyNot.session(size: Size(width: 120, height: 40)).frame.text
    #expect(frame.contains("Why not Intensive weeks") && frame.contains("against doing without it"))
  }

  @Test("a question asked while the pathways are searched is asked once they are found")
  func early() throws {
    var session = Session(goal: CraftCatalog.engineer)
    session.change { $0.explain(CraftCatalog.engineer, WhyReading("basics", goal: CraftCatalog.engineer, in: $0)) }
    #expect(session.frame.text.contains("are being searched") && session.asked.isEmpty)
    let job = try #require(session.open.first { $0.request.goals == [CraftCatalog.engineer] })
    session.send(.planned(job.id, try Answers.outcome(job.request, in: session.state.catalog)))
    #expect(session.asked.count == 1)
  }
}
