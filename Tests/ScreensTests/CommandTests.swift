import Catalogs
import Display
import Planning
import Testing

@testable import Screens

@Suite("One table of commands")
struct CommandTests {
  @Test("every command has a name, a sentence and a key of its own")
  func complete() {
    for place in PlaceID.allCases {
      let keys = Command.all.filter { $0.belongs(to: place) }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(place.name)")
    }
    #expect(Set(Command.all.map(\.name)).count == Command.all.count)
    #expect(Set(Command.all.map(\.sentence)).count == Command.all.count)
    for command in Command.all {
      #expect(!command.name.isEmpty)
      #expect(command.sentence.hasSuffix("."), "\(command)")
      #expect(!command.keys.isEmpty, "\(command)")
      #expect(
        PlaceID.allCases.filter(command.belongs).allSatisfy { place in
          command.keys.allSatisfy { Keymap.standard.command(for: $0, at: place) == command }
        }, "\(command)")
    }
  }

  @Test("nothing needs a function key or Alt, nothing sits on keys that terminals and multiplexers take")
  func reserved() {
    for letter in "sqimab" {
      #expect(Keymap.standard.command(for: .control(letter), at: .pathway) == nil, "Ctrl-\(letter)")
    }
    for key in Command.all.flatMap(\.keys) {
      if case .function = key { Issue.record("\(key.name) is a function key") }
    }
  }

  @Test("arrows and hjkl do the same")
  func arrows() {
    let pairs: [(Key, Character)] = [(.left, "h"), (.down, "j"), (.up, "k"), (.right, "l")]
    let keymap = Keymap.standard
    for (arrow, letter) in pairs {
      #expect(keymap.command(for: arrow, at: .pathway) == keymap.command(for: .character(letter), at: .pathway))
    }
  }

  @Test("an command that can't be used says why, and nothing else happens", arguments: Command.all)
  func reasons(_ command: Command) throws {
    for session in try Self.corners.get() {
      guard let reason = command.reasonAgainst(session.state) else { continue }
      #expect(!reason.isEmpty)
      var state = session.state
      for key in command.keys {
        #expect(state.update(.input(.key(key))).isEmpty)
        #expect(state.message == reason)
        #expect(state.frame(size: state.size).text.contains(reason))
        #expect(state.learner == session.state.learner)
        #expect(AnyHashable(state.place) == AnyHashable(session.state.place))
        #expect(!state.hasOverlay)
      }
    }
  }

  @Test("each command is refused somewhere only if it depends on where one is")
  func refused() throws {
    let refused = try Self.corners.get().reduce(into: Set<Command>()) { refused, session in
      refused.formUnion(Command.all.filter { $0.reasonAgainst(session.state) != nil })
    }
    #expect(
      Set(refused.map(\.id)) == [
        "exclude", "pin", "earned", "view", "assumptions", "undo", "redo", "keep", "discard", "fewer-hours",
        "more-hours", "fewer-at-once", "more-at-once", "back", "open", "goals", "pathway", "place-back",
        "place-forward", "narrow", "sort", "widen", "zoom-in", "zoom-out", "compare-this", "compare-credential",
        "compare-other", "take-out",
        "save", "follow", "learner-other", "remove", "note", "changes", "favourite", "duplicate", "rename", "ask-again",
        "hours-done", "failed", "put-off", "why", "what-if", "ways-out", "risks", "stages", "near", "take-home",
      ])
  }

  /// Places where something can't be done: the first screen, no goals, no step, the ends of what can be set.
  private static let corners = Result { () throws -> [Session] in
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

  @Test("a key without an command says so, and where to find the others")
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
  @Test("lists every command with its keys")
  func everything() {
    let session = Session()
    let lines = HelpPicking().rows("", in: session.state)
    let commands = Command.Group.allCases.flatMap { group in Command.all.filter { $0.group == group } }
    #expect(lines.filter { !$0.isHeading }.map(\.id) == commands.map(\.id))
    for (line, command) in zip(lines.filter { !$0.isHeading }, commands) {
      #expect(line.title == command.sentence)
      for case .character(let character) in command.keys { #expect(line.note.contains(character)) }
    }
  }

  @Test("stands under headings, which can't be selected")
  func headings() throws {
    var session = Session()
    session.press(.character("?"))
    #expect(session.frame.text.contains(Command.Group.moving.rawValue))
    #expect(session.frame.text.contains("▸ \(session.state.keymap.keyNames(of: .up, .unicode))"))
    session.press(.end)
    #expect(session.frame.text.contains("▸ \(session.state.keymap.keyNames(of: .quit, .unicode))"))
  }

  @Test("finds by a word of the sentence, in any case")
  func byWord() {
    let found = HelpPicking().rows("BUDGET", in: Session().state)
    #expect(found.map(\.title) == [Command.budget.sentence])
  }

  @Test("finds every command by each of its keys", arguments: Command.all)
  func byKey(_ command: Command) {
    let state = Session().state
    for key in command.keys {
      let found = HelpPicking().rows(key.name, in: state).map(\.title)
      #expect(found.contains(command.sentence), "\(key.name)")
    }
  }

  @Test("can be walked through to its last line where the screen is small")
  func scrolling() {
    var session = Session(size: Size(width: 40, height: 10))
    session.press(.character("?"))
    #expect(!session.frame.text.contains("Leave."))
    session.press(.end)
    #expect(session.frame.text.contains("Leave."))
    session.press(.home)
    #expect(!session.frame.text.contains("Leave."))
  }
}
