import Catalogs
import Foundation
import GRDB
import Learners
import Planning
import Testing

@testable import Storage

/// Damaged stores: what whole pages still hold comes back, under the numbers it had.
@Suite("A damaged store")
struct SalvageTests {
  private static let pageSize = 4096

  /// A store of many pages, as it is on disk.
  private struct Original {
    var file: Data
    var log: Data
    /// By name, as they are written down.
    var learners: [String: Data]
    var changes: Int
    var pages: Int { file.count / SalvageTests.pageSize }
  }

  private static let closed = Result { try original() }

  /// - Parameter isOpen: whether some of it is in the log alone.
  private static func original(isOpen: Bool = false) throws -> Original {
    let folder = try TemporaryFolder()
    var made = 0
    var random = RandomRecord(seed: 7)
    func fill(_ store: LearnerStore, _ numbers: ClosedRange<Int>) throws {
      for number in numbers {
        var record = random.record("learner \(number)")
        var session = LearnerSession(new: record.name)
        var history = RecordHistory()
        for step in 1...4 {
          var after = record
          // All that a record has is somewhere in what was changed, for those that are to be made of their history.
          if step == 1 { after = random.record(record.name) }
          after.notes.append(
            Note(date: CalendarDate(dayNumber: 20_000), text: String(repeating: "\(step)", count: 300)))
          let change = history.add(RecordChange(name: "\(step)", before: record, after: after))
          record = try #require(try store.save([.change(change)], in: &session))
          made += 1
        }
        if let change = history.undo() { _ = try store.save([.undo(change)], in: &session) }
      }
    }
    do {
      let store = try LearnerStore.open(in: folder.url) { 1_800_000_000 }.store
      try fill(store, 1...12)
    }
    let store = try LearnerStore.open(in: folder.url) { 1_800_000_000 }.store
    if isOpen { try fill(store, 13...16) }
    let path = LearnerStore.file(in: folder.url).path
    return Original(
      file: try #require(FileManager.default.contents(atPath: path)),
      log: FileManager.default.contents(atPath: path + "-wal") ?? Data(), learners: try store.records(), changes: made)
  }

  private struct Back {
    var opening: LearnerStore.Opening
    /// Those of whom the same is written down as before.
    var same = 0
    var learners = 0
    var changes = 0
    let folder: TemporaryFolder
  }

  private func opened(_ file: Data, log: Data = Data(), of original: Original) throws -> Back {
    let folder = try TemporaryFolder()
    let path = LearnerStore.file(in: folder.url)
    try file.write(to: path)
    if !log.isEmpty { try log.write(to: URL(fileURLWithPath: path.path + "-wal")) }
    var back = Back(opening: try LearnerStore.open(in: folder.url) { 17 }, folder: folder)
    let records = try back.opening.store.records()
    back.learners = records.count
    back.same = records.count { original.learners[$0.key] == $0.value }
    back.changes = try back.opening.store.count(of: "change")
    return back
  }

  /// Not what a page may hold, and no zeros.
  private func spoiled(_ file: Data, page: Int) -> Data {
    var file = file
    let start = page * Self.pageSize
    let page = (start..<min(file.count, start + Self.pageSize)).map { UInt8(truncatingIfNeeded: $0 * 31 + 7) }
    file.replaceSubrange(start..<(start + page.count), with: page)
    return file
  }

  @Test("whichever page is damaged, only what stood on that page is missing, and nothing where it led to others only")
  func eachPage() throws {
    let original = try Self.closed.get()
    try #require(original.pages > 40)
    var kinds: [UInt8: Int] = [:]
    for page in 0..<original.pages {
      let kind = original.file[page * Self.pageSize + (page == 0 ? 100 : 0)]
      kinds[kind, default: 0] += 1
      // Of the many leaves of tables every third; of all else each.
      if kind == 0x0D && page % 3 > 0 { continue }
      let back = try opened(spoiled(original.file, page: page), of: original)
      let remark = back.opening.remark
      // A page that nothing leads to may be anything.
      if remark.isEmpty {
        #expect(back.same == original.learners.count, "page \(page)")
        continue
      }
      #expect(remark.contains("\(back.learners) learners and \(back.changes) changes could be read"), "\(remark)")
      #expect(remark.contains(".damaged-17") && remark.contains("cairn learner import"), "\(remark)")
      // Inner pages of tables, and indexes, lead to rows; the first page leads to all tables.
      let leadsOnly = page == 0 || [0x02, 0x05, 0x0A].contains(kind)
      #expect(back.learners == original.learners.count, "page \(page) of kind \(kind)")
      #expect(original.changes - back.changes <= (leadsOnly ? 0 : 5), "page \(page) of kind \(kind)")
      #expect(original.learners.count - back.same <= (leadsOnly ? 0 : 5), "page \(page) of kind \(kind)")
    }
    // There were tables with inner pages, leaves and indexes among them.
    #expect(kinds[0x05, default: 0] >= 1 && kinds[0x0D, default: 0] > 10 && kinds[0x0A, default: 0] >= 2, "\(kinds)")
  }

