import Catalogs

/// Which of the conditions that a requirement names a pathway rests on. Of a choice that what is held meets anyway it rests
/// on none; of several that would do, on one of them.
struct TakenConditions {
  /// What stands for the conditions of one part of a requirement.
  private enum Ground {
    /// What is held is enough.
    case held
    case conditions([Assumption])
    case failing
  }

  private let problem: Problem
  private let held: Set<String>
  /// The credential or goal whose requirement it is.
  private let asker: String

  init(_ problem: Problem, held: Set<String>, asker: String) {
    (self.problem, self.held, self.asker) = (problem, held, asker)
  }

  /// Empty where nothing is assumed.
  func assumptions(_ requirement: Requirement) -> [Assumption] {
    switch ground(requirement) {
    case .held: return []
    case .conditions(let assumptions): return assumptions
    // What lapses or counts twice isn't looked at here: then every condition that is named counts.
    case .failing:
      return requirement.namedConditions.filter { !problem.isDenied($0) }.map { .condition($0, of: asker) }
    }
  }

  private func ground(_ requirement: Requirement) -> Ground {
    switch requirement {
    case .credential(let id, _): return held.contains(id) ? .held : .failing
    case .skill(let skill):
      let isTaught = held.contains { $0 != asker && problem.catalog.credential($0)?.teaches.contains(skill) == true }
      return isTaught || problem.learner.knows.contains(skill) ? .held : .failing
    case .credits(let need, let list):
      let credits = Set(list).intersection(held).reduce(0) { $0 + (problem.catalog.credential($1)?.credits ?? 0) }
      return credits >= need ? .held : .failing
    case .condition(let text): return problem.isDenied(text) ? .failing : .conditions([.condition(text, of: asker)])
    case .all(let parts), .distinct(let parts): return ground(parts.count, of: parts)
    case .any(let parts): return ground(1, of: parts)
    case .atLeast(let need, let parts): return ground(need, of: parts)
    }
  }

  private func ground(_ need: Int, of parts: [Requirement]) -> Ground {
    var missing = need
    var options: [[Assumption]] = []
    for part in parts {
      switch ground(part) {
      case .held: missing -= 1
      case .conditions(let assumptions): options.append(assumptions)
      case .failing: break
      }
    }
    if missing <= 0 { return .held }
    if options.count < missing { return .failing }
    if options.count == missing { return .conditions(options.flatMap { $0 }) }
    return .conditions([.choice(options.map { $0.flatMap(\.conditions) }, need: missing, of: asker)])
  }
}

extension Assumption {
  fileprivate var conditions: [String] {
    switch self {
    case .condition(let text, _): [text]
    case .choice(let options, _, _): options.flatMap { $0 }
    default: []
    }
  }
}

extension Problem {
  func isDenied(_ condition: String) -> Bool {
    learner.denied.contains { Problem.normalized($0) == Problem.normalized(condition) }
  }
}
