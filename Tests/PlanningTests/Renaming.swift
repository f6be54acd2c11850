import Catalogs
import Planning

extension RandomProblem {
  /// The same problem with other ids, whose order is another too.
  func renamed() -> RandomProblem {
    var names: [String: String] = [:]
    let ids = (catalog.credentials.map(\.id) + catalog.goals.map(\.id) + catalog.skills.map(\.id)).sorted()
    for (place, id) in ids.enumerated() {
      names[id] = "n\(10_000 - place * 7 % 1000)\(id.reversed().map(String.init).joined())"
    }
    func name(_ id: String) -> String { names[id] ?? id }
    var other = self
    other.catalog = Catalog(
      headers: catalog.headers, providers: catalog.providers,
      skills: catalog.skills.map { Skill(id: name($0.id), name: $0.name) },
      credentials: catalog.credentials.map { credential in
        var other = credential
        other.id = name(credential.id)
        other.teaches = credential.teaches.map(name)
        other.requires = credential.requires?.renamed(name)
        other.corequires = credential.corequires?.renamed(name)
        other.excludes = credential.excludes.map(name)
        other.renews = credential.renews.map(name)
        return other
      },
      goals: catalog.goals.map { goal in
        var other = goal
        other.id = name(goal.id)
        other.requires = goal.requires.renamed(name)
        return other
      })
    other.goals = goals.map(name)
    other.learner = learner.renamed(name)
    return other
  }
}

extension Requirement {
  fileprivate func renamed(_ name: (String) -> String) -> Requirement {
    switch self {
    case .credential(let id, let active): return .credential(name(id), active: active)
    case .skill(let id): return .skill(name(id))
    case .all(let parts): return .all(parts.map { $0.renamed(name) })
    case .any(let parts): return .any(parts.map { $0.renamed(name) })
    case .atLeast(let need, let parts): return .atLeast(need, of: parts.map { $0.renamed(name) })
    case .distinct(let parts): return .distinct(parts.map { $0.renamed(name) })
    case .credits(let need, let list): return .credits(need, from: list.map(name))
    case .condition(let text): return .condition(text)
    }
  }
}

extension Learner {
  fileprivate func renamed(_ name: (String) -> String) -> Learner {
    func keys<Value>(_ table: [String: Value]) -> [String: Value] {
      Dictionary(table.map { (name($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    var other = self
    other.earned = keys(earned)
    other.begun = keys(begun)
    other.failed = keys(failed)
    other.mine = keys(mine)
    other.knows = Set(knows.map(name))
    other.pinned = Set(pinned.map(name))
    other.waived = Set(waived.map(name))
    other.excluded = Set(
      excluded.map { exclusion in
        if case .credential(let id) = exclusion { return .credential(name(id)) }
        return exclusion
      })
    return other
  }
}
