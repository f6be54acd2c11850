import Display
import Testing

@testable import Screens

@Suite("The timeline")
struct TimelineTests {
  /// Pathway with the timeline under the cursor, after some keys.
  private func session(_ keys: Key..., size: Size = Size(width: 120, height: 40)) throws -> Session {
    var session = Session(goal: CraftCatalog.engineer, size: size)
    try session.settle()
    try session.pressAndSettle(.tab)
    for key in keys { try session.pressAndSettle(key) }
    return session
  }

  @Test("the Gantt zooms: z looks closer around the selected step, and Z goes back")
  func zooms() throws {
    let all = try session()
    let near = try session(.character("("))
    #expect(near.frame.text.contains("timeline x2") && near.frame.cursor == all.frame.cursor)
    #expect(try session(.character("("), .character(")")).frame == all.frame)
    #expect(try session(.character(")")).state.message == "this is all of it")
    // No border gives way.
    #expect(
      near.frame.lines.map { $0.count { "│┃".contains($0) } } == all.frame.lines.map { $0.count { "│┃".contains($0) } })
  }

  @Test("it scrolls: the bar of whatever step is selected is in view", arguments: [(120, 40), (80, 24)])
  func scrolls(width: Int, height: Int) throws {
    var session = try session(.character("("), .character("("), size: Size(width: width, height: height))
    let steps = try #require(session.state.pathway?.steps)
    for step in steps {
      #expect(session.state.selectedCredential == step.credential)
      let frame = session.frame
      let y = try #require(frame.cursor).y
      // Beside the title, or in the row below it.
      let cells = (y...y + 1).flatMap { y in
        (34..<min(width, 84)).map { frame.cell(x: $0, y: y) }
      }
      #expect(cells.contains { $0.role == .chartSelected && $0.text != " " }, "\(frame.text)")
      session.press(.down)
    }
  }

  @Test("no closer than two weeks, and a pathway that becomes shorter is shown as close as it can be")
  func limits() {
    #expect(Timeline.zoom(9, days: 300) == 4)
    #expect(Timeline.zoom(9, days: 14) == 0)
    #expect(Timeline.zoom(1, days: 300) == 1)
  }
}
