import Catalogs

/// A recursive-descent parser over bytes that are sound UTF-8.
///
/// After a fault it keeps what was complete: the entries before it, and, from the next entry that can be made out,
/// those behind it.
struct JSONParser {
  static let deepest = 200

  let bytes: [UInt8]
  let file: String
  var offset = 0
  private(set) var issues: [CatalogIssue] = []
  var lostIdentifiers: Set<String> = []

  /// Up to where lines and columns have been counted.
  var countedOffset = 0
  var countedLine = 1
  var countedColumn = 1

  struct Fault: Error {
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

  mutating func end() throws(Fault) {
    skipSpace()
    if offset < bytes.count { throw fault("nothing may follow the value that is the file") }
  }

  // MARK: Values

  mutating func value(depth: Int) throws(Fault) -> DraftNode {
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

  mutating func object(into entries: inout [DraftNode.Entry], depth: Int) throws(Fault) {
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
  mutating func root(into entries: inout [DraftNode.Entry]) throws(Fault) {
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

  mutating func key() throws(Fault) -> (String, SourcePosition) {
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
  mutating func add(
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

  static let sections: Set<String> = ["providers", "skills", "credentials", "goals"]

  mutating func array(into items: inout [DraftNode], depth: Int) throws(Fault) {
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
  mutating func entryList(into items: inout [DraftNode], depth: Int) throws(Fault) {
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

  // MARK: Bytes and places

  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  mutating func skipSpace() {
    while offset < bytes.count, JSONParser.isSpace(bytes[offset]) { offset += 1 }
  }

  func fault(_ words: String) -> Fault { Fault(words: words, offset: offset) }

  /// Counts on from where it last was; only a step back counts from the beginning.
  mutating func position(_ target: Int) -> SourcePosition {
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

  mutating func tell(_ fault: Fault, _ consequence: CatalogIssue.Consequence) {
    add(
      fault.isDepth ? .tooDeep(limit: JSONParser.deepest) : .syntax(fault.words), at: position(fault.offset),
      consequence)
  }

  mutating func add(
    _ fact: CatalogIssue.Fact, at position: SourcePosition, _ consequence: CatalogIssue.Consequence
  ) {
    issues.append(CatalogIssue(fact, at: position, severity: .error, consequence: consequence))
  }
}
