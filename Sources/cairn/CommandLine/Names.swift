import Catalogs
import Library

/// What the names that somebody types stand for, and what was likely meant where they stand for nothing.
struct Names {
  let catalog: Catalog

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// `; did you mean "…"?`, or nothing.
  static func guess(_ nearest: String?) -> String { nearest.map { "; did you mean \"\($0)\"?" } ?? "" }

  /// The goal of that id; else the credential; else the one goal of that title, whatever its case.
  func goal(_ written: String, issues: [CatalogIssue] = []) throws(Failure) -> Goal {
    if let goal = catalog.destination(written) { return goal }
    let titled = catalog.goals.filter { SearchText.folded($0.title) == SearchText.folded(written) }
    if titled.count == 1 { return titled[0] }
    if let fault = issues.first(where: { $0.severity == .error && $0.entry?.id == written }) {
      throw .badData("\"\(written)\" is left out of the catalog: \(fault)")
    }
    let entries = catalog.goals.map { ($0.id, $0.title) } + catalog.credentials.map { ($0.id, $0.title) }
    throw .usage("no goal or credential is called \"\(written)\"" + Names.guess(nearest(to: written, entries)))
  }

  func unknownCredential(_ written: String, _ option: String) -> Failure {
    let entries = catalog.credentials.map { ($0.id, $0.title) }
    return unknown("credential", written, option, entries)
  }

  func unknownSkill(_ written: String, _ option: String) -> Failure {
    unknown("skill", written, option, catalog.skills.map { ($0.id, $0.name) })
  }

  func unknownExclusion(_ written: String, _ option: String) -> Failure {
    let entries =
      catalog.credentials.map { ($0.id, $0.title) } + catalog.providers.map { ($0.id, $0.name) }
      + (Credential.Delivery.allCases.map { "delivery:\($0.rawValue)" } + ["unvouched"]).map { ($0, $0) }
    return unknown("credential or provider", written, option, entries)
  }

  /// Conditions are texts, not ids: one that no catalog states is no fault, but probably a slip.
  func warnOfCondition(_ text: String) {
    let stated = Set(
      (catalog.goals.map(\.requires) + catalog.credentials.flatMap { [$0.requires, $0.corequires].compactMap { $0 } })
        .flatMap(\.namedConditions))
    guard !stated.contains(where: { SearchText.folded($0) == SearchText.folded(text) }) else { return }
    let nearest = NearestName.nearest(to: text, among: stated)
    Output.complain("cairn: --deny: no catalog states the condition \"\(text)\"" + Names.guess(nearest))
  }

  /// The titles of what is named by title or id, whatever the case.
  func titles(
    _ written: [String], _ option: String, _ entries: [(id: String, title: String)]
  ) throws(Failure) -> [String] {
    var titles: [String] = []
    for name in written {
      let folded = SearchText.folded(name)
      let found = entries.filter { $0.id == name || SearchText.folded($0.title) == folded }
      guard !found.isEmpty else {
        throw .usage("\(option): nothing is called \"\(name)\"" + Names.guess(nearest(to: name, entries)))
      }
      titles += found.map(\.title)
    }
    return titles
  }

  private func unknown(_ kind: String, _ written: String, _ option: String, _ entries: [(String, String)]) -> Failure {
    .usage("\(option): no \(kind) is called \"\(written)\"" + Names.guess(nearest(to: written, entries)))
  }

  /// The id that is near, or whose title is.
  private func nearest(to written: String, _ entries: [(id: String, title: String)]) -> String? {
    if let id = NearestName.nearest(to: written, among: entries.map(\.id)) { return id }
    guard let title = NearestName.nearest(to: written, among: entries.map(\.title)) else {
      return entries.first { SearchText.folded($0.title) == SearchText.folded(written) }?.id
    }
    return entries.first { $0.title == title }?.id
  }
}
