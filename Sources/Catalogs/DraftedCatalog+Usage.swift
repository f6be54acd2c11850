extension DraftedCatalog {
  /// More of one catalog than this are told in one sentence.
  private static let mostToldAlone = 12

  /// Warnings about credentials that lead nowhere: no goal and no other credential names them, their skills are
  /// asked for nowhere, and they are no end in themselves.
  ///
  /// A catalog without goals of its own is a collection to choose from, where nothing is said. An end in itself is
  /// what crowns something: a stack, program, degree, license, membership or certification with requirements.
  func usageIssues() -> [CatalogIssue] {
    let catalogsWithGoals = Set(goals.map(\.goal.catalog))
    let (credentialsUsed, skillsUsed) = used
    let idle = credentials.filter { drafted in
      let credential = drafted.credential
      return catalogsWithGoals.contains(credential.catalog) && !DraftedCatalog.isEndInItself(credential)
        && credentialsUsed[credential.id, default: []].subtracting([credential.id]).isEmpty
        && credential.teaches.allSatisfy { skillsUsed[$0, default: []].subtracting([credential.id]).isEmpty }
        && credential.renews.isEmpty
    }
    return Dictionary(grouping: idle, by: \.credential.catalog).flatMap { catalog, idle in
      idle.count > DraftedCatalog.mostToldAlone ? [summary(idle, of: catalog)] : idle.map(DraftedCatalog.issue)
    }
  }

  private static func isEndInItself(_ credential: Credential) -> Bool {
    switch credential.kind {
    case .stack, .program, .degree, .license, .membership, .certification, .certificate:
      return credential.requires != nil
    case .badge, .course, .microcredential, .exam: return false
    }
  }

  /// Who names each credential and each skill; goals under an id that no credential can bear.
  private var used: (credentials: [String: Set<String>], skills: [String: Set<String>]) {
    var credentialsUsed: [String: Set<String>] = [:]
    var skillsUsed: [String: Set<String>] = [:]
    func note(_ requirement: Requirement?, by asker: String) {
      guard let requirement else { return }
      for id in requirement.namedCredentials { credentialsUsed[id, default: []].insert(asker) }
      for id in requirement.namedSkills { skillsUsed[id, default: []].insert(asker) }
    }
    for goal in goals { note(goal.goal.requires, by: "") }
    for drafted in credentials {
      let credential = drafted.credential
      for part in [credential.requires, credential.corequires, credential.recommends] { note(part, by: credential.id) }
    }
    return (credentialsUsed, skillsUsed)
  }

  private static func issue(_ drafted: DraftedCredential) -> CatalogIssue {
    CatalogIssue(
      .leadsNowhere(drafted.credential.id), at: drafted.credential.position ?? drafted.idPosition, severity: .warning,
      entry: CatalogIssue.EntryName(.credential, drafted.credential.id))
  }

  private func summary(_ idle: [DraftedCredential], of catalog: String) -> CatalogIssue {
    let first = idle.map(\.idPosition).min() ?? SourcePosition(file: catalog, line: 1, column: 1)
    let place = headers.first { $0.header.id == catalog }?.position ?? first
    return CatalogIssue(
      .manyLeadNowhere(count: idle.count, examples: Array(idle.map(\.credential.id).sorted().prefix(3))), at: place,
      severity: .warning, entry: CatalogIssue.EntryName(.catalog, catalog))
  }
}
