extension CatalogDraft {
  /// The catalog of everything sound in these files, and every fault in them at once.
  ///
  /// What is left out and why is part of each issue. A name in a requirement that nothing bears stays there and is
  /// never satisfied: dropping it would make the requirement easier than its author meant.
  ///
  /// - Parameter spreading: reads several files at once where it has threads.
  public func validated(_ spreading: Spreading = .none) -> ValidatedCatalog {
    var drafted = DraftedCatalog(self, spreading)
    drafted.removeDuplicates()
    let names = NameTable(drafted)
    var resolution = Resolution(names)
    resolution.resolve(&drafted)
    drafted.issues += resolution.issues
    let graph = RequirementGraph(drafted)
    drafted.issues += graph.reachabilityIssues(drafted)
    drafted.issues += drafted.usageIssues()
    return ValidatedCatalog(catalog: drafted.catalog, issues: drafted.orderedIssues)
  }

  /// The same catalog for whoever asks for no faults: nothing is looked for besides, and nothing is guessed.
  public var sound: Catalog {
    var drafted = DraftedCatalog(self, .none)
    drafted.removeDuplicates()
    var resolution = Resolution(NameTable(drafted, isGuessing: false))
    resolution.resolve(&drafted)
    return drafted.catalog
  }
}

extension DraftedCatalog {
  /// Of two entries of a kind with one id the first in the files counts.
  mutating func removeDuplicates() {
    func unique<Entry>(
      _ entries: [Entry], _ kind: CatalogIssue.EntryKind, _ key: (Entry) -> (id: String, position: SourcePosition)
    ) -> [Entry] {
      var first: [String: SourcePosition] = [:]
      return entries.filter { entry in
        let (id, position) = key(entry)
        guard let known = first[id] else {
          first[id] = position
          return true
        }
        issues.append(
          CatalogIssue(
            .duplicateIdentifier(kind, id, first: known), at: position, severity: .error,
            entry: CatalogIssue.EntryName(kind, id), consequence: .entryLeftOut))
        return false
      }
    }
    providers = unique(providers, .provider) { ($0.provider.id, $0.idPosition) }
    skills = unique(skills, .skill) { ($0.skill.id, $0.idPosition) }
    credentials = unique(credentials, .credential) { ($0.credential.id, $0.idPosition) }
    goals = unique(goals, .goal) { ($0.goal.id, $0.idPosition) }
    warnOfShadowedCredentials()
  }

  /// A credential can be named wherever a goal can, unless a goal of the same id means something else.
  private mutating func warnOfShadowedCredentials() {
    let places = Dictionary(
      credentials.map { ($0.credential.id, $0.idPosition) }, uniquingKeysWith: { first, _ in first })
    for goal in goals where goal.requires.requirement != .credential(goal.goal.id, active: false) {
      guard let place = places[goal.goal.id] else { continue }
      issues.append(
        CatalogIssue(
          .duplicateIdentifier(.credential, goal.goal.id, first: place), at: goal.idPosition, severity: .warning,
          entry: CatalogIssue.EntryName(.goal, goal.goal.id)))
    }
  }

  var catalog: Catalog {
    Catalog(
      headers: headers.map(\.header), providers: providers.map(\.provider), skills: skills.map(\.skill),
      credentials: credentials.map(\.credential), goals: goals.map(\.goal))
  }

  /// By place; each said once, and of a missing credit system only the first place where it is missed.
  var orderedIssues: [CatalogIssue] {
    var seen: Set<CatalogIssue> = []
    var catalogs: Set<String> = []
    return issues.sorted().filter { issue in
      if case .missingCreditSystem(let catalog) = issue.fact, !catalogs.insert(catalog).inserted { return false }
      return seen.insert(issue).inserted
    }
  }
}
