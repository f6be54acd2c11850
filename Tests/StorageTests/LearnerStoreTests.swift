import Catalogs
import Foundation
import Learners
import Planning
import Testing

@testable import Storage

@Suite("The store of learners")
struct LearnerStoreTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open() throws -> LearnerStore { try LearnerStore.open(in: folder.url) { 1_800_000_000 }.store }

  @Test("whatever a record holds is there after it was opened again, and in what is exported and imported elsewhere")
  func roundTrip() throws {
    for seed in UInt64(1)...40 {
      var random = RandomRecord(seed: seed)
      let record = random.record("learner \(seed)")
      let changed = random.record(record.name)
      let other = random.record(record.name)
      let store = try open()
      try store.create(record)
      let first = RecordChange(name: "first", before: record, after: changed)
      let second = RecordChange(name: "second", before: changed, after: other)
      _ = try store.save([.change(first), .change(second), .undo(second)], of: record.name)
      let kept = try #require(try open().learner(record.name))
      #expect(kept.record.notes == changed.notes)
      #expect(kept.history.done.map(\.name) == ["first"])
      #expect(kept.history.undone.map(\.name) == ["second"])
      let exported = try #require(try open().export(record.name))
      let elsewhere = try TemporaryFolder()
      let there = try LearnerStore.open(in: elsewhere.url) { 1_900_000_000 }.store
      #expect(try there.take(exported) == record.name)
      #expect(try there.export(record.name) == exported, "seed \(seed)")
      let again = try #require(try there.learner(record.name))
      #expect(again.record == kept.record, "seed \(seed)")
      #expect(again.history == kept.history, "seed \(seed)")
    }
  }

  @Test("what was saved is the record itself, and undoing everything comes back to the first")
  func undoingAcrossRestarts() throws {
    let first = LearnerRecord(name: "ana", kept: Profile(Learner(start: day), startsToday: false))
    var record = first
    let store = try open()
    for hours in 1...60 {
      var after = record
      after.learner.minutesPerWeek = hours * 7
      let change = RecordChange(name: "\(hours)", before: record, after: after)
      #expect(try store.save([.change(change)], of: "ana") == after)
      record = after
    }
    var history = try #require(try open().learner("ana", changes: 20)).history
    #expect(history.older == 40)
    while history.older > 0 || !history.done.isEmpty {
      if history.done.isEmpty {
        let older = try open().changes(of: "ana", beyond: 0, atMost: 20)
        history = RecordHistory(done: older.changes, older: older.older)
      }
      guard let change = history.undo() else { break }
      _ = try store.save([.undo(change)], of: "ana")
    }
    let kept = try #require(try open().learner("ana"))
    #expect(kept.record == first)
    #expect(kept.history.undone.count == 60)
  }

  @Test("two programs that change one learner at once lose nothing of either")
  func twoWriters() throws {
    let base = LearnerRecord(name: "ana", kept: Profile(Learner(start: day), startsToday: false))
    let (one, two) = (try open(), try open())
    try one.create(base)
    var mine = base
    mine.learner.pinned = ["a"]
    var theirs = base
    theirs.learner.minutesPerWeek = 60
    #expect(try one.save([.change(RecordChange(name: "pin", before: base, after: mine))], of: "ana") == mine)
    let merged = try two.save([.change(RecordChange(name: "hours", before: base, after: theirs))], of: "ana")
    #expect(merged?.learner.pinned == ["a"])
    #expect(merged?.learner.minutesPerWeek == 60)
    #expect(try one.learner("ana")?.history.done.count == 2)
  }

  @Test("a first day that is today is not mistaken for a change of it")
  func anotherDay() throws {
    var kept = LearnerRecord(name: "ana", kept: Profile(Learner(start: day)))
    kept.kept.learner.deadline = 100
    try open().create(kept)
    let today = kept.rolled(to: day + 10)
    var after = today
    after.learner.atOnce = 1
    #expect(try open().save([.change(RecordChange(name: "one", before: today, after: after))], of: "ana") == after)
  }

  @Test("the folder and every file in it can be read by their owner alone")
  func permissions() throws {
    let inner = folder.url.appendingPathComponent("deep/cairn")
    let store = try LearnerStore.open(in: inner).store
    try store.create(LearnerRecord(name: "ana", kept: Profile(Learner(start: day))))
    func permissions(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try permissions(inner.path) == 0o700)
    let names = try FileManager.default.contentsOfDirectory(atPath: inner.path)
    #expect(names.contains("learners.sqlite-wal"))
    for name in names { #expect(try permissions(inner.path + "/" + name) == 0o600, "\(name)") }
  }

  @Test("what was deleted is in no file any more, its history neither")
  func deleting() throws {
    let store = try open()
    let secret = "Zeppelin-4711"
    let other = LearnerRecord(name: "other", kept: Profile(Learner(start: day)))
    try store.create(other)
    var record = LearnerRecord(name: secret, kept: Profile(Learner(start: day)))
    try store.create(record)
    for round in 1...50 {
      var after = record
      after.notes.append(Note(date: day, text: "\(secret) \(round) " + String(repeating: "x", count: 500)))
      _ = try store.save([.change(RecordChange(name: secret, before: record, after: after))], of: secret)
      record = after
    }
    let needle = Data(secret.utf8)
    #expect(try folder.contents().values.contains { $0.range(of: needle) != nil })
    #expect(try store.delete(secret))
    for (name, bytes) in try folder.contents() { #expect(bytes.range(of: needle) == nil, "\(name)") }
    #expect(try !store.delete(secret))
    #expect(try store.learner("other")?.record == other)
  }

  @Test("a damaged store is set aside under a name that is told, and what can be read of it is taken over")
  func damage() throws {
    let path = LearnerStore.file(in: folder.url).path
    try Data("this is no database, but something that somebody wrote over it".utf8).write(
      to: URL(fileURLWithPath: path))
    let opening = try LearnerStore.open(in: folder.url) { 17 }
    #expect(opening.remark.contains("\(path).damaged-17"))
    #expect(FileManager.default.contents(atPath: path + ".damaged-17")?.starts(with: Data("this is no".utf8)) == true)
    try opening.store.create(LearnerRecord(name: "ana", kept: Profile(Learner(start: day))))
    #expect(try opening.store.entries().map(\.name) == ["ana"])
  }

  @Test("a store that a newer Cairn wrote is left alone")
  func newer() throws {
    let store = try open()
    try store.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 not yet thought of')") }
    try store.create(LearnerRecord(name: "ana", kept: Profile(Learner(start: day))))
    #expect(throws: StoreFailure.newer(store.path)) { try LearnerStore.open(in: folder.url) }
    #expect(try store.entries().map(\.name) == ["ana"])
    #expect(try folder.contents().keys.allSatisfy { !$0.contains("damaged") })
  }

  @Test("a folder that can't be made is told with what to do")
  func nowhere() throws {
    let file = folder.url.appendingPathComponent("file")
    try Data().write(to: file)
    #expect(throws: StoreFailure.readOnly(file.path)) { try LearnerStore.open(in: file) }
  }

  @Test("a document that makes no sense is refused with its place, and nothing is taken in")
  func badDocuments() throws {
    let store = try open()
    let good =
      #"{"format":"cairn-learner","version":1,"learner":{"name":"a","settings":{"minutesPerWeek":60,"atOnce":1,"start":"2026-01-05","startsToday":true}}}"#
    let faults = [
      ("{", "it is no JSON"), (good.replacing("\"cairn-learner\"", with: "\"else\""), "it is no learner's document"),
      (good.replacing("\"version\":1", with: "\"version\":9"), "newer Cairn"),
      (good.replacing("2026-01-05", with: "2026-02-30"), "no day"),
      (good.replacing(":60", with: ":\"many\""), "learner.settings.minutesPerWeek"),
      (good.replacing("\"name\":\"a\"", with: "\"name\":\"\""), "is empty"),
    ]
    for (text, sentence) in faults {
      do {
        _ = try store.take(Data(text.utf8))
        Issue.record("taken in: \(text)")
      } catch let fault as DocumentFault {
        #expect(fault.sentence.contains(sentence), "\(fault.sentence)")
      }
    }
    #expect(try store.entries().isEmpty)
    #expect(try store.take(Data(good.utf8)) == "a")
    #expect(try store.take(Data(good.utf8)) == nil)
    #expect(try store.take(Data(good.utf8), as: "b") == "b")
  }

  private var day: CalendarDate { CalendarDate(dayNumber: 20_000) }
}
