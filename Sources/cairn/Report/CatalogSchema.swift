import Catalogs

/// The JSON Schema of the catalog format (draft 2020-12), made from the keys and words that the reader knows.
///
/// It checks one file by itself: names that stand in another file, circles and what nothing reaches are for
/// `cairn check`.
enum CatalogSchema {
  static var value: JSONValue {
    .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string("A catalog of Cairn")),
      ("$ref", .string("#/$defs/catalog")),
      ("$defs", .object(CatalogFormat.Part.allCases.map { ($0.rawValue, definition($0)) } + shared)),
    ])
  }

  /// The keys of a mapping for which no shape is known: none, which a test sees to.
  static var shapeless: [String] {
    CatalogFormat.Part.allCases.flatMap { part in
      CatalogFormat.keys(of: part).filter { shape($0, in: part) == nil }.map { "\(part.rawValue).\($0)" }
    }
  }

  // MARK: Mappings

  private static func definition(_ part: CatalogFormat.Part) -> JSONValue {
    let mapping = mapping(part)
    switch part {
    case .requirement:
      return anyOf([ref("id"), .object([("type", .string("array")), ("items", ref("requirement"))]), mapping])
    case .figure: return anyOf([ref("amount"), mapping])
    case .cost, .effort, .retake: return anyOf([ref("amount"), mapping])
    case .source, .quality: return anyOf([ref("text"), mapping])
    default: return mapping
    }
  }

  private static func mapping(_ part: CatalogFormat.Part) -> JSONValue {
    let properties = CatalogFormat.keys(of: part).map { ($0, shape($0, in: part) ?? .object([])) }
    let base: [(String, JSONValue)] = [
      ("type", .string("object")), ("properties", .object(properties)), ("additionalProperties", .bool(false)),
    ]
    return .object(base + demands(part))
  }

  private static func demands(_ part: CatalogFormat.Part) -> [(String, JSONValue)] {
    switch part {
    case .provider, .skill: return [("required", .strings(["id", "name"]))]
    case .credential: return [("required", .strings(["id", "title"]))]
    case .goal: return [("required", .strings(["id", "title", "requires"]))]
    case .source: return [("required", .strings(["url"]))]
    case .quality: return [("required", .strings(["by"]))]
    case .outcomes: return [("required", .strings(["finding", "source"]))]
    case .requirement: return [("oneOf", .array(CatalogFormat.connectives.map(connective)))]
    default: return []
    }
  }

  private static func connective(_ key: String) -> JSONValue {
    let beside = ["atLeast": ["of"], "credits": ["from"]]
    return .object([("required", .strings([key] + (beside[key] ?? [])))])
  }

  // MARK: Keys

  /// Parts that go by the name of their key.
  private static let parts: Set<String> = [
    "cost", "effort", "duration", "validity", "retake", "source", "renewal", "occupation",
  ]
  private static let shapes: [String: JSONValue] = [
    "catalog": ref("id"), "id": ref("id"), "provider": ref("id"), "currency": ref("currency"), "asOf": ref("date"),
    "read": anyOf([ref("date"), words(["unknown"])]), "until": ref("date"), "starts": list(ref("date")),
    "teaches": list(ref("id")),
    "excludes": list(ref("id")), "renews": list(ref("id")), "same": list(ref("id")), "from": list(ref("id")),
    "language": list(ref("text")), "delivery": list(words(Credential.Delivery.allCases.map(\.rawValue))),
    "kind": words(Credential.Kind.allCases.map(\.rawValue)), "pace": words(Credential.Pace.allCases.map(\.rawValue)),
    "grade": words(Source.Page.allCases.map(\.rawValue)), "quality": list(ref("quality")),
    "outcomes": list(ref("outcomes")),
    "level": anyOf([ref("text"), .object([("type", .string("object"))])]), "estimated": type("boolean"),
    "active": type("boolean"), "fee": ref("figure"), "monthly": ref("figure"), "hours": ref("figure"),
    "weeks": ref("figure"), "days": ref("figure"), "months": ref("figure"), "value": ref("amount"),
    "amount": ref("amount"), "low": ref("amount"), "high": ref("amount"), "hoursPerWeek": ref("amount"),
    "years": ref("amount"), "waitDays": ref("amount"), "medianWage": ref("amount"), "lowerQuartile": ref("amount"),
    "upperQuartile": ref("amount"), "openings": ref("amount"), "jobs": ref("amount"), "year": type("integer"),
    "growth": type("number"),
    "soc": ref("id"), "credits": ref("amount"), "atLeast": type("integer"), "wageSource": ref("source"),
    "of": ref("parts"), "all": ref("parts"),
    "any": ref("parts"), "distinct": ref("parts"), "credential": ref("id"), "skill": ref("id"),
    "requires": ref("requirement"), "recommends": ref("requirement"), "corequires": ref("requirement"),
    "providers": array(ref("provider")), "skills": array(ref("skill")), "credentials": array(ref("credential")),
    "goals": array(ref("goal")),
  ]
  private static let texts: Set<String> = [
    "title", "name", "url", "creditSystem", "licence", "license", "description", "note", "assessment", "basis", "by",
    "scheme", "country", "finding", "entryEducation", "experience", "condition",
  ]

  private static func shape(_ key: String, in part: CatalogFormat.Part) -> JSONValue? {
    if parts.contains(key) { return ref(key) }
    return shapes[key] ?? (texts.contains(key) ? ref("text") : nil)
  }

  // MARK: Values

  private static var shared: [(String, JSONValue)] {
    [
      ("id", .object([("type", .strings(["string", "number"])), ("minLength", .integer(1))])),
      ("text", .object([("type", .strings(["string", "number"])), ("minLength", .integer(1))])),
      ("amount", .object([("type", .string("number")), ("minimum", .integer(0))])),
      ("date", .object([("type", .string("string")), ("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))])),
      ("currency", words(CurrencyCode.all.sorted())), ("parts", list(ref("requirement"))),
    ]
  }

  private static func ref(_ name: String) -> JSONValue { .object([("$ref", .string("#/$defs/\(name)"))]) }
  private static func type(_ name: String) -> JSONValue { .object([("type", .string(name))]) }
  private static func words(_ words: [String]) -> JSONValue { .object([("enum", .strings(words))]) }
  private static func array(_ items: JSONValue) -> JSONValue {
    .object([("type", .string("array")), ("items", items)])
  }
  /// A single value stands for a list of one.
  private static func list(_ items: JSONValue) -> JSONValue { anyOf([items, array(items)]) }
  private static func anyOf(_ choices: [JSONValue]) -> JSONValue { .object([("anyOf", .array(choices))]) }
}
