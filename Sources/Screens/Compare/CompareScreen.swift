import Catalogs
import Display
import Planning
import Wording

/// The columns, and what of each row is better.
struct CompareScreen: Screen {
  let place: ComparePlace
  let state: AppState
  let rows: [CompareRow]

  init(_ place: ComparePlace, _ state: AppState) {
    self.place = place
    self.state = state
    let catalog = state.catalog
    switch place.subject {
    case .pathways:
      rows =
        place.pathways.isEmpty
        ? [] : PathwayComparison(columns: place.pathways, catalog: catalog).rows
    case .credentials:
      let columns = place.credentials.compactMap(catalog.credential)
      rows =
        columns.isEmpty
        ? [] : CredentialComparison(columns: columns, catalog: catalog, worth: state.credentialWorth).rows
    }
  }

  private var selected: Int { max(0, min(place.row, rows.count - 1)) }

  /// Where the selected row leads from the selected column.
  var link: Link? {
    guard rows.indices.contains(selected) else { return nil }
    let links = rows[selected].links
    return links.indices.contains(place.column) ? links[place.column] : nil
  }

  // MARK: Drawing

  func draw(_ body: Rect, _ frame: inout Frame) {
    let (title, other) =
      place.subject == .pathways ? ("Pathways", "o for credentials") : ("Credentials", "o for pathways")
    let number = rows.isEmpty ? nil : (selected, rows.count)
    let inside = frame.pane(body, title, note: other, place: number, focused: true)
    guard !rows.isEmpty else { return drawEmpty(inside, &frame) }
    let isWhole = inside.height < CompareScreen.least + place.count
    let (table, below) = inside.split(bottom: isWhole ? 0 : place.count + 1)
    let columns = CompareColumns(table, count: place.count)
    drawHeads(columns, table.row(0), &frame)
    frame.rows(table.inset(top: 1), count: rows.count, selected: selected, focused: true) { frame, index, row, role in
      columns.draw(rows[index], row, role, &frame)
    }
    let gap = max(0, table.height - rows.count - 2)
    drawSelected(
      below.isEmpty ? below : Rect(x: below.x, y: below.y - gap, width: below.width, height: below.height), &frame)
  }

  /// With fewer rows than this besides, the table needs them all.
  private static let least = 9

  /// The selected row once more, where a line for each column has room for what the table cuts.
  private func drawSelected(_ rect: Rect, _ frame: inout Frame) {
    let row = rows[selected]
    guard !rect.isEmpty, !row.isHeading else { return }
    let verdict = row.verdict.isEmpty ? "" : ": \(row.verdict)"
    frame.write(row.name + verdict, in: rect.row(0).inset(left: 2, right: 1), role: .heading)
    for (place, cell) in row.cells.enumerated() {
      let line = rect.row(place + 1).inset(left: 2, right: 1)
      let isBetter = row.better == place
      let sign = "\(CompareRow.letter(place)) \(isBetter ? glyphs.check : " ") "
      let start = frame.write(sign, x: line.x, y: line.y, width: line.width, role: isBetter ? .good : .dim)
      frame.write(cell, in: line.inset(left: start), role: isBetter ? .good : .plain)
    }
  }

  private func drawHeads(_ columns: CompareColumns, _ row: Rect, _ frame: inout Frame) {
    for column in 0..<place.count {
      let isSelected = column == place.column
      let mark = isSelected ? glyphs.pointer + " " : "  "
      frame.write(
        mark + CompareRow.letter(column), in: columns.cell(column, row), role: isSelected ? .accent : .heading)
    }
    frame.write("better", in: columns.verdict(row), role: .heading)
  }

  private func drawEmpty(_ rect: Rect, _ frame: inout Frame) {
    var lines = Lines(width: rect.width - 2)
    switch place.subject {
    case .pathways:
      lines.add("Nothing to compare yet.")
      lines.add(
        "Press c on a pathway, or on a goal, to put it here; again under other settings, and the two stand side by side."
      )
    case .credentials:
      lines.add("No credentials to compare yet.")
      lines.add("Press C where one is selected to put it here.")
    }
    frame.write(lines.all, in: rect.inset(left: 1, right: 1))
  }
}

/// Where names, columns and verdicts stand.
struct CompareColumns {
  private let nameWidth: Int
  private let verdictWidth: Int
  private let width: Int
  private let start: Int
  private let count: Int

  init(_ rect: Rect, count: Int) {
    let count = max(1, count)
    let isWide = rect.width >= 100
    nameWidth = isWide ? 34 : rect.width >= 70 || count < 3 ? 16 : 13
    // Where there is no room for it, the line below the table says it of the selected row.
    verdictWidth = count < 2 || rect.width < 70 ? 0 : isWide ? 20 : 17
    width = max(1, (rect.width - 3 - nameWidth - verdictWidth) / count)
    start = rect.x + 2 + nameWidth
    self.count = count
  }

  func cell(_ column: Int, _ row: Rect) -> Rect {
    Rect(x: start + column * width, y: row.y, width: width - 1, height: 1)
  }

  func verdict(_ row: Rect) -> Rect {
    Rect(x: row.endX - verdictWidth, y: row.y, width: verdictWidth, height: 1).intersection(row)
  }

  func draw(_ item: CompareRow, _ row: Rect, _ role: Role, _ frame: inout Frame) {
    let isPlain = role == .plain
    let name = Rect(x: row.x + 2, y: row.y, width: item.isHeading ? row.width - 3 : nameWidth - 1, height: 1)
    frame.write(item.name, in: name, role: !isPlain ? role : item.isHeading ? .heading : item.isSame ? .dim : .plain)
    // What is the same everywhere is said once, over all columns.
    let isOnce = item.cells.count > 1 && item.isSame && Set(item.cells).count == 1
    if isOnce {
      let whole = Rect(x: start + 2, y: row.y, width: count * width - 3, height: 1)
      frame.write(item.cells[0], in: whole, role: isPlain ? .dim : role)
    }
    for (column, text) in item.cells.enumerated() where !isOnce {
      let isBetter = item.better == column
      let mark = isBetter ? frame.glyphs.check + " " : "  "
      frame.write(
        mark + text, in: cell(column, row), role: !isPlain ? role : isBetter ? .good : item.isSame ? .dim : .plain)
    }
    frame.write(
      item.verdict, in: verdict(row),
      role: !isPlain ? role : item.isSame ? .dim : item.better == nil ? .warning : .good)
  }
}
