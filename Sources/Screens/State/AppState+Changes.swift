import Planning
import Wording

extension AppState {
  mutating func set(minutes: Int) -> [Effect] {
    var after = learner
    after.minutesPerWeek = minutes
    return record("\(Amounts.studyTime(minutes)) a week", after)
  }

  mutating func set(atOnce: Int) -> [Effect] {
    var after = learner
    after.atOnce = atOnce
    return record("\(atOnce) at once", after)
  }

  mutating func excludeSelected() -> [Effect] {
    guard let id = selectedCredential else { return [] }
    var after = learner
    after.excluded.insert(.credential(id))
    after.pinned.remove(id)
    letGo(of: id)
    return record("without \(catalog.title(id))", after)
  }

  mutating func pinSelected() -> [Effect] {
    guard let id = selectedCredential else { return [] }
    var after = learner
    if after.pinned.remove(id) != nil { return record("no longer pinning \(catalog.title(id))", after) }
    after.pinned.insert(id)
    // It may still be shown though it was excluded a moment ago: the last word counts.
    after.excluded.remove(.credential(id))
    return record("pinning \(catalog.title(id))", after)
  }

  mutating func earnSelected() -> [Effect] {
    guard let id = selectedCredential else { return [] }
    if placeID == .now {
      let day = today
      return note(fact: "\(catalog.title(id)) as earned today") {
        $0.earned.updateValue(day, forKey: id)
        $0.begun[id] = nil
        $0.failed[id] = nil
      }
    }
    var after = learner
    after.earned[id] = .some(nil)
    after.begun[id] = nil
    after.failed[id] = nil
    letGo(of: id)
    return record("\(catalog.title(id)) as earned", after)
  }

  private mutating func letGo(of credential: String) {
    var place = place
    place.letGo(of: credential, in: self)
    self.place = place
  }

  /// Other settings, as a draft.
  mutating func record(_ name: String, _ after: Learner) -> [Effect] {
    var other = record
    other.learner = after
    return apply(name, other)
  }
}
