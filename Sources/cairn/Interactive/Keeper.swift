import Foundation
import Learners
import Planning
import Screens
import Storage

/// Writes down what the state wants kept, before anything else is shown; what could not be written waits for the next
/// try.
final class Keeper {
  private let folder: URL
  /// Opened when something is to be written first, so that nothing is made for somebody who only looks.
  private var store: LearnerStore?
  private var name: String
  /// The record as the state has it.
  private var known: LearnerRecord
  private var waiting: [RecordStep] = []

  init(folder: URL, store: LearnerStore?, known: LearnerRecord) {
    self.folder = folder
    self.store = store
    self.known = known
    name = known.name
  }

  /// What the state is to hear of it.
  func save(_ step: RecordStep) -> [Event] {
    let wasFailing = !waiting.isEmpty
    waiting.append(step)
    known = step.applied(to: known)
    do {
      guard let kept = try opened().save(waiting, of: name) else { return [] }
      waiting = []
      var events: [Event] = wasFailing ? [.saved] : []
      let today = kept.kept.startsToday ? kept.rolled(to: known.kept.learner.start) : kept
      if today != known {
        known = today
        events.append(.merged(today))
      }
      return events
    } catch {
      return [.notSaved("not saved: \(error.sentence)")]
    }
  }

  /// Older changes than those the state knows.
  func recall(beyond count: Int) -> [Event] {
    guard let found = try? store?.changes(of: name, beyond: count) else { return [] }
    return [.recalled(found.changes, older: found.older)]
  }

  /// The names of all learners there are.
  func names() -> [String] { (try? store?.entries())?.map(\.name) ?? [] }

  /// Goes on with another learner, on today's date; where that one can't be read, with the one there was.
  func open(_ other: String) -> [Event] {
    do {
      let kept = try store?.learner(other)
      let fresh = LearnerRecord(name: other, kept: Profile(Learner(start: Today.date)))
      known = kept?.record.rolled(to: Today.date) ?? fresh
      name = other
      var opened = OpenedRecord(known, history: kept?.history ?? RecordHistory(), keeping: .on)
      opened.today = Today.date
      return [.opened(opened)]
    } catch {
      return [.notSaved("\(other) can't be opened: \(error.sentence)")]
    }
  }

  private func opened() throws(StoreFailure) -> LearnerStore {
    if let store { return store }
    let opened = try LearnerStore.open(in: folder).store
    store = opened
    return opened
  }
}

extension RecordStep {
  /// The record after the step, as the state makes it.
  fileprivate func applied(to record: LearnerRecord) -> LearnerRecord {
    switch self {
    case .change(let change), .redo(let change): record.taking(from: change.before, to: change.after)
    case .undo(let change): record.taking(from: change.after, to: change.before)
    }
  }
}
