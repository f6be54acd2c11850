import Catalogs

/// YAML with the place of every value, through Yams (libyaml).
enum YAMLFrontEnd {
  static let deepest = 200

  static func file(_ text: SourceText, folder: String?) -> CatalogDraft.File {
    var recovery = YAMLRecovery(text)
    let root = recovery.document()
    return CatalogDraft.File(
      name: text.file, folder: folder, root: root, issues: text.issues + recovery.issues,
      lostIdentifiers: recovery.lostIdentifiers)
  }
}
