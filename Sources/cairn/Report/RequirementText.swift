import Catalogs

/// A requirement in words, one part a line.
struct RequirementText {
  var catalog: Catalog

  func lines(_ requirement: Requirement) -> [String] { lines(requirement, depth: 0) }

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
    case .credits(let need, let list):
      return [indent + "\(Amounts.hundredths(need)) credits from"] + list.map { "\(indent)  \(credential($0))" }
    }
  }

  private func credential(_ id: String) -> String {
    guard let title = catalog.credential(id)?.title else { return "\(id) (in none of these catalogs)" }
    return title == id ? id : "\(title) (\(id))"
  }
}

extension JSONValue {
  /// As the catalog format writes it.
  init(_ requirement: Requirement) {
    switch requirement {
    case .credential(let id, let active):
      self = .object([("credential", .string(id))] + (active ? [("active", .bool(true))] : []))
    case .skill(let id): self = .object([("skill", .string(id))])
    case .all(let parts): self = .object([("all", .array(parts.map { JSONValue($0) }))])
    case .any(let parts): self = .object([("any", .array(parts.map { JSONValue($0) }))])
    case .atLeast(let need, let parts):
      self = .object([("atLeast", .integer(need)), ("of", .array(parts.map { JSONValue($0) }))])
    case .credits(let need, let list):
      self = .object([("credits", .hundredths(need)), ("from", .strings(list))])
    case .condition(let text): self = .object([("condition", .string(text))])
    }
  }

  /// Hundredths with no more places than they need.
  static func hundredths(_ value: Int) -> JSONValue {
    if value % 100 == 0 { return .integer(value / 100) }
    return value % 10 == 0 ? .decimal(digits: value / 10, places: 1) : .decimal(digits: value, places: 2)
  }
}
