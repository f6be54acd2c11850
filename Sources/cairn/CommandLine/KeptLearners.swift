import Catalogs
import Foundation
import Learners
import Planning
import Screens
import Storage

/// What is kept of learners, as commands find it.
enum KeptLearners {
  static var folder: URL { StorageFolders().data }

  /// The store to read from, or `nil` where nothing was kept yet.
  static func existing() throws(Failure) -> LearnerStore? {
    guard LearnerStore.exists(in: folder) else { return nil }
    return try opened(forWriting: false)
  }

  /// The store, made where there is none.
  static func opened(forWriting isWriting: Bool = true) throws(Failure) -> LearnerStore {
    do throws(StoreFailure) {
      let opening = try LearnerStore.open(in: folder)
      if !opening.remark.isEmpty { Output.complain("cairn: \(opening.remark)") }
      if isWriting, let reason = opening.store.readOnlyReason { throw reason }
      return opening.store
    } catch {
      throw failure(error)
    }
  }

  /// The learner of that name, on today's date.
  static func record(_ name: String) throws(Failure) -> LearnerRecord {
    let store = try existing()
    do {
      guard let kept = try store?.learner(name, changes: 0) else { throw unknown(name, try store?.entries() ?? []) }
      return kept.record.rolled(to: Today.date)
    } catch let error as Failure {
      throw error
    } catch let error as StoreFailure {
      throw failure(error)
    } catch {
      throw .badData(String(describing: error))
    }
  }

  static func unknown(_ name: String, _ entries: [LearnerStore.Entry]) -> Failure {
    let nearest = NearestName.nearest(to: name, among: entries.map(\.name))
    return .usage("no learner is called \"\(name)\"" + Names.guess(nearest))
  }

  static func failure(_ failure: StoreFailure) -> Failure {
    switch failure {
    case .readOnly, .full, .busy: Failure(code: ExitCodes.cannotWrite, sentence: failure.sentence(for: .command))
    case .newer, .damaged, .damagedIndex, .unreadable, .gone, .other: .badData(failure.sentence(for: .command))
    }
  }

  /// Whom an interactive session is for, and who keeps what becomes of it. A session is never refused because nothing can
  /// be kept.
  ///
  /// - Parameter name: `nil` for the learner of somebody who names none, who need not be there yet.
  static func session(_ name: String?) throws(Failure) -> (OpenedRecord, Keeper) {
    let fresh = LearnerRecord(name: name ?? LearnerRecord.unnamed, kept: Profile(Learner(start: Today.date)))
    guard name != nil || LearnerStore.exists(in: folder) else {
      var opened = OpenedRecord(fresh, keeping: .on)
      opened.isFirst = true
      return (opened, Keeper(folder: folder, store: nil, known: fresh))
    }
    do {
      let opening = try LearnerStore.open(in: folder)
      let kept = try opening.store.learner(fresh.name)
      if name != nil && kept == nil { throw unknown(fresh.name, try opening.store.entries()) }
      let record = kept?.record.rolled(to: Today.date) ?? fresh
      let reason = opening.store.readOnlyReason.map { "nothing is saved: \($0.sentence)" }
      return (
        OpenedRecord(
          record, history: kept?.history ?? RecordHistory(), keeping: reason.map(Keeping.failing) ?? .on,
          remark: reason ?? opening.remark),
        Keeper(
          folder: folder, store: opening.store, session: kept?.session, known: record, isFailing: reason != nil)
      )
    } catch let error as Failure {
      throw error
    } catch let error as StoreFailure {
      let reason = "nothing is saved: \(error.sentence)"
      return (
        OpenedRecord(fresh, keeping: .failing(reason), remark: reason),
        Keeper(folder: folder, store: nil, known: fresh, isFailing: true)
      )
    } catch {
      throw .badData(String(describing: error))
    }
  }
}
