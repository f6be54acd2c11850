import Catalogs

/// How many goals ask for each skill: by its name, or by a credential that teaches it.
public struct Demand: Sendable {
  private var byName: [String: Int] = [:]
  private var inAll: [String: Int] = [:]

  public init(_ catalog: Catalog) {
    for goal in catalog.goals {
      let named = Set(goal.requires.namedSkills)
      let taught = goal.requires.namedCredentials.flatMap { catalog.credential($0)?.teaches ?? [] }
      for skill in named { byName[skill, default: 0] += 1 }
      for skill in named.union(taught) { inAll[skill, default: 0] += 1 }
    }
  }

  /// Goals that ask for the skill.
  public func goals(askingFor skill: String) -> Int { inAll[skill] ?? 0 }

  /// Goals that ask for it by its name.
  public func goals(naming skill: String) -> Int { byName[skill] ?? 0 }

  /// Its skills, most wanted first; those that nobody asks for last, with 0.
  public func skills(of credential: Credential) -> [(skill: String, goals: Int)] {
    credential.teaches.map { ($0, goals(askingFor: $0)) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}
