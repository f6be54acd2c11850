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
      var history = RecordHistory()
      let first = history.add(RecordChange(name: "first", before: record, after: changed))
      let second = history.add(RecordChange(name: "second", before: changed, after: other))
      var session = LearnerSession(new: record.name)
      _ = try store.save([.change(first), .change(second), .undo(second)], in: &session)
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
      #expect(again.history.done.map(\.after) == kept.history.done.map(\.after), "seed \(seed)")
      #expect(again.history.undone.map(\.before) == kept.history.undone.map(\.before), "seed \(seed)")
    }
  }

  @Test("what was saved is the record itself, and undoing everything comes back to the first")
  func undoingAcrossRestarts() throws {
    let first = LearnerRecord(name: "ana", kept: Profile(Learner(start: day), startsToday: false))
    var record = first
    let store = try open()
    var made = RecordHistory()
    var session = LearnerSession(new: "ana")
    for hours in 1...60 {
      var after = record
      after.learner.minutesPerWeek = hours * 7
      let change = made.add(RecordChange(name: "\(hours)", before: record, after: after))
      #expect(try store.save([.change(change)], in: &session) == after)
      record = after
    }
    let again = try #require(try open().learner("ana", changes: 20))
    (session, made) = (again.session, again.history)
    #expect(made.older == 40)
    while let change = made.undo() {
      _ = try store.save([.undo(change)], in: &session)
      if made.done.isEmpty, made.older > 0, let first = change.id {
        let older = try open().changes(in: session, before: first, atMost: 20)
        made.recall(older.changes, older: older.older)
      }
    }
    let kept = try #require(try open().learner("ana"))
    #expect(kept.record == first)
    #expect(kept.history.undone.count == 60)
  }

  @Test("a first day that is today is not mistaken for a change of it")
  func anotherDay() throws {
    var kept = LearnerRecord(name: "ana", kept: Profile(Learner(start: day)))
    kept.kept.learner.deadline = 100
    try open().create(kept)
    let today = kept.rolled(to: day + 10)
    var after = today
    after.learner.atOnce = 1
    var session = LearnerSession(new: "ana")
    let change = RecordChange(name: "one", before: today, after: after)
    #expect(try open().save([.change(change)], in: &session) == after)
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
      ("{", "it is no JSON"), (String(repeating: "[", count: 100_000), "it is no JSON"),
      (good.replacing("\"cairn-learner\"", with: "\"else\""), "it is no learner's document"),
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
