import Catalogs
import Display
import Planning
import Wording

extension PathwayScreen {
  func drawFrontier(_ rect: Rect, _ frame: inout Frame) {
    let frontier = plan.frontier
    let number = frontier.isEmpty ? nil : (pointIndex, frontier.count)
    let inside = frame.pane(
      rect, "Frontier", note: stateOfProof, place: number, focused: pane == .frontier || isWithoutWay)
    guard !frontier.isEmpty else {
      drawNoFrontier(inside.inset(left: 1, right: 1), &frame)
      return
    }
    let words = tradeOffs(width: inside.width - 2)
    // The words and a plot worth looking at come before a long table, which scrolls.
    let least = frontier.count > 1 && !glyphs.isLinear ? FrontierPlot.least + 1 : 0
    let tableHeight = min(frontier.count + 1, max(3, inside.height - least - words.count - 1))
    let (table, below) = inside.split(top: tableHeight)
    drawTable(frontier, table, &frame)
    let rest = below.inset(left: 1, top: 1, right: 1)
    guard least > 0, rest.height >= FrontierPlot.least else { return frame.write(words, in: rest) }
    let height = min(rest.height - words.count - 1, max(FrontierPlot.least, rest.width / 2))
    let (picture, last) = rest.split(top: max(FrontierPlot.least, height))
    FrontierPlot(points: frontier, selected: pointIndex, currency: currency).draw(picture, &frame)
    frame.write(words, in: last.inset(top: 1))
  }

  private func drawTable(_ frontier: [Pathway], _ rect: Rect, _ frame: inout Frame) {
    let cells = FrontierCells(rect)
    cells.draw(cells.columns.map { $0 == .cost ? "cost \(currency)" : $0.rawValue }, rect.y, .dim, &frame)
    frame.rows(rect.inset(top: 1), count: frontier.count, selected: pointIndex, focused: pane == .frontier) {
      frame, index, row, role in
      if index == plan.chosen { frame.write(glyphs.diamond, x: row.x + 1, y: row.y, role: role) }
      cells.draw(cells.columns.map { text($0, frontier[index]) }, row.y, role, &frame)
    }
  }

  private func text(_ column: FrontierCells.Column, _ point: Pathway) -> String {
    switch column {
    case .cost:
      let mark = point.isAtLeast ? glyphs.atLeast : point.steps.contains(where: \.isEstimate) ? "~" : ""
      return mark + Amounts.money(point.cost, isShort: true)
    case .weeks: return Amounts.weeks(point.days)
    case .hours: return Amounts.hours(point.minutes)
    case .steps: return String(point.steps.count)
    case .done: return Amounts.date(learner.start + point.days)
    }
  }

  /// What the next row up and the next row down would change, and what the sign means.
  private func tradeOffs(width: Int) -> [Line] {
    let frontier = plan.frontier
    guard frontier.indices.contains(pointIndex) else { return [] }
    var lines = Lines(width: width)
    guard frontier.count > 1 else {
      if case .optimal? = plan.outcome?.status, !plan.isSearching, frontier[0].days > 0 {
        lines.add("The cheapest is the fastest, too: there is nothing to trade.", .dim)
      }
      return lines.all
    }
    func add(_ sign: String, _ index: Int) {
      guard frontier.indices.contains(index) else { return }
      let (point, other) = (frontier[pointIndex], frontier[index])
      let (money, weeks) = (abs(other.cost - point.cost), Amounts.weeks(abs(other.days - point.days)))
      let change = other.cost > point.cost ? ("more", "sooner") : ("less", "later")
      lines.addItem("\(Amounts.money(money, isShort: true)) \(change.0), \(weeks) weeks \(change.1)", mark: sign)
    }
    add(glyphs.up, pointIndex - 1)
    add(glyphs.down, pointIndex + 1)
    if plan.outcome != nil { lines.addItem("weighs cost against \(counterweight)", mark: glyphs.diamond, role: .dim) }
    return lines.all
  }

  /// What the chosen one's cost was weighed against.
  private var counterweight: String {
    if let week = learner.weekPrice { return "\(Amounts.money(week, isShort: true)) \(currency) a week" }
    return learner.currentWage != nil && goal?.occupation?.medianWage != nil
      ? "a week of the higher wage" : "weeks"
  }

  private func drawNoFrontier(_ rect: Rect, _ frame: inout Frame) {
    var lines = Lines(width: min(rect.width, 90))
    guard !plan.isSearching, let outcome = plan.outcome, case .infeasible(let conflict) = outcome.status else {
      lines.add(plan.failure ?? "Searching for a first pathway\(glyphs.ellipsis)", .dim)
      return frame.write(lines.all, in: rect)
    }
    lines.add("No way there: \(sentences.reason(conflict, learner)).", .bad)
    lines.add("")
    if let key = state.keymap.keys(of: .waysOut).first {
      lines.add("\(Keymap.name(key, glyphs)) says what would have to change.", .key)
    }
    if !state.history.done.isEmpty, let key = state.keymap.keys(of: .undo).first {
      lines.add("\(Keymap.name(key, glyphs)) takes the last change back.", .key)
    }
    let obstacles = sentences.obstacles(outcome, learner)
    if !obstacles.isEmpty { lines.addHeading("What stands in the way") }
    for text in obstacles { lines.addItem(text, mark: glyphs.separator) }
    frame.write(lines.all, in: rect)
  }
}

/// Where the figures of the frontier's table stand; the day it is done where there is room.
private struct FrontierCells {
  enum Column: String {
    case cost, weeks, hours, steps, done

    var width: Int {
      switch self {
      case .cost: 8
      case .weeks, .hours: 7
      case .steps: 6
      case .done: 14
      }
    }
  }

  let columns: [Column]
  private let start: Int
  private let rect: Rect

  init(_ rect: Rect) {
    self.rect = rect
    columns = [.cost, .weeks, .hours, .steps] + (rect.width >= 46 ? [.done] : [])
    let taken = columns.reduce(0) { $0 + $1.width }
    start = rect.x + 2 + max(0, (rect.width - 2 - taken) / 2)
  }

  func draw(_ texts: [String], _ y: Int, _ role: Role, _ frame: inout Frame) {
    var x = start
    for (text, column) in zip(texts, columns) {
      let cell = Rect(x: x, y: y, width: column.width, height: 1).intersection(rect)
      frame.write(text, in: cell, align: .right, role: role)
      x += column.width
    }
  }
}
