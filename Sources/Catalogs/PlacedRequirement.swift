/// A requirement whose every part knows its place.
struct PlacedRequirement {
  struct Name {
    var id: String
    var position: SourcePosition
  }

  indirect enum Kind {
    case credential(String, active: Bool)
    case skill(String)
    case all([PlacedRequirement])
    case any([PlacedRequirement])
    case atLeast(Int, of: [PlacedRequirement])
    case distinct([PlacedRequirement])
    /// Hundredths of a credit.
    case credits(Int, from: [Name])
    case condition(String)
  }

  var kind: Kind
  var position: SourcePosition

  var requirement: Requirement {
    switch kind {
    case .credential(let id, let active): return .credential(id, active: active)
    case .skill(let id): return .skill(id)
    case .all(let parts): return .all(parts.map(\.requirement))
    case .any(let parts): return .any(parts.map(\.requirement))
    case .atLeast(let need, let parts): return .atLeast(need, of: parts.map(\.requirement))
    case .distinct(let parts): return .distinct(parts.map(\.requirement))
    case .credits(let need, let list): return .credits(need, from: list.map(\.id))
    case .condition(let text): return .condition(text)
    }
  }
}

extension PlacedRequirement {
  /// Where it names a credential first.
  func place(naming id: String) -> SourcePosition? {
    switch kind {
    case .credential(let own, _): return own == id ? position : nil
    case .all(let parts), .any(let parts), .atLeast(_, let parts), .distinct(let parts):
      return parts.lazy.compactMap { $0.place(naming: id) }.first
    case .credits(_, let list): return list.first { $0.id == id }?.position
    case .skill, .condition: return nil
    }
  }
}

extension EntryReader {
  /// The keys of which a requirement has exactly one.
  static let connectives = ["credential", "skill", "all", "any", "atLeast", "distinct", "credits", "condition"]
  static let requirementKeys = connectives + ["of", "from", "active", "note"]

  /// A requirement in any of its forms, or `nil` where none or an unreadable one is written.
  ///
  /// `consequence` says what an unreadable one means: for `requires` the entry can't be used, since without it the
  /// entry would be easier to have than the catalog says.
  mutating func requirement(
    _ node: DraftNode?, _ field: String, orElse consequence: CatalogIssue.Consequence
  ) -> PlacedRequirement? {
    guard let node else { return nil }
    switch node.content {
    case .scalar:
      return identifier(node, field, orElse: consequence).map {
        PlacedRequirement(kind: .credential($0, active: false), position: node.position)
      }
    case .sequence(let items):
      return parts(items, field, consequence).map { PlacedRequirement(kind: .all($0), position: node.position) }
    case .mapping:
      return connective(node, field, consequence)
    }
  }

  private mutating func parts(
    _ items: [DraftNode], _ field: String, _ consequence: CatalogIssue.Consequence
  ) -> [PlacedRequirement]? {
    // Every part is read even after a bad one, so that all faults are told.
    let parts = items.map { requirement($0, field, orElse: consequence) }
    return parts.contains { $0 == nil } ? nil : parts.compactMap { $0 }
  }

  private mutating func connective(
    _ node: DraftNode, _ field: String, _ consequence: CatalogIssue.Consequence
  ) -> PlacedRequirement? {
    guard let fields = fields(node, field, knows: EntryReader.requirementKeys, orElse: consequence) else { return nil }
    let present = EntryReader.connectives.filter { fields[$0] != nil }
    guard let key = present.first, present.count == 1, let value = fields[key] else {
      tell(.notOneRequirement(present), at: node.position, .error, consequence)
      return nil
    }
    for (helper, owner) in [("of", "atLeast"), ("from", "credits"), ("active", "credential")]
    where owner != key && fields[helper] != nil {
      tell(.without(helper, owner), at: fields.keyPosition(helper) ?? node.position, .error, consequence)
      return nil
    }
    return kind(key, value, fields, consequence).map { PlacedRequirement(kind: $0, position: value.position) }
  }

  private mutating func kind(
    _ key: String, _ value: DraftNode, _ fields: Fields, _ consequence: CatalogIssue.Consequence
  ) -> PlacedRequirement.Kind? {
    switch key {
    case "credential":
      guard let id = identifier(value, key, orElse: consequence) else { return nil }
      guard let node = fields["active"] else { return .credential(id, active: false) }
      return boolean(node, "active", orElse: consequence).map { .credential(id, active: $0) }
    case "skill":
      return identifier(value, key, orElse: consequence).map { .skill($0) }
    case "condition":
      return text(value, key, orElse: consequence).map { .condition($0) }
    case "all":
      return parts(items(value), key, consequence).map { .all($0) }
    case "any":
      guard let parts = parts(items(value), key, consequence) else { return nil }
      if parts.isEmpty { tell(.emptyChoice, at: value.position, .error, .neverMet) }
      return .any(parts)
    case "distinct":
      return parts(items(value), key, consequence).map { .distinct($0) }
    case "atLeast":
      return atLeast(value, fields, consequence)
    default:
      return credits(value, fields, consequence)
    }
  }

  private mutating func atLeast(
    _ value: DraftNode, _ fields: Fields, _ consequence: CatalogIssue.Consequence
  ) -> PlacedRequirement.Kind? {
    guard let of = fields["of"] else {
      tell(.without("atLeast", "of"), at: fields.keyPosition("atLeast") ?? fields.position, .error, consequence)
      return nil
    }
    let parts = parts(items(of), "of", consequence)
    guard let need = number(value, "atLeast", .count(upTo: 1_000_000), orElse: consequence), let parts else {
      return nil
    }
    if need == 0 {
      tell(.asksForNothing("atLeast"), at: value.position, .error, consequence)
      return nil
    }
    if need > parts.count {
      tell(.atLeastMoreThanOffered(need: need, offered: parts.count), at: value.position, .error, .neverMet)
    }
    return .atLeast(need, of: parts)
  }

  private mutating func credits(
    _ value: DraftNode, _ fields: Fields, _ consequence: CatalogIssue.Consequence
  ) -> PlacedRequirement.Kind? {
    guard let from = fields["from"] else {
      tell(.without("credits", "from"), at: fields.keyPosition("credits") ?? fields.position, .error, consequence)
      return nil
    }
    let list = names(from, "from")
    guard let need = number(value, "credits", .credits, orElse: consequence) else { return nil }
    if need == 0 {
      tell(.asksForNothing("credits"), at: value.position, .error, consequence)
      return nil
    }
    return .credits(need, from: list)
  }

  /// A list of ids with their places; one that stands there twice counts once.
  mutating func names(_ node: DraftNode?, _ field: String) -> [PlacedRequirement.Name] {
    var seen: Set<String> = []
    return items(node).compactMap { item in
      guard let id = identifier(item, field) else { return nil }
      guard seen.insert(id).inserted else {
        tell(.repeated(id), at: item.position, .warning, .nothing)
        return nil
      }
      return PlacedRequirement.Name(id: id, position: item.position)
    }
  }
}
