extension RequirementGraph {
  /// Everything that no pathway can meet: circles, requirements for more than there is, goals out of reach.
  func reachabilityIssues(_ drafted: DraftedCatalog) -> [CatalogIssue] {
    var issues: [CatalogIssue] = []
    for (place, drafted) in credentials.enumerated() {
      let entry = CatalogIssue.EntryName(.credential, drafted.credential.id)
      for requirement in [drafted.requires, drafted.corequires].compactMap({ $0 }) {
        issues += shortages(in: requirement, asker: place, entry)
      }
    }
    for goal in drafted.goals {
      let entry = CatalogIssue.EntryName(.goal, goal.goal.id)
      issues += shortages(in: goal.requires, asker: nil, entry)
      if !isReachable(goal.requires, by: nil) {
        issues.append(
          CatalogIssue(
            .unreachableGoal(because: missing(in: goal.requires, by: nil)),
            at: goal.goal.position ?? goal.requiresPosition, severity: .warning, entry: entry))
      }
    }
    return issues
      + unreachableIssues(
        told: Set(issues.compactMap { $0.consequence == .neverMet ? $0.entry : nil }),
        drafted.issues)
  }

  /// Credits and skills of which the catalog has too few, whatever can be entered.
  private func shortages(
    in requirement: PlacedRequirement, asker: Int?, _ entry: CatalogIssue.EntryName
  ) -> [CatalogIssue] {
    switch requirement.kind {
    case .credential, .condition: return []
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      return parts.flatMap { shortages(in: $0, asker: asker, entry) }
    case .distinct(let parts):
      let inner = parts.flatMap { shortages(in: $0, asker: asker, entry) }
      guard inner.isEmpty, let fact = sharing(of: parts, asker: asker) else { return inner }
      return [
        CatalogIssue(fact, at: requirement.position, severity: .error, entry: entry, consequence: .neverMet)
      ]
    case .skill(let skill):
      guard let teachers = teachers[skill], teachers.contains(where: { $0 != asker }) else {
        return [CatalogIssue(.untaughtSkill(skill), at: requirement.position, severity: .warning, entry: entry)]
      }
      return []
    case .credits(let need, let list):
      let offered = list.compactMap { index[$0.id] }.filter { $0 != asker }
        .reduce(0) { $0 + credentials[$1].credential.credits }
      guard offered < need else { return [] }
      return [
        CatalogIssue(
          .creditsOutOfReach(need: need, offered: offered), at: requirement.position, severity: .error, entry: entry,
          consequence: .neverMet)
      ]
    }
  }

  /// What is wrong where even all credentials together can't give each part its own.
  private func sharing(of parts: [PlacedRequirement], asker: Int?) -> CatalogIssue.Fact? {
    let everything = [Bool](repeating: true, count: credentials.count)
    guard parts.allSatisfy({ reach.holds($0, everything, of: asker) }) else { return nil }
    let distinct = reach.distinctParts(parts, of: asker)
    guard !distinct.canBeMet(where: { _ in true }) else { return nil }
    return .distinctOutOfReach(parts: parts.count, offered: Set(distinct.entries.map(\.item)).count)
  }

  /// Circles once each; of the rest, those that aren't to blame themselves as warnings.
  private func unreachableIssues(
    told: Set<CatalogIssue.EntryName>, _ earlier: [CatalogIssue]
  ) -> [CatalogIssue] {
    let stuck = credentials.indices.filter { !enterable[$0] }
    let isStuck = enterable.map { !$0 }
    let circles = strongComponents(of: stuck) { place in
      (named(credentials[place].requires, by: place) + named(credentials[place].corequires, by: place))
        .filter { isStuck[$0] }
    }
    var told = told.union(earlier.compactMap { $0.consequence == .neverMet ? $0.entry : nil })
    var issues: [CatalogIssue] = []
    for circle in circles {
      let members = circular(in: circle).sorted { credentials[$0].idPosition < credentials[$1].idPosition }
      guard let round = members.lazy.compactMap({ self.round(through: $0, within: Set(members)) }).first else {
        continue
      }
      issues.append(issue(of: round))
      told.formUnion(members.map { CatalogIssue.EntryName(.credential, credentials[$0].credential.id) })
    }
    for place in stuck {
      let drafted = credentials[place]
      let entry = CatalogIssue.EntryName(.credential, drafted.credential.id)
      guard !told.contains(entry) else { continue }
      let blocked = [drafted.requires, drafted.corequires].compactMap { $0 }.first { !isReachable($0, by: place) }
      issues.append(
        CatalogIssue(
          .unreachable(because: missing(in: blocked, by: place)), at: drafted.requiresPosition ?? drafted.idPosition,
          severity: .warning, entry: entry))
    }
    return issues
  }

  /// The shortest way from a credential through what it needs back to itself.
  private func round(through start: Int, within group: Set<Int>) -> [Int]? {
    var cameFrom: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let place = queue[next]
      next += 1
      let needed =
        named(credentials[place].requires, by: place) + named(credentials[place].corequires, by: place)
      for successor in needed where group.contains(successor) {
        if successor == start {
          var way = [place]
          while let last = way.last, last != start, let before = cameFrom[last] { way.append(before) }
          return way.reversed()
        }
        guard cameFrom[successor] == nil else { continue }
        cameFrom[successor] = place
        queue.append(successor)
      }
    }
    return nil
  }

  private func issue(of round: [Int]) -> CatalogIssue {
    let first = credentials[round[0]]
    let following = credentials[round.count > 1 ? round[1] : round[0]].credential
    let place = [first.requires, first.corequires].lazy.compactMap { $0 }
      .compactMap { RequirementGraph.place(of: following, in: $0) }.first
    return CatalogIssue(
      .circular(round.map { credentials[$0].credential.id }), at: place ?? first.requiresPosition ?? first.idPosition,
      severity: .error, entry: CatalogIssue.EntryName(.credential, first.credential.id), consequence: .neverMet)
  }

  /// Where a requirement names a credential, or a skill it teaches.
  private static func place(of credential: Credential, in requirement: PlacedRequirement) -> SourcePosition? {
    switch requirement.kind {
    case .condition: return nil
    case .credential(let id, _): return id == credential.id ? requirement.position : nil
    case .skill(let id): return credential.teaches.contains(id) ? requirement.position : nil
    case .all(let parts), .any(let parts), .atLeast(_, let parts), .distinct(let parts):
      return parts.lazy.compactMap { place(of: credential, in: $0) }.first
    case .credits(_, let list): return list.first { $0.id == credential.id }?.position
    }
  }

  /// What of a requirement can't be had: names as they are written, at most four.
  private func missing(in requirement: PlacedRequirement?, by asker: Int?) -> [String] {
    guard let requirement, !isReachable(requirement, by: asker) else { return [] }
    switch requirement.kind {
    case .condition: return []
    case .credential(let id, _), .skill(let id): return [id]
    case .credits(_, let list): return list.map(\.id).filter { index[$0].map { !enterable[$0] } ?? true }
    case .all(let parts), .any(let parts), .atLeast(_, let parts), .distinct(let parts):
      var seen: Set<String> = []
      return Array(parts.flatMap { missing(in: $0, by: asker) }.filter { seen.insert($0).inserted }.prefix(4))
    }
  }
}
