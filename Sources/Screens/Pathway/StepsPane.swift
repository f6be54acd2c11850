import Catalogs
import Display
import Planning
import Wording

// The pathway chosen on the frontier, as a timeline or as a list.
extension PathwayScreen {
  func drawSteps(_ rect: Rect, _ frame: inout Frame) {
    let steps = pathway?.steps ?? []
    let months = self.place.view == .money ? spending.count : 0
    let number =
      months > 0
      ? (min(max(0, self.place.month), months - 1), months) : steps.isEmpty ? nil : (stepIndexInView, steps.count)
    let inside = frame.pane(
      rect, "Pathway", note: glyphs.isLinear ? "" : self.place.view.note, place: number, focused: pane == .pathway)
    guard let pathway else { return }
    guard !steps.isEmpty else {
      frame.write("Nothing is left to do: the goal is reached.", in: inside.row(0).inset(left: 1), role: .good)
      return
    }
    // Read out line by line, the list says what the pictures show.
    if glyphs.isLinear { return drawList(pathway, inside, &frame) }
    switch self.place.view {
    case .timeline: drawTimeline(pathway, inside, &frame)
    case .stack: drawStack(inside, &frame)
    case .money: drawMoney(inside, &frame)
    case .list: drawList(pathway, inside, &frame)
    }
  }

  /// The steps in the order in which this view has them.
  var stepsInView: [Step] {
    place.view == .stack ? stack?.rows.map(\.step) ?? [] : pathway?.steps ?? []
  }

  var stepIndexInView: Int { stepsInView.firstIndex { $0.credential == step?.credential } ?? 0 }

  /// The place of the selected step, so that every view of the pathway marks the same one.
  var stepIndex: Int { pathway?.steps.firstIndex { $0.credential == step?.credential } ?? 0 }

  // MARK: Timeline

  private func drawTimeline(_ pathway: Pathway, _ rect: Rect, _ frame: inout Frame) {
    let longest = pathway.steps.map { DisplayWidth.of(catalog.title($0.credential)) }.max() ?? 0
    let labelWidth = max(10, min(longest + 1, rect.width * 9 / 20))
    let chart = rect.inset(left: labelWidth + 3, right: 1)
    guard chart.width >= 8, !glyphs.isLinear else { return drawList(pathway, rect, &frame) }
    let timeline = Timeline(days: max(1, pathway.days), start: learner.start, columns: chart.width)
    timeline.drawMonths(chart.row(0), &frame)
    let load = WeekLoad(pathway, week: learner.minutesPerWeek)
    // The load has the last two rows where the steps leave them.
    let hasLoad = load.most > 0 && rect.height >= pathway.steps.count + 3
    let list = rect.inset(top: 1, bottom: hasLoad ? 2 : 0)
    let lapses = lapsesInside(pathway)
    frame.rows(list, count: pathway.steps.count, selected: stepIndex, focused: pane == .pathway) {
      frame, index, row, role in
      let item = pathway.steps[index]
      let pin = learner.pinned.contains(item.credential) ? "*" : ""
      frame.write(
        pin + catalog.title(item.credential), x: row.x + 2, y: row.y, width: labelWidth, role: role)
      let bar = Rect(x: chart.x, y: row.y, width: chart.width, height: 1)
      timeline.draw(item, week: learner.minutesPerWeek, bar, role: role == .plain ? .chart : role, &frame)
      if let day = lapses[item.credential] {
        frame.write(glyphs.cross, x: chart.x + timeline.column(day), y: row.y, role: role == .plain ? .bad : role)
      }
    }
    if hasLoad { drawLoad(load, rect, chart, &frame) }
    drawAwards(pathway, list.inset(top: pathway.steps.count), labelWidth, timeline, chart, &frame)
  }

  private func drawLoad(_ load: WeekLoad, _ rect: Rect, _ chart: Rect, _ frame: inout Frame) {
    let row = rect.row(rect.height - 1)
    frame.write(
      "most \(Amounts.hours(load.most)) h a week", x: row.x + 2, y: row.y, width: max(0, chart.x - row.x - 3),
      role: .dim)
    load.draw(Rect(x: chart.x, y: row.y, width: chart.width, height: 1), &frame)
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
    let columns = StepColumns(rect)
    frame.write("step", x: rect.x + 2, y: rect.y, role: .dim)
    columns.draw(columns.columns.map(\.rawValue), rect.y, .dim, &frame)
    frame.rows(rect.inset(top: 1), count: pathway.steps.count, selected: stepIndex, focused: pane == .pathway) {
      frame, index, row, role in
      let item = pathway.steps[index]
      frame.write(catalog.title(item.credential), x: row.x + 2, y: row.y, width: columns.titleWidth - 1, role: role)
      columns.draw(columns.columns.map { text($0, item) }, row.y, role, &frame)
    }
  }

  private func text(_ column: StepColumns.Column, _ item: Step) -> String {
    switch column {
    case .start: return Amounts.date(learner.start + item.start)
    case .done: return Amounts.date(learner.start + item.finish)
    case .cost:
      return (item.isAtLeast ? glyphs.atLeast : item.isEstimate ? "~" : "") + Amounts.money(item.cost, isShort: true)
    case .hours: return Amounts.hours(item.minutes)
    }
  }
}

/// The columns of the list of steps that there is room for.
private struct StepColumns {
  enum Column: String {
    case start, done, cost, hours

    var width: Int {
      switch self {
      case .start, .done: 12
      case .cost: 10
      case .hours: 7
      }
    }
  }

  let columns: [Column]
  let titleWidth: Int
  private let start: Int

  init(_ rect: Rect) {
    columns =
      rect.width >= 62
      ? [.start, .done, .cost, .hours] : rect.width >= 48 ? [.done, .cost, .hours] : [.done, .cost]
    titleWidth = max(8, rect.width - columns.reduce(0) { $0 + $1.width } - 4)
    start = rect.x + 2 + titleWidth
  }

  func draw(_ texts: [String], _ y: Int, _ role: Role, _ frame: inout Frame) {
    var x = start
    for (column, text) in zip(columns, texts) {
      frame.write(text, in: Rect(x: x, y: y, width: column.width, height: 1), align: .right, role: role)
      x += column.width
    }
  }
}
