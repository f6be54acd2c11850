import Catalogs

/// What is held on which day: what is earned and known, and offers placed in the calendar.
struct Timetable: Sendable {
  /// An offer with its start day. A class, because timetables are copied often and offers are large.
  final class Placement: Sendable {
    let offer: Offer
    let id: String
    /// Days from day 0.
    let start: Int
    let finish: Int
    let cost: Int

    init(offer: Offer, start: Int) {
      self.offer = offer
      self.start = start
      id = offer.credential.id
      finish = start.capped(plus: offer.length)
      cost = offer.cost
    }
  }

  /// When something is looked for: a requirement wants it finished, a corequisite only started.
  enum Moment: Sendable { case finished, started }

  let catalog: Catalog
  let learner: Learner
  private(set) var placements: [Placement] = []
  private let denied: Set<String>
  private let earnedLapse: [String: Int]

  init(offers: Offers) {
    catalog = offers.catalog
    learner = offers.learner
    denied = Set(learner.denied.map { $0.asCondition })
    var lapses: [String: Int] = [:]
    for id in learner.earned.keys {
      if let credential = catalog.credential(id), let day = offers.lapseDay(of: credential) { lapses[id] = day }
    }
    earnedLapse = lapses
  }

  mutating func place(_ placement: Placement) { placements.append(placement) }
  mutating func removeLast() { placements.removeLast() }

  func without(_ index: Int) -> Timetable {
    var fewer = self
    fewer.placements.remove(at: index)
    return fewer
  }

  /// The same calendar with nothing placed yet.
  var emptied: Timetable {
    var empty = self
    empty.placements = []
    return empty
  }

  /// The last finish day; 0 where nothing is placed.
  var days: Int { placements.map(\.finish).max() ?? 0 }
  var cost: Int { placements.reduce(0) { $0.capped(plus: $1.cost) } }

  // MARK: What holds

  /// Whether the requirement holds on that day. `asker` is the credential whose requirement it is.
  func meets(_ requirement: Requirement, on day: Int, asker: String?, _ moment: Moment) -> Bool {
    switch requirement {
    case .credential(let id, let active):
      return active ? isActive(id, on: day, moment) : isHeld(id, on: day, moment)
    case .skill(let skill): return holds(skill: skill, on: day, asker: asker, moment)
    case .all(let parts): return parts.allSatisfy { meets($0, on: day, asker: asker, moment) }
    case .any(let parts): return parts.contains { meets($0, on: day, asker: asker, moment) }
    case .atLeast(let count, let parts): return parts.count { meets($0, on: day, asker: asker, moment) } >= count
    case .distinct(let parts): return SharedOut(self, on: day, asker: asker, moment).canMeet(parts)
    case .credits(let amount, let list):
      let held = Set(list).filter { isHeld($0, on: day, moment) }
      return held.reduce(0) { $0.capped(plus: catalog.credential($1)?.credits ?? 0) } >= amount
    case .condition(let text): return !denied.contains(text.asCondition)
    }
  }

  func isHeld(_ id: String, on day: Int, _ moment: Moment) -> Bool {
    learner.earned.keys.contains(id) || placements.contains { $0.id == id && $0.counts(on: day, moment) }
  }

  private func holds(skill: String, on day: Int, asker: String?, _ moment: Moment) -> Bool {
    if learner.knows.contains(skill) { return true }
    let held = learner.earned.keys.contains { teaches($0, skill) && $0 != asker }
    return held
      || placements.contains {
        $0.id != asker && $0.counts(on: day, moment) && $0.offer.credential.teaches.contains(skill)
      }
  }

  private func teaches(_ id: String, _ skill: String) -> Bool {
    catalog.credential(id)?.teaches.contains(skill) ?? false
  }

  /// Whether it is held and has not lapsed on that day. Earned without a date, it is taken as active for ever.
  func isActive(_ id: String, on day: Int, _ moment: Moment) -> Bool {
    guard let validity = catalog.credential(id)?.validity else { return isHeld(id, on: day, moment) }
    let isEarned = learner.earned.keys.contains(id)
    if isEarned && earnedLapse[id] == nil { return true }
    return spells(of: id, validity: validity.days).contains { spell in
      let from = moment == .started ? spell.start : spell.finish
      return from <= day && day <= spell.last
    }
  }

  /// The last day on which it is active as things stand; `nil` for one that isn't held or never lapses.
  func lastActiveDay(of id: String) -> Int? {
    guard let validity = catalog.credential(id)?.validity else { return nil }
    if learner.earned.keys.contains(id) && earnedLapse[id] == nil { return nil }
    return spells(of: id, validity: validity.days).map(\.last).max()
  }

  /// A time in which a credential is active, after it was earned or taken once.
  private struct Spell {
    var start: Int
    var finish: Int
    var last: Int
  }

  /// Every finish opens one; what `renews` the credential prolongs the one it falls into, in the order of days.
  private func spells(of id: String, validity: Int) -> [Spell] {
    var spells: [Spell] = []
    if let lapse = earnedLapse[id] { spells.append(Spell(start: .min, finish: .min, last: lapse)) }
    for placement in placements where placement.id == id {
      spells.append(
        Spell(start: placement.start, finish: placement.finish, last: placement.finish.capped(plus: validity)))
    }
    let renewals = placements.filter { $0.id != id && $0.offer.credential.renews.contains(id) }.map(\.finish).sorted()
    for day in renewals {
      for index in spells.indices where spells[index].finish <= day && day <= spells[index].last {
        spells[index].last = max(spells[index].last, day.capped(plus: validity))
      }
    }
    return spells
  }
}

extension Timetable.Placement {
  fileprivate func counts(on day: Int, _ moment: Timetable.Moment) -> Bool {
    (moment == .started ? start : finish) <= day
  }
}

extension String {
  /// How conditions are compared: without surrounding space, without case.
  var asCondition: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.lowercased()
  }
}
