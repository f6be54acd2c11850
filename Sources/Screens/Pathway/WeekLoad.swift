import Display
import Planning
import Wording

/// Minutes of study a week, day by day, of all steps in progress together.
struct WeekLoad {
  /// Minutes a week, for each day of the pathway.
  let days: [Int]
  let week: Int

  init(_ pathway: Pathway, week: Int) {
    // A pathway of a lifetime has more days than any chart has columns: nothing after that is looked at.
    let count = min(max(0, pathway.days), 100 * 366)
    var days = Array(repeating: 0, count: count)
    for step in pathway.steps where step.load > 0 {
      for day in max(0, step.start)..<max(0, step.start, min(count, step.finish)) { days[day] += step.load }
    }
    self.days = days
    self.week = max(1, week)
  }

  var most: Int { days.max() ?? 0 }

  /// The most of the days of each column, in eighths of the week, rounded up.
  func eighths(columns: Int) -> [Int] {
    guard !days.isEmpty, columns > 0 else { return [] }
    return (0..<columns).map { column in
      let first = column * days.count / columns
      let last = max(first + 1, (column + 1) * days.count / columns)
      let most = days[first..<min(days.count, last)].max() ?? 0
      return min(8, (8 * most + week - 1) / week)
    }
  }

  /// A row of columns, as high as the week is full.
  func draw(_ row: Rect, _ frame: inout Frame) {
    for (offset, level) in eighths(columns: row.width).enumerated() where level > 0 {
      frame.write(frame.glyphs.heights[level - 1], x: row.x + offset, y: row.y, role: .chart)
    }
  }
}
