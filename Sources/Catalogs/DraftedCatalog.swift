/// Every entry of a draft, read field by field; the names in them are still only names.
struct DraftedCatalog {
  var headers: [PlacedHeader] = []
  var providers: [(provider: Provider, idPosition: SourcePosition)] = []
  var skills: [(skill: Skill, idPosition: SourcePosition)] = []
  var credentials: [DraftedCredential] = []
  var goals: [DraftedGoal] = []
  var issues: [CatalogIssue] = []
  /// Ids that an entry of that kind bears or bore, though it is not among those above.
  var leftOut: [CatalogIssue.EntryKind: Set<String>] = [:]
  /// Ids in text that couldn't be read at all.
  var lost: Set<String> = []

  struct PlacedHeader {
    var header: Catalog.Header
    var position: SourcePosition
  }

  init(_ draft: CatalogDraft) {
    // By name, so that neither the order of arguments nor of folders decides which of two equal ids counts.
    let files = draft.files.sorted { $0.name < $1.name }
    for file in files {
      issues += file.issues
      lost.formUnion(file.lostIdentifiers)
    }
    let headers = HeaderReading(files)
    for file in files {
      guard let root = file.root, case .mapping(let entries) = root.content else { continue }
      guard let context = headers.context(of: file) else { continue }
      for entry in entries { readSection(entry, context) }
    }
    self.headers = headers.headers
    issues += headers.issues
  }

  private mutating func readSection(_ section: DraftNode.Entry, _ context: FileContext) {
    guard let kind = DraftedCatalog.sections[section.key], section.value.shape != .nothing else { return }
    guard case .sequence(let items) = section.value.content else {
      issues.append(
        CatalogIssue(
          .wrongType(section.key, expected: "a list", found: section.value.shape), at: section.value.position,
          severity: .error, consequence: .fieldLeftOut))
      return
    }
    for item in items { read(item, as: kind, context) }
  }

  static let sections: [String: CatalogIssue.EntryKind] = [
    "providers": .provider, "skills": .skill, "credentials": .credential, "goals": .goal,
  ]

  private mutating func read(_ node: DraftNode, as kind: CatalogIssue.EntryKind, _ context: FileContext) {
    var reader = EntryReader(context)
    var isRead = false
    switch kind {
    case .provider: isRead = reader.provider(node).map { providers.append($0) } != nil
    case .skill: isRead = reader.skill(node).map { skills.append($0) } != nil
    case .goal: isRead = reader.goal(node).map { goals.append($0) } != nil
    case .credential:
      if let drafted = reader.credential(node), drafted.isSound {
        credentials.append(drafted)
        isRead = true
      }
    case .catalog: break
    }
    issues += reader.issues
    if !isRead, let id = reader.entry?.id { leftOut[kind, default: []].insert(id) }
  }
}
