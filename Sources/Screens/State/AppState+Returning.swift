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

  /// `"Technician": 2 prices and 1 requirement changed since, 1 step overdue (5 Now); A+ lapses on 3 Mar 2026`; empty for
  /// nothing.
  var news: String {
    var parts: [String] = []
    if let news = followedNews { parts.append(news) }
    for saved in record.pathways where saved.isFavourite && saved.name != record.followed {
      if let words = words(since: saved) { parts.append("\"\(saved.name)\": \(words)") }
    }
    let lapses = HeldLapse.all(of: learner, in: catalog, today: today)
    if let first = lapses.first {
      let title = catalog.title(first.credential)
      let more = lapses.count > 1 ? " and \(lapses.count - 1) more" : ""
      parts.append("\(title) \(first.day < today ? "has lapsed" : "lapses") on \(Amounts.date(first.day))\(more)")
    }
    return parts.joined(separator: "; ")
  }

  /// What is new of the pathway that is followed, and where it is told in full.
  private var followedNews: String? {
    guard let followed else { return nil }
    var parts = [words(since: followed)].compactMap { $0 }
    let items = Course(followed, learner: learner, today: today).items
    let overdue = items.count { $0.standing == .overdue }
    let due = items.count { $0.standing == .due }
    if overdue > 0 { parts.append("\(Amounts.count(overdue, "step")) overdue") }
    if due > 0 { parts.append("\(Amounts.count(due, "step")) for this week") }
    guard !parts.isEmpty else { return nil }
    return "\"\(followed.name)\": \(parts.joined(separator: ", ")) (\(PlaceID.now.key.name) \(PlaceID.now.name))"
  }

  /// `1 price changed since`; `nil` where nothing did that the pathway rests on.
  private func words(since saved: SavedPathway) -> String? {
    let changes = changes(of: saved).filter { $0 != .elsewhere }
    return changes.isEmpty ? nil : "\(ChangeWords.summary(changes)) changed since"
  }
}
