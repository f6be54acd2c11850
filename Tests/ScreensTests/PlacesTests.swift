import Catalogs
import Display
import Planning
import Testing

@testable import Screens

@Suite("From place to place")
struct PlacesTests {
  @Test("every place is one key away from every other, and says so in the header")
  func oneKey() throws {
    var session = Session()
    try session.settle()
    for from in PlaceID.allCases {
      for to in PlaceID.allCases where to != from {
        session.press(from.key, to.key)
        #expect(session.state.placeID == to)
        #expect(session.frame.lines[0].contains("▸\(to.key.name) \(to.name)"))
      }
    }
    #expect(Set(PlaceID.allCases.map(\.key)).count == PlaceID.allCases.count)
  }

  @Test(
    "a stranger has a proven pathway within five keys of the first start, whether questions are skipped or passed over",
    arguments: [[Key.escape, .enter], [.enter, .enter, .enter, .escape, .enter]])
  func stranger(_ keys: [Key]) throws {
    var session = Session(opened: KeptLearner.first, size: Size(width: 80, height: 24))
    try session.settle()
    for key in keys {
      // What is pressed stands on the screen.
      #expect(session.frame.text.contains(key == .escape ? "Esc" : "Enter"))
      try session.pressAndSettle(key)
    }
    #expect(session.state.placeID == .pathway && session.state.pathway != nil)
    #expect(session.frame.text.contains("proven"))
  }

  @Test("back and forward find each place as it was left")
  func history() throws {
    var session = Session()
    try session.settle()
    try session.pressAndSettle(.enter, .home, .down, .tab, .down)
    let left = session.state.pathwayPlace
    #expect(left?.selectedStep != nil && left?.walkedTo != nil)
    session.press(.character("1"), .down)
    let goals = session.state.selectedGoal
    session.press(.character("["))
    #expect(session.state.pathwayPlace == left)
    session.press(.character("]"))
    #expect(session.state.placeID == .goals && session.state.selectedGoal == goals)
    session.press(.character("2"))
    #expect(session.state.pathwayPlace == left)
  }

  @Test("with nowhere to go back or forward to, the keys say so")
  func ends() {
    var session = Session()
    session.press(.character("["))
    #expect(session.state.message == "this is the first place")
    session.press(.character("]"))
    #expect(session.state.message == "there is no place one came back from")
    session.press(.character("1"))
    #expect(session.state.message == "this is Goals")
  }

  @Test("a credential named in the details is a link that Enter follows")
  func links() throws {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    session.press(.home, .tab, .tab, .down)
    #expect(session.state.pathwayPlace?.reader.paragraph != nil)
    session.press(.enter)
    #expect(session.state.pane == .pathway)
    #expect(session.state.selectedStep == "tech")
  }

  @Test("the palette finds a command by its name, does it, and says why one can't be done")
  func palette() throws {
    var session = Session()
    try session.settle()
    session.press(.character(":"))
    session.type("fewer ho")
    session.press(.enter)
    #expect(session.state.learner.minutesPerWeek == CraftCatalog.learner.minutesPerWeek - 60)
    session.press(.character(":"))
    session.type("view")
    #expect(session.frame.text.contains("belongs to Pathway (2)"))
    session.press(.enter)
    #expect(session.state.message == "view belongs to Pathway (2)")
    #expect(session.state.overlayName == "commands")
  }
}

@Suite("Live")
struct LiveTests {
  private static func searching() -> (Session, JobID) {
    var session = Session()
    session.press(.enter)
    let job = session.state.plan.job ?? JobID(0)
    let pathway = Pathway(
      steps: [Step(credential: "basics", start: 0, finish: 14, cost: 10400, minutes: 60, load: 60)], cost: 10400,
      days: 14, minutes: 60)
    let bound = PlanningOutcome.Bound(cost: 10000, days: 1, provenBelowCost: 10000)
    session.send(.progressed(job, PlanningProgress(frontier: [pathway], bound: bound, nodes: 9)))
    return (session, job)
  }

  @Test("the best so far is shown at once, with how far from the cheapest it can be")
  func soFar() {
    let (session, _) = Self.searching()
    #expect(session.frame.text.contains("104.00"))
    let place = PathwayPlace(goal: CraftCatalog.engineer)
    #expect(
      PathwayScreen(place, session.state).stateOfProof == "searching, best so far, at most 4 % from the cheapest")
  }

  @Test("Esc stops a search and keeps the best so far; the next change searches again")
  func stopping() {
    var (session, job) = Self.searching()
    #expect(session.press(.escape) == [.cancel(job)])
    #expect(session.state.goal?.id == CraftCatalog.engineer)
    #expect(session.state.pathway?.cost == 10400)
    #expect(!session.state.plan.isSearching && session.state.plan.isStopped)
    #expect(session.state.message == "stopped; the next change searches again")
    session.press(.character("-"))
    #expect(session.state.plan.isSearching && !session.state.plan.isStopped)
    session.press(.escape, .escape)
    #expect(session.state.placeID == .goals)
  }
}
