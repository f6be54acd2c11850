import Display

/// Something to be picked from a list that typing narrows.
protocol Picking: Hashable, Sendable {
  var title: String { get }
  /// Before what is typed.
  var label: String { get }
  /// What Enter does, for the lower border.
  var hint: String { get }
  /// Said where nothing matches.
  var nothing: String { get }
  /// Columns that the list would like to have.
  var width: Int { get }
  /// True where rows are entries of the catalog, which are read before they are named.
  var picksEntries: Bool { get }
  func rows(_ text: String, in state: AppState) -> [PickRow]
  /// Enter on the row of that id.
  func pick(_ id: String, in state: AppState) -> OverlayAnswer
}

extension Picking {
  var picksEntries: Bool { false }
}

/// A row one can pick.
struct PickRow: Hashable, Identifiable, Sendable {
  let id: String
  var title: String
  /// At the right, or with `leading` at the left.
  var note: String
  /// Columns that the note takes at the left; 0 where it stands at the right.
  var leading = 0
  /// Can't be picked now.
  var isDim = false
  /// Says what the rows below have in common; can't be selected.
  var isHeading = false
}

/// A list over a place.
struct PickingOverlay<Content: Picking>: Overlay {
  let content: Content
  var text = ""
  var selected: String?

  init(_ content: Content) { self.content = content }

  var isText: Bool { true }

  mutating func type(_ text: String, in state: AppState) {
    self.text += text
    selected = nil
  }

  mutating func press(_ key: Key, in state: AppState) -> OverlayAnswer {
    switch key {
    case .backspace:
      if text.isEmpty { return .close }
      text.removeLast()
      selected = nil
      return .stay
    case .enter:
      let rows = content.rows(text, in: state).filter { !$0.isHeading }
      guard let row = rows.first(where: { $0.id == selected }) ?? rows.first else { return .refuse(content.nothing) }
      return pick(row.id, in: state)
    default:
      if let motion = state.keymap.motion(for: key, at: state.placeID) { move(motion, state) }
      return .stay
    }
  }

  private func pick(_ id: String, in state: AppState) -> OverlayAnswer {
    guard content.picksEntries else { return content.pick(id, in: state) }
    var named = state
    named.name(id)
    let answer = content.pick(id, in: named)
    guard case .leave(let next) = answer else { return answer }
    return .leave { state in
      state.name(id)
      return next(&state)
    }
  }

  private mutating func move(_ motion: Motion, _ state: AppState) {
    let rows = content.rows(text, in: state).filter { !$0.isHeading }
    guard !rows.isEmpty else { return }
    let place = rows.firstIndex { $0.id == selected } ?? 0
    selected = rows[motion.moved(place, count: rows.count, page: max(1, listHeight(state.size) - 1))].id
  }

  /// As high as the list, so that as much as can be of what lies below stays in view; it grows downwards.
  private func window(_ size: Size, _ count: Int) -> Rect {
    var rect = window(width: content.width, height: min(24, size.height - 2), in: size)
    rect.height = min(rect.height, max(8, count + 3))
    return rect
  }

  private func listHeight(_ size: Size) -> Int { window(size, .max / 2).height - 3 }

  func draw(on frame: inout Frame, of state: AppState) {
    let rows = content.rows(text, in: state)
    let place = rows.firstIndex { $0.id == selected } ?? rows.firstIndex { !$0.isHeading } ?? 0
    let number = rows.prefix(place + 1).count { !$0.isHeading }
    let note = rows.isEmpty ? "" : "\(number) of \(rows.count { !$0.isHeading })"
    let labels = BoxLabels(title: content.title, note: note, footer: content.hint)
    let inside = frame.window(window(frame.size, rows.count), labels)
    let list = inside.inset(top: 1)
    if rows.isEmpty { frame.write(content.nothing, in: list.row(0), role: .dim) }
    frame.rows(list, count: rows.count, selected: place, focused: true) { frame, index, row, role in
      PickingOverlay.draw(rows[index], row.inset(left: 2), role, &frame)
    }
    frame.writeEntry(text, after: content.label, labelRole: .key, in: inside.row(0))
  }

  private static func draw(_ item: PickRow, _ row: Rect, _ role: Role, _ frame: inout Frame) {
    if item.isHeading { return frame.write(item.title, in: row.inset(left: -1), role: .heading) }
    let quiet: Role = role == .plain ? .dim : role
    let noteRole: Role = role == .plain && item.leading > 0 ? .key : quiet
    let titleRole = item.isDim ? quiet : role
    if item.leading > 0 {
      frame.write(item.note, x: row.x, y: row.y, width: min(item.leading, row.width), role: noteRole)
      let rest = row.inset(left: item.leading + 1)
      return frame.write(item.title, in: rest, role: titleRole)
    }
    let width = min(row.width / 2, DisplayWidth.of(item.note))
    frame.write(item.title, x: row.x, y: row.y, width: max(0, row.width - width - 2), role: titleRole)
    frame.write(item.note, x: row.endX - width, y: row.y, width: width, role: noteRole)
  }
}
