import Catalogs
import Learners
import Planning
import Wording

// What is changed of the record at Learner and Now. Settings are a draft; facts, notes and pathways are kept at once.
extension AppState {
  /// The day it is, as far as anybody said.
  var today: CalendarDate { day ?? learner.start }

  mutating func ask(_ row: LearnerPlace.Row) -> [Effect] {
    prepareFinding()
    switch row {
    case .setting(.estimates):
      var after = record.current
      after.learner.allowsEstimates.toggle()
      return set(.estimates, after)
    case .setting(let setting): return show(AskingOverlay(SettingQuestion(setting: setting)))
    case .head(.note): return show(AskingOverlay(NoteQuestion()))
    case .head(let entry): return show(PickingOverlay(EntryPicking(entry: entry)))
    case .item(.wished, let key):
      if catalog.destination(key) != nil { return follow(.goal(key)) }
      message = "it is in no catalog any more"
      return []
    case .item(.note, let key): return show(AskingOverlay(NoteQuestion(place: Int(key))))
    case .item(let entry, let key):
      guard entry.hint.isEmpty else { return show(AskingOverlay(ItemQuestion(entry: entry, key: key))) }
      message = "there is nothing to change of it; R takes it out"
      return []
    }
  }

  mutating func set(_ setting: Setting, _ after: Profile) -> [Effect] {
    var other = record
    other.current = after
    return apply("\(setting.name.lowercased()): \(setting.value(in: other, currency: currency))", other)
  }

  mutating func put(_ entry: Entry, _ key: String, _ after: Learner) -> [Effect] {
    if var place = place as? LearnerPlace {
      place.selected = .item(entry, key)
      self.place = place
    }
    return record("\(entry.name.lowercased()): \(name(of: key, in: entry))", after)
  }

  private func name(of key: String, in entry: Entry) -> String {
    switch entry {
    case .known: catalog.skillName(key)
    case .excluded: Entry.exclusion(key, catalog).name(in: catalog)
    case .rate: key
    default: catalog.title(key)
    }
  }

  /// What happened is no draft: it counts in what was kept and in what is being tried.
  mutating func note(fact name: String, _ change: (inout Learner) -> Void) -> [Effect] {
    var tried = record.current
    change(&tried.learner)
    var other = record
    change(&other.kept.learner)
    other.current = tried
    return apply(name, other)
  }

  // MARK: Wishes and notes

  mutating func wish(for id: String) -> [Effect] {
    var other = record
    if !other.goals.contains(id) { other.goals.append(id) }
    if var place = place as? LearnerPlace {
      place.selected = .item(.wished, id)
      self.place = place
    }
    return apply("wished for: \(catalog.title(id))", other)
  }

  mutating func note(_ text: String, at place: Int?) -> [Effect] {
    var other = record
    if let place, other.notes.indices.contains(place) {
      other.notes[place].text = text
      return apply("another note", other)
    }
    other.notes.append(Note(date: today, text: text))
    return apply("a note of \(Amounts.date(today))", other)
  }

  // MARK: Saved pathways

  /// What the shown pathway could be called: its goal, numbered where that name is taken.
  func proposedName(_ title: String) -> String {
    let plain = String(title.map { LearnerRecord.fault(ofName: String($0)) == nil ? $0 : " " }).trimmed
    let base = String(plain.prefix(LearnerRecord.longestName - 4)).trimmed
    let name = base.isEmpty ? "pathway" : base
    if record.pathway(name) == nil { return name }
    return (2...999).lazy.map { "\(name) \($0)" }.first { self.record.pathway($0) == nil } ?? name
  }

  /// The pathway under the cursor as it would be saved.
  private func saved(as name: String) -> SavedPathway? {
    guard let pathway, let goal else { return nil }
    return SavedPathway(
      name: name, saved: today, request: PlanningRequest(goal: goal.id, learner: learner), currency: currency,
      pathway: pathway, in: catalog)
  }

