import Catalogs
import Display
import Planning
import Wording

// The pathway as a timeline. With room, each step has its whole title over its bar, and what weeks and months ask for
// stands below; without, the titles stand at the left.
extension PathwayScreen {
  func drawTimeline(_ pathway: Pathway, _ rect: Rect, _ frame: inout Frame) {
    let plot = TimelinePlot(
      pathway, rect, titleWidth: longestTitle(pathway), start: learner.start, zoom: zoom, around: step)
    guard plot.window.width >= 8 else { return drawList(pathway, rect, &frame) }
    frame.clipped(to: plot.window) { plot.timeline.drawMonths(plot.chart.row(0), &$0) }
    plot.isTall ? drawTall(pathway, plot, &frame) : drawLow(pathway, plot, &frame)
    let below = rect.inset(top: plot.height(of: pathway))
    guard plot.isTall else { return }
    let rest = drawSums(pathway, plot, below, &frame)
    let drawn = Rect(x: plot.chart.x, y: rect.y + 1, width: plot.chart.width, height: rest.y - rect.y - 1)
    frame.clipped(to: plot.window) { plot.timeline.drawDay(state.today - learner.start, drawn, &$0) }
    drawWages(rest.inset(left: 2, top: 1, right: 1), &frame)
  }

  private func longestTitle(_ pathway: Pathway) -> Int {
    pathway.steps.map { DisplayWidth.of(title($0)) }.max() ?? 0
  }

  private func title(_ item: Step) -> String {
    (learner.pinned.contains(item.credential) ? "*" : "") + catalog.title(item.credential)
  }

  // MARK: Steps

  private func drawTall(_ pathway: Pathway, _ plot: TimelinePlot, _ frame: inout Frame) {
    let (isFocused, lapses) = (pane == .pathway, lapsesInside(pathway))
    for (index, item) in pathway.steps.enumerated() {
      let row = plot.rect.row(1 + index * plot.pitch)
      let isSelected = index == stepIndex
      let role: Role = isSelected ? (isFocused ? .selection : .selectionUnfocused) : .plain
      if isSelected {
        frame.fill(row, role: role)
        frame.write(frame.glyphs.pointer, x: row.x, y: row.y, role: role)
        if isFocused { frame.cursor = Point(x: row.x, y: row.y) }
      }
      frame.write(title(item), in: row.inset(left: 2, right: 1), role: role)
      let bar = plot.row(row.y + 1)
      frame.clipped(to: plot.window) { frame in
        plot.timeline.drawGrid(bar, &frame)
        draw(item, lapses, isSelected, plot, bar, &frame)
        plot.timeline.drawEnd(of: item, bar, &frame)
      }
    }
    drawAwards(pathway, plot.rect.inset(top: 1 + pathway.steps.count * plot.pitch), plot, &frame)
  }

  private func drawLow(_ pathway: Pathway, _ plot: TimelinePlot, _ frame: inout Frame) {
    let load = WeekLoad(pathway, week: learner.minutesPerWeek)
    // The load has the last two rows where the steps leave them.
    let hasLoad = load.most > 0 && plot.rect.height >= pathway.steps.count + 3
    let list = plot.rect.inset(top: 1, bottom: hasLoad ? 2 : 0)
    let lapses = lapsesInside(pathway)
    frame.rows(list, count: pathway.steps.count, selected: stepIndex, focused: pane == .pathway) {
      frame, index, row, role in
      frame.write(title(pathway.steps[index]), x: row.x + 2, y: row.y, width: plot.labelWidth, role: role)
      let bar = plot.row(row.y)
      let around = plot.window.inset(left: -1, right: -1)
      if role != .plain { frame.fill(bar.inset(left: -1, right: -1).intersection(around)) }
      frame.clipped(to: plot.window) { draw(pathway.steps[index], lapses, role != .plain, plot, bar, &$0) }
    }
    drawAwards(pathway, list.inset(top: pathway.steps.count), plot, &frame)
    guard hasLoad else { return }
    let row = plot.rect.row(plot.rect.height - 1)
    frame.write(words(load), x: row.x + 2, y: row.y, width: plot.labelWidth, role: .dim)
    frame.clipped(to: plot.window) { load.draw(plot.row(row.y), &$0) }
  }

  private func draw(
    _ item: Step, _ lapses: [String: Int], _ isSelected: Bool, _ plot: TimelinePlot, _ bar: Rect, _ frame: inout Frame
  ) {
    plot.timeline.draw(
      item, week: learner.minutesPerWeek, bar, role: isSelected ? .chartSelected : .chart, &frame)
    guard let day = lapses[item.credential] else { return }
    frame.write(glyphs.cross, x: bar.x + plot.timeline.column(day), y: bar.y, role: .bad)
  }

