import Catalogs

/// The parts of a `distinct` requirement over what is held, in names.
struct HeldParts {
  private let problem: Problem
  private let held: [String]
  private let asker: String?
  private let isActive: (String) -> Bool

  init(
    _ problem: Problem, held: Set<String>, asker: String? = nil, isActive: @escaping (String) -> Bool = { _ in true }
  ) {
    self.problem = problem
    self.held = held.sorted()
    self.asker = asker
    self.isActive = isActive
  }

  func canShare(_ parts: [Requirement]) -> Bool {
    DistinctParts(parts.map(part)).canBeMet { $0 }
  }

  /// Leaves say whether they hold.
  private func part(_ requirement: Requirement) -> DistinctParts<Bool>.Part {
    switch requirement {
    case .credential(let id, let active): return items(1) { $0 == id ? (1, !active || isActive(id)) : (0, false) }
    case .skill(let skill):
      if problem.learner.knows.contains(skill) { return .always }
      return items(1) { id in
        id != asker && problem.catalog.credential(id)?.teaches.contains(skill) == true ? (1, true) : (0, false)
      }
    case .all(let parts): return .atLeast(parts.count, of: parts.map(part))
    case .any(let parts): return .atLeast(1, of: parts.map(part))
    case .atLeast(let need, let parts): return .atLeast(need, of: parts.map(part))
    case .distinct(let parts): return .distinct(parts.map(part))
    case .credits(let need, let list):
      let list = Set(list)
      return items(need) { list.contains($0) ? (problem.catalog.credential($0)?.credits ?? 0, true) : (0, false) }
    case .condition(let text):
      return problem.isDenied(text) ? .never : .always
    }
  }

  private func items(_ need: Int, _ count: (String) -> (weight: Int, holds: Bool)) -> DistinctParts<Bool>.Part {
    var entries: [DistinctParts<Bool>.Entry] = []
    for (place, id) in held.enumerated() {
      let (weight, holds) = count(id)
      if weight > 0 { entries.append(DistinctParts.Entry(item: place, weight: weight.clampedCredits, leaf: holds)) }
    }
    return .items(need: need, entries)
  }
}
