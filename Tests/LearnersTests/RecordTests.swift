import Catalogs
import Learners
import Planning
import Testing

@Suite("A learner's record")
struct RecordTests {
  static let today = CalendarDate(dayNumber: 20_000)
  private var record: LearnerRecord { LearnerRecord(name: "ana", kept: Profile(Learner(start: Self.today))) }

  @Test("settings are a draft until they are kept, and none where they are what was kept")
  func draft() {
    var record = record
    record.learner.minutesPerWeek = 480
    #expect(record.hasDraft)
    #expect(record.kept.learner.minutesPerWeek == 600)
    record.learner.minutesPerWeek = 600
    #expect(!record.hasDraft)
    record.learner.atOnce = 1
    record.keepDraft()
    #expect(!record.hasDraft)
    #expect(record.kept.learner.atOnce == 1)
    record.learner.atOnce = 2
    record.discardDraft()
    #expect(record.learner.atOnce == 1)
  }

  @Test("the first day moves to today, a deadline stays its date, and what was set stays set")
  func rolled() {
    var record = record
    record.kept.learner.deadline = 100
    record.learner.minutesPerWeek = 60
    let later = record.rolled(to: Self.today + 30)
    #expect(later.kept.learner.start == Self.today + 30)
    #expect(later.kept.learner.deadline == 70)
    #expect(later.learner.deadline == 70)
    #expect(later.rolled(to: Self.today) == record)
    record.kept.startsToday = false
    #expect(record.rolled(to: Self.today + 30).kept == record.kept)
  }

  @Test("two changes of one version are both in what is made of them, in either order")
  func merged() {
    var mine = record
    mine.learner.excluded.insert(.credential("a"))
    mine.learner.earned.updateValue(nil, forKey: "c")
    var theirs = record
    theirs.learner.excluded.insert(.credential("b"))
    theirs.learner.minutesPerWeek = 300
    theirs.notes.append(Note(date: Self.today, text: "asks for evenings"))
    let both = theirs.taking(from: record, to: mine)
    #expect(both == mine.taking(from: record, to: theirs))
    #expect(both.learner.excluded == [.credential("a"), .credential("b")])
    #expect(both.learner.earned == ["c": nil])
    #expect(both.learner.minutesPerWeek == 300)
    #expect(both.notes == theirs.notes)
    // Taking one of them back leaves the other.
    #expect(both.taking(from: mine, to: record) == theirs)
  }

  @Test("keeping a draft keeps what was seen; what another added to it meanwhile stays a draft")
  func keptMeanwhile() {
    var seen = record
    seen.learner.minutesPerWeek = 480
    var after = seen
    after.keepDraft()
    var theirs = seen
    theirs.learner.pinned.insert("cka")
    let both = theirs.taking(from: seen, to: after)
    #expect(both.kept.learner.minutesPerWeek == 480)
    #expect(both.kept.learner.pinned.isEmpty)
    #expect(both.learner.pinned == ["cka"])
  }

  @Test("undo and redo walk the whole history, and a new change ends the way forward")
  func history() {
    var history = RecordHistory()
    var versions = [record]
    for hours in 1...5 {
      var next = versions[versions.count - 1]
      next.learner.minutesPerWeek = hours * 60
      history.add(RecordChange(name: "\(hours)", before: versions[versions.count - 1], after: next))
      versions.append(next)
    }
    for version in versions.dropLast().reversed() { #expect(history.undo()?.before == version) }
    #expect(history.undo() == nil)
    for version in versions.dropFirst() { #expect(history.redo()?.after == version) }
    _ = history.undo()
    history.add(RecordChange(name: "other", before: versions[4], after: record))
    #expect(history.redo() == nil)
  }
}
