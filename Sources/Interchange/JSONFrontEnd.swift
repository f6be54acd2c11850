import Catalogs

/// JSON of RFC 8259 with the place of every value.
///
/// The JSON readers that are kept for Swift (Foundation's and those on top of it) give no positions, which every
/// message about a catalog needs: hence this small one.
enum JSONFrontEnd {
  static func file(_ text: SourceText, folder: String?) -> CatalogDraft.File {
    var parser = JSONParser(text.bytes, file: text.file)
    let root = text.isBlank ? nil : parser.document()
    var issues = text.issues + parser.issues
    if text.isBlank, issues.isEmpty { issues.append(nothing(in: text.file)) }
    return CatalogDraft.File(
      name: text.file, folder: folder, root: root, issues: issues, lostIdentifiers: parser.lostIdentifiers)
  }

  static func nothing(in file: String) -> CatalogIssue {
    CatalogIssue(
      .nothingInFile, at: SourcePosition(file: file, line: 1, column: 1), severity: .warning)
  }
}

/// A recursive-descent parser over bytes that are sound UTF-8.
///
/// After a fault it keeps what was complete: the entries before it, and, from the next entry that can be made out,
/// those behind it.
struct JSONParser {
  static let deepest = 200

  private let bytes: [UInt8]
  private let file: String
  private var offset = 0
  private(set) var issues: [CatalogIssue] = []
  private(set) var lostIdentifiers: Set<String> = []

  /// Up to where lines and columns have been counted.
  private var countedOffset = 0
  private var countedLine = 1
  private var countedColumn = 1

  private struct Fault: Error {
    var words: String
    var offset: Int
    var isDepth = false
    /// Already among the issues.
    var isTold = false
  }

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The value of the whole text, or what of it is sound.
  mutating func document() -> DraftNode? {
    skipSpace()
    let start = position(offset)
    var entries: [DraftNode.Entry] = []
    do throws(Fault) {
      guard peek == UInt8(ascii: "{") else {
        let root = try value(depth: 1)
        try end()
        return root
      }
      try root(into: &entries)
      try end()
    } catch {
      if !error.isTold { tell(error, .restLeftOut) }
    }
    return entries.isEmpty ? nil : DraftNode(.mapping(entries), at: start)
  }

  private mutating func end() throws(Fault) {
    skipSpace()
    if offset < bytes.count { throw fault("nothing may follow the value that is the file") }
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(Fault) -> DraftNode {
    guard depth <= JSONParser.deepest else { throw Fault(words: "", offset: offset, isDepth: true) }
    let start = position(offset)
    guard let byte = peek else { throw fault("the text ends where a value should be") }
    switch byte {
    case UInt8(ascii: "{"):
      var entries: [DraftNode.Entry] = []
      try object(into: &entries, depth: depth)
      return DraftNode(.mapping(entries), at: start)
    case UInt8(ascii: "["):
      var items: [DraftNode] = []
      try array(into: &items, depth: depth)
      return DraftNode(.sequence(items), at: start)
    case UInt8(ascii: "\""):
      return DraftNode(.scalar(try string(), isQuoted: true), at: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return DraftNode(.scalar(try number(), isQuoted: false), at: start)
    default:
      return DraftNode(.scalar(try word(), isQuoted: false), at: start)
    }
  }

  private mutating func object(into entries: inout [DraftNode.Entry], depth: Int) throws(Fault) {
    offset += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return }
    var places: [String: SourcePosition] = [:]
    while true {
      let (key, keyPosition) = try key()
      let value = try value(depth: depth + 1)
      add(DraftNode.Entry(key: key, keyPosition: keyPosition, value: value), to: &entries, &places)
      skipSpace()
      if take(UInt8(ascii: "}")) { return }
      guard take(UInt8(ascii: ",")) else { throw fault("a comma or } should stand here") }
    }
  }

  /// The object that is the file. Its lists survive faults in their items, and it goes on after another fault with
  /// the next list of entries.
  private mutating func root(into entries: inout [DraftNode.Entry]) throws(Fault) {
    offset += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return }
    var places: [String: SourcePosition] = [:]
    while true {
      do throws(Fault) {
        let (key, keyPosition) = try key()
        var value = DraftNode(.sequence([]), at: position(offset))
        // What was complete of a list that breaks off stays.
        defer { add(DraftNode.Entry(key: key, keyPosition: keyPosition, value: value), to: &entries, &places) }
        if peek == UInt8(ascii: "[") {
          var items: [DraftNode] = []
          defer { value.content = .sequence(items) }
          try entryList(into: &items, depth: 2)
        } else {
          value = DraftNode(.scalar("", isQuoted: false), at: value.position)
          value = try self.value(depth: 2)
        }
        skipSpace()
        if take(UInt8(ascii: "}")) { return }
        guard take(UInt8(ascii: ",")) else { throw fault("a comma or } should stand here") }
      } catch {
        guard let next = nextSection(after: error.offset) else { throw error }
        if !error.isTold { tell(error, .fieldLeftOut) }
        offset = next
      }
    }
  }