  mutating func save(as name: String) -> [Effect] {
    guard let saved = saved(as: name) else { return [] }
    var other = record
    other.pathways.append(saved)
    return apply("saved as \"\(name)\"", other)
  }

  /// Follows the shown pathway, saved under the name of its goal where it isn't saved yet; at Learner, the selected one.
  mutating func follow() -> [Effect] {
    var other = record
    if let place = place as? LearnerPlace {
      guard let name = LearnerScreen(place, self).selectedPathway?.name else { return [] }
      let isFollowed = record.followed == name
      other.followed = isFollowed ? nil : name
      return apply(isFollowed ? "no longer following \"\(name)\"" : "following \"\(name)\"", other)
    }
    guard let goal, let new = saved(as: proposedName(goal.title)) else { return [] }
    let known = record.pathways.first { $0.pathway == new.pathway && $0.request == new.request }
    if known == nil { other.pathways.append(new) }
    let name = known?.name ?? new.name
    other.followed = name
    if other == record { message = "\"\(name)\" is followed already: 5 says what to do this week" }
    return apply("following \"\(name)\"", other)
  }

  mutating func changeSaved(_ name: String, _ words: String, _ change: (inout SavedPathway) -> Void) -> [Effect] {
    guard let place = record.pathways.firstIndex(where: { $0.name == name }) else { return [] }
    var other = record
    change(&other.pathways[place])
    return apply(words, other)
  }

  mutating func duplicate(_ name: String, as copy: String) -> [Effect] {
    guard let original = record.pathway(name) else { return [] }
    var other = record
    other.pathways.append(original.duplicated(as: copy))
    if var place = place as? LearnerPlace {
      place.pathway = copy
      self.place = place
    }
    return apply("\"\(copy)\" is a copy of \"\(name)\"", other)
  }

  mutating func rename(_ name: String, to other: String) -> [Effect] {
    guard let index = record.pathways.firstIndex(where: { $0.name == name }) else { return [] }
    var after = record
    after.pathways[index].name = other
    if after.followed == name { after.followed = other }
    if var place = place as? LearnerPlace {
      place.pathway = other
      self.place = place
    }
    return apply("\"\(name)\" is \"\(other)\" now", after)
  }

  /// Asks a saved pathway's question again: its settings as a draft, and the frontier at its cost.
  mutating func takeSettings(of saved: SavedPathway) -> [Effect] {
    guard let goal = saved.request.goals.first else { return [] }
    var other = record
    other.current = Profile(saved.request.learner, startsToday: false)
    let changes = apply("the settings of \"\(saved.name)\"", other)
    var place = PathwayPlace(goal: goal)
    place.walkedTo = saved.pathway.cost
    return changes + go(to: place)
  }

  /// Takes out what is selected at Learner.
  mutating func removeSelected() -> [Effect] {
    guard let place = place as? LearnerPlace else { return [] }
    var other = record
    if place.subject == .pathways {
      guard let saved = LearnerScreen(place, self).selectedPathway else { return [] }
      other.pathways.removeAll { $0.name == saved.name }
      if other.followed == saved.name { other.followed = nil }
      return settled(apply("\"\(saved.name)\" deleted", other))
    }
    guard case .item(let entry, let key) = place.selected else { return [] }
    switch entry {
    case .wished:
      other.goals.removeAll { $0 == key }
      return settled(apply("no longer wished for: \(catalog.title(key))", other))
    case .note:
      guard let index = Int(key), other.notes.indices.contains(index) else { return [] }
      other.notes.remove(at: index)
      return settled(apply("a note taken out", other))
    default:
      let name = name(of: key, in: entry)
      var after = learner
      entry.remove(key, from: &after)
      return settled(record("no longer \(entry.name.lowercased()): \(name)", after))
    }
  }

  private mutating func settled(_ effects: [Effect]) -> [Effect] {
    settlePlace()
    return effects
  }
}
