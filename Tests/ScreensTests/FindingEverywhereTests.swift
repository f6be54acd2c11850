import Display
import Testing

@testable import Screens

@Suite("Searching from everywhere")
struct FindingEverywhereTests {
  private func at(_ place: PlaceID) throws -> Session {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    try session.pressAndSettle(place.key)
    #expect(session.state.placeID == place)
    return session
  }

  @Test("from each place / leads to a goal, for all that a finger slips", arguments: PlaceID.allCases)
  func goal(from place: PlaceID) throws {
    var session = try at(place)
    session.press(.character("/"))
    session.type("wevaer")
    try session.pressAndSettle(.enter)
    // At Goals the words narrow the goals themselves, and Enter opens the one that fits best.
    #expect(session.state.goal?.id == "weaver", "\(session.frame.text)")
    #expect(session.state.placeID == .pathway && session.frame.text.contains("Weaver"))
  }

  @Test("from each place / leads to a credential, whose pathway or details are shown", arguments: PlaceID.allCases)
  func credential(from place: PlaceID) throws {
    var session = try at(place)
    session.press(.character("/"))
    session.type("basics net")
    try session.pressAndSettle(.enter)
    let isStep = session.state.selectedStep == "basics"
    #expect(isStep || session.state.selectedCredential == "basics", "\(session.frame.text)")
    #expect(session.frame.text.contains("Basics of networks"))
  }

  @Test("from each place 3 leads to all there is, and letters narrow it", arguments: PlaceID.allCases)
  func explored(from place: PlaceID) throws {
    var session = try at(place)
    session.press(.character("3"), .character("f"))
    session.type("netwrok")
    try session.pressAndSettle(.enter)
    #expect((session.state.place as? ExplorePlace)?.answer.hits.isEmpty == false)
  }
}
