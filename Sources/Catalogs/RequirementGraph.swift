/// Who needs whom, and so what can ever be entered: a fixpoint over the whole catalog.
///
/// Conditions count as met, limits of a learner are left aside: what is called out of reach here is so for everyone
/// who has earned nothing outside the catalog's order.
struct RequirementGraph {
  let credentials: [DraftedCredential]
  let index: [String: Int]
  /// Who teaches each skill.
  let teachers: [String: [Int]]
  /// Who has to be asked again once that credential can be entered.
  private let dependents: [[Int]]
  let reach: Reach
  /// Which credentials can be entered.
  let enterable: [Bool]

  init(_ drafted: DraftedCatalog) {
    let credentials = drafted.credentials
    let index = Dictionary(
      credentials.enumerated().map { ($1.credential.id, $0) }, uniquingKeysWith: { first, _ in first })
    var teachers: [String: [Int]] = [:]
    for (place, drafted) in credentials.enumerated() {
      for skill in drafted.credential.teaches { teachers[skill, default: []].append(place) }
    }
    var dependents = [[Int]](repeating: [], count: credentials.count)
    for (place, drafted) in credentials.enumerated() {
      guard let requires = drafted.requires?.requirement else { continue }
      var needed = Set(requires.namedCredentials.compactMap { index[$0] })
      for skill in Set(requires.namedSkills) { needed.formUnion(teachers[skill] ?? []) }
      for other in needed { dependents[other].append(place) }
    }
    self.credentials = credentials
    self.index = index
    self.teachers = teachers
    self.dependents = dependents
    self.reach = Reach(index: index, teachers: teachers, credits: credentials.map(\.credential.credits))
    let entered = RequirementGraph.fixpoint(credentials, dependents, reach)
    self.enterable = RequirementGraph.timely(credentials, entered, reach)
  }

  /// Which requirements hold once some credentials are held.
  struct Reach {
    let index: [String: Int]
    let teachers: [String: [Int]]
    /// What each credential bears, in hundredths.
    let credits: [Int]
    /// True where what no catalog could satisfy (unknown names, more than is offered) counts as satisfied, to ask
    /// what would still be impossible without such faults.
    var forgivesFaults = false

    func holds(_ requirement: PlacedRequirement?, _ held: [Bool], of asker: Int?) -> Bool {
      guard let requirement else { return true }
      func part(_ part: PlacedRequirement) -> Bool { holds(part, held, of: asker) }
      switch requirement.kind {
      case .condition: return true
      case .credential(let id, _): return index[id].map { held[$0] } ?? forgivesFaults
      case .skill(let skill):
        let others = teachers[skill] ?? []
        if others.contains(where: { $0 != asker && held[$0] }) { return true }
        return forgivesFaults && others.allSatisfy { $0 == asker }
      case .all(let parts): return parts.allSatisfy(part)
      case .any(let parts): return parts.contains(where: part) || (forgivesFaults && parts.isEmpty)
      case .atLeast(let need, let parts):
        return parts.count(where: part) >= (forgivesFaults ? min(need, parts.count) : need)
      case .distinct(let parts):
        guard parts.allSatisfy(part) else { return false }
        return forgivesFaults || distinctParts(parts, of: asker).canBeMet { held[$0] }
      case .credits(let need, let list):
        let places = list.compactMap { index[$0.id] }.filter { $0 != asker }
        let offered = forgivesFaults ? places.reduce(0) { $0 + credits[$1] } : Int.max
        return places.reduce(0) { $0 + (held[$1] ? credits[$1] : 0) } >= min(need, offered)
      }
    }
  }

  /// The least set closed under `requires`, shrunk until the corequisites of its members are in it too: a
  /// corequisite need only be started, so two may be each other's, but it must be possible at all.
  private static func fixpoint(
    _ credentials: [DraftedCredential], _ dependents: [[Int]], _ reach: Reach
  ) -> [Bool] {
    var candidates = [Bool](repeating: true, count: credentials.count)
    while true {
      let entered = closure(credentials, dependents, reach, within: candidates, given: nil)
      let kept = credentials.indices.map { place in
        entered[place]
          && reach.holds(credentials[place].corequires, entered, of: place)
      }
      if kept == entered { return entered }
      candidates = kept
    }
  }

