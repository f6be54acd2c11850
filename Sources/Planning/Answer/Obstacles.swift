import Catalogs

/// Why nothing reaches the goals, whatever is spent: the requirements that nothing satisfies.
struct Obstacles {
  private let problem: Problem
  private let held: Set<String>
  private let skills: Set<String>
  private let leftOut: Set<String>

  init(_ problem: Problem) {
    self.problem = problem
    let network = SelectionNetwork(problem.model)
    var closure = Closure(network)
    _ = closure.isClosed(Array(0..<network.activityCount))
    var held = Set(problem.learner.earned.keys)
    for (index, activity) in problem.model.activities.enumerated() where closure.holds(index) {
      held.insert(activity.credential)
    }
    self.held = held
    skills = problem.learner.knows.union(held.flatMap { problem.catalog.credential($0)?.teaches ?? [] })
    leftOut = Set(problem.leftOut.map(\.credential))
  }

  /// The lowest requirements that fail, goal by goal; where each can be met alone, that they can't be met together.
  var unsatisfied: [UnsatisfiedRequirement] {
    var found: [UnsatisfiedRequirement] = []
    var visited: Set<String> = []
    for goal in problem.destinations { explain(goal.requires, of: goal.id, &found, &visited) }
    for id in problem.learner.pinned.sorted() where !held.contains(id) {
      explain(.credential(id, active: false), of: id, &found, &visited)
    }
    var seen: Set<UnsatisfiedRequirement> = []
    found.removeAll { !seen.insert($0).inserted }
    if found.isEmpty, let goal = problem.destinations.first {
      found.append(UnsatisfiedRequirement(of: goal.id, missing: .together))
    }
    return found
  }

  private func isMet(_ requirement: Requirement) -> Bool {
    switch requirement {
    case .credential(let id, _): return held.contains(id)
    case .skill(let skill): return skills.contains(skill)
    case .all(let parts): return parts.allSatisfy { isMet($0) }
    case .any(let parts): return parts.contains { isMet($0) }
    case .atLeast(let need, let parts): return parts.count { isMet($0) } >= need
    case .distinct(let parts):
      return parts.allSatisfy { isMet($0) } && HeldParts(problem, held: held).canShare(parts)
    case .credits(let need, let list): return reachableCredits(list) >= need
    case .condition(let text):
      return !problem.isDenied(text)
    }
  }

  private func reachableCredits(_ list: [String]) -> Int {
    Set(list).filter(held.contains).reduce(0) { $0 + (problem.catalog.credential($1)?.credits ?? 0) }
  }

  private func explain(
    _ requirement: Requirement, of id: String, _ found: inout [UnsatisfiedRequirement], _ visited: inout Set<String>
  ) {
    guard !isMet(requirement) else { return }
    switch requirement {
    case .credential(let name, _):
      let place = leftOut.contains(name) ? nil : problem.catalog.place(ofCredential: name)
      let asked = place.map { place in
        [problem.catalog.credentials[place].requires, problem.catalog.credentials[place].corequires].compactMap(\.self)
      }
      if let asked, !asked.isEmpty {
        guard visited.insert(name).inserted else { return }
        for requirement in asked { explain(requirement, of: name, &found, &visited) }
      } else {
        found.append(UnsatisfiedRequirement(of: id, missing: .credential(name)))
      }
    case .skill(let skill): found.append(UnsatisfiedRequirement(of: id, missing: .skill(skill)))
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      for part in parts { explain(part, of: id, &found, &visited) }
    case .distinct(let parts):
      for part in parts { explain(part, of: id, &found, &visited) }
      if parts.allSatisfy({ isMet($0) }) { found.append(UnsatisfiedRequirement(of: id, missing: .together)) }
    case .credits(let need, let list):
      found.append(
        UnsatisfiedRequirement(of: id, missing: .credits(needed: need, reachable: reachableCredits(list))))
    case .condition(let text): found.append(UnsatisfiedRequirement(of: id, missing: .condition(text)))
    }
  }
}
