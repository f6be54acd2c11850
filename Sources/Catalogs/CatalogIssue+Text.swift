extension CatalogIssue: CustomStringConvertible {
  /// `file:line:column: error: what is wrong; what became of it`, on one line, safe to send to a terminal.
  public var description: String {
    let file = CatalogIssue.printable(position.file)
    return "\(file):\(position.line):\(position.column): \(severity.rawValue): \(text)"
  }

  /// What is wrong, what to do, and what became of it. Text of the catalog in it is quoted, without control
  /// characters and not too long.
  public var text: String {
    [prefix + fact.text, consequence.text(entry: entry)].compactMap { $0 }.joined(separator: "; ")
  }

  private var prefix: String {
    guard let entry, entry.kind != .catalog, let id = entry.id, !fact.names(id) else { return "" }
    return "\(entry.kind.rawValue) \(CatalogIssue.quoted(id)): "
  }

  /// Text of a catalog between quotation marks.
  static func quoted(_ text: String) -> String {
    let clean = printable(text)
    return
      "\"\(clean.unicodeScalars.count > 80 ? String(String.UnicodeScalarView(clean.unicodeScalars.prefix(79))) + "…" : clean)\""
  }

  /// The text without anything a terminal would obey: controls, format characters and line separators.
  public static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return "\u{FFFD}"
          default: return scalar
          }
        }))
  }
}

extension CatalogIssue.Consequence {
  fileprivate func text(entry: CatalogIssue.EntryName?) -> String? {
    switch self {
    case .nothing: return nil
    case .fieldLeftOut: return "left out"
    case .itemLeftOut: return "this item is left out"
    case .entryLeftOut: return "this \(entry?.kind.rawValue ?? "entry") is left out"
    case .readAs(let text): return "read as \(CatalogIssue.quoted(text))"
    case .neverMet: return "nothing meets this as it stands"
    case .restLeftOut: return "what follows in this file is not read"
    }
  }
}
