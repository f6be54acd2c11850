/// Yams hashes every key to find repeated ones; a key that is an alias of aliases of aliases would be hashed in full,
/// which can take for ever ("billion laughs"). Values are counted while they are converted, keys have to be caught
/// before.
enum YAMLAliasGuard {
  /// So few aliases multiply to at most some hundred thousand nodes, however they are nested.
  private static let harmless = 36

  /// The first line with a key that isn't a word, in a text with many aliases; `nil` where there is no danger.
  static func lineOfAliasKey(_ lines: YAMLLines) -> Int? {
    guard aliases(in: lines.bytes) > harmless else { return nil }
    return (1...max(1, lines.count)).first { hasComplexKey(lines.line($0)) }
  }

  private static func aliases(in bytes: [UInt8]) -> Int {
    var count = 0
    for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "*") && isName(bytes[index + 1]) {
      count += 1
    }
    return count
  }

  /// `*name :`, `]:`, `}:` or `? `, of which a key on one line is made (libyaml allows no others).
  private static func hasComplexKey(_ line: ArraySlice<UInt8>) -> Bool {
    let content = line.drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    if content.first == UInt8(ascii: "?") { return true }
    for colon in line.indices where line[colon] == UInt8(ascii: ":") {
      let before = line[..<colon].reversed().drop { $0 == 0x20 || $0 == 0x09 }
      guard let last = before.first else { continue }
      if last == UInt8(ascii: "]") || last == UInt8(ascii: "}") { return true }
      if before.drop(while: isName).first == UInt8(ascii: "*") { return true }
    }
    return line.indices.dropLast().contains {
      line[$0] == UInt8(ascii: "?") && line[$0 + 1] == 0x20 && "{[,".utf8.contains(lastVisible(before: $0, in: line))
    }
  }

  private static func lastVisible(before index: Int, in line: ArraySlice<UInt8>) -> UInt8 {
    line[..<index].last { $0 != 0x20 } ?? 0
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      return true
    default: return false
    }
  }
}
