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

  /// `nil` where it was to stop.
  init?(of goals: [Goal], pinned: Set<String>, in catalog: Catalog, unless pulse: inout Pulse) {
    var found: Set<String> = []
    var teachers: [String: [String]] = [:]
    var renewers: [String: [String]] = [:]
    var pending: [String] = []
    func reach(_ id: String) {
      if catalog.hasCredential(id), found.insert(id).inserted { pending.append(id) }
    }
    func follow(_ requirement: Requirement) {
      requirement.visitNames(credential: reach) { skill in
        guard teachers[skill] == nil else { return }
        let found = catalog.teachers(of: skill).map { catalog.credentials[$0].id }.sorted()
        teachers[skill] = found
        for id in found { reach(id) }
      }
    }
    for goal in goals { follow(goal.requires) }
    for id in pinned.sorted() { reach(id) }
    while let id = pending.popLast() {
      if pulse.saysStop() { return nil }
      guard let place = catalog.place(ofCredential: id) else { continue }
      if let requires = catalog.credentials[place].requires { follow(requires) }
      if let corequires = catalog.credentials[place].corequires { follow(corequires) }
      let renewing = catalog.renewers(of: id).map { catalog.credentials[$0].id }.sorted()
      if !renewing.isEmpty { renewers[id] = renewing }
      for renewer in renewing { reach(renewer) }
    }
    self.credentials = found.sorted()
    self.teachers = teachers
    self.renewers = renewers
  }
}
