/// What bears which id, for looking names up and for guessing what a wrong one meant.
struct NameTable {
  private let known: [CatalogIssue.EntryKind: Set<String>]
  private let leftOut: [CatalogIssue.EntryKind: Set<String>]
  private let lost: Set<String>
  private let nearest: [CatalogIssue.EntryKind: NearestName.Index]

  /// - Parameter isGuessing: whether what may have been meant is wanted.
  init(_ drafted: DraftedCatalog, isGuessing: Bool = true) {
    let ids: [CatalogIssue.EntryKind: [String]] = [
      .provider: drafted.providers.map(\.provider.id), .skill: drafted.skills.map(\.skill.id),
      .credential: drafted.credentials.map(\.credential.id), .goal: drafted.goals.map(\.goal.id),
    ]
    self.known = ids.mapValues(Set.init)
    self.leftOut = drafted.leftOut
    self.lost = drafted.lost
    // What is left out for another fault may still be what was meant.
    let guessed = isGuessing ? ids : [:]
    self.nearest = Dictionary(
      uniqueKeysWithValues: guessed.map { ($0, NearestName.Index(Set($1).union(drafted.leftOut[$0] ?? []))) })
  }

  func knows(_ id: String, _ kind: CatalogIssue.EntryKind) -> Bool { known[kind]?.contains(id) ?? false }

  /// Why nothing bears that id.
  func fault(_ id: String, _ kind: CatalogIssue.EntryKind) -> CatalogIssue.Fact {
    if leftOut[kind]?.contains(id) ?? false || lost.contains(id) { return .leftOutIdentifier(kind, id) }
    return .unknownIdentifier(kind, id, nearest: nearest[kind]?.nearest(to: id))
  }
}

/// Looks up every name that entries mention, and puts what is found into them.
struct Resolution {
  private(set) var issues: [CatalogIssue] = []
  private let names: NameTable
  /// Guessing takes time in proportion to the number of names; the same wrong name is guessed at once only.
  private var faults: [String: CatalogIssue.Fact] = [:]
  private var entry: CatalogIssue.EntryName?

  init(_ names: NameTable) { self.names = names }

  mutating func resolve(_ drafted: inout DraftedCatalog) {
    for index in drafted.credentials.indices { resolve(&drafted.credentials[index]) }
    for index in drafted.goals.indices {
      entry = CatalogIssue.EntryName(.goal, drafted.goals[index].goal.id)
      check(drafted.goals[index].requires, .neverMet)
      drafted.goals[index].requires = resolved(drafted.goals[index].requires)
      drafted.goals[index].goal.requires = drafted.goals[index].requires.requirement
    }
  }

  private mutating func resolve(_ drafted: inout DraftedCredential) {
    entry = CatalogIssue.EntryName(.credential, drafted.credential.id)
    if let provider = drafted.provider {
      drafted.credential.provider = look(provider, .provider, .fieldLeftOut) ? provider.id : nil
    }
    drafted.credential.teaches = found(drafted.teaches, .skill)
    drafted.credential.excludes = found(drafted.excludes, .credential)
    drafted.credential.renews = found(drafted.renews, .credential)
    if let recommends = drafted.recommends { check(recommends, .nothing) }
    if let requires = drafted.requires { check(requires, .neverMet) }
    if let corequires = drafted.corequires { check(corequires, .neverMet) }
    drafted.requires = drafted.requires.map(resolved)
    drafted.corequires = drafted.corequires.map(resolved)
    drafted.credential.recommends = drafted.recommends?.requirement
    drafted.credential.requires = drafted.requires?.requirement
    drafted.credential.corequires = drafted.corequires?.requirement
  }

  /// The requirement without those sources of credits that don't exist.
  private func resolved(_ requirement: PlacedRequirement) -> PlacedRequirement {
    var result = requirement
    switch requirement.kind {
    case .credential, .skill, .condition: break
    case .all(let parts): result.kind = .all(parts.map(resolved))
    case .distinct(let parts): result.kind = .distinct(parts.map(resolved))
    case .any(let parts): result.kind = .any(parts.map(resolved))
    case .atLeast(let need, let parts): result.kind = .atLeast(need, of: parts.map(resolved))
    case .credits(let need, let list):
      result.kind = .credits(need, from: list.filter { names.knows($0.id, .credential) })
    }
    return result
  }

  private mutating func check(_ requirement: PlacedRequirement, _ consequence: CatalogIssue.Consequence) {
    switch requirement.kind {
    case .credential(let id, _):
      _ = look(.init(id: id, position: requirement.position), .credential, consequence)
    case .skill(let id):
      _ = look(.init(id: id, position: requirement.position), .skill, consequence)
    case .all(let parts), .any(let parts), .atLeast(_, let parts), .distinct(let parts):
      for part in parts { check(part, consequence) }
    case .credits(_, let list): _ = found(list, .credential)
    case .condition: break
    }
  }

  private mutating func found(_ list: [PlacedRequirement.Name], _ kind: CatalogIssue.EntryKind) -> [String] {
    list.filter { look($0, kind, .itemLeftOut) }.map(\.id)
  }

  private mutating func look(
    _ name: PlacedRequirement.Name, _ kind: CatalogIssue.EntryKind, _ consequence: CatalogIssue.Consequence
  ) -> Bool {
    if names.knows(name.id, kind) { return true }
    let key = "\(kind) \(name.id)"
    let fact = faults[key] ?? names.fault(name.id, kind)
    faults[key] = fact
    issues.append(
      CatalogIssue(fact, at: name.position, severity: .error, entry: entry, consequence: consequence))
    return false
  }
}
