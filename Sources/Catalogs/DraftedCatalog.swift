/// Every entry of a draft, read field by field; the names in them are still only names.
struct DraftedCatalog: Sendable {
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

  init(_ draft: CatalogDraft, _ spreading: Spreading = .none) {
    // By name, so that neither the order of arguments nor of folders decides which of two equal ids counts.
    let files = draft.files.sorted { $0.name < $1.name }
    for file in files {
      issues += file.issues
      lost.formUnion(file.lostIdentifiers)
    }
    let headers = HeaderReading(files)
    let parts = spreading.map(files.count) { DraftedCatalog(files[$0], headers.context(of: files[$0])) }
    for part in parts { add(part) }
    self.headers = headers.headers
    issues += headers.issues
  }

  private mutating func add(_ part: DraftedCatalog) {
    providers += part.providers
    skills += part.skills
    credentials += part.credentials
    goals += part.goals
    issues += part.issues
    for (kind, ids) in part.leftOut { leftOut[kind, default: []].formUnion(ids) }
  }

  static let sections: [String: CatalogIssue.EntryKind] = [
    "providers": .provider, "skills": .skill, "credentials": .credential, "goals": .goal,
  ]
}

// The entries of one file, which need nothing of the others to be read.
extension DraftedCatalog {
  private init(_ file: CatalogDraft.File, _ context: FileContext?) {
    guard let root = file.root, case .mapping(let entries) = root.content, let context else { return }
    for entry in entries { readSection(entry, context) }
  }

  private mutating func readSection(_ section: DraftNode.Entry, _ context: FileContext) {
    guard let kind = DraftedCatalog.sections[section.key], !section.value.isNothing else { return }
    guard case .sequence(let items) = section.value.content else {
      issues.append(
        CatalogIssue(
          .wrongType(section.key, expected: "a list", found: section.value.shape), at: section.value.position,
          severity: .error, consequence: .fieldLeftOut))
      return
    }
    for item in items { read(item, as: kind, context) }
  }

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
