/// What must hold before a credential starts, or for a goal to be reached.
///
/// The meaning of each case is fixed by the contract (*The pathway problem*, "What a catalog gives").
public indirect enum Requirement: Hashable, Sendable {
  /// That credential is finished; where `active`, it must also not have lapsed at the moment it is used.
  case credential(String, active: Bool)
  /// Any finished credential that teaches the skill, other than the one requiring it.
  case skill(String)
  case all([Requirement])
  case any([Requirement])
  case atLeast(Int, of: [Requirement])
  /// Every part, and no credential counts for two of them.
  case distinct([Requirement])
  /// Finished credentials of the list bear at least this much credit together, in hundredths of a credit.
  case credits(Int, from: [String])
  /// Something no credential gives, such as years of experience.
  case condition(String)
}

extension Requirement {
  /// Every credential the requirement names, in the order of its text, with repetitions.
  public var namedCredentials: [String] {
    switch self {
    case .credential(let id, _): return [id]
    case .skill, .condition: return []
    case .all(let parts), .any(let parts), .atLeast(_, let parts), .distinct(let parts):
      return parts.flatMap(\.namedCredentials)
    case .credits(_, let list): return list
    }
  }

  /// Every credential and skill the requirement names, in the order of its text, with repetitions.
  public func visitNames(credential: (String) -> Void, skill: (String) -> Void) {
    switch self {
    case .credential(let id, _): credential(id)
    case .skill(let id): skill(id)
    case .condition: break
    case .all(let parts), .any(let parts), .atLeast(_, let parts), .distinct(let parts):
      for part in parts { part.visitNames(credential: credential, skill: skill) }
    case .credits(_, let list): for id in list { credential(id) }
    }
  }

  /// Every skill the requirement names, in the order of its text, with repetitions.
  public var namedSkills: [String] {
    switch self {
    case .skill(let id): return [id]
    case .credential, .condition, .credits: return []
    case .all(let parts), .any(let parts), .atLeast(_, let parts), .distinct(let parts):
      return parts.flatMap(\.namedSkills)
    }
  }

  /// Every condition the requirement names, in the order of its text, with repetitions.
  public var namedConditions: [String] {
    switch self {
    case .condition(let text): return [text]
    case .credential, .skill, .credits: return []
    case .all(let parts), .any(let parts), .atLeast(_, let parts), .distinct(let parts):
      return parts.flatMap(\.namedConditions)
    }
  }
}
