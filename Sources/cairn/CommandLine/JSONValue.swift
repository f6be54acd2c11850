/// A JSON value whose numbers are exact and whose keys keep their order: what `JSONEncoder` can't write.
indirect enum JSONValue {
  case null
  case bool(Bool)
  case integer(Int)
  /// The value is `digits / 10^places`, written with exactly so many places.
  case decimal(digits: Int, places: Int)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// Cents as currency units with two places.
  static func money(_ cents: Int) -> JSONValue { .decimal(digits: cents, places: 2) }

  static func money(_ cents: Int?) -> JSONValue { cents.map { .money($0) } ?? .null }

  /// Minutes as hours with at most four places, fewer where those are zeros.
  static func hours(_ minutes: Int) -> JSONValue {
    var digits = (minutes * 10_000 + (minutes < 0 ? -30 : 30)) / 60
    var places = 4
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    return .decimal(digits: digits, places: places)
  }

  static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  static func strings(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map { .string($0) }) }

  /// On one line where it is short, else a member or element a line, two spaces deeper each.
  var text: String { written(indent: 0) }

  private static let longestLine = 100

  private func written(indent: Int) -> String {
    let line = oneLine
    if line.utf8.count + indent <= JSONValue.longestLine { return line }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .array(let elements):
      let lines = elements.map { inner + $0.written(indent: indent + 2) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      let lines = members.map { inner + JSONValue.quoted($0.0) + ": " + $0.1.written(indent: indent + 2) }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    default: return line
    }
  }

  /// Without a line's end, however long.
  var oneLine: String {
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .integer(let value): return String(value)
    case .decimal(let digits, let places): return JSONValue.decimalText(digits, places)
    case .string(let text): return JSONValue.quoted(text)
    case .array(let elements): return "[" + elements.map(\.oneLine).joined(separator: ", ") + "]"
    case .object(let members):
      return "{" + members.map { JSONValue.quoted($0.0) + ": " + $0.1.oneLine }.joined(separator: ", ") + "}"
    }
  }

  private static func decimalText(_ digits: Int, _ places: Int) -> String {
    guard places > 0 else { return String(digits) }
    var text = String(digits.magnitude)
    text = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    text.insert(".", at: text.index(text.endIndex, offsetBy: -places))
    return digits < 0 ? "-" + text : text
  }

  /// Between quotation marks; whatever a terminal might obey is escaped too.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
          result += scalar.utf16.map(escaped).joined()
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func escaped(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
