import Catalogs
import Display
import Planning
import Wording

// The followed pathway over the months, today on it, and the whole of it as planned above the best from today.
extension NowScreen {
  /// Rows that it takes with an empty one before it; 0 where nothing is followed.
  var pictureHeight: Int { course.map { $0.saved.pathway.steps.count + 5 } ?? 0 }

  func drawPicture(_ rect: Rect, _ frame: inout Frame) {
    guard let course, rect.height >= pictureHeight, !glyphs.isLinear else { return }
    let start = course.saved.request.learner.start
    let from = state.learner.start
    let bestEnds = best.map { from + $0.days }
    let last = max(course.ends, bestEnds ?? course.ends, state.today + 1)
    let labelWidth = max(16, min(30, rect.width * 2 / 5))
    let chart = rect.inset(left: labelWidth + 3, top: 1, right: 1)
    guard chart.width >= 12 else { return }
    let timeline = Timeline(days: max(1, last - start), start: start, columns: chart.width)
    timeline.drawMonths(chart.row(0), &frame)
    func label(_ text: String, _ y: Int, _ role: Role) {
      frame.write(text, x: rect.x + 2, y: chart.y + y, width: labelWidth, role: role)
      timeline.drawGrid(chart.row(y), &frame)
    }
    let done = Set(course.items.filter { $0.standing == .done }.map(\.step.credential))
    for (index, step) in course.saved.pathway.steps.enumerated() {
      let isDone = done.contains(step.credential)
      label(
        (isDone ? "\(glyphs.check) " : "") + state.catalog.title(step.credential), index + 1, isDone ? .dim : .plain)
      timeline.draw(
        step, week: course.saved.request.learner.minutesPerWeek, chart.row(index + 1), role: isDone ? .good : .chart,
        &frame)
    }
    let whole = course.saved.pathway.steps.count + 2
    label("as planned", whole, .dim)
    timeline.fill(from: 0, to: course.ends - start, chart.row(whole), role: .chart, &frame)
    label("best from today", whole + 1, .dim)
    if let bestEnds {
      let role: Role = bestEnds <= course.ends ? .good : .warning
      timeline.fill(from: max(0, from - start), to: bestEnds - start, chart.row(whole + 1), role: role, &frame)
    }
    timeline.drawDay(state.today - start, chart.inset(top: 1).split(top: whole + 1).top, &frame)
  }
}