  /// What lapses before the pathway is done: the last day on which it is active.
  private func lapsesInside(_ pathway: Pathway) -> [String: Int] {
    guard let goal, pathway.steps.contains(where: { catalog.credential($0.credential)?.validity != nil }) else {
      return [:]
    }
    let explanation = PathwayExplanation(of: pathway, goals: [goal.id], learner: learner, in: catalog)
    let inside = explanation.lapses.filter { $0.lastDay < pathway.days }
    return Dictionary(inside.map { ($0.credential, $0.lastDay) }, uniquingKeysWith: { first, _ in first })
  }

  private func drawAwards(_ pathway: Pathway, _ rect: Rect, _ plot: TimelinePlot, _ frame: inout Frame) {
    guard !pathway.awards.isEmpty, rect.height >= 2 else { return }
    frame.write("by the way", x: rect.x + 2, y: rect.y, role: .heading)
    for (offset, award) in pathway.awards.prefix(rect.height - 1).enumerated() {
      let row = rect.row(offset + 1)
      let date = plot.isTall ? Amounts.date(learner.start + award.day) : ""
      let width = plot.isTall ? row.width - 4 - DisplayWidth.of(date) : plot.labelWidth
      frame.write(catalog.title(award.credential), x: row.x + 2, y: row.y, width: width, role: .dim)
      if plot.isTall {
        frame.write(date, in: row.inset(right: 1), align: .right, role: .dim)
      } else {
        let x = plot.chart.x + plot.timeline.column(award.day)
        frame.clipped(to: plot.window) { $0.write(glyphs.diamond, x: x, y: row.y, role: .good) }
      }
    }
  }

  // MARK: What weeks and months ask for

  private func words(_ load: WeekLoad) -> String { "most \(Amounts.hours(load.most)) h a week" }

  /// - Returns: what is left below.
  private func drawSums(_ pathway: Pathway, _ plot: TimelinePlot, _ rect: Rect, _ frame: inout Frame) -> Rect {
    var rest = rect
    let load = WeekLoad(pathway, week: learner.minutesPerWeek)
    if load.most > 0, rest.height >= 2 {
      if rest.height >= 5 { rest = rest.inset(top: 1) }
      frame.write("hours a week, at most \(Amounts.hours(load.most))", x: rest.x + 2, y: rest.y, role: .dim)
      frame.clipped(to: plot.window) { load.draw(plot.row(rest.y + 1), &$0) }
      rest = rest.inset(top: 2)
    }
    let months = spending
    if !months.isEmpty, rest.height >= 3 {
      frame.write("to be paid each month, in \(currency)", x: rest.x + 2, y: rest.y + 1, role: .dim)
      frame.clipped(to: plot.window) { plot.timeline.draw(months, plot.row(rest.y + 2), &$0) }
      rest = rest.inset(top: 3)
    }
    return rest
  }
}

/// Where titles and bars stand.
struct TimelinePlot {
  let rect: Rect
  /// What is to be seen of the chart.
  let window: Rect
  /// All of it: looked at closer, it is wider than its window and reaches out of it on either side.
  let chart: Rect
  /// Of titles beside the bars.
  let labelWidth: Int
  /// Rows from one step to the next.
  let pitch: Int
  let timeline: Timeline

  var isTall: Bool { pitch > 1 }

  init(_ pathway: Pathway, _ rect: Rect, titleWidth: Int, start: CalendarDate, zoom: Int, around step: Step?) {
    self.rect = rect
    let count = pathway.steps.count
    // Months, awards, and what weeks and months ask for.
    let others = 1 + (pathway.awards.isEmpty ? 0 : pathway.awards.count + 1)
    pitch = others + 3 * count + 5 <= rect.height ? 3 : others + 2 * count + 2 <= rect.height ? 2 : 1
    labelWidth = max(10, min(titleWidth + 1, rect.width * 9 / 20))
    window = pitch > 1 ? rect.inset(left: 2, right: 1) : rect.inset(left: labelWidth + 3, right: 1)
    timeline = Timeline(days: max(1, pathway.days), start: start, columns: window.width << zoom)
    // A quarter of the window stands before the step.
    let before = timeline.column(step?.start ?? 0) - window.width / 4
    let hidden = max(0, min(before, timeline.columns - window.width))
    chart = Rect(x: window.x - hidden, y: window.y, width: timeline.columns, height: window.height)
  }

  /// The chart's part of a row.
  func row(_ y: Int) -> Rect { Rect(x: chart.x, y: y, width: chart.width, height: 1) }

  /// Of all steps and awards, with the months above.
  func height(of pathway: Pathway) -> Int {
    let awards = pathway.awards.isEmpty ? 0 : pathway.awards.count + 1
    // No empty row after the last step.
    return pathway.steps.count * pitch + (pitch == 3 && awards == 0 ? 0 : 1) + awards
  }
}
