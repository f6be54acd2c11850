import Catalogs
import Display
import Learners
import Planning
import Wording

/// Settings as rows, saved pathways as rows, and what is to be said of the selected one.
struct LearnerScreen: Screen {
  let place: LearnerPlace
  let state: AppState
  let rows: [LearnerPlace.Row]
  private let texts: [LearnerPlace.Row: String]
  private let counts: [Entry: Int]

  init(_ place: LearnerPlace, _ state: AppState) {
    (self.place, self.state) = (place, state)
    var rows = Setting.allCases.map(LearnerPlace.Row.setting)
    var texts: [LearnerPlace.Row: String] = [:]
    var counts: [Entry: Int] = [:]
    for entry in Entry.allCases {
      let items = entry.items(of: state.record, in: state.catalog, currency: state.currency)
      counts[entry] = items.count
      rows.append(.head(entry))
      for item in items {
        rows.append(.item(entry, item.key))
        texts[.item(entry, item.key)] = item.text
      }
    }
    (self.rows, self.texts, self.counts) = (rows, texts, counts)
  }

  var record: LearnerRecord { state.record }
  var catalog: Catalog { state.catalog }
  var rowIndex: Int { rows.firstIndex(of: place.selected) ?? 0 }

  /// The followed one first, then the favourites, then by when they were saved, the latest first.
  var saved: [SavedPathway] {
    func rank(_ saved: SavedPathway) -> Int { saved.name == record.followed ? 0 : saved.isFavourite ? 1 : 2 }
    return record.pathways.enumerated().sorted { (rank($0.element), -$0.offset) < (rank($1.element), -$1.offset) }
      .map(\.element)
  }

  var savedIndex: Int { saved.firstIndex { $0.name == place.pathway } ?? 0 }
  var selectedPathway: SavedPathway? { saved.isEmpty ? nil : saved[savedIndex] }

  var status: String {
    if case .failing(let reason) = state.keeping { return reason }
    if state.keeping == .off { return "these settings came with the command: nothing of them is kept" }
    if record.hasDraft { return "a draft: K keeps it, D goes back to what was kept" }
    return "everything is kept"
  }

  // MARK: Drawing

  func draw(_ body: Rect, _ frame: inout Frame) {
    let layout = LearnerLayout(body, place)
    if !layout.settings.isEmpty { drawSettings(layout.settings, &frame) }
    if !layout.pathways.isEmpty { drawPathways(layout.pathways, &frame) }
    if !layout.details.isEmpty { drawDetails(layout.details, &frame) }
  }

  private func drawSettings(_ rect: Rect, _ frame: inout Frame) {
    let isFocused = place.pane == .settings
    let note = record.hasDraft ? "draft" : ""
    let inside = frame.pane(rect, "Learner", note: note, place: (rowIndex, rows.count), focused: isFocused)
    frame.rows(inside, count: rows.count, selected: rowIndex, focused: isFocused) { frame, index, row, role in
      draw(rows[index], row.inset(left: 2, right: 1), role, &frame)
    }
  }

  private func draw(_ item: LearnerPlace.Row, _ row: Rect, _ role: Role, _ frame: inout Frame) {
    let label = 18
    let isPlain = role == .plain
    switch item {
    case .setting(let setting):
      let isTried =
        setting.value(in: record, currency: state.currency) != setting.value(in: kept, currency: state.currency)
      frame.write(setting.name, x: row.x, y: row.y, width: min(label, row.width), role: role)
      let value = setting.value(in: record, currency: state.currency) + (isTried ? " (draft)" : "")
      let unset = isPlain && (value == "none" || value == "0")
      frame.write(value, in: row.inset(left: label), role: isTried && isPlain ? .accent : unset ? .dim : role)
    case .head(let entry):
      frame.write(entry.name, x: row.x, y: row.y, width: min(label, row.width), role: isPlain ? .heading : role)
      let count = counts[entry] ?? 0
      frame.write(count == 0 ? "none" : String(count), in: row.inset(left: label), role: isPlain ? .dim : role)
    case .item: frame.write(texts[item] ?? "", in: row.inset(left: 2), role: role)
    }
  }

  /// The record as it was kept, for saying what a draft changes.
  private var kept: LearnerRecord {
    var kept = record
    kept.discardDraft()
    return kept
  }

  private func drawPathways(_ rect: Rect, _ frame: inout Frame) {
    let isFocused = place.pane == .pathways
    let saved = saved
    let inside = frame.pane(rect, "Saved pathways", place: (savedIndex, saved.count), focused: isFocused)
    guard !saved.isEmpty else {
      let text = "No pathway is saved yet. S at Pathway (2) saves the one shown there, F follows it."
      for (offset, part) in DisplayWidth.wrapped(text, to: max(4, inside.width - 2)).enumerated() {
        frame.write(part, in: inside.row(offset).inset(left: 1, right: 1), role: .dim)
      }
      return
    }
    let selected = place.subject == .pathways || isFocused ? savedIndex : nil
    frame.rows(inside, count: saved.count, selected: selected, focused: isFocused) { frame, index, row, role in
      let item = saved[index]
      let signs = (item.name == record.followed ? "followed" : item.isFavourite ? "favourite" : "")
      let figures = "\(Amounts.money(item.pathway.cost, isShort: true)) \(item.currency)"
      let note = [signs, figures].filter { !$0.isEmpty }.joined(separator: ", ")
      let width = min(row.width / 2, DisplayWidth.of(note))
      frame.write(item.name, in: row.inset(left: 2, right: width + 2), role: role)
      frame.write(note, in: row.inset(left: row.width - width - 1), role: role == .plain ? .dim : role)
    }
  }

  private func drawDetails(_ rect: Rect, _ frame: inout Frame) {
    let isFocused = place.pane == .details
    let inside = frame.pane(rect, "Details", focused: isFocused).inset(left: 1, right: 1)
    place.reader.draw(detailLines(width: inside.width), in: inside, focused: isFocused, on: &frame)
  }

  // MARK: Details

  func detailLines(width: Int) -> [Line] {
    var lines = Lines(width: width)
    if place.subject == .pathways {
      guard let saved = selectedPathway else { return [] }
      return PathwayDetails(saved, state).lines(width: width)
    }
    switch place.selected {
    case .setting(let setting):
      lines.add(setting.name, .title)
      lines.add(setting.sentence)
      lines.add("")
      lines.add("Now: \(setting.value(in: record, currency: state.currency))")
      if record.hasDraft { lines.add("Kept: \(setting.value(in: kept, currency: state.currency))", .dim) }
      lines.add(setting == .estimates ? "Enter changes it." : "Enter changes it. \(setting.hint)", .dim)
    case .head(let entry):
      lines.add(entry.name, .title)
      lines.add(entry.sentence)
      lines.add("")
      lines.add("Enter adds one.", .dim)
    case .item(let entry, let key):
      lines.add(entry == .note ? "Note" : entry == .known ? catalog.skillName(key) : catalog.title(key), .title)
      lines.add("\(entry.name): \(texts[place.selected] ?? "")")
      lines.add("")
      lines.add(entry.sentence)
      lines.add(entry.enter.isEmpty ? "R takes it out." : "\(entry.enter), R takes it out.", .dim)
      if entry == .wished, catalog.destination(key) != nil {
        lines.add("Its pathways", .link, to: .goal(key))
      } else if catalog.credential(key) != nil, entry != .note {
        lines.add("Its pathways", .link, to: .credential(key))
      }
    }
    return lines.all
  }
}
