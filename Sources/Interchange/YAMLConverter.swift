import Catalogs
import Yams

/// Turns Yams' nodes into draft nodes.
struct YAMLConverter {
  let file: String
  /// Nodes that may still be made: without aliases a text has fewer nodes than bytes, with them there could be any
  /// number ("billion laughs").
  private var budget: Int
  private(set) var issues: [CatalogIssue] = []
  private var isExhausted = false

  init(file: String, budget: Int) {
    self.file = file
    self.budget = budget
  }

  mutating func node(_ node: Node, depth: Int) -> DraftNode {
    let position = place(node.mark)
    budget -= 1
    guard budget > 0, depth <= YAMLFrontEnd.deepest else {
      tell(budget > 0 ? .tooDeep(limit: YAMLFrontEnd.deepest) : .tooManyAliases, at: position)
      return DraftNode(.scalar("", isQuoted: false), at: position)
    }
    switch node {
    case .scalar(let scalar):
      return DraftNode(.scalar(scalar.string, isQuoted: scalar.style != .plain && scalar.style != .any), at: position)
    case .sequence(let sequence):
      var items: [DraftNode] = []
      items.reserveCapacity(sequence.count)
      for item in sequence where !isExhausted { items.append(self.node(item, depth: depth + 1)) }
      return DraftNode(.sequence(items), at: position)
    case .mapping(let mapping):
      return DraftNode(.mapping(entries(mapping, depth: depth)), at: position)
    case .alias:
      return DraftNode(.scalar("", isQuoted: false), at: position)
    }
  }

  private mutating func entries(_ mapping: Node.Mapping, depth: Int) -> [DraftNode.Entry] {
    var entries: [DraftNode.Entry] = []
    entries.reserveCapacity(mapping.count)
    var merged: [DraftNode.Entry] = []
    for (key, value) in mapping where !isExhausted {
      guard case .scalar(let scalar) = key else {
        tell(.syntax("a key should be a word, not a list or a mapping"), at: place(key.mark))
        continue
      }
      let node = node(value, depth: depth + 1)
      if scalar.string == "<<", scalar.style == .plain {
        merged += YAMLConverter.merging(node)
      } else {
        entries.append(DraftNode.Entry(key: scalar.string, keyPosition: place(key.mark), value: node))
      }
    }
    // YAML's merge key: what the mapping says itself comes first.
    for entry in merged where !entries.contains(where: { $0.key == entry.key }) { entries.append(entry) }
    return entries
  }

  private static func merging(_ node: DraftNode) -> [DraftNode.Entry] {
    switch node.content {
    case .mapping(let entries): return entries
    case .sequence(let items): return items.flatMap(merging)
    case .scalar: return []
    }
  }

  private mutating func tell(_ fact: CatalogIssue.Fact, at position: SourcePosition) {
    if budget <= 0 {
      guard !isExhausted else { return }
      isExhausted = true
    }
    issues.append(CatalogIssue(fact, at: position, severity: .error, consequence: .fieldLeftOut))
  }

  private func place(_ mark: Mark?) -> SourcePosition {
    SourcePosition(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}
