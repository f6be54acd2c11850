import Display
import Testing

@testable import Screens

@Suite("Access")
struct AccessTests {
  private static let lines = Set("─│┌┐└┘━┃┏┓┗┛█▓▒░●◉┬┴┼├┤")

  @Test("--accessible: one pane, no borders, no drawings", arguments: Scene.allCases, SnapshotTests.sizes)
  func linear(_ scene: Scene, _ size: Size) throws {
    let session = try scene.session(size: size, glyphs: .unicode.made(accessible: true))
    #expect(Self.lines.isDisjoint(with: session.frame.text), "\(session.frame.text)")
    guard session.state.overlay == nil, session.state.placeID == .pathway else { return }
    let panes = ["Frontier", "Pathway,", "Details"]
    let titles = session.frame.lines.filter { line in
      panes.contains { line.hasPrefix(" \($0)") } || line.split(separator: " ") == ["Pathway"]
    }
    #expect(titles.count == 1, "\(titles)")
  }

  @Test("--accessible: stack and money have lists of their own, which say in words what is drawn elsewhere")
  func lists() throws {
    let size = Size(width: 80, height: 24)
    let glyphs = Glyphs.unicode.made(accessible: true)
    let list = try Scene.list.session(size: size, glyphs: glyphs).frame.text
    let stack = try Scene.stack.session(size: size, glyphs: glyphs).frame.text
    #expect(stack != list && stack.contains(" Pathway, stack, t for money") && stack.contains(", after "))
    let money = try Scene.money.session(size: size, glyphs: glyphs).frame.text
    #expect(money != list && money.contains(" Pathway, money, t for list") && money.contains("so far"))
  }

  @Test("the cursor stands on the selected item or the insertion point in every state", arguments: Scene.allCases)
  func cursor(_ scene: Scene) throws {
    for glyphs in [Glyphs.unicode, .ascii, .unicode.made(accessible: true)] {
      for size in SnapshotTests.sizes {
        let session = try scene.session(size: size, glyphs: glyphs)
        let frame = session.frame
        let cursor = try #require(frame.cursor)
        // What an overlay covers in part keeps its own selection.
        if frame.showsCursor || session.state.overlay != nil { continue }
        let hasSelection = (0..<size.height).contains { y in
          (0..<size.width).contains { frame.cell(x: $0, y: y).role == .selection }
        }
        let isOnSelection = frame.cell(x: cursor.x, y: cursor.y).role == .selection
        #expect(isOnSelection || !hasSelection, "\(scene) at \(size.width)x\(size.height)")
      }
    }
  }
}

@Suite("Layout")
struct LayoutTests {
  @Test(
    "no resize storm crashes it or loses the selection: a thousand sizes", arguments: [Scene.goals, .list, .details])
  func storm(_ scene: Scene) throws {
    var session = try scene.session(size: Size(width: 120, height: 40))
    let before = session.frame
    let place = AnyHashable(session.state.place)
    var random = SplitMix64(seed: 7)
    for _ in 0..<1_000 {
      let size = Size(width: random.number(1...200), height: random.number(1...70))
      session.send(.input(.resize(size)))
      #expect(session.frame.size == size)
    }
    session.send(.input(.resize(Size(width: 120, height: 40))))
    #expect(AnyHashable(session.state.place) == place)
    #expect(session.frame == before)
  }

  @Test("120x40 three panes, 80x24 two, 60x20 one", arguments: [(120, 40, 3), (80, 24, 2), (60, 20, 1)])
  func panes(width: Int, height: Int, count: Int) throws {
    let frame = try Scene.frontier.session(size: Size(width: width, height: height)).frame
    let corners = frame.text.count { $0 == "┌" || $0 == "┏" }
    #expect(corners == count)
  }
}
