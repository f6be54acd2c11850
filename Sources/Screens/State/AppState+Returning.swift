import Learners
import Planning
import Wording

// What is said first to somebody who comes back.
extension AppState {
  /// What has changed in the catalogs of what a saved pathway rests on.
  func changes(of saved: SavedPathway) -> [CatalogChange] {
    guard source == nil else {
      // Nobody looks at all of a marketplace: what is elsewhere in it isn't known.
      return saved.changes(in: catalog, whole: Fingerprint()).filter { $0 != .elsewhere }
    }
    return saved.changes(in: catalog, whole: catalogPrint ?? Fingerprint(of: catalog))
  }

  /// Looks at the whole catalog once, where there is something to compare it with.
  mutating func prepareChanges() {
    if source == nil, catalogPrint == nil, !record.pathways.isEmpty { catalogPrint = Fingerprint(of: catalog) }
  }

  /// `"Technician": changed are 2 prices and 1 requirement; 1 step is overdue; A+ lapses on 3 Mar 2026`; empty for nothing.
  var news: String {
    var parts: [String] = []
    let told = record.pathways.filter { $0.name == record.followed || $0.isFavourite }
    for saved in told {
      // What no saved pathway rests on is news to nobody.
      let changes = changes(of: saved).filter { $0 != .elsewhere }
      if !changes.isEmpty { parts.append("\"\(saved.name)\": changed are \(ChangeWords.summary(changes))") }
    }
    if let followed {
      let items = Course(followed, learner: learner, today: today).items
      let overdue = items.count { $0.standing == .overdue }
      let due = items.count { $0.standing == .due }
      if overdue > 0 { parts.append("\(Amounts.count(overdue, "step")) overdue") }
      if due > 0 { parts.append("\(Amounts.count(due, "step")) for this week") }
    }
    let lapses = HeldLapse.all(of: learner, in: catalog, today: today)
    if let first = lapses.first {
      let title = catalog.title(first.credential)
      let more = lapses.count > 1 ? " and \(lapses.count - 1) more" : ""
      parts.append("\(title) \(first.day < today ? "has lapsed" : "lapses") on \(Amounts.date(first.day))\(more)")
    }
    let hint = parts.isEmpty || followed == nil ? "" : " (\(PlaceID.now.key.name) \(PlaceID.now.name))"
    return parts.joined(separator: "; ") + hint
  }
}
