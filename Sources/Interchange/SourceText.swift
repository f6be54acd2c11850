import Catalogs

/// The bytes of a file as text that both front ends can rely on: UTF-8 without mark and control characters.
///
/// What had to be replaced is told, and replaced so that every other character keeps its line and column.
struct SourceText {
  let file: String
  private(set) var bytes: [UInt8]
  private(set) var issues: [CatalogIssue] = []
  private static let mostFaults = 20

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    self.bytes = bytes
    if let name = SourceText.otherEncoding(bytes) {
      issues.append(issue(.otherEncoding(name), line: 1, column: 1, .restLeftOut))
      self.bytes = []
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { self.bytes.removeFirst(3) }
    if !SourceText.isClean(self.bytes) { clean() }
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  var looksLikeJSON: Bool {
    bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
  }

  var isBlank: Bool { bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }

  private static func otherEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    return nil
  }

  private static func isClean(_ bytes: [UInt8]) -> Bool {
    // (`String(validating:as:)` would do, but not before macOS 15.)
    String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes) && bytes.withUnsafeBufferPointer(hasNoForbidden)
  }

  private static func hasNoForbidden(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case 0..<0x20, 0x7F: return false
      // C1 controls; line and paragraph separator; byte order mark and non-characters.
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: return false
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]):
        return false
      case 0xEF where index + 1 < bytes.count && (bytes[index + 1] == 0xBB || bytes[index + 1] == 0xBF):
        return false
      default: continue
      }
    }
    return true
  }

  /// Rewrites the text scalar by scalar: a bad sequence becomes U+FFFD, a control character a space.
  private mutating func clean() {
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var line = 1
    var column = 1
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: break decoding
      case .error:
        tell(.invalidUTF8, line, column, .readAs("\u{FFFD}"))
        clean += [0xEF, 0xBF, 0xBD]
        column += 1
      case .scalarValue(let scalar):
        if SourceText.isForbidden(scalar) {
          tell(.controlCharacter(scalar.value), line, column, .readAs(" "))
          clean.append(0x20)
        } else {
          clean += Array(String(scalar).utf8)
        }
        column += 1
        if scalar == "\n" {
          line += 1
          column = 1
        }
      }
    }
    bytes = clean
  }

  /// What YAML doesn't allow unescaped or takes for the end of a line, and no text needs.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: return false
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: return true
    default: return false
    }
  }

  private mutating func tell(
    _ fact: CatalogIssue.Fact, _ line: Int, _ column: Int, _ consequence: CatalogIssue.Consequence
  ) {
    if issues.count < SourceText.mostFaults { issues.append(issue(fact, line: line, column: column, consequence)) }
  }

  private func issue(
    _ fact: CatalogIssue.Fact, line: Int, column: Int, _ consequence: CatalogIssue.Consequence
  ) -> CatalogIssue {
    CatalogIssue(
      fact, at: SourcePosition(file: file, line: line, column: column), severity: .error, consequence: consequence)
  }
}
