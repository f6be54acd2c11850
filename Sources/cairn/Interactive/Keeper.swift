import Foundation
import Learners
import Planning
import Screens
import Storage
import Wording

/// Writes down what the state wants kept, before anything else is shown; what could not be written waits, and is tried
/// again with the next change, after a while, and at the end.
final class Keeper {
  private let folder: URL
  /// Opened when something is to be written first, so that nothing is made for somebody who only looks.
  private var store: LearnerStore?
  private var session: LearnerSession
  /// The record as the state has it.
  private var known: LearnerRecord
  private var waiting: [RecordStep] = []
  /// What was asked for this once: written down only under a change that is.
  private var held: [RecordStep] = []
  private var isFailing: Bool
  /// Of the store, when it was last looked at.
  private var version: Int?
  private var retrial = Retrial()
  /// Wakes whoever drives this, from any thread.
  var wake: (@Sendable () -> Void)?

  /// No key is kept waiting longer than that for another program, in seconds; it is tried again soon enough.
  private static let patience = 0.1

  /// When it is tried again by itself: a while later, and each time it fails twice as long.
  private struct Retrial {
    /// Seconds.
    var pause = 0.5
    var due: ContinuousClock.Instant?
  }

  /// - Parameters:
  ///   - session: the state's hold on the learner, as it was read.
  ///   - isFailing: true where it is known that nothing can be written now.
  init(folder: URL, store: LearnerStore?, session: LearnerSession? = nil, known: LearnerRecord, isFailing: Bool = false)
  {
    self.folder = folder
    self.store = store
    self.session = session ?? LearnerSession(new: known.name)
    self.known = known
    self.isFailing = isFailing
    store?.wait(atMost: Keeper.patience)
    version = store?.version()
  }

  // MARK: Writing

  /// Takes in a change that isn't to be written down unless something else is.
  func hold(_ step: RecordStep) {
    held.append(step)
    known = step.applied(to: known)
  }

  /// What the state is to hear of it.
  func save(_ step: RecordStep) -> [Event] {
    waiting += held + [step]
    held = []
    known = step.applied(to: known)
    do {
      return try write()
    } catch {
      return [.notSaved("not saved: \(error.sentence)")]
    }
  }

  /// Tries what is waiting once more, where it is time.
  func retry(atOnce: Bool = false) -> [Event] {
    guard !waiting.isEmpty, atOnce || retrial.due.map({ $0 <= .now }) ?? false else { return [] }
    return (try? write()) ?? []
  }

  /// Tries once more before leaving; what is to be said where something could not be saved, as a sentence.
  func leave() -> String? {
    guard !waiting.isEmpty else { return nil }
    store?.wait(atMost: LearnerStore.patience)
    do {
      _ = try write()
      return nil
    } catch {
      let isOne = waiting.count == 1
      return "\(Amounts.count(waiting.count, "change")) of \"\(session.name)\" \(isOne ? "is" : "are") not saved: "
        + error.reason
    }
  }

  private func write() throws(StoreFailure) -> [Event] {
    let kept: LearnerRecord?
    do {
      kept = try opened().save(waiting, in: &session)
    } catch {
      isFailing = true
      planRetrial(after: error)
      throw error
    }
    waiting = []
    retrial = Retrial()
    defer { isFailing = false }
    return (isFailing ? [.saved] : []) + merged(kept)
  }

  private func planRetrial(after failure: StoreFailure) {
    guard let wake, failure.mayPass, retrial.due.map({ $0 <= .now }) ?? true else { return }
    let pause = retrial.pause
    retrial = Retrial(pause: min(30, 2 * pause), due: .now + .seconds(pause))
    WorkerThread.start {
      // A little more, for it to be due by then.
      Thread.sleep(forTimeInterval: pause + 0.01)
      wake()
    }
  }

  /// The store to write to; where it could only be read so far, whether that is still so is tried.
  private func opened() throws(StoreFailure) -> LearnerStore {
    if let store, store.readOnlyReason == nil { return store }
    let opened = try LearnerStore.open(in: folder, patience: Keeper.patience).store
    store = opened
    version = opened.version()
    return opened
  }

  private func merged(_ kept: LearnerRecord?) -> [Event] {
    guard let kept else { return [] }
    let today = held.reduce(kept.counted(as: known)) { $1.applied(to: $0) }
    guard today != known else { return [] }
    known = today
    return [.merged(today, others: (try? store?.others(in: session)) ?? [])]
  }

  // MARK: Reading

  /// What other programs changed of the learner meanwhile; asked with every key, so it costs next to nothing where there
  /// is nothing.
  func news() -> [Event] {
    guard waiting.isEmpty, let store, let now = store.version(), now != version else { return [] }
    version = now
    do {
      return merged(try store.record(in: session))
    } catch {
      return [.told(error.sentence)]
    }
  }

  /// Changes from before those that the state knows.
  func recall(before change: ChangeID) -> [Event] {
    guard let found = try? store?.changes(in: session, before: change) else { return [] }
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
      session = kept?.session ?? LearnerSession(new: other)
      held = []
      var opened = OpenedRecord(known, history: kept?.history ?? RecordHistory(), keeping: .on)
      opened.today = Today.date
      return [.opened(opened)]
    } catch {
      return [.told("\(other) can't be opened: \(error.sentence)")]
    }
  }
}
