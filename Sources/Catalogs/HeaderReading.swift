/// Finds out to which catalog each file belongs.
///
/// A file that says `catalog:` is one. A file that doesn't belongs to the one catalog of its folder; what it states
/// of `currency`, `creditSystem` and `asOf` goes for its own entries. Where there is none or more than one, that is
/// an error, and its entries are read as a catalog of their own, named after the file.
struct HeaderReading {
  private(set) var headers: [DraftedCatalog.PlacedHeader] = []
  private(set) var issues: [CatalogIssue] = []
  private var contexts: [String: FileContext] = [:]
  /// Ids of the catalogs in each folder, in the order of the files.
  private var folders: [String: [String]] = [:]

  static let keys = [
    "catalog", "title", "currency", "creditSystem", "asOf", "providers", "skills", "credentials", "goals", "source",
    "licence", "license", "url", "description", "note",
  ]

  init(_ files: [CatalogDraft.File]) {
    for file in files { readOwnHeader(file) }
    for file in files where contexts[file.name] == nil { borrowHeader(file) }
  }

  func context(of file: CatalogDraft.File) -> FileContext? { contexts[file.name] }

  private mutating func readOwnHeader(_ file: CatalogDraft.File) {
    guard let root = file.root else { return }
    var reader = EntryReader(FileContext(catalog: file.name, currency: CurrencyCode.none))
    defer { issues += HeaderReading.told(reader.issues, of: file) }
    guard let fields = reader.fields(root, "catalog file", knows: HeaderReading.keys, orElse: .entryLeftOut),
      let node = fields["catalog"]
    else { return }
    reader.entry = CatalogIssue.EntryName(.catalog, node.text)
    guard let id = reader.identifier(node, "catalog", orElse: .fieldLeftOut) else { return }
    let position = node.position
    var header = Catalog.Header(id: id, title: reader.label(fields, "title", id: id), currency: CurrencyCode.none)
    if let currency = reader.currency(fields["currency"], .readAs(CurrencyCode.none)) {
      header.currency = currency
    } else if fields["currency"] == nil {
      reader.tell(
        .missing("currency"), at: fields.keyPosition("currency") ?? position, .error,
        .readAs(CurrencyCode.none))
    }
    header.creditSystem = reader.text(fields["creditSystem"], "creditSystem")
    header.asOf = reader.date(fields["asOf"], "asOf")
    add(header, position, file, fields, &reader)
  }

  /// Several files of one folder may repeat their header; they may not contradict it.
  private mutating func add(
    _ header: Catalog.Header, _ position: SourcePosition, _ file: CatalogDraft.File, _ fields: Fields,
    _ reader: inout EntryReader
  ) {
    contexts[file.name] = FileContext(
      catalog: header.id, currency: header.currency, creditSystem: header.creditSystem, asOf: header.asOf)
    let folder = file.folder ?? file.name
    guard let known = headers.first(where: { $0.header.id == header.id }) else {
      headers.append(DraftedCatalog.PlacedHeader(header: header, position: position))
      folders[folder, default: []].append(header.id)
      return
    }
    guard folders[folder]?.contains(header.id) ?? false else {
      reader.tell(.duplicateIdentifier(.catalog, header.id, first: known.position), at: position, .error, .nothing)
      return
    }
    for (key, isSame) in [
      ("title", header.title == known.header.title), ("currency", header.currency == known.header.currency),
      ("creditSystem", header.creditSystem == known.header.creditSystem),
    ] where !isSame && fields[key] != nil {
      reader.tell(
        .contradictingHeader(header.id, field: key, first: known.position),
        at: fields[key]?.position ?? position, .warning, .nothing)
    }
  }

  private mutating func borrowHeader(_ file: CatalogDraft.File) {
    guard let root = file.root, case .mapping(let entries) = root.content else { return }
    // Already warned about where its own header was looked for.
    var reader = EntryReader(FileContext(catalog: file.name, currency: CurrencyCode.none))
    let known = entries.filter { HeaderReading.keys.contains($0.key) }
    guard
      let fields = reader.fields(
        DraftNode(.mapping(known), at: root.position), "catalog file", knows: HeaderReading.keys)
    else { return }
    let candidates = file.folder.flatMap { folders[$0] } ?? []
    let lender = candidates.count == 1 ? headers.first { $0.header.id == candidates[0] }?.header : nil
    if lender == nil, fields["catalog"] == nil {
      let fact = candidates.isEmpty ? CatalogIssue.Fact.missingHeader : .severalHeaders(candidates)
      reader.tell(fact, at: root.position, .error, .readAs(HeaderReading.baseName(file.name)))
    }
    let header = lender ?? orphanHeader(file, fields, root.position, &reader)
    contexts[file.name] = FileContext(
      catalog: header.id,
      currency: reader.currency(fields["currency"]) ?? header.currency,
      creditSystem: reader.text(fields["creditSystem"], "creditSystem") ?? header.creditSystem,
      asOf: reader.date(fields["asOf"], "asOf") ?? header.asOf)
    issues += HeaderReading.told(reader.issues, of: file)
  }

  /// Of a file that is cut short, what is missing from its header may stand in the part that wasn't read.
  private static func told(_ issues: [CatalogIssue], of file: CatalogDraft.File) -> [CatalogIssue] {
    guard file.isCutShort else { return issues }
    return issues.filter { issue in
      switch issue.fact {
      case .missing, .missingHeader: return false
      default: return true
      }
    }
  }

  private mutating func orphanHeader(
    _ file: CatalogDraft.File, _ fields: Fields, _ position: SourcePosition, _ reader: inout EntryReader
  ) -> Catalog.Header {
    let name = HeaderReading.baseName(file.name)
    var silent = reader
    let header = Catalog.Header(
      id: name, title: silent.text(fields["title"], "title") ?? name,
      currency: silent.currency(fields["currency"]) ?? CurrencyCode.none,
      creditSystem: silent.text(fields["creditSystem"], "creditSystem"), asOf: silent.date(fields["asOf"], "asOf"))
    if !headers.contains(where: { $0.header.id == name }) {
      headers.append(DraftedCatalog.PlacedHeader(header: header, position: position))
    }
    return header
  }

  /// `catalogs/it.yaml` → `it`.
  private static func baseName(_ path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }
}
