import Catalogs
import Display
import Learners
import Planning
import Testing

@testable import Screens

@Suite("Now")
struct NowPlaceTests {
  private func session(days: Int = 0) throws -> Session {
    var session = Session(opened: KeptLearner.opened)
    try session.settle()
    try session.pressAndSettle(.enter, .character("F"))
    var opened = KeptLearner.opened(session.state.record.rolled(to: KeptLearner.today + days))
    opened.today = KeptLearner.today + days
    var later = Session(opened: opened)
    try later.settle()
    try later.pressAndSettle(.character("5"))
    return later
  }

  private func course(_ session: Session) throws -> Course {
    let place = try #require(session.state.place as? NowPlace)
    return try #require(NowScreen(place, session.state).course)
  }

  @Test("on the day it was chosen a pathway is on course, and the week asks for no more hours than it has")
  func onCourse() throws {
    let session = try session()
    let course = try course(session)
    #expect(course.items.contains { $0.standing == .due })
    #expect(course.minutesThisWeek <= session.state.learner.minutesPerWeek)
  }

  @Test("where nothing was done the drift grows by what has passed, and it is said what is overdue")
  func drift() throws {
    let session = try session(days: 70)
    #expect(try course(session).items.contains { $0.standing == .overdue })
    #expect(session.frame.text.contains("weeks later"))
    let message = Session(opened: KeptLearner.opened(session.state.record)).state.message
    #expect(!message.isEmpty)
  }

  @Test("what happened is kept at once, on top of a draft and below it, and undone by one key")
  func facts() throws {
    var session = try session()
    try session.pressAndSettle(.character("-"))
    let before = session.state.record
    let id = try #require(session.state.selectedCredential)
    session.press(.character("i"))
    session.paste("2.5")
    try session.pressAndSettle(.enter)
    #expect(session.state.record.kept.learner.begun[id] == 150)
    #expect(session.state.record.learner.begun[id] == 150)
    #expect(session.state.record.learner.minutesPerWeek == before.learner.minutesPerWeek)
    #expect(session.state.record.kept.learner.minutesPerWeek == before.kept.learner.minutesPerWeek)
    try session.pressAndSettle(.character("X"), .enter)
    #expect(session.state.record.kept.learner.failed[id] == FailedAttempt(date: KeptLearner.today))
    try session.pressAndSettle(.character("e"))
    #expect(session.state.record.kept.learner.earned[id] == .some(KeptLearner.today))
    #expect(session.state.record.kept.learner.failed[id] == nil)
    #expect(try course(session).items.contains { $0.step.credential == id && $0.standing == .done })
    try session.pressAndSettle(.character("u"), .character("u"), .character("u"))
    #expect(session.state.record == before)
  }

  @Test("a step put off moves with all that begins after it by a week, breaks nothing, or is refused with its reason")
  func puttingOff() throws {
    let session = try session()
    for item in try course(session).items where item.standing != .done {
      var session = session
      var place = NowPlace()
      place.selected = item.step.credential
      session.replace(place)
      let before = try #require(session.state.followed)
      if let reason = session.state.reasonAgainstPuttingOff {
        #expect(reason.contains("week") || reason.contains("lapsed"))
        continue
      }
      try session.pressAndSettle(.character("P"))
      let after = try #require(session.state.followed)
      #expect(after.pathway.step(item.step.credential)?.start == item.step.start + 7)
      #expect(after.pathway.days >= before.pathway.days)
      let checker = PathwayChecker(
        catalog: CraftCatalog.catalog, goals: after.request.goals, learner: after.request.learner)
      #expect(checker.violations(of: after.pathway).isEmpty)
      try session.pressAndSettle(.character("u"))
      #expect(session.state.followed == before)
    }
  }

  @Test("what lapses within half a year is said with its day, what lapses later is not")
  func lapses() {
    let learner = KeptLearner.record.learner
    let soon = HeldLapse.all(of: learner, in: CraftCatalog.catalog, today: KeptLearner.today)
    #expect(soon == [HeldLapse(credential: "tech", day: KeptLearner.today + 20)])
    #expect(HeldLapse.all(of: learner, in: CraftCatalog.catalog, today: KeptLearner.today + -161).isEmpty)
  }

  @Test("without a followed pathway it says what to press, and nothing can be marked")
  func empty() throws {
    var session = Session(opened: KeptLearner.opened)
    try session.pressAndSettle(.character("5"), .character("i"))
    #expect(session.frame.text.contains("F at Pathway follows"))
    #expect(!session.state.hasOverlay)
  }
}

@Suite("The first start")
struct FirstStartTests {
  @Test("four questions lead to a goal's pathways, with what was answered")
  func questions() throws {
    var session = Session(opened: KeptLearner.first)
    session.paste("6")
    try session.pressAndSettle(.enter)
    session.paste("weav")
    try session.pressAndSettle(.enter, .enter)
    session.paste("26w")
    try session.pressAndSettle(.enter)
    session.paste("engineer")
    try session.pressAndSettle(.enter)
    let learner = session.state.learner
    #expect(learner.minutesPerWeek == 360)
    #expect(learner.knows == ["weaving"])
    #expect(learner.deadline == 182)
    #expect(session.state.goal?.id == CraftCatalog.engineer)
    #expect(!session.state.hasOverlay)
  }

  @Test("one Esc skips them all, from whichever, and changes nothing")
  func skipped() throws {
    var session = Session(opened: KeptLearner.first)
    #expect(session.state.hasOverlay)
    session.press(.escape)
    #expect(!session.state.hasOverlay)
    #expect(session.state.record == KeptLearner.first.record)
    #expect(session.state.placeID == .goals)
  }

  @Test("nobody is asked who comes for a goal, or of whom something is kept")
  func notAsked() {
    #expect(!Session(opened: KeptLearner.first, goal: "weaver").state.hasOverlay)
    #expect(!Session(opened: KeptLearner.opened).state.hasOverlay)
    #expect(!Session().state.hasOverlay)
  }
}
