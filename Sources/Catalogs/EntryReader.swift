/// Reads the fields of one entry and writes down what is wrong with them.
///
/// A field whose absence can only make a pathway harder or leaves a figure unknown is left out alone; without one
/// that would make it easier (`requires`, `until`, `validity`, …) the whole entry is left out, so that nothing
/// proven rests on a misreading.
struct EntryReader {
  let context: FileContext
  var issues: [CatalogIssue] = []
  var entry: CatalogIssue.EntryName?
  /// False once the entry can't be used.
  var isSound = true

  init(_ context: FileContext) { self.context = context }

  mutating func tell(
    _ fact: CatalogIssue.Fact, at position: SourcePosition, _ severity: CatalogIssue.Severity = .error,
    _ consequence: CatalogIssue.Consequence = .fieldLeftOut
  ) {
    if consequence == .entryLeftOut { isSound = false }
    issues.append(
      CatalogIssue(fact, at: position, severity: severity, entry: entry, consequence: consequence))
  }
}

/// What the entries of one file take from its header.
struct FileContext {
  /// The id of the catalog they belong to.
  var catalog: String
  var currency: String
  var creditSystem: String?
  var asOf: CalendarDate?
}

/// A mapping whose keys are known to be in order.
struct Fields {
  /// What messages call it.
  let name: String
  let position: SourcePosition
  fileprivate let entries: [DraftNode.Entry]

  /// The value of that key; `nil` also where nothing is written after it.
  subscript(key: String) -> DraftNode? {
    for entry in entries where entry.key == key { return entry.value.isNothing ? nil : entry.value }
    return nil
  }

  func keyPosition(_ key: String) -> SourcePosition? { entries.first { $0.key == key }?.keyPosition }

  /// The keys that have a value, in the order of the text.
  var keys: [String] { entries.filter { !$0.value.isNothing }.map(\.key) }
}

extension EntryReader {
  /// The fields of a mapping; keys that nobody knows are warned about.
  mutating func fields(
    _ node: DraftNode, _ name: String, knows keys: [String],
    orElse consequence: CatalogIssue.Consequence = .fieldLeftOut
  ) -> Fields? {
    guard case .mapping(let entries) = node.content else {
      tell(
        .wrongType(name, expected: "a mapping (\(keys.prefix(3).joined(separator: ", ")) …)", found: node.shape),
        at: node.position, .error, consequence)
      return nil
    }
    for entry in entries where !keys.contains(entry.key) {
      let nearest = NearestName.nearest(to: entry.key, among: keys)
      tell(.unknownKey(entry.key, of: name, nearest: nearest), at: entry.keyPosition, .warning)
    }
    return Fields(name: name, position: node.position, entries: entries)
  }

  /// The items of a list; a single value stands for a list of one.
  func items(_ node: DraftNode?) -> [DraftNode] {
    guard let node else { return [] }
    if case .sequence(let items) = node.content { return items }
    return [node]
  }

  /// A text. A number or a boolean is read as its text, with a warning.
  mutating func text(
    _ node: DraftNode?, _ field: String, orElse consequence: CatalogIssue.Consequence = .fieldLeftOut
  ) -> String? {
    guard let node else { return nil }
    guard let text = node.text, !node.isNothing else {
      tell(.wrongType(field, expected: "a text", found: node.shape), at: node.position, .error, consequence)
      return nil
    }
    let shape = node.shape
    if shape == .number || shape == .boolean {
      tell(.wrongType(field, expected: "a text", found: shape), at: node.position, .warning, .readAs(text))
    }
    return written(text, field, at: node.position, orElse: consequence)
  }

  /// A text without white space at its ends. Control characters, which escapes may bring in, are told of and kept: what
  /// shows a text filters it.
  private mutating func written(
    _ text: String, _ field: String, at position: SourcePosition, orElse consequence: CatalogIssue.Consequence
  ) -> String? {
    if let control = text.unicodeScalars.first(where: \.isForbidden) {
      tell(.controlCharacter(control.value), at: position, .warning, .nothing)
    }
    let trimmed = text.trimmed
    guard !trimmed.isEmpty else {
      tell(.empty(field), at: position, .error, consequence)
      return nil
    }
    return trimmed
  }

  /// An id: a text, or a number taken as its text.
  mutating func identifier(
    _ node: DraftNode, _ field: String, orElse consequence: CatalogIssue.Consequence = .itemLeftOut
  ) -> String? {
    guard let text = node.text, !node.isNothing, node.shape != .boolean else {
      tell(.wrongType(field, expected: "an id", found: node.shape), at: node.position, .error, consequence)
      return nil
    }
    return written(text, field, at: node.position, orElse: consequence)
  }

  /// What an entry is called, which it must have; its id stands for it where it doesn't.
  mutating func label(_ fields: Fields, _ key: String, id: String) -> String {
    guard let node = fields[key] else {
      tell(
        fields.keyPosition(key) == nil ? .missing(key) : .empty(key),
        at: fields.keyPosition(key) ?? fields.position, .error, .readAs(id))
      return id
    }
    return text(node, key, orElse: .readAs(id)) ?? id
  }

