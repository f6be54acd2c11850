import Planning

extension LearnerRecord {
  /// This record with what a change did to another version of it done to this one too; everything else stays.
  ///
  /// Where two programs, or an undo and what came after it, changed one record at once, nothing of either is lost but
  /// where both set the very same figure: then the change counts.
  public func taking(from before: LearnerRecord, to after: LearnerRecord) -> LearnerRecord {
    if self == before { return after }
    var merged = self
    merged.kept = kept.taking(from: before.kept, to: after.kept)
    // Whether a draft was changed, kept or discarded: what counts now went from one to the other.
    merged.current = current.taking(from: before.current, to: after.current)
    merged.goals = goals.taking(from: before.goals, to: after.goals, by: \.self)
    merged.notes = notes.taking(from: before.notes, to: after.notes, by: \.self)
    merged.pathways = pathways.taking(from: before.pathways, to: after.pathways, by: \.name)
    if before.followed != after.followed { merged.followed = after.followed }
    return merged
  }
}

extension LearnerRecord {
  /// The same on the day from which another counts its own, where that one begins today whenever that is.
  public func counted(as other: LearnerRecord) -> LearnerRecord {
    let moving = [other.kept, other.current].first(where: \.startsToday)
    return moving.map { rolled(to: $0.learner.start) } ?? self
  }
}

extension Profile {
  func taking(from before: Profile, to after: Profile) -> Profile {
    var merged = self
    if before.startsToday != after.startsToday { merged.startsToday = after.startsToday }
    merged.learner = learner.taking(from: before.learner, to: after.learner)
    return merged
  }
}

extension Learner {
  func taking(from before: Learner, to after: Learner) -> Learner {
    var merged = self
    func take<Value: Equatable>(_ path: WritableKeyPath<Learner, Value>) {
      if before[keyPath: path] != after[keyPath: path] { merged[keyPath: path] = after[keyPath: path] }
    }
    func take<Item>(_ path: WritableKeyPath<Learner, Set<Item>>) {
      merged[keyPath: path].subtract(before[keyPath: path].subtracting(after[keyPath: path]))
      merged[keyPath: path].formUnion(after[keyPath: path].subtracting(before[keyPath: path]))
    }
    func take<Value: Equatable>(_ path: WritableKeyPath<Learner, [String: Value]>) {
      let (old, new) = (before[keyPath: path], after[keyPath: path])
      for key in Set(old.keys).union(new.keys) where old[key] != new[key] {
        if let value = new[key] {
          merged[keyPath: path].updateValue(value, forKey: key)
        } else {
          merged[keyPath: path].removeValue(forKey: key)
        }
      }
    }
    take(\.minutesPerWeek)
    take(\.atOnce)
    take(\.start)
    take(\.knows)
    take(\.earned)
    take(\.begun)
    take(\.failed)
    take(\.spent)
    take(\.excluded)
    take(\.pinned)
    take(\.mine)
    take(\.waived)
    take(\.denied)
    take(\.rates)
    take(\.budget)
    take(\.deadline)
    take(\.currentWage)
    take(\.weekPrice)
    take(\.allowsEstimates)
    return merged
  }
}

extension Array where Element: Hashable {
  /// Items are the same where their keys are; one that was changed stays in its place.
  func taking<Key: Hashable>(from before: [Element], to after: [Element], by key: (Element) -> Key) -> [Element] {
    if self == before { return after }
    let old = Dictionary(before.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    var merged = compactMap { item -> Element? in
      guard let was = old[key(item)] else { return item }
      guard let now = new[key(item)] else { return nil }
      return now == was ? item : now
    }
    let held = Set(merged.map(key))
    merged += after.filter { old[key($0)] == nil && !held.contains(key($0)) }
    return merged
  }
}
