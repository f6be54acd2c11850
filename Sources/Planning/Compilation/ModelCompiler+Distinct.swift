import Catalogs

// `distinct`: a relaxation in gates, from which bounds are made, and a rule that decides.
extension ModelCompiler {
  /// All parts, and enough different credentials for them, and for every few of them that compete for some (Hall 1935):
  /// of what is earned, each can serve one part.
  mutating func distinct(_ parts: [Requirement], askedBy id: String?) -> Truth {
    var links: [GateLink] = []
    for part in parts {
      switch truth(part, askedBy: id) {
      case .always: break
      case .never: return .never
      case .link(let target): links.append(GateLink(target: target, weight: 1))
      }
    }
    var items: [String: Int] = [:]
    let rule = SharingRule(parts.map { rulePart($0, askedBy: id, &items) })
    if rule.canBeMet(where: { $0 == nil }) { return folded(need: links.count, links) }
    guard rule.canBeMet(where: { _ in true }) else { return .never }
    let held = Set(items.filter { learner.earned.keys.contains($0.key) }.values)
    for group in rule.competing {
      let gate = countingGate(group, held)
      // More than there are can't be asked for: the rule itself could be met.
      if gate.need > 0 { links.append(GateLink(target: .gate(add(gate)), weight: 1)) }
    }
    var whole = countingGate(rule, held)
    model.rules.append(rule)
    whole.rule = model.rules.count - 1
    links.append(GateLink(target: .gate(add(whole)), weight: 1))
    return folded(need: links.count, links)
  }

  /// How many credentials those parts need at the least, of all that any of them may be given.
  private func countingGate(_ rule: SharingRule, _ held: Set<Int>) -> Gate {
    let entries = rule.entries
    var seen: Set<GateLink.Target> = []
    let targets = entries.compactMap(\.leaf).filter { seen.insert($0).inserted }
    return Gate(
      need: max(0, rule.fewestItems - held.intersection(entries.map(\.item)).count),
      links: targets.map { GateLink(target: $0, weight: 1) })
  }

  private mutating func rulePart(
    _ requirement: Requirement, askedBy id: String?, _ items: inout [String: Int]
  ) -> SharingRule.Part {
    switch requirement {
    case .credential(let name, let active):
      guard let leaf = active ? activeRuleLeaf(name) : ruleLeaf(name) else { return .never }
      return .items(need: 1, [SharingRule.Entry(item: number(name, &items), weight: 1, leaf: leaf.target)])
    case .skill(let skill):
      if learner.knows.contains(skill) { return .always }
      return entries(1, (relevance.teachers[skill] ?? []).filter { $0 != id }, &items) { _ in 1 }
    case .all(let parts): return .atLeast(parts.count, of: parts.map { rulePart($0, askedBy: id, &items) })
    case .any(let parts): return .atLeast(1, of: parts.map { rulePart($0, askedBy: id, &items) })
    case .atLeast(let need, let parts): return .atLeast(need, of: parts.map { rulePart($0, askedBy: id, &items) })
    case .distinct(let parts): return .distinct(parts.map { rulePart($0, askedBy: id, &items) })
    case .credits(let need, let list):
      let catalog = catalog
      return entries(need.clampedCredits, Set(list).sorted(), &items) {
        (catalog.credential($0)?.credits ?? 0).clampedCredits
      }
    case .condition(let text): return denied.contains(Problem.normalized(text)) ? .never : .always
    }
  }

  private func entries(
    _ need: Int, _ names: [String], _ items: inout [String: Int], _ weight: (String) -> Int
  ) -> SharingRule.Part {
    var entries: [SharingRule.Entry] = []
    for name in names where weight(name) > 0 {
      guard let leaf = ruleLeaf(name) else { continue }
      entries.append(SharingRule.Entry(item: number(name, &items), weight: weight(name), leaf: leaf.target))
    }
    return .items(need: need, entries)
  }

  private func number(_ name: String, _ items: inout [String: Int]) -> Int {
    if let known = items[name] { return known }
    items[name] = items.count
    return items.count - 1
  }

  /// What a leaf waits for: nothing where it is held for ever.
  private struct Leaf { var target: GateLink.Target? }

  /// `nil` where it can't be had.
  private func ruleLeaf(_ name: String) -> Leaf? {
    if learner.earned.keys.contains(name) { return Leaf(target: nil) }
    return indices[name]?.first.map { Leaf(target: .activity($0)) }
  }

  private mutating func activeRuleLeaf(_ name: String) -> Leaf? {
    switch activeLeaf(name) {
    case .always: return Leaf(target: nil)
    case .never: return nil
    case .link(let target): return Leaf(target: target)
    }
  }
}
