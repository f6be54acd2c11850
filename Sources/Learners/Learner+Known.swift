import Catalogs
import Planning

extension Learner {
  /// The settings as far as these catalogs know what they name: a learner is kept for longer than any catalog.
  public func known(in catalog: Catalog) -> Learner {
    func isCredential(_ id: String) -> Bool { catalog.credential(id) != nil }
    var known = self
    known.knows = knows.filter { catalog.skill($0) != nil }
    known.earned = earned.filter { isCredential($0.key) }
    known.begun = begun.filter { isCredential($0.key) }
    known.failed = failed.filter { isCredential($0.key) }
    known.mine = mine.filter { isCredential($0.key) }
    known.pinned = pinned.filter(isCredential)
    known.waived = waived.filter(isCredential)
    known.excluded = excluded.filter {
      switch $0 {
      case .credential(let id): isCredential(id)
      case .provider(let id): catalog.provider(id) != nil
      case .delivery, .language, .unvouched: true
      }
    }
    return known
  }

  /// Ids of all that it names, of credentials, skills and providers.
  public var named: Set<String> {
    let others = excluded.compactMap { exclusion -> String? in
      switch exclusion {
      case .credential(let id), .provider(let id): id
      case .delivery, .language, .unvouched: nil
      }
    }
    return knows.union(earned.keys).union(begun.keys).union(failed.keys).union(mine.keys).union(pinned).union(waived)
      .union(others)
  }
}