  @Test("what is before the end of a file that was cut short comes back")
  func cutShort() throws {
    let original = try Self.closed.get()
    var last = (learners: 0, changes: 0)
    for pages in stride(from: (original.pages - 1) % 9, through: original.pages - 1, by: 9) {
      let back = try opened(original.file.prefix(pages * Self.pageSize + 100), of: original)
      #expect(back.learners >= last.learners && back.changes >= last.changes, "\(pages) pages")
      last = (back.learners, back.changes)
    }
    #expect(last.learners == original.learners.count && original.changes - last.changes < 20, "\(last)")
  }

  @Test("what was in the log alone comes back, too, in the state it was in there")
  func log() throws {
    let original = try Self.original(isOpen: true)
    try #require(!original.log.isEmpty)
    for page in [0, 1, 2, original.pages / 2] {
      let back = try opened(spoiled(original.file, page: page), log: original.log, of: original)
      #expect(back.learners == original.learners.count, "page \(page)")
      #expect(original.learners.count - back.same <= 3, "page \(page)")
    }
  }

  @Test("what comes back goes on: programs and later changes find it under its old numbers")
  func goesOn() throws {
    let original = try Self.closed.get()
    let back = try opened(spoiled(original.file, page: 0), of: original)
    let kept = try #require(try back.opening.store.learner("learner 3"))
    var (session, history) = (kept.session, kept.history)
    let last = history.undo()
    let change = try #require(last)
    let record = try #require(try back.opening.store.save([.undo(change)], in: &session))
    #expect(kept.history.done.count == 3 && record.notes == change.before.notes)
    #expect(try LearnerStore.open(in: back.folder.url).remark.isEmpty)
  }

  @Test("something else in place of a store is set aside under a name that is told, and never touched")
  func noStore() throws {
    let text = Data("this is no database, but something that somebody wrote over it".utf8)
    let folder = try TemporaryFolder()
    let path = LearnerStore.file(in: folder.url).path
    try text.write(to: URL(fileURLWithPath: path))
    let opening = try LearnerStore.open(in: folder.url) { 17 }
    #expect(opening.remark.contains("nothing could be read") && opening.remark.contains("\(path).damaged-17"))
    #expect(FileManager.default.contents(atPath: path + ".damaged-17") == text)
    try opening.store.create(LearnerRecord(name: "ana", kept: Profile(Learner(start: CalendarDate(dayNumber: 1)))))
    #expect(try opening.store.entries().map(\.name) == ["ana"])
  }

  @Test("a record that makes no sense is told with whose it is and what to do, and keeps nobody else from theirs")
  func brokenRecord() throws {
    let folder = try TemporaryFolder()
    let store = try LearnerStore.open(in: folder.url).store
    for name in ["ana", "ben"] {
      try store.create(LearnerRecord(name: name, kept: Profile(Learner(start: CalendarDate(dayNumber: 1)))))
    }
    let exported = try #require(try store.export("ana"))
    try store.write { try $0.execute(sql: "UPDATE learner SET record = '{\"name\":\"ana\"}' WHERE name = 'ana'") }
    do {
      _ = try store.learner("ana")
      Issue.record("it was read")
    } catch {
      #expect(error == .unreadable(store.path, name: "ana", reason: "\"settings\" is missing"))
      #expect(error.sentence.contains("import FILE --force"), "\(error.sentence)")
    }
    #expect(try store.learner("ben") != nil)
    #expect(try store.take(exported, replacing: true) == "ana")
    #expect(try store.export("ana") == exported)
  }
}

extension LearnerStore {
  /// What is written down of everybody, by name.
  fileprivate func records() throws(StoreFailure) -> [String: Data] {
    try read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT name, record FROM learner")
      return Dictionary(rows.map { ($0["name"], $0["record"]) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Rows of a table.
  fileprivate func count(of table: String) throws(StoreFailure) -> Int {
    try read { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
  }
}
