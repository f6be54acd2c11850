import Catalogs

/// What could matter to the goals: everything their requirements name, what that requires in turn, who teaches the
/// skills asked for, and what renews any of it. Nothing else can be part of an irredundant pathway.
struct Relevance {
  /// Ids of credentials, sorted.
  let credentials: [String]
  /// Ids of the credentials that teach a skill, sorted, for the skills asked for.
  let teachers: [String: [String]]
  /// Ids of the credentials that renew a credential, sorted.
  let renewers: [String: [String]]

  init(of goals: [Goal], pinned: Set<String>, in catalog: Catalog) {
    var teachersOfAll: [String: [String]] = [:]
    var renewers: [String: [String]] = [:]
    for credential in catalog.credentials {
      // Most renew nothing, and many teach nothing that is named: no set is made of nothing.
      if !credential.teaches.isEmpty {
        for skill in Set(credential.teaches) { teachersOfAll[skill, default: []].append(credential.id) }
      }
      if !credential.renews.isEmpty {
        for other in Set(credential.renews) { renewers[other, default: []].append(credential.id) }
      }
    }
    var found: Set<String> = []
    var teachers: [String: [String]] = [:]
    var pending: [String] = []
    func reach(_ id: String) {
      if catalog.hasCredential(id), found.insert(id).inserted { pending.append(id) }
    }
    func follow(_ requirement: Requirement) {
      requirement.visitNames(credential: reach) { skill in
        guard teachers[skill] == nil else { return }
        let found = (teachersOfAll[skill] ?? []).sorted()
        teachers[skill] = found
        for id in found { reach(id) }
      }
    }
    for goal in goals { follow(goal.requires) }
    for id in pinned.sorted() { reach(id) }
    while let id = pending.popLast() {
      guard let credential = catalog.credential(id) else { continue }
      if let requires = credential.requires { follow(requires) }
      if let corequires = credential.corequires { follow(corequires) }
      for renewer in renewers[id] ?? [] { reach(renewer) }
    }
    self.credentials = found.sorted()
    self.teachers = teachers
    self.renewers = renewers.mapValues { $0.sorted() }
  }
}
