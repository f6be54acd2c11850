import Catalogs

/// The header that counts for a file, as the head of a catalog file.
enum WrittenHeader {
  static func node(_ header: Catalog.Header) -> [DraftNode.Entry] {
    var fields = [("catalog", header.id), ("title", header.title)]
    if header.currency != CurrencyCode.none { fields.append(("currency", header.currency)) }
    if let system = header.creditSystem { fields.append(("creditSystem", system)) }
    if let day = header.asOf { fields.append(("asOf", day.iso)) }
    let nowhere = SourcePosition(file: "", line: 1, column: 1)
    return fields.map { key, value in
      DraftNode.Entry(key: key, keyPosition: nowhere, value: DraftNode(.scalar(value, isQuoted: true), at: nowhere))
    }
  }

  /// Lines of key and value, with a tab between.
  static func text(_ header: Catalog.Header) -> String {
    node(header).map { "\($0.key)\t\($0.value.text ?? "")" }.joined(separator: "\n")
  }

  static func node(of text: String) -> [DraftNode.Entry] {
    let nowhere = SourcePosition(file: "", line: 1, column: 1)
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return DraftNode.Entry(
        key: String(parts[0]), keyPosition: nowhere,
        value: DraftNode(.scalar(String(parts[1]), isQuoted: true), at: nowhere))
    }
  }
}