  private mutating func key() throws(Fault) -> (String, SourcePosition) {
    skipSpace()
    guard peek == UInt8(ascii: "\"") else { throw fault("a key in quotation marks should stand here") }
    let keyPosition = position(offset)
    let key = try string()
    skipSpace()
    guard take(UInt8(ascii: ":")) else { throw fault("a colon should follow the key") }
    skipSpace()
    return (key, keyPosition)
  }

  /// The first of two equal keys counts; but two lists of entries are both read, so that no entry hides another.
  private mutating func add(
    _ entry: DraftNode.Entry, to entries: inout [DraftNode.Entry], _ places: inout [String: SourcePosition]
  ) {
    guard let first = places[entry.key] else {
      places[entry.key] = entry.keyPosition
      entries.append(entry)
      return
    }
    add(.duplicateKey(entry.key, first: first), at: entry.keyPosition, .fieldLeftOut)
    guard JSONParser.sections.contains(entry.key), case .sequence(let more) = entry.value.content,
      let index = entries.firstIndex(where: { $0.key == entry.key }),
      case .sequence(let items) = entries[index].value.content
    else { return }
    issues[issues.count - 1].consequence = .nothing
    entries[index].value.content = .sequence(items + more)
  }

  private static let sections: Set<String> = ["providers", "skills", "credentials", "goals"]

