import Catalogs
import Foundation
import GRDB
import Learners
import Planning
import Testing

@testable import Storage

@Suite("Deleting a learner")
struct DeletingTests {
  private let folder: TemporaryFolder
  private let day = CalendarDate(dayNumber: 20_000)
  private let secret = "Zeppelin-4711"

  init() throws { folder = try TemporaryFolder() }

  private func open() throws -> LearnerStore { try LearnerStore.open(in: folder.url) { 1_800_000_000 }.store }

  /// A learner with a long history, between others.
  private func fill(_ store: LearnerStore) throws {
    for name in ["before", secret, "after"] {
      var record = LearnerRecord(name: name, kept: Profile(Learner(start: day)))
      var session = LearnerSession(new: name)
      for round in 1...60 {
        var after = record
        after.notes.append(Note(date: day, text: "\(name) \(round) " + String(repeating: "x", count: 400)))
        record = try #require(
          try store.save([.change(RecordChange(name: name, before: record, after: after))], in: &session))
      }
    }
  }

  /// The files in which something is to be read.
  private func files(holding text: String) throws -> [String] {
    try folder.contents().filter { $0.value.range(of: Data(text.utf8)) != nil }.map(\.key).sorted()
  }

  @Test("nothing of it is in any file, and in the log not even before that is made short; others are as they were")
  func overwritten() throws {
    let store = try open()
    try fill(store)
    let others = try ["before", "after"].map { try store.export($0) }
    #expect(try files(holding: secret) == ["learners.sqlite", "learners.sqlite-wal"])
    var sizes: [Int] = []
    let deletion = try store.delete(secret) {
      let found = try? files(holding: secret)
      #expect(found == [])
      sizes.append((try? folder.contents()["learners.sqlite-wal"]?.count) ?? 0)
    }
    #expect(deletion == .overwritten)
    // The log was there, and looked at.
    #expect(sizes.count == 1 && sizes[0] > 100_000)
    #expect(try files(holding: secret).isEmpty)
    #expect(try folder.contents()["learners.sqlite-wal"]?.isEmpty == true)
    #expect(try store.delete(secret) == .unknown)
    #expect(try ["before", "after"].map { try store.export($0) } == others)
    #expect(try store.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    #expect(try store.read { try $0.tableExists("filler") } == false)
  }

  @Test("while another program reads it is deleted all the same, and overwritten once nobody does")
  func beingRead() throws {
    let (store, reader) = (try open(), try open())
    store.wait(atMost: 0.05)
    try fill(store)
    try reader.queue.inDatabase { database in
      try database.execute(sql: "BEGIN")
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM learner")
      #expect(try store.delete(secret) == .due)
      #expect(try store.entries().map(\.name).sorted() == ["after", "before"])
      try database.execute(sql: "COMMIT")
    }
    #expect(try !files(holding: secret).isEmpty)
    _ = try open()
    #expect(try files(holding: secret).isEmpty)
    #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 0)
  }

  @Test("somebody another program deleted doesn't come back with the next change, nor as another of that name")
  func deletedMeanwhile() throws {
    let (store, other) = (try open(), try open())
    try fill(store)
    let kept = try #require(try store.learner(secret))
    var session = kept.session
    var after = kept.record
    after.learner.atOnce = 1
    let change = RecordChange(name: "one", before: kept.record, after: after)
    #expect(try other.delete(secret) == .overwritten)
    #expect(throws: StoreFailure.gone(secret)) { try store.save([.change(change)], in: &session) }
    #expect(try store.entries().map(\.name).sorted() == ["after", "before"])
    try other.create(LearnerRecord(name: secret, kept: Profile(Learner(start: day))))
    #expect(throws: StoreFailure.gone(secret)) { try store.save([.change(change)], in: &session) }
    #expect(try store.learner(secret)?.record.learner.atOnce == 3)
  }

  @Test("copies of a damaged store are named, and overwritten and removed where that is asked for")
  func copies() throws {
    let file = LearnerStore.file(in: folder.url)
    try Data("\(secret) in a file that is no database".utf8).write(to: file)
    let store = try LearnerStore.open(in: folder.url) { 17 }.store
    try fill(store)
    #expect(LearnerStore.copies(in: folder.url) == [file.path + ".damaged-17"])
    // Another name of the same file shows what its blocks hold afterwards.
    let link = folder.url.appendingPathComponent("link").path
    try FileManager.default.linkItem(atPath: file.path + ".damaged-17", toPath: link)
    try LearnerStore.removeCopies(in: folder.url)
    #expect(LearnerStore.copies(in: folder.url).isEmpty)
    #expect(FileManager.default.contents(atPath: link)?.allSatisfy { $0 == 0 } == true)
  }
}
