import Display
import Foundation
import Learners
import Planning
import Screens
import Testing

@testable import Storage
@testable import cairn

@Suite("Who writes down what a session changes")
struct KeeperTests {
  private let folder: TemporaryFolder
  private let base = LearnerRecord(name: "ana", kept: Profile(Learner(start: Today.date)))

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path("learners.sqlite") }

  private func store() throws -> LearnerStore { try LearnerStore.open(in: folder.url).store }

  private func keeper() throws -> Keeper {
    if try store().learner("ana") == nil { try store().create(base) }
    let kept = try #require(try store().learner("ana"))
    return Keeper(folder: folder.url, store: try store(), session: kept.session, known: kept.record)
  }

  private func change(_ hours: Int, from before: LearnerRecord? = nil) -> RecordStep {
    var after = before ?? base
    after.learner.minutesPerWeek = hours * 60
    return .change(RecordChange(name: "\(hours)", before: before ?? base, after: after, id: .added(hours)))
  }

  private func minutes() throws -> Int? { try store().learner("ana")?.record.learner.minutesPerWeek }

  /// Does something while another program is in the middle of writing.
  private func whileWriting(_ body: @escaping () throws -> Void) throws {
    let other = try store()
    try other.write { _ in try body() }
  }

  private func reasons(_ events: [Event]) -> [String] {
    events.compactMap { event in
      if case .notSaved(let reason) = event { reason } else { nil }
    }
  }

  @Test("a key waits no longer than a moment for another program; what waits is saved by itself, and that is told")
  func locked() throws {
    let keeper = try keeper()
    let woken = Monitor(0)
    keeper.wake = { woken.change { $0 += 1 } }
    try whileWriting {
      let began = ContinuousClock.now
      #expect(
        reasons(keeper.save(change(11))) == [
          "not saved: another program is writing \(path); Cairn tries again"
        ])
      #expect(ContinuousClock.now - began < .seconds(1))
      #expect(keeper.retry().isEmpty, "not yet")
    }
    #expect(woken.wait(atMost: 10) { $0 > 0 ? true : nil } == true)
    guard case .saved? = keeper.retry().first else {
      Issue.record("it was not saved by itself")
      return
    }
    #expect(try minutes() == 660)
    #expect(keeper.leave() == nil)
  }

  @Test("whoever leaves has it tried once more; what can't be saved even so is said, with how much it is")
  func leaving() throws {
    let keeper = try keeper()
    try whileWriting {
      #expect(!reasons(keeper.save(change(11))).isEmpty)
      #expect(!reasons(keeper.save(change(12, from: change(11).applied(to: base)))).isEmpty)
      #expect(keeper.leave() == "2 changes of \"ana\" are not saved: another program is writing \(path)")
    }
    #expect(try minutes() == 600)
    #expect(keeper.leave() == nil)
    #expect(try minutes() == 720)
  }

  @Test("what is asked for this once is written down only under a change that somebody makes")
  func thisOnce() throws {
    let looking = try keeper()
    looking.hold(change(5))
    #expect(looking.leave() == nil)
    #expect(try minutes() == 600)
    let changing = try keeper()
    changing.hold(change(5))
    _ = changing.save(change(6, from: change(5).applied(to: base)))
    let kept = try #require(try store().learner("ana"))
    #expect(kept.record.learner.minutesPerWeek == 360)
    #expect(kept.history.done.map(\.name) == ["5", "6"])
  }

  @Test("what another program changed is told with the next key; somebody it deleted is not made again")
  func others() throws {
    let (one, two) = (try keeper(), try keeper())
    #expect(one.news().isEmpty)
    _ = two.save(change(12))
    guard case .merged(let record, let others)? = one.news().first else {
      Issue.record("nothing was told")
      return
    }
    #expect(record.learner.minutesPerWeek == 720)
    #expect(others.map(\.name) == ["12"])
    #expect(one.news().isEmpty)
    #expect(try store().delete("ana") == .overwritten)
    guard case .told(let told)? = one.news().first else {
      Issue.record("nothing was told")
      return
    }
    #expect(told.contains("was deleted by another Cairn"))
    #expect(reasons(one.save(change(9))).first?.contains("was deleted by another Cairn") == true)
    #expect(try store().entries().isEmpty)
  }

  @Test("a session in which nothing could be kept keeps all as soon as something can be")
  func laterAfterAll() throws {
    let place = folder.url.appendingPathComponent("data")
    try Data().write(to: place)
    let keeper = Keeper(folder: place, store: nil, known: base, isFailing: true)
    #expect(reasons(keeper.save(change(11))).first?.contains("can't write to") == true)
    try FileManager.default.removeItem(at: place)
    let events = keeper.save(change(12, from: change(11).applied(to: base)))
    guard case .saved? = events.first else {
      Issue.record("it was not told that all is saved")
      return
    }
    let kept = try #require(try LearnerStore.open(in: place).store.learner("ana"))
    #expect(kept.history.done.map(\.name) == ["11", "12"])
  }
}
