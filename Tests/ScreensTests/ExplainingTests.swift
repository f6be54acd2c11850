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

  @Test("a setting is supposed by picking it and typing its value, or as the command line writes it")
  func whatIf() throws {
    var picked = try session()
    picked.press(.character("v"))
    picked.type("hours")
    picked.press(.enter)
    picked.type("5")
    picked.press(.enter)
    #expect(enquiries(picked) == [.question(.whatIf([.minutesPerWeek(300)]))])
    var typed = try session()
    typed.press(.character("v"))
    typed.type("hours-per-week=5 exclude=rocket")
    typed.press(.enter)
    #expect(enquiries(typed) == [.question(.whatIf([.minutesPerWeek(300), .exclude(.credential("rocket"))]))])
    try picked.settle()
    #expect(picked.frame.text.contains("With 5 hours a week") && picked.frame.text.contains("weeks"))
    #expect(picked.state.learner == CraftCatalog.learner)
  }

  @Test("from an answer something is supposed besides; of one figure the last word counts")
  func besides() throws {
    var session = try session()
    for text in ["hours-per-week=5 exclude=rocket", "hours-per-week=7", "budget=900"] {
      session.press(.character("v"))
      session.type(text)
      try session.pressAndSettle(.enter)
    }
    #expect(session.frame.text.contains("7 hours a week and a budget of 900.00 EUR"))
    #expect(!session.frame.text.contains("5 hours a week"))
    try session.pressAndSettle(.down, .enter)
    #expect(session.state.learner.minutesPerWeek == 420 && session.state.learner.budget == 900_00)
  }

  @Test("what can't be supposed says why, and the question stays")
  func refusedSupposition() throws {
    var session = try session()
    session.press(.character("v"))
    session.type("hours-per-wek=5")
    session.press(.enter)
    #expect(session.state.message.contains("hours-per-week") && session.state.hasOverlay)
  }

  @Test("what was supposed can be tried as a draft, and taken back")
  func tried() throws {
    var session = try session()
    session.press(.character("v"))
    session.type("hours-per-week=5")
    try session.pressAndSettle(.enter, .down, .enter)
    #expect(session.state.learner.minutesPerWeek == 300)
    try session.pressAndSettle(.character("u"))
    #expect(session.state.learner == CraftCatalog.learner)
  }

  @Test("where no pathway keeps to the limits, the smallest change does, tried from where it is told")
  func waysOut() throws {
    var session = try Scene.waysOut.session(size: Size(width: 120, height: 40))
    #expect(session.frame.text.contains("Any one of these would do"))
    #expect(session.state.pathway == nil)
    try session.pressAndSettle(.enter)
    #expect(session.state.pathway != nil && session.state.overlayName == nil)
    #expect(session.state.learner.budget == session.state.pathway?.cost)
  }

  @Test("without a pathway the other answers say what to press, and nothing is asked")
  func noPathway() throws {
    var session = try Scene.overBudget.session(size: Size(width: 120, height: 40))
    for key: Key in [.character("r"), .character("m"), .character("n")] {
      session.press(key)
      #expect(session.frame.text.contains("W says what would have to change"))
      #expect(session.asked.isEmpty)
      session.press(.escape)
    }
  }

  @Test("from one answer the next question can be asked")
  func onwards() throws {
    var session = try session()
    try session.pressAndSettle(.character("y"), .character("r"))
    #expect(session.frame.text.contains("What can go wrong"))
    #expect(session.frame.text.contains("It would hurt most with"))
    try session.pressAndSettle(.character("r"))
    #expect(session.state.overlayName == nil)
  }

  @Test("in the list of goals it is the selected goal that is asked about")
  func goals() throws {
    var session = Session()
    try session.settle()
    try session.pressAndSettle(.character("m"))
    #expect(session.frame.text.contains("first award"))
    #expect(session.frame.text.contains("reaches Network engineer"))
  }

  @Test("a goal that waits its turn goes before the others once somebody opens it, and what was found stays in sight")
  func hurried() throws {
    var session = Session()
    let waiting = try #require(session.open.first { $0.request.goals == [CraftCatalog.engineer] })
    let found = try #require(try Answers.outcome(waiting.request, in: session.state.catalog).frontier.first)
    session.send(
      .progressed(
        waiting.id, PlanningProgress(frontier: [found], bound: .init(cost: 0, days: 0, provenBelowCost: 0), nodes: 1)))
    let effects = session.press(.enter)
    #expect(effects.contains(.cancel(waiting.id)))
    #expect(effects.contains { if case .plan(_, waiting.request, .urgent) = $0 { true } else { false } })
    #expect(session.state.pathway == found)
    // Coming back to it asks nothing twice.
    #expect(session.press(.character("1"), .character("2")).isEmpty)
  }

  @Test("what was cut short while nobody looked is searched on once somebody does, and shown meanwhile")
  func cutShort() throws {
    var session = Session()
    let waiting = try #require(session.open.first { $0.request.goals == [CraftCatalog.engineer] })
    var outcome = try Answers.outcome(waiting.request, in: session.state.catalog)
    outcome.status = .incomplete(.init(cost: 0, days: 0, provenBelowCost: 0))
    session.send(.planned(waiting.id, outcome))
    let effects = session.press(.enter)
    guard case .plan(let again, waiting.request, .urgent)? = effects.first else {
      Issue.record("it is not searched on")
      return
    }
    #expect(session.state.pathway == outcome.chosenPathway && session.frame.text.contains("searching"))
    session.send(.planned(again, outcome))
    // As long as it may take has been taken: it is not asked for ever.
    #expect(session.press(.character("1"), .character("2")).isEmpty)
  }
}