  private mutating func array(into items: inout [DraftNode], depth: Int) throws(Fault) {
    offset += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return }
    while true {
      skipSpace()
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return }
      guard take(UInt8(ascii: ",")) else { throw fault("a comma or ] should stand here") }
    }
  }

  /// A list of entries of the file: after a fault it goes on with the next entry that can be made out.
  private mutating func entryList(into items: inout [DraftNode], depth: Int) throws(Fault) {
    offset += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return }
    while true {
      skipSpace()
      let start = offset
      do throws(Fault) {
        items.append(try value(depth: depth + 1))
        skipSpace()
        if take(UInt8(ascii: "]")) { return }
        guard take(UInt8(ascii: ",")) else { throw fault("a comma or ] should stand here") }
      } catch {
        let section = nextSection(after: error.offset) ?? bytes.count
        guard let next = nextEntry(after: max(error.offset, start + 1)), next < section else {
          tell(error, section < bytes.count ? .entryLeftOut : .restLeftOut)
          loseIdentifiers(from: start, to: section)
          throw Fault(words: error.words, offset: error.offset, isTold: true)
        }
        tell(error, .entryLeftOut)
        loseIdentifiers(from: start, to: next)
        offset = next
      }
    }
  }

  /// Where `{ "id"` begins next: only entries of a catalog do.
  private func nextEntry(after start: Int) -> Int? {
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
  private func nextSection(after start: Int) -> Int? {
    JSONParser.sections.compactMap { firstSection($0, after: start) }.min()
  }

  private func firstSection(_ name: String, after start: Int) -> Int? {
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
  private mutating func loseIdentifiers(from start: Int, to end: Int) {
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

  // MARK: Scalars

  private mutating func string() throws(Fault) -> String {
    offset += 1
    let start = offset
    var escaped: [UInt8]?
    var clean = start
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        let tail = bytes[clean..<offset]
        offset += 1
        guard var escaped else { return String(decoding: tail, as: UTF8.self) }
        escaped += tail
        return String(decoding: escaped, as: UTF8.self)
      case UInt8(ascii: "\\"):
        var text = escaped ?? []
        text += bytes[clean..<offset]
        try escape(into: &text)
        escaped = text
        clean = offset
      case 0..<0x20:
        throw fault("a string may not run over the end of its line; close it with a quotation mark")
      default:
        offset += 1
      }
    }
    throw Fault(words: "this string is never closed", offset: start - 1)
  }

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    let start = offset
    offset += 1
    guard let letter = peek else { throw Fault(words: "the text ends inside a string", offset: start) }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += Array(String(try unicodeEscape(start)).utf8)
    default: throw Fault(words: "no such escape in JSON; write \\\\ for a backslash", offset: start)
    }
  }

  private mutating func unicodeEscape(_ start: Int) throws(Fault) -> Unicode.Scalar {
    let first = try hexadecimal(start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw Fault(words: "half of a surrogate pair", offset: start)
    }
    let second = try hexadecimal(start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw Fault(words: "half of a surrogate pair", offset: start) }
    return scalar
  }

  private mutating func hexadecimal(_ start: Int) throws(Fault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = JSONParser.hexadecimalDigit(byte) else {
        throw Fault(words: "\\u needs four hexadecimal digits", offset: start)
      }
      code = code << 4 + digit
      offset += 1
    }
    return code
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return UInt32(byte - UInt8(ascii: "A") + 10)
    default: return nil
    }
  }

  private mutating func number() throws(Fault) -> String {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits(start) }
    if take(UInt8(ascii: ".")) { try digits(start) }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits(start)
    }
    if let byte = peek, JSONParser.isWordByte(byte) { throw Fault(words: "no number of JSON", offset: start) }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func digits(_ start: Int) throws(Fault) {
    let first = offset
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    if offset == first { throw Fault(words: "no number of JSON", offset: start) }
  }

  private mutating func word() throws(Fault) -> String {
    let start = offset
    while let byte = peek, JSONParser.isWordByte(byte) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard ["true", "false", "null"].contains(text) else {
      throw Fault(words: "a value should stand here; texts are written in quotation marks", offset: start)
    }
    return text
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "-"), 0x80...:
      return true
    default: return false
    }
  }

  // MARK: Bytes and places

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  private mutating func skipSpace() {
    while offset < bytes.count, JSONParser.isSpace(bytes[offset]) { offset += 1 }
  }

  private func fault(_ words: String) -> Fault { Fault(words: words, offset: offset) }

  /// Counts on from where it last was; only a step back counts from the beginning.
  private mutating func position(_ target: Int) -> SourcePosition {
    if target < countedOffset { (countedOffset, countedLine, countedColumn) = (0, 1, 1) }
    bytes.withUnsafeBufferPointer { buffer in
      for index in countedOffset..<min(target, buffer.count) {
        let byte = buffer[index]
        if byte == 0x0A {
          countedLine += 1
          countedColumn = 1
        } else if byte & 0xC0 != 0x80 {
          countedColumn += 1
        }
      }
    }
    countedOffset = max(countedOffset, min(target, bytes.count))
    return SourcePosition(file: file, line: countedLine, column: countedColumn)
  }

  private mutating func tell(_ fault: Fault, _ consequence: CatalogIssue.Consequence) {
    add(
      fault.isDepth ? .tooDeep(limit: JSONParser.deepest) : .syntax(fault.words), at: position(fault.offset),
      consequence)
  }

  private mutating func add(
    _ fact: CatalogIssue.Fact, at position: SourcePosition, _ consequence: CatalogIssue.Consequence
  ) {
    issues.append(CatalogIssue(fact, at: position, severity: .error, consequence: consequence))
  }
}
