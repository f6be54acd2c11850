import Catalogs
import GRDB
import Learners
import Planning
import Testing

@testable import Storage

@Suite("Two programs at one learner")
struct SharedHistoryTests {
  private let folder: TemporaryFolder
  private let base = LearnerRecord(name: "ana", kept: Profile(Learner(start: CalendarDate(dayNumber: 20_000))))

  init() throws { folder = try TemporaryFolder() }

  /// A planner without screens: it knows a record and a history, and writes its steps down.
  private struct Program {
    let store: LearnerStore
    var session: LearnerSession
    var record: LearnerRecord
    var history: RecordHistory

    init(_ folder: TemporaryFolder) throws {
      store = try LearnerStore.open(in: folder.url) { 1_800_000_000 }.store
      let kept = try #require(try store.learner("ana"))
      (session, record, history) = (kept.session, kept.record, kept.history)
    }

    mutating func change(_ name: String, _ edit: (inout LearnerRecord) -> Void) throws {
      var after = record
      edit(&after)
      guard after != record else { return }
      try save(.change(history.add(RecordChange(name: name, before: record, after: after))))
    }

    mutating func undo() throws -> String? {
      guard let change = history.undo() else { return nil }
      try save(.undo(change))
      return change.name
    }

    mutating func redo() throws -> String? {
      guard let change = history.redo() else { return nil }
      try save(.redo(change))
      return change.name
    }

    private mutating func save(_ step: RecordStep) throws {
      record = try #require(try store.save([step], in: &session))
    }
  }

  private func programs() throws -> (Program, Program) {
    try LearnerStore.open(in: folder.url).store.create(base)
    return (try Program(folder), try Program(folder))
  }

  /// The names of the changes that hold, after a look at whether they make the record of the first one.
  private func held(_ place: String) throws -> [String] {
    let kept = try #require(try LearnerStore.open(in: folder.url).store.learner("ana"))
    var replayed = base
    for change in kept.history.done {
      replayed = replayed.taking(from: change.before, to: change.after)
    }
    #expect(replayed == kept.record, Comment(rawValue: place))
    return kept.history.done.map(\.name)
  }

  @Test("what both change at once is in the record and in the history")
  func bothChange() throws {
    var (one, two) = try programs()
    try one.change("pin") { $0.learner.pinned = ["a"] }
    try two.change("hours") { $0.learner.minutesPerWeek = 60 }
    #expect(two.record.learner.pinned == ["a"] && two.record.learner.minutesPerWeek == 60)
    #expect(try held("both") == ["pin", "hours"])
  }

  @Test("one takes back its own change, not the other's, and what it does next drops nothing of the other")
  func ownUndo() throws {
    var (one, two) = try programs()
    try one.change("hours") { $0.learner.minutesPerWeek = 660 }
    try two.change("note") { $0.notes.append(Note(date: $0.learner.start, text: "important")) }
    #expect(try one.undo() == "hours")
    #expect(try held("undone") == ["note"])
    try one.change("fewer") { $0.learner.minutesPerWeek = 540 }
    #expect(try held("changed") == ["note", "fewer"])
    #expect(try two.undo() == "note")
    #expect(try held("both undone") == ["fewer"])
    #expect(try two.redo() == "note")
    #expect(try held("again") == ["fewer", "note"])
    #expect(two.record.notes.count == 1 && two.record.learner.minutesPerWeek == 540)
  }

  @Test("a figure that both set is the other's again once the later one is taken back, in either order")
  func sameFigure() throws {
    var (one, two) = try programs()
    try one.change("eleven") { $0.learner.minutesPerWeek = 660 }
    try two.change("nine") { $0.learner.minutesPerWeek = 540 }
    _ = try one.undo()
    #expect(one.record.learner.minutesPerWeek == 540)
    _ = try one.redo()
    #expect(one.record.learner.minutesPerWeek == 660)
    _ = try one.undo()
    _ = try two.undo()
    #expect(try held("none").isEmpty)
    #expect(two.record == base)
  }

  @Test("after random changes, undos and redos of both, the rows make the record, and hold what their makers left done")
  func random() throws {
    for seed in UInt64(1)...25 {
      let folder = try TemporaryFolder()
      let tests = try SharedHistoryTests(folder)
      try tests.walk(seed)
    }
  }

  private init(_ folder: TemporaryFolder) throws { self.folder = folder }

  private func walk(_ seed: UInt64) throws {
    var random = RandomRecord(seed: seed)
    let both = try programs()
    var programs = [both.0, both.1]
    var holding: Set<String> = []
    for step in 1...40 {
      // Now and then one is left and opened again: it knows all that there is then.
      let who = random.number(0...1)
      if random.number(0...11) == 0 { programs[who] = try Program(folder) }
      switch random.number(0...5) {
      case 0, 1: if let name = try programs[who].undo() { holding.remove(name) }
      case 2: if let name = try programs[who].redo() { holding.insert(name) }
      default:
        let before = programs[who].history.done.count
        try programs[who].change("\(step)") { edit(&$0, &random, step) }
        if programs[who].history.done.count > before { holding.insert("\(step)") }
      }
      #expect(Set(try held("seed \(seed), step \(step)")) == holding, "seed \(seed), step \(step)")
    }
  }

  private func edit(_ record: inout LearnerRecord, _ random: inout RandomRecord, _ step: Int) {
    let id = ["a", "b", "c"][random.number(0...2)]
    switch random.number(0...8) {
    case 0: record.learner.minutesPerWeek = 60 * random.number(1...20)
    case 1: record.learner.pinned.formSymmetricDifference([id])
    case 2: record.learner.begun[id] = random.number(0...3)
    case 3: record.learner.earned.updateValue(nil, forKey: id)
    case 4: record.notes.append(Note(date: record.learner.start, text: "note \(step)"))
    case 5: if !record.notes.isEmpty { record.notes.remove(at: random.number(0...(record.notes.count - 1))) }
    case 6: record.keepDraft()
    case 7: record.discardDraft()
    default: if record.goals.contains(id) { record.goals.removeAll { $0 == id } } else { record.goals.append(id) }
    }
  }
}
