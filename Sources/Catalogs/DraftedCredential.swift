/// A credential as its entry states it, before the names in it are looked up.
struct DraftedCredential {
  /// Without what it names elsewhere: those follow, each with its place.
  var credential: Credential
  /// Of the value of its `id`.
  var idPosition: SourcePosition
  var provider: PlacedRequirement.Name?
  var teaches: [PlacedRequirement.Name]
  var requires: PlacedRequirement?
  var recommends: PlacedRequirement?
  var corequires: PlacedRequirement?
  var excludes: [PlacedRequirement.Name]
  var renews: [PlacedRequirement.Name]
  /// Where its requirement is said, for what concerns it as a whole.
  var requiresPosition: SourcePosition?
  /// False where the entry can't be used; its faults are among the issues.
  var isSound: Bool
}

extension EntryReader {
  static let credentialKeys = [
    "id", "title", "provider", "kind", "cost", "effort", "duration", "delivery", "language", "level", "credits",
    "assessment", "teaches", "requires", "recommends", "corequires", "excludes", "until", "retake", "renews",
    "validity", "quality", "outcomes", "source", "url", "description", "note",
  ]

  mutating func credential(_ node: DraftNode) -> DraftedCredential? {
    guard let (fields, id, idPosition) = opened(node, .credential, knows: EntryReader.credentialKeys) else {
      return nil
    }
    var credential = Credential(
      id: id, title: label(fields, "title", id: id), catalog: context.catalog, position: fields.position)
    credential.kind = word(fields["kind"], "kind", orElse: .readAs("course")) ?? .course
    credential.price = price(fields["cost"])
    credential.workload = workload(fields["effort"])
    credential.duration = duration(fields["duration"])
    credential.delivery = items(fields["delivery"]).compactMap { word($0, "delivery", orElse: .itemLeftOut) }
    credential.languages = items(fields["language"]).compactMap { text($0, "language", orElse: .itemLeftOut) }
    credential.level = level(fields["level"])
    credential.credits = credits(fields["credits"])
    credential.assessment = text(fields["assessment"], "assessment")
    credential.until = date(fields["until"], "until", orElse: .entryLeftOut)
    credential.validity = validity(fields["validity"], currency: credential.price.currency)
    credential.retake = retake(fields["retake"], currency: credential.price.currency)
    credential.quality = endorsements(fields["quality"])
    credential.outcomes = findings(fields["outcomes"])
    credential.source = source(fields["source"])
    return drafted(credential, fields, idPosition)
  }

  private mutating func drafted(
    _ credential: Credential, _ fields: Fields, _ idPosition: SourcePosition
  ) -> DraftedCredential {
    let provider = fields["provider"].flatMap { node in
      identifier(node, "provider", orElse: .fieldLeftOut).map {
        PlacedRequirement.Name(id: $0, position: node.position)
      }
    }
    let teaches = names(fields["teaches"], "teaches")
    let requires = requirement(fields["requires"], "requires", orElse: .entryLeftOut)
    let recommends = requirement(fields["recommends"], "recommends", orElse: .fieldLeftOut)
    let corequires = requirement(fields["corequires"], "corequires", orElse: .entryLeftOut)
    // Whoever wrote that meant another, and what it is nobody can guess.
    if let place = corequires?.place(naming: credential.id) {
      tell(.namesItself("corequires"), at: place, .error, .entryLeftOut)
    }
    let excludes = others(than: credential.id, fields["excludes"], "excludes")
    let renews = others(than: credential.id, fields["renews"], "renews")
    return DraftedCredential(
      credential: credential, idPosition: idPosition, provider: provider, teaches: teaches, requires: requires,
      recommends: recommends, corequires: corequires, excludes: excludes, renews: renews,
      requiresPosition: fields.keyPosition("requires") ?? fields.keyPosition("corequires"), isSound: isSound)
  }

  /// A list of ids without that of the entry itself, which is told.
  private mutating func others(than id: String, _ node: DraftNode?, _ field: String) -> [PlacedRequirement.Name] {
    names(node, field).filter { name in
      if name.id == id { tell(.namesItself(field), at: name.position, .error, .itemLeftOut) }
      return name.id != id
    }
  }

  /// The fields of an entry and its id, without which it is nothing.
  mutating func opened(
    _ node: DraftNode, _ kind: CatalogIssue.EntryKind, knows keys: [String]
  ) -> (fields: Fields, id: String, idPosition: SourcePosition)? {
    isSound = true
    entry = CatalogIssue.EntryName(kind, EntryReader.id(of: node))
    guard let fields = fields(node, kind.rawValue, knows: keys, orElse: .entryLeftOut) else { return nil }
    guard let idNode = fields["id"] else {
      let place = fields.keyPosition("id")
      tell(place == nil ? .missing("id") : .empty("id"), at: place ?? node.position, .error, .entryLeftOut)
      return nil
    }
    guard let id = identifier(idNode, "id", orElse: .entryLeftOut) else { return nil }
    return (fields, id, idNode.position)
  }

  private static func id(of node: DraftNode) -> String? {
    guard case .mapping(let entries) = node.content else { return nil }
    return entries.first { $0.key == "id" }?.value.text?.trimmed
  }

  private mutating func level(_ node: DraftNode?) -> [String: String] {
    guard let node else { return [:] }
    guard case .mapping(let entries) = node.content else {
      guard case .scalar(let text, _) = node.content, !text.trimmed.isEmpty else {
        tell(.wrongType("level", expected: "a mapping such as {eqf: 4}", found: node.shape), at: node.position)
        return [:]
      }
      return ["level": text.trimmed]
    }
    var level: [String: String] = [:]
    for entry in entries where !entry.value.isNothing {
      guard let text = entry.value.text?.trimmed, !text.isEmpty else {
        tell(.wrongType("level", expected: "a number or a text", found: entry.value.shape), at: entry.value.position)
        continue
      }
      level[entry.key] = text
    }
    return level
  }

  private mutating func credits(_ node: DraftNode?) -> Int {
    guard let node, let credits = number(node, "credits", .credits) else { return 0 }
    if context.creditSystem == nil, credits > 0 {
      tell(.missingCreditSystem(catalog: context.catalog), at: node.position, .warning, .nothing)
    }
    return credits
  }
}
