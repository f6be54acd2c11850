import Display
import Testing

@testable import Screens

@Suite("Keys can be remapped in a file; conflicts are refused with their line")
struct KeymapTests {
  private static func resolved(_ choices: (String, [String])...) -> (keymap: Keymap, faults: [KeymapFault]) {
    Keymap.resolved(choices.enumerated().map { KeyChoice(command: $1.0, keys: $1.1, line: $0 + 1) })
  }

  @Test("a command has the keys that were chosen and no others, everywhere they are named")
  func chosen() throws {
    let (keymap, faults) = Self.resolved(("exclude", ["ü"]), ("more-hours", ["Ctrl-P", "é"]))
    #expect(faults.isEmpty)
    #expect(keymap.command(for: .character("x"), at: .pathway) == nil)
    #expect(keymap.command(for: .control("p"), at: .goals) == .moreHours)
    let (first, _) = AppState.opening(
      catalog: CraftCatalog.catalog, learner: CraftCatalog.learner, goal: CraftCatalog.engineer,
      size: Size(width: 120, height: 40), keymap: keymap)
    var state = first
    #expect(state.frame(size: state.size).lines[39].contains("ü exclude"))
    _ = state.update(.input(.key(.character("é"))))
    #expect(state.learner.minutesPerWeek == CraftCatalog.learner.minutesPerWeek + 60)
    #expect(HelpPicking().rows("Ctrl-P", in: state).first?.id == Command.moreHours.id)
  }

  @Test("keys may be swapped")
  func swapped() {
    let (keymap, faults) = Self.resolved(("undo", ["U"]), ("redo", ["u"]))
    #expect(faults.isEmpty)
    #expect(keymap.command(for: .character("u"), at: .goals) == .redo)
  }

  @Test("whatever is wrong is told with its line, and then no choice counts")
  func faults() {
    let (keymap, faults) = Self.resolved(
      ("exclued", ["X"]), ("pin", ["Hyper-P"]), ("budget", ["Ctrl-S"]), ("earned", ["u"]), ("find", []),
      ("keep", ["Z"]), ("keep", ["V"]))
    #expect(keymap == .standard)
    #expect(
      faults.map { "\($0.line): \($0.sentence)" } == [
        "1: no command is called \"exclued\"; did you mean \"exclude\"?", "2: no key is called \"Hyper-P\"",
        "3: Ctrl-S is kept by terminals and can't be given to budget", "4: u is the key of undo and of earned",
        "5: find is given no key", "7: keep has its keys in line 6 already",
      ])
  }

  @Test("nothing can be put on a key that terminals keep")
  func reserved() {
    for key in Keymap.reserved {
      #expect(!Self.resolved(("find", [key.name])).faults.isEmpty, "\(key.name)")
      let holders = Command.all.filter { $0.keys.contains(key) }.map(\.id)
      #expect(holders.isEmpty || [["quit"], ["suspend"]].contains(holders), "\(key.name)")
    }
  }
}
