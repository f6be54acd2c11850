import Catalogs

/// What leads to an entry and what it leads to, by the requirements of a catalog.
struct Links {
  private let catalog: Catalog

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// Credentials that a requirement names, and those that teach a skill it names, each once in the order of its text.
  func leading(to requirement: Requirement?) -> [String] {
    guard let requirement else { return [] }
    var seen: Set<String> = []
    let teachers = requirement.namedSkills.flatMap { skill in
      catalog.credentials.filter { $0.teaches.contains(skill) }.map(\.id)
    }
    return (requirement.namedCredentials + teachers).filter { seen.insert($0).inserted }
  }

  /// Ids of the credentials that need the credential, or a skill it teaches.
  func credentials(after credential: Credential) -> [String] {
    catalog.credentials.filter { other in
      other.id != credential.id
        && [other.requires, other.corequires].contains { uses($0, credential.id, credential.teaches) }
    }.map(\.id)
  }

  /// Ids of the goals that ask for the credential, or for a skill it teaches.
  func goals(after credential: Credential) -> [String] {
    catalog.goals.filter { uses($0.requires, credential.id, credential.teaches) }.map(\.id)
  }

  func teachers(of skill: String) -> [String] {
    catalog.credentials.filter { $0.teaches.contains(skill) }.map(\.id)
  }

  func users(of skill: String) -> (goals: [String], credentials: [String]) {
    let goals = catalog.goals.filter { uses($0.requires, nil, [skill]) }.map(\.id)
    let credentials = catalog.credentials.filter { credential in
      [credential.requires, credential.corequires].contains { uses($0, nil, [skill]) }
    }
    return (goals, credentials.map(\.id))
  }

  private func uses(_ requirement: Requirement?, _ id: String?, _ skills: [String]) -> Bool {
    guard let requirement else { return false }
    if let id, requirement.namedCredentials.contains(id) { return true }
    return !skills.isEmpty && requirement.namedSkills.contains(where: skills.contains)
  }
}
