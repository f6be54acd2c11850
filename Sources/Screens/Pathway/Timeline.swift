import Catalogs
import Display
import Planning
import Wording

/// Days laid out over columns, with the months above.
struct Timeline {
  let days: Int
  let start: CalendarDate
  let columns: Int

  /// As close as was asked for, each step to half the days, but never to less than two weeks.
  static func zoom(_ wanted: Int, days: Int) -> Int {
    var zoom = 0
    while zoom < wanted && days >> (zoom + 1) >= 14 { zoom += 1 }
    return zoom
  }

  func column(_ day: Int) -> Int { min(columns - 1, day * columns / max(1, days)) }

  /// The names of months over their first columns: of all, or of every second, third, sixth or twelfth, as they fit.
  func drawMonths(_ row: Rect, _ frame: inout Frame) {
    let months = months
    for step in [1, 2, 3, 6, 12] {
      let shown = months.enumerated().filter { $0.offset % step == 0 }.map(\.element)
      if write(shown, row, &frame) { return }
      // The first can do without its year; within a year all can.
      let short = shown.enumerated().map { place, month in
        (day: month.day, name: place == 0 || days < 330 ? String(month.name.prefix(3)) : month.name)
      }
      if write(short, row, &frame) { return }
    }
  }

  /// - Returns: false where they don't fit, and nothing was written.
  private func write(_ names: [(day: Int, name: String)], _ row: Rect, _ frame: inout Frame) -> Bool {
    let fits = zip(names, names.dropFirst()).allSatisfy { month, next in
      column(next.day) - column(month.day) > DisplayWidth.of(month.name)
    }
    guard fits else { return false }
    for month in names where column(month.day) + DisplayWidth.of(month.name) <= row.width {
      frame.write(month.name, x: row.x + column(month.day), y: row.y, role: .dim)
    }
    return true
  }

  private var months: [(day: Int, name: String)] {
    var found: [(Int, String)] = []
    var (year, month, _) = start.components
    var isFirst = true
    while let first = CalendarDate(year: year, month: month, day: 1), first - start <= days, year < 9999 {
      let day = max(0, first - start)
      let name = String(Amounts.date(first).split(separator: " ")[1])
      found.append((day, isFirst || month == 1 ? "\(name) \(year)" : name))
      isFirst = false
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return found
  }

  /// A bar from start to finish, fuller the more of the week it takes; a diamond where it takes no time.
  func draw(_ step: Step, week: Int, _ row: Rect, role: Role, _ frame: inout Frame) {
    let first = column(step.start)
    guard step.finish > step.start else {
      frame.write(frame.glyphs.diamond, x: row.x + first, y: row.y, role: role)
      return
    }
    let last = max(first, min(columns, (step.finish * columns + days - 1) / max(1, days)) - 1)
    let glyph =
      4 * step.load >= 3 * week
      ? frame.glyphs.bar : 4 * step.load >= week ? frame.glyphs.barMedium : frame.glyphs.barLight
    let bar = Rect(x: row.x + first, y: row.y, width: last - first + 1, height: 1).intersection(row)
    frame.fill(bar, with: glyph, role: role)
  }

  /// A bar from one day to another, at least a column long.
  func fill(from first: Int, to last: Int, _ row: Rect, role: Role, _ frame: inout Frame) {
    let left = column(first)
    let right = max(left + 1, min(columns, (last * columns + days - 1) / max(1, days)))
    let bar = Rect(x: row.x + left, y: row.y, width: right - left, height: 1).intersection(row)
    frame.fill(bar, with: frame.glyphs.bar, role: role)
  }

  /// A line down a day, where nothing is drawn but the dots of months; nothing before the first day and after the last.
  func drawDay(_ day: Int, _ rect: Rect, _ frame: inout Frame) {
    guard day > 0, day < days else { return }
    let x = rect.x + column(day)
    for y in rect.rows where [" ", frame.glyphs.faintDot].contains(frame.cell(x: x, y: y).text) {
      frame.write(frame.glyphs.lines.vertical, x: x, y: y, role: .accent)
    }
  }

  // MARK: Beside the bars

  /// A dot where each month begins.
  func drawGrid(_ row: Rect, _ frame: inout Frame) {
    for month in months where month.day > 0 && month.day < days {
      frame.write(frame.glyphs.faintDot, x: row.x + column(month.day), y: row.y, role: .grid)
    }
  }

  /// The day a bar ends, behind it, or before it where there is no room behind.
  func drawEnd(of step: Step, _ row: Rect, _ frame: inout Frame) {
    let text = Amounts.date(start + step.finish)
    let width = DisplayWidth.of(text) + 1
    let end = min(columns, max(column(step.start) + 1, (step.finish * columns + days - 1) / max(1, days)))
    if end + width <= columns {
      frame.write(" \(text)" + (end + width < columns ? " " : ""), x: row.x + end, y: row.y, role: .dim)
    } else if column(step.start) >= width {
      let first = column(step.start) - width
      frame.write((first > 0 ? " " : "") + text + " ", x: row.x + max(0, first - 1), y: row.y, role: .dim)
    }
  }

  /// What each month asks to be paid, under the first day of it on which something is; as columns where figures don't fit.
  func draw(_ payments: [MonthOfPayments], _ row: Rect, _ frame: inout Frame) {
    let paid = payments.compactMap { month in
      month.payments.first.map { (column: column($0.day), amount: month.amount) }
    }
    let texts = paid.map { Amounts.money($0.amount, isShort: true) }
    let ends = paid.dropFirst().map(\.column) + [columns + 1]
    let fits = zip(zip(paid, texts), ends).allSatisfy { $0.0.column + DisplayWidth.of($0.1) < $1 }
    let most = max(1, paid.map(\.amount).max() ?? 1)
    for (month, text) in zip(paid, texts) {
      let level = max(1, min(8, month.amount / max(1, most / 8)))
      frame.write(fits ? text : frame.glyphs.heights[level - 1], x: row.x + month.column, y: row.y, role: .money)
    }
  }
}
