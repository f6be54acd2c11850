import Catalogs

extension PathwayExplanation {
  /// A way through a requirement to one of its leaves.
  struct Branch {
    var leaf: Requirement
    /// The widest first.
    var choices: [RequirementChoice]
    /// Ids of the credentials that count here; `nil` for all. Within a `distinct` those its part is given.
    var share: Set<String>?

    func allows(_ credential: String) -> Bool { share?.contains(credential) ?? true }
  }

  /// In the order of the requirement's text.
  func branches(of demand: Demand) -> [Branch] { branches(through: demand.requirement, of: demand, [], nil) }

  private func branches(
    through requirement: Requirement, of demand: Demand, _ choices: [RequirementChoice], _ share: Set<String>?
  ) -> [Branch] {
    func each(_ parts: [Requirement], need: Int, shares: [Set<String>]? = nil) -> [Branch] {
      parts.indices.flatMap { place in
        var taken = choices
        if need < parts.count {
          let others = parts.indices.filter { $0 != place }.map { parts[$0] }
          taken.append(.parts(need: need, others: others))
        }
        return branches(through: parts[place], of: demand, taken, shares?[place] ?? share)
      }
    }
    switch requirement {
    case .all(let parts): return each(parts, need: parts.count)
    case .any(let parts): return each(parts, need: 1)
    case .atLeast(let need, let parts): return each(parts, need: need)
    case .distinct(let parts):
      // One within another shares out what the outer one's part is given; who gets what there isn't told apart.
      let shares =
        share == nil
        ? SharedOut(timetable, on: demand.day, asker: demand.id, demand.moment).shares(of: parts) : nil
      return each(parts, need: parts.count, shares: shares)
    case .credential, .skill, .credits, .condition: return [Branch(leaf: requirement, choices: choices, share: share)]
    }
  }

  /// What else could meet a leaf that a step meets; `nil` where nothing could.
  func choice(of leaf: Requirement, besides credential: String, _ demand: Demand) -> RequirementChoice? {
    switch leaf {
    case .skill(let skill):
      let teachers = checker.catalog.teachers(of: skill).map { checker.catalog.credentials[$0].id }
      let others = teachers.filter { $0 != credential && $0 != demand.id }
      return others.isEmpty ? nil : .teachers(others: others.sorted())
    case .credits(_, let list):
      let others = Set(list).subtracting([credential]).sorted()
      return others.isEmpty ? nil : .credits(others: others)
    case .credential, .condition, .all, .any, .atLeast, .distinct: return nil
    }
  }
}