  /// Without those whose corequisites would have to start after their own end.
  private static func timely(_ credentials: [DraftedCredential], _ entered: [Bool], _ reach: Reach) -> [Bool] {
    guard credentials.contains(where: { $0.corequires != nil }) else { return entered }
    let nobody = [Bool](repeating: false, count: credentials.count)
    let group = credentials.indices.filter { entered[$0] }
    return EarliestStarts(credentials, reach: reach, group: group, held: nobody).starts
      .map { $0 < EarliestStarts.never }
  }

  /// What of `candidates` can be entered one after the other, when `given` is held already.
  private static func closure(
    _ credentials: [DraftedCredential], _ dependents: [[Int]], _ reach: Reach, within candidates: [Bool], given: [Bool]?
  ) -> [Bool] {
    var held = given ?? [Bool](repeating: false, count: credentials.count)
    var pending = credentials.indices.filter { candidates[$0] && !held[$0] }
    while let place = pending.popLast() {
      guard !held[place], candidates[place],
        reach.holds(credentials[place].requires, held, of: place)
      else { continue }
      held[place] = true
      pending += dependents[place].filter { !held[$0] && candidates[$0] }
    }
    return held
  }

  /// Those of a group that couldn't be entered even if everything outside it were held and every other fault
  /// mended: a circle, and what hangs between.
  func circular(in group: [Int]) -> [Int] {
    var candidates = [Bool](repeating: false, count: credentials.count)
    var given = [Bool](repeating: true, count: credentials.count)
    for place in group {
      candidates[place] = true
      given[place] = false
    }
    let reach = Reach(index: index, teachers: teachers, credits: reach.credits, forgivesFaults: true)
    let held = RequirementGraph.closure(credentials, dependents, reach, within: candidates, given: given)
    let stuck = group.filter { !held[$0] }
    guard stuck.isEmpty, group.contains(where: { credentials[$0].corequires != nil }) else { return stuck }
    let starts = EarliestStarts(credentials, reach: reach, group: group, held: given).starts
    return group.filter { starts[$0] >= EarliestStarts.never }
  }

  /// The places a requirement names, once each, in the order of its text.
  func named(_ requirement: PlacedRequirement?, by asker: Int?) -> [Int] {
    guard let requirement = requirement?.requirement else { return [] }
    var seen: Set<Int> = []
    let places =
      requirement.namedCredentials.compactMap { index[$0] }
      + requirement.namedSkills.flatMap { teachers[$0] ?? [] }.filter { $0 != asker }
    return places.filter { seen.insert($0).inserted }
  }

  func isReachable(_ requirement: PlacedRequirement, by asker: Int?) -> Bool {
    reach.holds(requirement, enterable, of: asker)
  }
}

extension RequirementGraph.Reach {
  /// The parts of a `distinct` requirement over places of credentials.
  func distinctParts(_ parts: [PlacedRequirement], of asker: Int?) -> DistinctParts<Int> {
    DistinctParts(parts.map { distinctPart($0, of: asker) })
  }

  private func distinctPart(_ requirement: PlacedRequirement, of asker: Int?) -> DistinctParts<Int>.Part {
    func parts(_ parts: [PlacedRequirement]) -> [DistinctParts<Int>.Part] {
      parts.map { distinctPart($0, of: asker) }
    }
    func items(_ need: Int, _ places: [Int], _ weight: (Int) -> Int = { _ in 1 }) -> DistinctParts<Int>.Part {
      .items(need: need, places.map { DistinctParts.Entry(item: $0, weight: weight($0), leaf: $0) })
    }
    switch requirement.kind {
    case .condition: return .always
    case .credential(let id, _): return items(1, [index[id]].compactMap { $0 })
    case .skill(let skill): return items(1, (teachers[skill] ?? []).filter { $0 != asker })
    case .all(let all): return .atLeast(all.count, of: parts(all))
    case .any(let any): return .atLeast(1, of: parts(any))
    case .atLeast(let need, let of): return .atLeast(need, of: parts(of))
    case .distinct(let inner): return .distinct(parts(inner))
    case .credits(let need, let list):
      return items(need, list.compactMap { index[$0.id] }.filter { $0 != asker }) { credits[$0] }
    }
  }
}
