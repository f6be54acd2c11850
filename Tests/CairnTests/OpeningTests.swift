import Display
import Interchange
import Planning
import Screens
import Testing

@testable import cairn

@Suite("Before everything is read")
struct OpeningTests {
  private struct Silent: Drivable {
    mutating func update(_ event: Event) -> [Effect] { [] }
    func frame(size: Size) -> Frame { Frame(size: size) }
  }

  private struct Broken: Error {}

  /// Everything is read once the script is over; before that it is being read.
  private func open(
    _ script: [InputEvent], place: PlaceID = .goals, size: Size = Size(width: 80, height: 24), fails: Bool = false
  ) -> (result: Opening<Silent>.Result, screen: OpeningScreen, frames: [Frame]) {
    let terminal = ScriptedTerminal(size: size, script: script, keepsAll: true)
    let left = Monitor(script.count)
    let isOver = Monitor(script.isEmpty)
    terminal.isIdle = {
      if left.read({ $0 }) == 0 { isOver.change { $0 = true } }
      left.change { $0 -= 1 }
      return !isOver.read { $0 }
    }
    var opening = Opening<Silent>(
      OpeningScreen(place, size: size, glyphs: .unicode, keymap: .standard), terminal: terminal)
    let result = opening.run { _ in
      isOver.wait { $0 ? () : nil }
      if fails { throw Broken() }
      return Beginning(state: Silent(), effects: [], jobs: Jobs(wake: {}) { request, _, _ in .stub(request) })
    }
    return (result, opening.screen, terminal.frames)
  }

  @Test(
    "the first frame has places, borders, footer and what is being done, at every size", arguments: PlaceID.allCases)
  func first(place: PlaceID) throws {
    for size in [Size(width: 120, height: 40), Size(width: 80, height: 24), Size(width: 60, height: 20)] {
      let frame = try #require(open([], place: place, size: size).frames.first)
      #expect(frame.text.contains("reading the catalogs") && frame.text.contains("┏"))
      #expect(frame.text.contains("? help") && !frame.text.contains("0 credentials"))
      #expect(frame.cursor.map { frame.cell(x: $0.x, y: $0.y).text } == "r")
    }
  }

  @Test("what is typed meanwhile is kept in its order, pastes and sizes with it, and a q after something else is a key")
  func kept() {
    let typed: [InputEvent] = [
      .key(.down), .paste("q"), .resize(Size(width: 100, height: 30)), .key(.character("q")),
    ]
    let (result, screen, frames) = open(typed)
    guard case .began = result else {
      Issue.record("it didn't begin")
      return
    }
    #expect(screen.heard == typed)
    #expect(frames.last?.size == Size(width: 100, height: 30))
  }

  @Test("to leave is done at once, also after a new size", arguments: [Key.character("q"), .control("c")])
  func leaving(_ key: Key) {
    guard case .ended(.quit) = open([.resize(Size(width: 60, height: 20)), .key(key), .key(.down)]).result else {
      Issue.record("it went on")
      return
    }
  }

  @Test("what can't be read fails as it does elsewhere")
  func failing() {
    guard case .failed(let error) = open([], fails: true).result else {
      Issue.record("it began")
      return
    }
    #expect(error is Broken)
  }

  @Test("reading says what it does and how far it is, and not for every file")
  func words() {
    let told = Monitor([String]())
    let words = ReadingWords { word in told.change { $0.append(word) } }
    for _ in 0..<20 { words.hear(.reading(of: 20)) }
    #expect(told.read { $0 }.first == "reading 20 catalogs")
    #expect(told.read { $0.count } < 20)
  }
}
