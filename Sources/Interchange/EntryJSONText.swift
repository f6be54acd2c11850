import Catalogs

/// One entry as JSON of one line, to be kept and read again: the same values come back, whatever it was written in.
public enum EntryJSONText {
  public static func text(for node: DraftNode) -> String {
    var text = ""
    write(node, into: &text)
    return text
  }

  /// `nil` where it isn't JSON.
  public static func node(of text: String) -> DraftNode? {
    var parser = JSONParser(Array(text.utf8), file: "")
    let node = parser.document()
    return parser.issues.isEmpty ? node : nil
  }

  private static func write(_ node: DraftNode, into text: inout String) {
    switch node.content {
    case .scalar(let value, let isQuoted):
      let shape = node.shape
      if !isQuoted, shape == .nothing {
        text += "null"
      } else if !isQuoted, shape == .boolean {
        text += value.lowercased()
      } else if !isQuoted, shape == .number, let number = number(value) {
        text += number
      } else {
        quote(value, into: &text)
      }
    case .sequence(let nodes):
      text += "["
      for (place, node) in nodes.enumerated() {
        if place > 0 { text += "," }
        write(node, into: &text)
      }
      text += "]"
    case .mapping(let entries):
      text += "{"
      for (place, entry) in entries.enumerated() {
        if place > 0 { text += "," }
        quote(entry.key, into: &text)
        text += ":"
        write(entry.value, into: &text)
      }
      text += "}"
    }
  }

  /// A number as JSON has it; `nil` where YAML's way of writing it has no like there.
  private static func number(_ value: String) -> String? {
    var digits = value.hasPrefix("+") ? String(value.dropFirst()) : value
    if digits.hasPrefix(".") { digits = "0" + digits }
    if digits.hasSuffix(".") { digits.removeLast() }
    return node(of: "{\"figure\":\(digits)}") == nil ? nil : digits
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
