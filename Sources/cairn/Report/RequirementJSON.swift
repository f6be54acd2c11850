import Catalogs

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
    case .distinct(let parts): self = .object([("distinct", .array(parts.map { JSONValue($0) }))])
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
