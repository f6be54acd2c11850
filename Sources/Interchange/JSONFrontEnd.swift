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
