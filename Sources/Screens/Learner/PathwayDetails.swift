import Catalogs
import Display
import Learners
import Planning
import Wording

/// What a saved pathway was, and what has changed since.
struct PathwayDetails {
  let saved: SavedPathway
  let state: AppState

  init(_ saved: SavedPathway, _ state: AppState) { (self.saved, self.state) = (saved, state) }

  private var catalog: Catalog { state.catalog }

  func lines(width: Int) -> [Line] {
    var lines = Lines(width: width)
    let pathway = saved.pathway
    let start = saved.request.learner.start
    lines.add(saved.name, .title)
    let goals = saved.request.goals.map(catalog.title)
    lines.add("To \(Amounts.list(goals)), saved on \(Amounts.date(saved.saved))", .dim)
    if saved.name == state.record.followed { lines.add("This is the one that is followed.", .good) }
    lines.add("")
    let atLeast = pathway.isAtLeast ? "at least " : ""
    lines.add("\(atLeast)\(Amounts.money(pathway.cost)) \(saved.currency)", .money)
    lines.add("\(Amounts.weeks(pathway.days)) weeks, done \(Amounts.date(start + pathway.days))")
    lines.add(
      "for \(Amounts.hours(saved.request.learner.minutesPerWeek)) h/week, \(saved.request.learner.atOnce) at once, "
        + "from \(Amounts.date(start))")
    addChanges(&lines)
    lines.addHeading("Steps")
    for step in pathway.steps {
      lines.addItem(
        "\(catalog.title(step.credential)): \(Amounts.date(start + step.start)) to \(Amounts.date(start + step.finish))",
        mark: state.glyphs.separator, to: .credential(step.credential))
    }
    if pathway.steps.isEmpty { lines.add("Nothing was left to do.") }
    return lines.all
  }

  private func addChanges(_ lines: inout Lines) {
    let changes = saved.changes(in: catalog)
    lines.addHeading("Since it was saved")
    guard !changes.isEmpty else { return lines.add("Nothing it rests on has changed: it holds as it was.", .good) }
    lines.add("Changed: \(ChangeWords.summary(changes)).", .warning)
    for change in changes {
      lines.addItem(ChangeWords.sentence(change, in: catalog), mark: state.glyphs.separator)
    }
  }
}

/// Changes of a catalog in words.
enum ChangeWords {
  /// `2 prices and 1 requirement`
  static func summary(_ changes: [CatalogChange]) -> String {
    let kinds: [(String, String?, (CatalogChange) -> Bool)] = [
      ("price", nil, { if case .price = $0 { true } else if case .monthly = $0 { true } else { false } }),
      ("workload", nil, { if case .workload = $0 { true } else { false } }),
      ("length", nil, { if case .length = $0 { true } else { false } }),
      ("requirement", nil, { if case .requirement = $0 { true } else { false } }),
      ("offer", nil, { if case .offer = $0 { true } else { false } }),
      ("goal", nil, { if case .goal = $0 { true } else { false } }),
      (
        "entry that is gone", "entries that are gone",
        { if case .gone = $0 { true } else if case .goalGone = $0 { true } else { false } }
      ),
    ]
    let parts = kinds.compactMap { noun, plural, belongs in
      let count = changes.count(where: belongs)
      return count == 0 ? nil : Amounts.count(count, noun, plural: plural)
    }
    return parts.isEmpty ? "nothing of this pathway, but something else in the catalogs" : Amounts.list(parts)
  }

  static func sentence(_ change: CatalogChange, in catalog: Catalog) -> String {
    func amount(_ cents: Int?, _ id: String) -> String {
      guard let cents else { return "not known" }
      return "\(Amounts.money(cents, isShort: true)) \(catalog.credential(id)?.price.currency ?? "")"
    }
    func hours(_ minutes: Int?) -> String { minutes.map { "\(Amounts.hours($0)) h" } ?? "not known" }
    func weeks(_ days: Int?) -> String { days.map { "\(Amounts.weeks($0)) weeks" } ?? "not known" }
    switch change {
    case .price(let id, let before, let after):
      return "\(catalog.title(id)): fee \(amount(after, id)), was \(amount(before, id))"
    case .monthly(let id, let before, let after):
      return "\(catalog.title(id)): \(amount(after, id)) a month, was \(amount(before, id))"
    case .workload(let id, let before, let after):
      return "\(catalog.title(id)): \(hours(after)), was \(hours(before))"
    case .length(let id, let before, let after):
      return "\(catalog.title(id)): \(weeks(after)), was \(weeks(before))"
    case .requirement(let id): return "\(catalog.title(id)): what it requires is different"
    case .offer(let id): return "\(catalog.title(id)): when, where or for how long it is offered is different"
    case .gone(let id): return "\(id) is in no catalog any more"
    case .goal(let id): return "\(catalog.title(id)): what the goal asks for is different"
    case .goalGone(let id): return "the goal \(id) is in no catalog any more"
    case .elsewhere: return "Nothing it rests on, but a better pathway may be there now."
    }
  }
}
