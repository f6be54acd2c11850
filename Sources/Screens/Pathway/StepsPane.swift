import Catalogs
import Display
import Planning
import Wording

// The pathway chosen on the frontier, as a timeline or as a list.
extension AppState {
  func drawSteps(_ rect: Rect, _ frame: inout Frame) {
    let steps = pathway?.steps ?? []
    let place = steps.firstIndex { $0.credential == step?.credential } ?? 0
    let labels = BoxLabels(
      title: "2 Pathway", note: showsList ? "list, t for timeline" : "timeline, t for list",
      footer: steps.isEmpty ? "" : "\(place + 1) of \(steps.count)")
    let inside = frame.box(rect, labels: labels, focused: pane == .pathway)
    if pane == .pathway { frame.cursor = Point(x: inside.x, y: inside.y) }
    guard let pathway else { return }
    guard !steps.isEmpty else {
      frame.write("Nothing is left to do: the goal is reached.", in: inside.row(0).inset(left: 1), role: .good)
      return
    }
    if showsList { drawList(pathway, inside, &frame) } else { drawTimeline(pathway, inside, &frame) }
  }

  private func select(_ row: Rect, _ frame: inout Frame) -> Role {
    let role: Role = pane == .pathway ? .selection : .selectionUnfocused
    frame.fill(row, role: role)
    if pane == .pathway { frame.cursor = Point(x: row.x, y: row.y) }
    frame.write(glyphs.pointer, x: row.x, y: row.y, role: role)
    return role
  }

  // MARK: Timeline

  private func drawTimeline(_ pathway: Pathway, _ rect: Rect, _ frame: inout Frame) {
    let longest = pathway.steps.map { DisplayWidth.of(catalog.title($0.credential)) }.max() ?? 0
    let labelWidth = max(10, min(longest + 1, rect.width * 9 / 20))
    let chart = rect.inset(left: labelWidth + 3, right: 1)
    guard chart.width >= 8 else { return drawList(pathway, rect, &frame) }
    let timeline = Timeline(days: max(1, pathway.days), start: learner.start, columns: chart.width)
    timeline.drawMonths(chart.row(0), &frame)
    let list = rect.inset(top: 1)
    let place = pathway.steps.firstIndex { $0.credential == step?.credential } ?? 0
    let first = Scrolling.first(selected: place, count: pathway.steps.count, height: list.height)
    for (offset, item) in pathway.steps.dropFirst(first).prefix(list.height).enumerated() {
      let row = list.row(offset)
      let isSelected = first + offset == place
      let role = isSelected ? select(row, &frame) : .plain
      let pin = learner.pinned.contains(item.credential) ? "*" : ""
      frame.write(
        pin + catalog.title(item.credential), x: row.x + 2, y: row.y, width: labelWidth, role: role)
      let bar = Rect(x: chart.x, y: row.y, width: chart.width, height: 1)
      timeline.draw(item, week: learner.minutesPerWeek, bar, role: isSelected ? role : .chart, &frame)
    }
    drawAwards(pathway, list.inset(top: pathway.steps.count), labelWidth, timeline, chart, &frame)
  }

  private func drawAwards(
    _ pathway: Pathway, _ rect: Rect, _ labelWidth: Int, _ timeline: Timeline, _ chart: Rect, _ frame: inout Frame
  ) {
    guard !pathway.awards.isEmpty, rect.height >= 2 else { return }
    frame.write("by the way", x: rect.x + 2, y: rect.y, role: .heading)
    for (offset, award) in pathway.awards.prefix(rect.height - 1).enumerated() {
      let row = rect.row(offset + 1)
      frame.write(catalog.title(award.credential), x: row.x + 2, y: row.y, width: labelWidth, role: .dim)
      frame.write(glyphs.diamond, x: chart.x + timeline.column(award.day), y: row.y, role: .good)
    }
  }

  // MARK: List

  private func drawList(_ pathway: Pathway, _ rect: Rect, _ frame: inout Frame) {
    let widths = rect.width >= 62 ? [12, 12, 10, 7] : rect.width >= 48 ? [12, 10, 7] : [12, 9]
    let headings =
      rect.width >= 62
      ? ["start", "done", "cost", "hours"] : rect.width >= 48 ? ["done", "cost", "hours"] : ["done", "cost"]
    let titleWidth = max(8, rect.width - widths.reduce(0, +) - 4)
    func cells(_ texts: [String], _ y: Int, _ role: Role) {
      var x = rect.x + 2 + titleWidth
      for (text, width) in zip(texts, widths) {
        frame.write(text, in: Rect(x: x, y: y, width: width, height: 1), align: .right, role: role)
        x += width
      }
    }
    frame.write("step", x: rect.x + 2, y: rect.y, role: .dim)
    cells(headings, rect.y, .dim)
    let list = rect.inset(top: 1)
    let place = pathway.steps.firstIndex { $0.credential == step?.credential } ?? 0
    let first = Scrolling.first(selected: place, count: pathway.steps.count, height: list.height)
    for (offset, item) in pathway.steps.dropFirst(first).prefix(list.height).enumerated() {
      let row = list.row(offset)
      let role = first + offset == place ? select(row, &frame) : .plain
      frame.write(catalog.title(item.credential), x: row.x + 2, y: row.y, width: titleWidth - 1, role: role)
      let texts = [
        Amounts.date(learner.start + item.start), Amounts.date(learner.start + item.finish),
        (item.isAtLeast ? glyphs.atLeast : item.isEstimate ? "~" : "") + Amounts.money(item.cost, isShort: true),
        Amounts.hours(item.minutes),
      ]
      cells(widths.count == 4 ? texts : widths.count == 3 ? Array(texts.dropFirst()) : Array(texts[1...2]), row.y, role)
    }
  }
}
