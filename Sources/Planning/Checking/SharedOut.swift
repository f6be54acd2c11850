import Catalogs

/// Whether what is held can be shared out so that each part of a `distinct` requirement holds by credentials of its own.
///
/// The checker's own reading, apart from the planner's: credential after credential is given to a part that it could
/// help, or to none, until every part holds. A branch ends where some part couldn't hold even by all that is left, or
/// where fewer credentials are left than parts without (Hall's condition, for those parts that one credential could
/// still complete, by augmenting paths).
struct SharedOut {
  private let timetable: Timetable
  private let day: Int
  private let asker: String?
  private let moment: Timetable.Moment
  private let held: [String]

  init(_ timetable: Timetable, on day: Int, asker: String?, _ moment: Timetable.Moment) {
    self.timetable = timetable
    self.day = day
    self.asker = asker
    self.moment = moment
    let ids = Set(timetable.learner.earned.keys).union(timetable.placements.map(\.id))
    held = ids.filter { timetable.isHeld($0, on: day, moment) }.sorted()
  }

  func canMeet(_ parts: [Requirement]) -> Bool { shares(of: parts) != nil }

  /// What each part is given, ids of credentials; `nil` where not every part can hold.
  func shares(of parts: [Requirement]) -> [Set<String>]? { shares(of: parts, from: held) }

  private func shares(of parts: [Requirement], from held: [String]) -> [Set<String>]? {
    let wanted = parts.map { part in held.filter { helps($0, part) } }
    var given = parts.map { _ in Set<String>() }
    // What only one part wants it may keep; what several want is dealt out, the most wanted last.
    var contested: [String] = []
    for id in held {
      let takers = parts.indices.filter { wanted[$0].contains(id) }
      if takers.count == 1 { given[takers[0]].insert(id) } else if takers.count > 1 { contested.append(id) }
    }
    return deals(contested[...], parts, wanted.map(Set.init), given)
  }

  private func deals(
    _ left: ArraySlice<String>, _ parts: [Requirement], _ wanted: [Set<String>], _ given: [Set<String>]
  ) -> [Set<String>]? {
    let unmet = parts.indices.filter { !holds(parts[$0], by: given[$0]) }
    if unmet.isEmpty { return given }
    guard let next = left.first else { return nil }
    guard unmet.allSatisfy({ holds(parts[$0], by: given[$0].union(wanted[$0].intersection(left))) }),
      eachCanHaveOne(unmet, left, wanted)
    else { return nil }
    let rest = left.dropFirst()
    for taker in unmet where wanted[taker].contains(next) {
      var dealt = given
      dealt[taker].insert(next)
      if let shares = deals(rest, parts, wanted, dealt) { return shares }
    }
    return deals(rest, parts, wanted, given)
  }

  private func eachCanHaveOne(_ parts: [Int], _ left: ArraySlice<String>, _ wanted: [Set<String>]) -> Bool {
    var owner: [String: Int] = [:]
    func place(_ part: Int, _ tried: inout Set<String>) -> Bool {
      for id in left where wanted[part].contains(id) && tried.insert(id).inserted {
        if let other = owner[id], !place(other, &tried) { continue }
        owner[id] = part
        return true
      }
      return false
    }
    return parts.allSatisfy { part in
      var tried: Set<String> = []
      return place(part, &tried)
    }
  }

  /// True where the credential is named by the part, teaches a skill of it or bears credits for it.
  private func helps(_ id: String, _ part: Requirement) -> Bool {
    if part.namedCredentials.contains(id) { return true }
    guard id != asker, let credential = timetable.catalog.credential(id) else { return false }
    return part.namedSkills.contains { credential.teaches.contains($0) }
  }

  /// The timetable's own reading, with nothing held but these.
  private func holds(_ part: Requirement, by ids: Set<String>) -> Bool {
    switch part {
    case .credential(let id, let active):
      return ids.contains(id) && (!active || timetable.isActive(id, on: day, moment))
    case .skill(let skill):
      return timetable.learner.knows.contains(skill)
        || ids.contains { $0 != asker && timetable.catalog.credential($0)?.teaches.contains(skill) == true }
    case .all(let parts): return parts.allSatisfy { holds($0, by: ids) }
    case .any(let parts): return parts.contains { holds($0, by: ids) }
    case .atLeast(let count, let parts): return parts.count { holds($0, by: ids) } >= count
    case .distinct(let parts): return shares(of: parts, from: ids.sorted()) != nil
    case .credits(let amount, let list):
      let counted = ids.intersection(list)
      return counted.reduce(0) { $0.capped(plus: timetable.catalog.credential($1)?.credits ?? 0) } >= amount
    case .condition: return timetable.meets(part, on: day, asker: asker, moment)
    }
  }
}
