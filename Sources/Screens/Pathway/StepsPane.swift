import Appraisal
import Catalogs
import Display
import Planning
import Wording

// The pathway chosen on the frontier, in the view that was asked for.
extension PathwayScreen {
  func drawSteps(_ rect: Rect, _ frame: inout Frame) {
    let steps = pathway?.steps ?? []
    let months = self.place.view == .money ? spending.count : 0
    let number =
      months > 0
      ? (min(max(0, self.place.month), months - 1), months) : steps.isEmpty ? nil : (stepIndexInView, steps.count)
    let inside = frame.pane(
      rect, "Pathway", note: note, place: number, focused: pane == .pathway)
    guard let pathway else { return }
    guard !steps.isEmpty else {
      frame.write("Nothing is left to do: the goal is reached.", in: inside.row(0).inset(left: 1), role: .good)
      return
    }
    switch self.place.view {
    // Read out line by line, the list says what the timeline shows.
    case .timeline where glyphs.isLinear: drawList(pathway, inside, &frame)
    case .timeline: drawTimeline(pathway, inside, &frame)
    case .stack: drawStack(inside, &frame)
    case .money: drawMoney(inside, &frame)
    case .list: drawList(pathway, inside, &frame)
    }
  }

  /// Which view it is. Read out line by line, the list goes without saying.
  private var note: String {
    let isList = place.view == .timeline || place.view == .list
    return glyphs.isLinear && isList ? "" : place.view.note(zoom: zoom)
  }

  /// How close the timeline is looked at.
  var zoom: Int { Timeline.zoom(place.zoom, days: pathway?.days ?? 0) }

  /// The steps in the order in which this view has them.
  var stepsInView: [Step] {
    place.view == .stack ? stack?.rows.map(\.step) ?? [] : pathway?.steps ?? []
  }

  var stepIndexInView: Int { stepsInView.firstIndex { $0.credential == step?.credential } ?? 0 }

  /// The place of the selected step, so that every view of the pathway marks the same one.
  var stepIndex: Int { pathway?.steps.firstIndex { $0.credential == step?.credential } ?? 0 }

  // MARK: List

  func drawList(_ pathway: Pathway, _ rect: Rect, _ frame: inout Frame) {
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
    case .cost: return costText(item)
    case .hours: return (isStudyEstimated(item) ? "~" : "") + Amounts.hours(item.minutes)
    }
  }
}

extension PathwayScreen {
  /// `~125`, `free`, `≥40`: what a step costs, with a sign where that isn't certain.
  func costText(_ item: Step) -> String {
    if item.cost == 0 { return item.isAtLeast ? "unknown" : isCostEstimated(item) ? "~0" : "free" }
    let mark = item.isAtLeast ? glyphs.atLeast : isCostEstimated(item) ? "~" : ""
    return mark + Amounts.money(item.cost, isShort: true)
  }

  func isCostEstimated(_ item: Step) -> Bool {
    item.isCostEstimated(for: learner, in: catalog)
  }

  func isStudyEstimated(_ item: Step) -> Bool {
    let workload = catalog.credential(item.credential)?.workload
    return item.minutes > 0 && workload?.isEstimate != false
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