  mutating func date(
    _ node: DraftNode?, _ field: String, orElse consequence: CatalogIssue.Consequence = .fieldLeftOut
  ) -> CalendarDate? {
    guard let node else { return nil }
    guard let text = node.text else {
      tell(
        .wrongType(field, expected: "a date such as 2026-01-31", found: node.shape), at: node.position, .error,
        consequence)
      return nil
    }
    if let date = CalendarDate(iso: text.trimmed) { return date }
    tell(.noSuchDate(text, field: field), at: node.position, .error, consequence)
    return nil
  }

  mutating func boolean(
    _ node: DraftNode?, _ field: String, orElse consequence: CatalogIssue.Consequence = .fieldLeftOut
  ) -> Bool? {
    guard let node else { return nil }
    if node.shape == .boolean, let truth = node.text.flatMap(DraftNode.truth) { return truth }
    tell(.wrongType(field, expected: "true or false", found: node.shape), at: node.position, .error, consequence)
    return nil
  }

  /// One of the words an enumeration knows, without regard to case.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ node: DraftNode?, _ field: String, orElse consequence: CatalogIssue.Consequence
  ) -> Word? where Word.RawValue == String {
    guard let node else { return nil }
    guard let text = node.text else {
      tell(.wrongType(field, expected: "a word", found: node.shape), at: node.position, .error, consequence)
      return nil
    }
    let written = text.trimmed.lowercased()
    if let word = Word(rawValue: written) { return word }
    let known = Word.allCases.map(\.rawValue)
    tell(
      .unknownWord(text, field: field, nearest: NearestName.nearest(to: written, among: known), known: known),
      at: node.position, .error, consequence)
    return nil
  }

  mutating func currency(
    _ node: DraftNode?, _ consequence: CatalogIssue.Consequence = .fieldLeftOut
  ) -> String? {
    guard let node, let text = text(node, "currency", orElse: consequence) else { return nil }
    if CurrencyCode.all.contains(text.uppercased()) { return text.uppercased() }
    let nearest = NearestName.nearest(to: text, among: CurrencyCode.all)
    tell(.unknownCurrency(text, nearest: nearest), at: node.position, .error, consequence)
    return nil
  }

  /// Of a page that bears no date: the day of the catalog doesn't stand in for it.
  static let unknownDay = "unknown"
  static let sourceKeys = ["url", "read", "grade", "note"]
  static let endorsementKeys = ["by", "scheme", "credits", "source", "url"]
  static let findingKeys = ["finding", "by", "source", "note"]

  /// Where something was read: an address, or a mapping of it with the day.
  mutating func source(_ node: DraftNode?) -> Source? {
    guard let node else { return nil }
    guard case .mapping = node.content else {
      return text(node, "source").map { Source(url: $0, read: context.asOf) }
    }
    guard let fields = fields(node, "source", knows: EntryReader.sourceKeys) else { return nil }
    let isUndated = fields["read"]?.text?.trimmed == EntryReader.unknownDay
    let read = isUndated ? nil : date(fields["read"], "read") ?? context.asOf
    let grade: Source.Page? = word(fields["grade"], "grade", orElse: .fieldLeftOut)
    guard let url = text(fields["url"], "url") else {
      if fields["url"] == nil { tell(.missing("url"), at: fields.position) }
      return nil
    }
    return Source(url: url, read: read, grade: grade)
  }

  /// What was found of those who hold it; without an address nobody can look it up, and it is left out.
  mutating func findings(_ node: DraftNode?) -> [Finding] {
    items(node).compactMap { item in
      guard let fields = fields(item, "outcomes", knows: EntryReader.findingKeys, orElse: .itemLeftOut) else {
        return nil
      }
      for key in ["finding", "source"] where fields[key] == nil {
        tell(.missing(key), at: fields.position, .error, .itemLeftOut)
        return nil
      }
      guard let finding = text(fields["finding"], "finding", orElse: .itemLeftOut),
        let source = source(fields["source"])
      else { return nil }
      return Finding(finding, by: text(fields["by"], "by"), source: source)
    }
  }

  mutating func endorsements(_ node: DraftNode?) -> [Endorsement] {
    items(node).compactMap { item in
      guard case .mapping = item.content else {
        return text(item, "quality", orElse: .itemLeftOut).map { Endorsement(by: $0) }
      }
      guard let fields = fields(item, "quality", knows: EntryReader.endorsementKeys) else {
        return nil
      }
      guard let by = text(fields["by"], "by", orElse: .itemLeftOut) else {
        if fields["by"] == nil { tell(.missing("by"), at: fields.position, .error, .itemLeftOut) }
        return nil
      }
      return Endorsement(
        by: by, scheme: text(fields["scheme"], "scheme"), credits: number(fields["credits"], "credits", .credits))
    }
  }
}

extension Unicode.Scalar {
  /// A control character other than those that lay out a text.
  fileprivate var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F: true
    default: false
    }
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return self }
    let start = unicodeScalars.drop { $0.properties.isWhitespace }
    let tail = start.reversed().drop { $0.properties.isWhitespace }
    return String(String.UnicodeScalarView(tail.reversed()))
  }
}
