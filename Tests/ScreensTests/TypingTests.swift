import Catalogs
import Display
import Planning
import Testing

@testable import Screens

@Suite("Typing and pasting")
struct TypingTests {
  /// The keys of every action, as text.
  private static let everyKey = Command.all.flatMap(\.keys).reduce(into: "\u{3}\u{1B}\n") { text, key in
    if case .character(let character) = key { text.append(character) }
  }

  @Test(
    "a paste does nothing where no text is asked for", arguments: [Scene.goals, .frontier, .timeline, .assumptions])
  func nowhere(_ scene: Scene) throws {
    let session = try scene.session(size: Size(width: 80, height: 24))
    for text in ["q", "x", "?", "/", Self.everyKey] {
      var state = session.state
      #expect(state.update(.input(.paste(text))).isEmpty)
      #expect(state.frame(size: state.size) == session.frame)
      #expect(state.learner == session.state.learner)
    }
  }

  @Test("a paste only goes into the text where one is typed", arguments: [Scene.find, .prompt, .help, .goalsTyping])
  func intoText(_ scene: Scene) throws {
    var session = try scene.session(size: Size(width: 80, height: 24))
    let before = session.state.typed ?? ""
    #expect(session.send(.input(.paste(Self.everyKey))).isEmpty)
    #expect(session.state.typed == before + Self.everyKey.filter { !$0.isNewline })
    #expect(session.state.learner == CraftCatalog.learner)
  }

  @Test("keys of actions are letters where text is typed")
  func letters() {
    var session = Session()
    session.press(.character("/"))
    session.type("quick +/-")
    #expect(session.state.typed == "quick +/-")
    session.press(.backspace, .backspace)
    #expect(session.state.typed == "quick +")
  }

  @Test("erasing takes a whole character, and goes back once nothing is left")
  func erasing() {
    var session = Session()
    session.press(.character("/"))
    session.paste("e\u{301}👩‍💻")
    session.press(.backspace)
    #expect(session.state.typed == "e\u{301}")
    session.press(.backspace)
    #expect(session.state.typed == "")
    session.press(.backspace)
    #expect(!session.state.hasOverlay)
  }

  @Test("finding goes by words in any order, slips of the finger forgiven, and without words lists the goals")
  func finding() {
    let session = Session()
    func found(_ text: String) -> [String] { FindPicking().rows(text, in: session.state).map(\.id) }
    #expect(found("netw").starts(with: ["engineer", "basics"]))
    // Who teaches networking comes after what is called so.
    #expect(found("netw").contains("rocket"))
    #expect(found("eng net") == ["engineer"])
    #expect(found("enginer netwrok") == ["engineer"])
    #expect(found("指物師") == ["joiner"])
    #expect(Set(found("ROUTING")) == ["radio", "intensive", "rocket", "pounds"])
    #expect(found("") == CraftCatalog.catalog.goals.map(\.id))
    #expect(found("nothing of the kind").isEmpty)
  }

  @Test("what is found is gone to: a step of the pathway is selected, anything else is opened as a goal")
  func going() throws {
    var session = Session(goal: CraftCatalog.engineer)
    try session.settle()
    session.press(.character("/"))
    session.type("basics")
    session.press(.enter)
    #expect(session.state.goal?.id == CraftCatalog.engineer)
    #expect(session.state.selectedStep == "basics")
    #expect(session.state.pane == .pathway)
    session.press(.character("/"))
    session.type("joiner")
    try session.pressAndSettle(.enter)
    #expect(session.state.goal?.id == "joiner")
    #expect(session.state.pathway?.steps.map(\.credential) == ["joiner"])
    session.press(.escape)
    #expect(session.state.goal?.id == CraftCatalog.engineer)
  }

  @Test(
    "what isn't a number sets no limit and says so", arguments: ["soon", "-5", "1e3", "99999999999999999999", "12.5"])
  func notANumber(_ text: String) {
    for key in [Key.character("b"), .character("d")] {
      var session = Session()
      session.press(key)
      session.paste(text)
      session.press(.enter)
      #expect(session.state.message == "\"\(text)\" is not a whole number")
      #expect(session.state.learner == CraftCatalog.learner)
    }
  }
}
