import Catalogs
import Display
import Planning
import Wording

/// Days laid out over columns, with the months above.
struct Timeline {
  let days: Int
  let start: CalendarDate
  let columns: Int

  func column(_ day: Int) -> Int { min(columns - 1, day * columns / max(1, days)) }

  /// The names of months over their first columns: of all, or of every second, third, sixth or twelfth, as they fit.
  func drawMonths(_ row: Rect, _ frame: inout Frame) {
    let months = months
    for step in [1, 2, 3, 6, 12] {
      let shown = months.enumerated().filter { $0.offset % step == 0 }.map(\.element)
      let fits = zip(shown, shown.dropFirst()).allSatisfy { month, next in
        column(next.day) - column(month.day) > DisplayWidth.of(month.name)
      }
      guard fits || step == 12 else { continue }
      for month in shown where row.x + column(month.day) + DisplayWidth.of(month.name) <= row.endX {
        frame.write(month.name, x: row.x + column(month.day), y: row.y, role: .dim)
      }
      return
    }
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
}
