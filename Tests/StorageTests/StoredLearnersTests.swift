import Foundation
import GRDB
import Learners
import Testing

@testable import Storage

/// Stores as earlier versions wrote them, each beside what that version exported: `Fixtures/learners-N.sqlite` was
/// written by a Cairn with N migrations. Whoever adds a migration adds the files of the version before it, written by
/// `cairn learner import` of the last export.
@Suite("Stores of earlier versions")
struct StoredLearnersTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures")
  private static let versions = 1...LearnerMigrations.migrator.migrations.count

  private static func file(_ version: Int, _ kind: String) -> URL {
    fixtures.appendingPathComponent("learners-\(version).\(kind)")
  }

  @Test("every one is brought up to date with all that was in it, history and all, and goes on", arguments: versions)
  func migration(version: Int) throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    try FileManager.default.copyItem(at: Self.file(version, "sqlite"), to: LearnerStore.file(in: folder.url))
    let opening = try LearnerStore.open(in: folder.url)
    #expect(opening.remark.isEmpty)
    let exported = try Data(contentsOf: Self.file(version, "json"))
    let reference = try LearnerStore.open(in: other.url).store
    let name = try #require(try reference.take(exported))
    #expect(try opening.store.export(name) == reference.export(name))
    // All that a learner can have is in it.
    let kept = try #require(try opening.store.learner(name))
    let learner = kept.record.kept.learner
    #expect(kept.history.done.count == 1 && kept.history.undone.count == 1)
    #expect(kept.record.hasDraft && !kept.record.goals.isEmpty && !kept.record.notes.isEmpty)
    #expect(kept.record.followed != nil && kept.record.pathways.first?.isFavourite == true)
    #expect(!learner.earned.isEmpty && !learner.begun.isEmpty && !learner.failed.isEmpty && learner.spent > 0)
    #expect(!learner.mine.isEmpty && !learner.waived.isEmpty && !learner.denied.isEmpty && !learner.excluded.isEmpty)
    #expect(!learner.pinned.isEmpty && !learner.knows.isEmpty && !learner.rates.isEmpty && learner.budget != nil)
    var after = kept.record
    after.goals.append("another")
    let change = RecordChange(name: "wish", before: kept.record, after: after)
    var session = kept.session
    #expect(try opening.store.save([.change(change)], in: &session) == after)
    #expect(try LearnerStore.open(in: folder.url).store.learner(name)?.record == after)
  }

  @Test("whatever is added to the migrations runs over what is there, all or nothing, and is then a newer Cairn's")
  func following() throws {
    var failing = LearnerMigrations.migrator
    failing.registerMigration("next") { database in
      try database.execute(sql: "ALTER TABLE learner ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")
      throw CocoaError(.fileWriteUnknown)
    }
    var next = LearnerMigrations.migrator
    next.registerMigration("next") { database in
      try database.execute(sql: "ALTER TABLE learner ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")
      try database.execute(sql: "CREATE INDEX changes ON change (learnerId, isUndone)")
    }
    for version in Self.versions {
      let folder = try TemporaryFolder()
      try FileManager.default.copyItem(at: Self.file(version, "sqlite"), to: LearnerStore.file(in: folder.url))
      let name = try #require(try LearnerStore.open(in: folder.url).store.entries().first?.name)
      let before = try LearnerStore.open(in: folder.url).store.export(name)
      #expect(throws: StoreFailure.self) { try LearnerStore.open(in: folder.url, migrator: failing) }
      #expect(try LearnerStore.open(in: folder.url).store.export(name) == before)
      do {
        let store = try LearnerStore.open(in: folder.url, migrator: next).store
        #expect(try store.export(name) == before)
        #expect(try store.read { try String.fetchAll($0, sql: "SELECT colour FROM learner") } == ["blue"])
      }
      #expect(throws: StoreFailure.newer(LearnerStore.file(in: folder.url).path)) {
        try LearnerStore.open(in: folder.url)
      }
    }
  }
}
