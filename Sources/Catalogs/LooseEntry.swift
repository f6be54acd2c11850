/// An entry read by itself, whose names are only names: so a catalog is read that is too large to be held at once.
public struct LooseEntry: Sendable {
  public enum Value: Sendable {
    case provider(Provider)
    case skill(Skill)
    case credential(Credential)
    case goal(Goal)
  }

  public var value: Value
  /// As it was written, to be read again with the rest of what it belongs to.
  public var node: DraftNode
}

/// The entries of one file, with what they take from the header that counts for them.
public struct LooseFile: Sendable {
  /// A header with the currency, credit system and day that count in this file.
  public var header: Catalog.Header?
  public var entries: [LooseEntry] = []
  /// Faults of this file alone: those between files show only where all is read together.
  public var issues: [CatalogIssue] = []

  /// - Parameter beside: files whose headers may count for this one, without their entries.
  public init(_ file: CatalogDraft.File, beside: [CatalogDraft.File] = []) {
    issues = file.issues
    let headers = HeaderReading((beside.filter { $0.name != file.name } + [file]).sorted { $0.name < $1.name })
    guard let root = file.root, case .mapping(let sections) = root.content,
      let context = headers.context(of: file)
    else { return }
    var header = headers.headers.first { $0.header.id == context.catalog }?.header
    header?.currency = context.currency
    header?.creditSystem = context.creditSystem
    header?.asOf = context.asOf
    self.header = header
    issues += headers.issues.filter { $0.position.file == file.name }
    for section in sections {
      guard let kind = DraftedCatalog.sections[section.key], case .sequence(let nodes) = section.value.content
      else { continue }
      for node in nodes { add(node, as: kind, context) }
    }
  }

  private mutating func add(_ node: DraftNode, as kind: CatalogIssue.EntryKind, _ context: FileContext) {
    var reader = EntryReader(context)
    defer { issues += reader.issues }
    var value: LooseEntry.Value?
    switch kind {
    case .provider: value = reader.provider(node).map { .provider($0.provider) }
    case .skill: value = reader.skill(node).map { .skill($0.skill) }
    case .goal: value = reader.goal(node).map { .goal($0.withNames) }
    case .credential:
      if let drafted = reader.credential(node), drafted.isSound { value = .credential(drafted.withNames) }
    case .catalog: break
    }
    if let value { entries.append(LooseEntry(value: value, node: node)) }
  }
}

extension CatalogDraft.File {
  /// What counts for other files too: all but entries.
  public var headerAlone: CatalogDraft.File {
    var file = self
    file.issues = []
    if let root, case .mapping(let fields) = root.content {
      file.root = DraftNode(.mapping(fields.filter { DraftedCatalog.sections[$0.key] == nil }), at: root.position)
    }
    return file
  }
}

extension DraftedCredential {
  /// The credential with every name as it was written, whether anything bears it or not.
  fileprivate var withNames: Credential {
    var credential = credential
    credential.provider = provider?.id
    credential.teaches = teaches.map(\.id)
    credential.excludes = excludes.map(\.id)
    credential.renews = renews.map(\.id)
    credential.requires = requires?.requirement
    credential.recommends = recommends?.requirement
    credential.corequires = corequires?.requirement
    return credential
  }
}

extension DraftedGoal {
  fileprivate var withNames: Goal {
    var goal = goal
    goal.requires = requires.requirement
    return goal
  }
}
