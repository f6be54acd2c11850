import Catalogs
import Display
import Planning
import Wording

/// Where the figures of the goals' table stand; as many columns as the width allows.
struct GoalColumns {
  private enum Column: CaseIterable {
    case cheapest, cheapestWeeks, fastest, fastestWeeks, steps, wage

    var heading: String {
      switch self {
      case .cheapest: "cheapest"
      case .cheapestWeeks: "weeks"
      case .fastest: "fastest"
      case .fastestWeeks: "weeks"
      case .steps: "steps"
      case .wage: "wage"
      }
    }

    var width: Int {
      switch self {
      case .cheapest, .fastest: 9
      case .cheapestWeeks, .fastestWeeks: 7
      case .steps: 6
      case .wage: 9
      }
    }
  }

  private let columns: [Column]
  private let titleWidth: Int

  init(width: Int, currencyWidth: Int) {
    var columns = Column.allCases
    let least = min(30, width / 2)
    func taken() -> Int { columns.reduce(0) { $0 + $1.width } + 3 }
    for dropped in [Column.steps, .wage, .fastestWeeks, .fastest] where width - taken() < least {
      columns.removeAll { $0 == dropped }
    }
    self.columns = columns
    titleWidth = max(8, width - taken())
  }

  func drawHeading(_ line: Rect, _ frame: inout Frame) {
    frame.write("goal", x: line.x + 2, y: line.y, role: .dim)
    each(line) { column, cell in frame.write(column.heading, in: cell, align: .right, role: .dim) }
  }

  func draw(_ goal: Goal, _ plan: Plan, _ line: Rect, _ role: Role, _ frame: inout Frame) {
    frame.write(goal.title, x: line.x + 2, y: line.y, width: titleWidth - 1, role: role)
    let isSelected = role != .plain
    each(line) { column, cell in
      let text = text(column, goal, plan, frame.glyphs)
      let isFaint = plan.isStale || plan.outcome == nil
      frame.write(text, in: cell, align: .right, role: isSelected ? role : isFaint ? .dim : .plain)
    }
  }

  private func each(_ line: Rect, _ body: (Column, Rect) -> Void) {
    var x = line.x + 2 + titleWidth
    for column in columns {
      body(column, Rect(x: x, y: line.y, width: column.width, height: 1))
      x += column.width
    }
  }

  private func text(_ column: Column, _ goal: Goal, _ plan: Plan, _ glyphs: Glyphs) -> String {
    if case .wage = column { return goal.occupation?.medianWage.map { Amounts.grouped($0 / 100) } ?? "" }
    guard let outcome = plan.outcome else { return plan.failure == nil ? glyphs.ellipsis : glyphs.cross }
    guard let cheapest = outcome.frontier.first, let fastest = outcome.frontier.last else {
      return column == .cheapest ? "no way" : ""
    }
    switch column {
    case .cheapest: return amount(cheapest, glyphs)
    case .cheapestWeeks: return Amounts.weeks(cheapest.days)
    case .fastest: return amount(fastest, glyphs)
    case .fastestWeeks: return Amounts.weeks(fastest.days)
    case .steps: return Amounts.grouped(cheapest.steps.count)
    case .wage: return ""
    }
  }

  private func amount(_ pathway: Pathway, _ glyphs: Glyphs) -> String {
    (pathway.isAtLeast ? glyphs.atLeast : pathway.steps.contains(where: \.isEstimate) ? "~" : "")
      + Amounts.grouped((pathway.cost + 50) / 100)
  }
}
