import Display
import Learners
import Planning
import Wording

// Two lines where there is room for them: the places, then what it is about and for whom. One line else.
extension AppState {
  func headerHeight(_ size: Size) -> Int { size.height >= 20 && !glyphs.isLinear ? 2 : 1 }

  func drawHeader(_ frame: inout Frame) {
    let row = frame.bounds.row(0)
    guard headerHeight(frame.size) == 2 else { return drawBreadcrumb(row.inset(left: 1, right: 1), &frame) }
    drawPlaces(row, &frame)
    drawSubject(frame.bounds.row(1).inset(left: 1, right: 1), &frame)
  }

  /// `Cairn  1 Goals  2 Pathway …`, the current one marked; where they don't all fit, the others' digits alone.
  private func drawPlaces(_ row: Rect, _ frame: inout Frame) {
    var x = 1 + frame.write("Cairn", x: 1, y: row.y, role: .title) + 2
    let names = PlaceID.allCases.map(\.name)
    let needed = names.reduce(0) { $0 + DisplayWidth.of($1) + 5 }
    let isShort = x + needed > row.width
    for place in PlaceID.allCases {
      let isHere = place == placeID
      let key = keymap.keys(of: Command.all.first { $0.id == place.rawValue } ?? .help).first?.name ?? ""
      let label = isShort && !isHere ? key : "\(key) \(place.name)"
      frame.write(
        isHere ? "\(glyphs.pointer)\(label)" : " \(label)", x: x, y: row.y, role: isHere ? .focusedTitle : .dim)
      x += DisplayWidth.of(label) + 3
    }
    guard !isOpening else { return }
    let note =
      "\(Amounts.count(catalog.headers.count, "catalog")) \(glyphs.separator) "
      + Amounts.count(extent.credentials, "credential")
    let width = DisplayWidth.of(note)
    if x + width < row.width { frame.write(note, x: row.width - width - 1, y: row.y, role: .dim) }
  }

  private func drawSubject(_ row: Rect, _ frame: inout Frame) {
    let title = place.title(in: self)
    let settings = settingsWords
    let room = row.width - (settings.isEmpty ? 0 : 3)
    var x = row.x
    if !title.isEmpty { x += frame.write(title, x: x, y: row.y, width: max(10, room * 2 / 3), role: .heading) + 3 }
    frame.write(parts: settings, in: row.inset(left: x - row.x))
  }

  /// `Pathway ▸ Network technician   10 h/week`
  private func drawBreadcrumb(_ row: Rect, _ frame: inout Frame) {
    let title = place.title(in: self)
    let crumb = title.isEmpty ? placeID.name : "\(placeID.name) \(glyphs.pointer) \(title)"
    let x = row.x + frame.write(crumb, x: row.x, y: row.y, width: row.width, role: .heading) + 3
    if x < row.endX - 8 { frame.write(parts: settingsWords, in: row.inset(left: x - row.x)) }
  }

  /// `10 h/week · 3 at once · from 5 Jan 2026`, and what else was set.
  private var settingsWords: [String] {
    guard !isOpening else { return [] }
    var parts = keepingWords + ["\(Amounts.hours(learner.minutesPerWeek)) h/week", "\(learner.atOnce) at once"]
    parts.append("from \(Amounts.date(learner.start))")
    if let budget = learner.budget { parts.append("at most \(Amounts.money(budget, isShort: true))") }
    if let deadline = learner.deadline { parts.append("within \(Amounts.weeks(deadline)) weeks") }
    if !learner.excluded.isEmpty { parts.append("\(learner.excluded.count) excluded") }
    if !learner.pinned.isEmpty { parts.append("\(learner.pinned.count) pinned") }
    if !learner.earned.isEmpty { parts.append("\(learner.earned.count) earned") }
    return parts
  }

  /// The catalogs are still being read, and the learner.
  private var isOpening: Bool { place is OpeningPlace }

  /// `for ana`, `draft`, `not saved`: what is to be known of the record itself.
  private var keepingWords: [String] {
    guard keeping != .off else { return [] }
    var words = record.isUnnamed ? [] : ["for \(record.name)"]
    if record.hasDraft { words.append("draft") }
    if case .failing = keeping { words.append("not saved") }
    return words
  }
}
