import Catalogs
import Display
import Planning
import Testing

@testable import Screens

@Suite("One table of actions")
struct ActionTests {
  @Test("every action has a name, a sentence and a key of its own")
  func complete() {
    let keys = Action.allCases.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(Set(Action.allCases.map(\.name)).count == Action.allCases.count)
    #expect(Set(Action.allCases.map(\.sentence)).count == Action.allCases.count)
    for action in Action.allCases {
      #expect(!action.name.isEmpty)
      #expect(action.sentence.hasSuffix("."), "\(action)")
      #expect(!action.keys.isEmpty, "\(action)")
      #expect(action.keys.allSatisfy { Action.byKey[$0] == action }, "\(action)")
    }
  }

  @Test("nothing needs a function key or Alt, nothing sits on keys that terminals and multiplexers take")
  func reserved() {
    for letter in "sqimab" { #expect(Action.byKey[.control(letter)] == nil, "Ctrl-\(letter)") }
    for key in Action.allCases.flatMap(\.keys) {
      if case .function = key { Issue.record("\(key.name) is a function key") }
    }
  }

  @Test("arrows and hjkl do the same")
  func arrows() {
    let pairs: [(Key, Character)] = [(.left, "h"), (.down, "j"), (.up, "k"), (.right, "l")]
    for (arrow, letter) in pairs { #expect(Action.byKey[arrow] == Action.byKey[.character(letter)]) }
  }

  @Test("an action that can't be used says why, and nothing else happens", arguments: Action.allCases)
  func reasons(_ action: Action) throws {
    for session in try Self.corners() {
      guard let reason = session.state.reasonAgainst(action) else { continue }
      #expect(!reason.isEmpty)
      var state = session.state
      for key in action.keys {
        #expect(state.update(.input(.key(key))).isEmpty)
        #expect(state.message == reason)
        #expect(state.frame(size: state.size).text.contains(reason))
        #expect(state.learner == session.state.learner)
        #expect(state.screen == session.state.screen)
        #expect(state.overlay == nil)
      }
    }
  }

  @Test("each action is refused somewhere only if it depends on where one is")
  func refused() throws {
    let refused = try Self.corners().reduce(into: Set<Action>()) { refused, session in
      refused.formUnion(Action.allCases.filter { session.state.reasonAgainst($0) != nil })
    }
    #expect(
      refused == [
        .exclude, .pin, .earned, .view, .assumptions, .undo, .redo, .keep, .discard, .fewerHours, .moreHours,
        .fewerAtOnce,
        .moreAtOnce, .back, .open,
      ])
  }

  /// Places where something can't be done: the first screen, no goals, no step, the ends of what can be set.
  private static func corners() throws -> [Session] {
    var least = CraftCatalog.learner
    (least.minutesPerWeek, least.atOnce) = (60, 1)
    var most = CraftCatalog.learner
    (most.minutesPerWeek, most.atOnce) = (168 * 60, 9)
    return try [
      Session(learner: least), Session(learner: most), Session(Catalog(headers: [])),
      Session(goal: "weaver"), Session(goal: CraftCatalog.engineer),
    ].map { session in
      var session = session
      try session.settle()
      return session
    }
  }

  @Test("a key without an action says so, and where to find the others")
  func unknownKey() {
    var session = Session()
    session.press(.character("Z"))
    #expect(session.state.message == "Z does nothing here; ? says what the keys do")
  }

  @Test("the footer of either screen names ?, and how to leave or go back", arguments: SnapshotTests.sizes)
  func footer(_ size: Size) throws {
    for goal in [nil, CraftCatalog.engineer] {
      let footer = Session(goal: goal, size: size).frame.lines[size.height - 1]
      #expect(footer.contains("? help"), "\(goal ?? "goals")")
      let away = goal == nil ? "q quit" : "Esc back"
      #expect(footer.contains(away) || size.width < 60)
    }
  }
}

@Suite("Help")
struct HelpTests {
  @Test("lists every action with its keys")
  func everything() {
    let session = Session()
    let lines = session.state.helpLines("")
    #expect(lines.map(\.sentence) == Action.allCases.map(\.sentence))
    for (line, action) in zip(lines, Action.allCases) {
      for case .character(let character) in action.keys { #expect(line.keys.contains(character)) }
    }
  }

  @Test("finds by a word of the sentence, in any case")
  func byWord() {
    let found = Session().state.helpLines("BUDGET")
    #expect(found.map(\.sentence) == [Action.budget.sentence])
  }

  @Test("finds every action by each of its keys", arguments: Action.allCases)
  func byKey(_ action: Action) {
    let state = Session().state
    for key in action.keys {
      let found = state.helpLines(key.name).map(\.sentence)
      #expect(found.contains(action.sentence), "\(key.name)")
    }
  }

  @Test("can be walked through to its last line where the screen is small")
  func scrolling() {
    var session = Session(size: Size(width: 40, height: 10))
    session.press(.character("?"))
    #expect(!session.frame.text.contains("Leave."))
    session.press(.end)
    #expect(session.frame.text.contains("Leave."))
    session.press(.up)
    #expect(!session.frame.text.contains("Leave."))
  }
}
