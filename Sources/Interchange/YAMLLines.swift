/// The lines of a YAML text, cut into its list items and top-level keys without understanding more of it.
///
/// Line numbers start with 1; a range of lines leaves out its upper bound.
struct YAMLLines {
  private(set) var bytes: [UInt8]
  /// Where each line begins, and at last the end of the text.
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isBreak = byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
      if isBreak { starts.append(index + 1) }
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  var count: Int { starts.count - 1 }

  /// The bytes of a line with its line break.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= count else { return [] }
    return bytes[starts[number - 1]..<starts[number]]
  }

  func text(of lines: Range<Int>) -> ArraySlice<UInt8> {
    bytes[starts[lines.lowerBound - 1]..<starts[lines.upperBound - 1]]
  }

  // MARK: Structure

  /// List items of top-level keys, and those keys themselves up to their first item, as far as they hold anything.
  func chunks() -> [Range<Int>] {
    var borders: [Int] = []
    var itemIndent: Int?
    for number in 1..<max(1, count + 1) {
      guard let (indent, first) = beginning(number) else { continue }
      let isItem = first == UInt8(ascii: "-") && isItemMark(number, indent)
      if indent == 0 && !isItem {
        borders.append(number)
        itemIndent = nil
      } else if isItem, !borders.isEmpty, itemIndent ?? indent == indent {
        itemIndent = indent
        borders.append(number)
      }
    }
    return zip(borders, borders.dropFirst() + [count + 1]).map { $0..<$1 }
  }

  func chunk(at line: Int) -> Range<Int>? {
    // A fault noticed at the end of the text belongs to what stands last.
    let chunks = chunks()
    return chunks.first { $0.contains(line) } ?? (line > count ? chunks.last : nil)
  }

  /// Indentation and first byte of a line that holds more than space and a comment.
  private func beginning(_ number: Int) -> (indent: Int, first: UInt8)? {
    let line = line(number)
    let indent = line.prefix { $0 == 0x20 }.count
    guard let first = line.dropFirst(indent).first, ![0x0A, 0x0D, 0x09, UInt8(ascii: "#")].contains(first) else {
      return nil
    }
    return (indent, first)
  }

  private func isItemMark(_ number: Int, _ indent: Int) -> Bool {
    guard let next = line(number).dropFirst(indent + 1).first else { return true }
    return next == 0x20 || next == 0x0A || next == 0x0D
  }

  // MARK: Taking things out

  mutating func blank(_ lines: Range<Int>) {
    blank(bytes: starts[lines.lowerBound - 1]..<starts[lines.upperBound - 1])
  }

  mutating func blank(_ repetition: Repetition) { blank(bytes: repetition.bytes) }

  private mutating func blank(bytes range: Range<Int>) {
    for index in range where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = 0x20 }
  }

  /// The same text with everything but those lines blank.
  func only(_ lines: Range<Int>) -> YAMLLines {
    var result = self
    result.blank(1..<lines.lowerBound)
    result.blank(lines.upperBound..<(count + 1))
    return result
  }

  /// What stands after `id:` in those lines, as far as can be told.
  func identifiers(in lines: Range<Int>) -> Set<String> {
    var found: Set<String> = []
    for number in lines {
      let line = String(decoding: line(number), as: UTF8.self)
      for part in line.split(whereSeparator: { "{,".contains($0) }) {
        let words = part.drop { $0 == " " || $0 == "-" }
        guard words.hasPrefix("id:") else { continue }
        let value = words.dropFirst(3).prefix { !["}", "#", "\r", "\n", "\r\n"].contains($0) }
        let id = value.drop { " \"'".contains($0) }.reversed().drop { " \"'".contains($0) }.reversed()
        if !id.isEmpty, id.count <= 200 { found.insert(String(id)) }
      }
    }
    return found
  }

  // MARK: Repeated keys

  /// A key that stands in a mapping for the second time, with its value.
  struct Repetition {
    var line: Int
    var column: Int
    var bytes: Range<Int>
    var lines: Range<Int>
  }

  /// The next place after the one given where that mapping has the key again: in a block at the same column, in a
  /// mapping of one line further on in it.
  func repetition(of key: String, afterLine line: Int, column: Int) -> Repetition? {
    repetitionInLine(of: key, line: line, column: column) ?? repetitionInBlock(of: key, after: line, column: column)
  }

  private func repetitionInBlock(of key: String, after line: Int, column: Int) -> Repetition? {
    let indent = column - 1
    var number = line + 1
    while number <= count {
      if let (found, _) = beginning(number) {
        if found < indent { return nil }
        if found == indent, starts(with: key, self.line(number).dropFirst(indent)) != nil { break }
      }
      number += 1
    }
    guard number <= count else { return nil }
    var end = number + 1
    while end <= count {
      if let (found, first) = beginning(end), found < indent || (found == indent && first != UInt8(ascii: "-")) {
        break
      }
      end += 1
    }
    let first = starts[number - 1] + indent
    return Repetition(line: number, column: column, bytes: first..<starts[end - 1], lines: number..<end)
  }

  private func repetitionInLine(of key: String, line number: Int, column: Int) -> Repetition? {
    let line = line(number)
    let scalars = line.indices.filter { line[$0] & 0xC0 != 0x80 }
    guard column <= scalars.count else { return nil }
    var depth = 0
    var quote: UInt8?
    var begin: Int?
    for index in scalars[(column - 1)]..<line.endIndex {
      let byte = line[index]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      if depth == 0, begin == nil, index > scalars[column - 1], isBoundary(line[index - 1]),
        starts(with: key, line[index...]) != nil
      {
        begin = index
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): if isBoundary(line[max(line.startIndex, index - 1)]) { quote = byte }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
        if depth == 0, let begin {
          let place = scalars.firstIndex(of: begin).map { $0 + 1 } ?? column
          return Repetition(line: number, column: place, bytes: begin..<index, lines: number..<number)
        }
        if byte != UInt8(ascii: ",") { depth -= 1 }
        if depth < 0 { return nil }
      default: break
      }
    }
    return nil
  }

  private func isBoundary(_ byte: UInt8) -> Bool {
    [0x20, UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: ":")].contains(byte)
  }

  /// The length of the key, quoted or not, with its colon, where the text begins with it.
  private func starts(with key: String, _ text: ArraySlice<UInt8>) -> Int? {
    let quotes: [[UInt8]] = [[], [UInt8(ascii: "\"")], [UInt8(ascii: "'")]]
    for quote in quotes {
      let written = quote + Array(key.utf8) + quote
      guard text.starts(with: written) else { continue }
      let rest = text.dropFirst(written.count).drop { $0 == 0x20 }
      if rest.first == UInt8(ascii: ":") { return written.count }
    }
    return nil
  }
}
