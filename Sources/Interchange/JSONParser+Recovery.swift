// After a fault: where reading can go on, and what was lost in between.
extension JSONParser {
  /// Where `{ "id"` begins next: only entries of a catalog do.
  func nextEntry(after start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{") {
        var inner = index + 1
        while inner < bytes.count, JSONParser.isSpace(bytes[inner]) { inner += 1 }
        if bytes[inner...].starts(with: Array("\"id\"".utf8)) { return index }
      }
      index += 1
    }
    return nil
  }

  /// Where the key of a list of entries begins next: `"credentials": [` and its like.
  func nextSection(after start: Int) -> Int? {
    JSONParser.sections.compactMap { firstSection($0, after: start) }.min()
  }

  func firstSection(_ name: String, after start: Int) -> Int? {
    let pattern = Array("\"\(name)\"".utf8)
    guard start + pattern.count < bytes.count else { return nil }
    for index in start..<(bytes.count - pattern.count) where bytes[index] == pattern[0] {
      guard bytes[index...].starts(with: pattern) else { continue }
      let rest = bytes[(index + pattern.count)...].lazy.filter { !JSONParser.isSpace($0) }.prefix(2)
      if rest.elementsEqual(":[".utf8) { return index }
    }
    return nil
  }

  /// Remembers what stands after `"id":` in text that is left out.
  mutating func loseIdentifiers(from start: Int, to end: Int) {
    let pattern = Array("\"id\"".utf8)
    var index = start
    while index + pattern.count < end {
      guard bytes[index] == pattern[0], bytes[index...].starts(with: pattern) else {
        index += 1
        continue
      }
      index += pattern.count
      while index < end, JSONParser.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: ":") { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "\"") else { continue }
      let text = bytes[(index + 1)..<end].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n") }
      if text.count <= 200 { lostIdentifiers.insert(String(decoding: text, as: UTF8.self)) }
      index += text.count
    }
  }
}
