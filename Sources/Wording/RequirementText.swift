import Catalogs

/// A requirement in words, one part a line.
public struct RequirementText {
  public var catalog: Catalog
  /// Whether ids stand behind titles, for whoever goes on to type them.
  public var namesIDs: Bool

  public init(catalog: Catalog, namesIDs: Bool = true) { (self.catalog, self.namesIDs) = (catalog, namesIDs) }

  public func lines(_ requirement: Requirement) -> [String] { lines(requirement, depth: 0) }

  private func lines(_ requirement: Requirement, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    func group(_ title: String, _ parts: [Requirement]) -> [String] {
      if parts.count == 1 { return lines(parts[0], depth: depth) }
      return [indent + title] + parts.flatMap { lines($0, depth: depth + 1) }
    }
    switch requirement {
    case .credential(let id, let active):
      return [indent + credential(id) + (active ? ", still valid" : "")]
    case .skill(let id): return [indent + "the skill \(catalog.skillName(id))"]
    case .condition(let text): return [indent + text]
    case .all(let parts):
      return depth == 0 ? parts.flatMap { lines($0, depth: depth) } : group("all of", parts)
    case .any(let parts): return group("one of", parts)
    case .atLeast(let need, let parts):
      return [indent + "at least \(need) of"] + parts.flatMap { lines($0, depth: depth + 1) }
    case .distinct(let parts): return group("all of, each by a credential of its own", parts)
    case .credits(let need, let list):
      return [indent + "\(Amounts.hundredths(need)) credits from"] + list.map { "\(indent)  \(credential($0))" }
    }
  }

  /// In one line: `Alpha`, `the skill Networking`, `Alpha and Beta`.
  public func phrase(_ requirement: Requirement) -> String {
    switch requirement {
    case .credential(let id, _): return credential(id)
    case .skill(let id): return "the skill \(catalog.skillName(id))"
    case .condition(let text): return text
    case .all(let parts), .distinct(let parts): return Amounts.list(parts.map(phrase))
    case .any(let parts): return Amounts.list(parts.map(phrase), "or")
    case .atLeast(let need, let parts): return "\(need) of \(Amounts.list(parts.map(phrase)))"
    case .credits(let need, _): return "\(Amounts.hundredths(need)) credits"
    }
  }

  private func credential(_ id: String) -> String {
    guard let title = catalog.credential(id)?.title else { return "\(id) (in none of these catalogs)" }
    return title == id || !namesIDs ? title : "\(title) (\(id))"
  }
}
