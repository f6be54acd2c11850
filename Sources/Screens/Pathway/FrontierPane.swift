import Display
import Planning
import Wording

extension PathwayScreen {
  func drawFrontier(_ rect: Rect, _ frame: inout Frame) {
    let frontier = plan.frontier
    let number = frontier.isEmpty ? nil : (pointIndex, frontier.count)
    let inside = frame.pane(rect, "Frontier", note: stateOfProof, place: number, focused: pane == .frontier)
    guard !frontier.isEmpty else {
      drawNoFrontier(inside.inset(left: 1, right: 1), &frame)
      return
    }
    let tableHeight = min(frontier.count + 1, max(3, inside.height - 9))
    drawTable(frontier, Rect(x: inside.x, y: inside.y, width: inside.width, height: tableHeight), &frame)
    let rest = inside.inset(left: 1, top: tableHeight + 1, right: 1)
    if rest.height >= 5 && frontier.count > 1 && !glyphs.isLinear {
      FrontierPlot(points: frontier, selected: pointIndex).draw(rest, &frame)
    }
  }

  private func drawTable(_ frontier: [Pathway], _ rect: Rect, _ frame: inout Frame) {
    let start = rect.x + 2 + max(0, (rect.width - 2 - FrontierCells.widths.reduce(0, +)) / 2)
    FrontierCells(start: start, rect: rect).draw(["cost", "weeks", "hours", "steps"], rect.y, .dim, &frame)
    frame.rows(rect.inset(top: 1), count: frontier.count, selected: pointIndex, focused: pane == .frontier) {
      frame, index, row, role in
      let point = frontier[index]
      if index == plan.chosen { frame.write(glyphs.diamond, x: row.x + 1, y: row.y, role: role) }
      let mark = point.isAtLeast ? glyphs.atLeast : point.steps.contains(where: \.isEstimate) ? "~" : ""
      let texts = [
        mark + Amounts.money(point.cost, isShort: true), Amounts.weeks(point.days), Amounts.hours(point.minutes),
        String(point.steps.count),
      ]
      FrontierCells(start: start, rect: rect).draw(texts, row.y, role, &frame)
    }
  }

  private func drawNoFrontier(_ rect: Rect, _ frame: inout Frame) {
    var lines = Lines(width: rect.width)
    if plan.isSearching || plan.outcome == nil {
      lines.add(plan.failure ?? "Searching for a first pathway\(glyphs.ellipsis)", .dim)
    } else if let outcome = plan.outcome, case .infeasible(let conflict) = outcome.status {
      lines.add("No way there: \(sentences.reason(conflict, learner)).", .bad)
      lines.add("")
      for text in sentences.obstacles(outcome, learner) { lines.add(text) }
      if let key = state.keymap.keys(of: .waysOut).first {
        lines.add("")
        lines.add("\(Keymap.name(key, glyphs)) says what would have to change", .key)
      }
      if !state.history.done.isEmpty { lines.addHeading("u takes the last change back.") }
    }
    frame.write(lines.all, in: rect)
  }
}

/// Where the figures of the frontier's table stand.
private struct FrontierCells {
  static let widths = [8, 7, 7, 6]
  let start: Int
  let rect: Rect

  func draw(_ texts: [String], _ y: Int, _ role: Role, _ frame: inout Frame) {
    var x = start
    for (text, width) in zip(texts, FrontierCells.widths) {
      let cell = Rect(x: x, y: y, width: width, height: 1).intersection(rect)
      frame.write(text, in: cell, align: .right, role: role)
      x += width
    }
  }
}

/// Cost against weeks, a dot for each pathway.
struct FrontierPlot {
  let points: [Pathway]
  let selected: Int

  func draw(_ rect: Rect, _ frame: inout Frame) {
    guard let cheapest = points.first, let fastest = points.last, rect.width >= 12, rect.height >= 4 else { return }
    frame.write("cost", x: rect.x, y: rect.y, role: .dim)
    let canvas = rect.inset(left: 1, top: 1, bottom: 2)
    frame.verticalLine(x: rect.x, y: rect.y + 1, height: canvas.height, role: .grid)
    frame.write(frame.glyphs.axisCorner, x: rect.x, y: canvas.endY, role: .grid)
    frame.horizontalLine(x: rect.x + 1, y: canvas.endY, width: rect.width - 1, role: .grid)
    let least = Amounts.weeks(fastest.days)
    frame.write(least, x: rect.x + 1, y: canvas.endY + 1, role: .dim)
    let most = "\(Amounts.weeks(cheapest.days)) weeks"
    frame.write(most, x: rect.endX - DisplayWidth.of(most), y: canvas.endY + 1, role: .dim)
    func column(_ days: Int) -> Int {
      canvas.x + scaled(days - fastest.days, cheapest.days - fastest.days, canvas.width - 2)
    }
    func row(_ cost: Int) -> Int {
      canvas.endY - 1 - scaled(cost - cheapest.cost, fastest.cost - cheapest.cost, canvas.height - 1)
    }
    for (index, point) in points.enumerated() where index != selected {
      frame.write(frame.glyphs.dot, x: column(point.days), y: row(point.cost), role: .chart)
    }
    let point = points[selected]
    frame.write(frame.glyphs.chosenDot, x: column(point.days), y: row(point.cost), role: .chartSelected)
  }

  private func scaled(_ value: Int, _ range: Int, _ width: Int) -> Int {
    range <= 0 ? 0 : (value * max(0, width) + range / 2) / range
  }
}
