import Catalogs
import Yams

/// Reads a YAML text and, where it has faults, everything around them.
///
/// libyaml stops at the first fault. So the text is cut into its list items and top-level keys; those that can't be
/// read alone are blanked out, every other character keeping its line and column, and the rest is read again.
struct YAMLRecovery {
  private static let mostRounds = 24

  private let file: String
  private var lines: YAMLLines
  private(set) var issues: [CatalogIssue] = []
  private(set) var lostIdentifiers: Set<String> = []
  private let isEmpty: Bool
  private var isIsolated = false
  /// Lists that stand under a second key of the same name.
  private var repeatedSections: [(key: String, items: [DraftNode])] = []

  init(_ text: SourceText) {
    self.file = text.file
    self.lines = YAMLLines(text.bytes)
    self.isEmpty = text.isBlank
    if isEmpty, text.issues.isEmpty { issues.append(JSONFrontEnd.nothing(in: file)) }
  }

  private init(lines: YAMLLines, file: String) {
    self.file = file
    self.lines = lines
    self.isEmpty = false
  }

  mutating func document() -> DraftNode? {
    guard !isEmpty else { return nil }
    if let line = YAMLAliasGuard.lineOfAliasKey(lines) {
      tell(.tooManyAliases, line, 1, .restLeftOut)
      return nil
    }
    for _ in 0..<YAMLRecovery.mostRounds {
      switch YAMLText.parse(lines.bytes) {
      case .success(let documents):
        return root(documents)
      case .failure(let fault):
        guard recover(from: fault) else { return nil }
      }
    }
    tell(.tooManySyntaxFaults, 1, 1, .restLeftOut)
    return nil
  }

  private mutating func root(_ documents: [Node]) -> DraftNode? {
    if documents.count > 1 {
      let mark = documents[1].mark
      tell(
        .syntax("a second document in one file; put it in a file of its own"), mark?.line ?? 1, mark?.column ?? 1,
        .restLeftOut)
    }
    guard let first = documents.first else {
      if issues.isEmpty { issues.append(JSONFrontEnd.nothing(in: file)) }
      return nil
    }
    var converter = YAMLConverter(file: file, budget: lines.bytes.count + 1000)
    var root = converter.node(first, depth: 1)
    issues += converter.issues
    for (key, items) in repeatedSections { root.append(items, toListUnder: key) }
    return root
  }

  // MARK: Recovery

  /// Takes what holds the fault out of the text; false where nothing more can be done.
  private mutating func recover(from fault: YAMLFault) -> Bool {
    if case .duplicateKey(let key) = fault.kind, removeDuplicate(key, fault) { return true }
    if !isIsolated {
      isIsolated = true
      if isolate() { return true }
    }
    guard let chunk = lines.chunk(at: fault.line) ?? lines.chunk(at: fault.problemLine) else {
      tell(fault, .restLeftOut, offset: 0)
      return false
    }
    leaveOut(chunk, because: fault, offset: 0)
    return true
  }

  /// Blanks out every item that can't be read alone; false where each one can.
  private mutating func isolate() -> Bool {
    var found = false
    for chunk in lines.chunks() {
      guard case .failure(let fault) = YAMLText.parse(lines.text(of: chunk)), fault.kind != .undefinedAlias else {
        continue
      }
      if case .duplicateKey(let key) = fault.kind {
        var moved = fault
        moved.line += chunk.lowerBound - 1
        if removeDuplicate(key, moved) {
          found = true
          continue
        }
      }
      leaveOut(chunk, because: fault, offset: chunk.lowerBound - 1)
      found = true
    }
    return found
  }

  private mutating func leaveOut(_ chunk: Range<Int>, because fault: YAMLFault, offset: Int) {
    tell(fault, .entryLeftOut, offset: offset)
    lostIdentifiers.formUnion(lines.identifiers(in: chunk))
    lines.blank(chunk)
  }

  /// Keeps the first of two equal keys. A second list of entries is read too, on its own.
  private mutating func removeDuplicate(_ key: String, _ fault: YAMLFault) -> Bool {
    guard let second = lines.repetition(of: key, afterLine: fault.line, column: fault.column) else { return false }
    let first = SourcePosition(file: file, line: fault.line, column: fault.column)
    issues.append(
      CatalogIssue(
        .duplicateKey(key, first: first), at: SourcePosition(file: file, line: second.line, column: second.column),
        severity: .error, consequence: second.column == 1 ? .nothing : .fieldLeftOut))
    if second.column == 1, second.lines.lowerBound < second.lines.upperBound {
      var section = YAMLRecovery(lines: lines.only(second.lines), file: file)
      if case .mapping(let entries)? = section.document()?.content,
        case .sequence(let items)? = entries.first?.value.content
      {
        repeatedSections.append((key, items))
      }
      issues += section.issues
      lostIdentifiers.formUnion(section.lostIdentifiers)
    }
    lines.blank(second)
    return true
  }

  private mutating func tell(_ fault: YAMLFault, _ consequence: CatalogIssue.Consequence, offset: Int) {
    let fact: CatalogIssue.Fact
    if case .duplicateKey(let key) = fault.kind {
      fact = .duplicateKey(key, first: SourcePosition(file: file, line: fault.line + offset, column: fault.column))
    } else {
      fact = .syntax(YAMLRemedy.added(to: fault.words))
    }
    tell(fact, fault.line + offset, fault.column, consequence)
  }

  private mutating func tell(
    _ fact: CatalogIssue.Fact, _ line: Int, _ column: Int, _ consequence: CatalogIssue.Consequence
  ) {
    issues.append(
      CatalogIssue(
        fact, at: SourcePosition(file: file, line: line, column: column), severity: .error, consequence: consequence))
  }
}

extension DraftNode {
  fileprivate mutating func append(_ more: [DraftNode], toListUnder key: String) {
    guard case .mapping(var entries) = content, let index = entries.firstIndex(where: { $0.key == key }) else { return }
    if case .sequence(let items) = entries[index].value.content {
      entries[index].value.content = .sequence(items + more)
    } else if entries[index].value.shape == .nothing {
      entries[index].value.content = .sequence(more)
    }
    content = .mapping(entries)
  }
}
