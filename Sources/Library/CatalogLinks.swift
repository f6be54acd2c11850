import Catalogs

/// What leads to each entry of a catalog and what it leads to, by its requirements; made once, to be followed.
public struct CatalogLinks: Sendable {
  private var teachers: [String: [String]] = [:]
  /// Ids of goals and credentials that name a credential or a skill, in the order of the catalog.
  private var askers: [String: [String]] = [:]
  private let catalog: Catalog

  public init(_ catalog: Catalog) {
    self.catalog = catalog
    for credential in catalog.credentials {
      for skill in Set(credential.teaches) { teachers[skill, default: []].append(credential.id) }
    }
    for goal in catalog.goals { note(goal.id, asks: [goal.requires]) }
    for credential in catalog.credentials { note(credential.id, asks: [credential.requires, credential.corequires]) }
  }

  private mutating func note(_ id: String, asks: [Requirement?]) {
    let asks = asks.compactMap { $0 }
    for name in Set(asks.flatMap(\.namedCredentials)) where name != id { askers[name, default: []].append(id) }
    for skill in Set(asks.flatMap(\.namedSkills)) { askers[CatalogLinks.key(skill), default: []].append(id) }
  }

  // A skill may bear the id of a credential.
  private static func key(_ skill: String) -> String { "\u{0}" + skill }

  /// Credentials that a requirement names, then those that teach a skill it names, each once.
  public func leading(to requirement: Requirement?) -> [String] {
    guard let requirement else { return [] }
    var seen: Set<String> = []
    let taught = requirement.namedSkills.flatMap { teachers[$0] ?? [] }
    return (requirement.namedCredentials + taught).filter {
      catalog.credential($0) != nil && seen.insert($0).inserted
    }
  }

  public func teachers(of skill: String) -> [String] { teachers[skill] ?? [] }

  /// Goals, then credentials, that ask for the skill.
  public func askers(ofSkill skill: String) -> [String] { askers[CatalogLinks.key(skill)] ?? [] }

  /// Goals and credentials that ask for the credential, then those that ask for a skill it teaches, each once.
  public func askers(after credential: Credential) -> [String] {
    var seen: Set<String> = [credential.id]
    let named = [credential.id] + credential.teaches.map(CatalogLinks.key)
    return named.flatMap { askers[$0] ?? [] }.filter { seen.insert($0).inserted }
  }
}
