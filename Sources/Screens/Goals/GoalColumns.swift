import Appraisal
import Catalogs
import Display
import Planning
import Wording

/// Where the figures of the goals' table stand; as many columns as the width allows.
struct GoalColumns {
  enum Column: CaseIterable {
    case cheapest, cheapestWeeks, left, fastest, fastestWeeks, wage, payback

    var heading: String {
      switch self {
      case .cheapest: "cheapest"
      case .cheapestWeeks, .fastestWeeks: "weeks"
      case .fastest: "fastest"
      case .left: "steps"
      case .wage: "wage"
      case .payback: "pays back"
      }
    }

    var isMoney: Bool { self == .cheapest || self == .fastest || self == .wage }
  }

  /// What the goals of one field are counted in; an amount in anything else says so.
  struct Units: Hashable {
    var cost: String?
    var wage: String?
  }

  /// Where amounts need room for their currency.
  struct Mixed: Hashable {
    var costs = false
    var wages = false
  }

  private let columns: [Column]
  private let mixed: Mixed
  private let titleWidth: Int
  private let learner: Learner

  /// - Parameters:
  ///   - order: what the goals are sorted by keeps its column longest.
  ///   - mixed: which amounts are in another currency than the units, some of them.
  init(width: Int, order: GoalOrder, mixed: Mixed, learner: Learner) {
    (self.learner, self.mixed) = (learner, mixed)
    var columns = Column.allCases
    if learner.currentWage == nil { columns.removeAll { $0 == .payback } }
    func taken() -> Int { columns.reduce(3) { $0 + GoalColumns.width($1, mixed) } }
    // A third of the bundled titles would be cut by 24 columns, and what gives way the details say, too.
    let least = min(30, width * 3 / 5)
    for dropped in GoalColumns.dropping(order) where width - taken() < least {
      columns.removeAll { dropped.contains($0) }
    }
    self.columns = columns
    titleWidth = max(8, width - taken())
  }

  /// What gives way first.
  private static func dropping(_ order: GoalOrder) -> [[Column]] {
    let (cheapest, fastest): ([Column], [Column]) = ([.cheapest, .cheapestWeeks], [.fastest, .fastestWeeks])
    switch order {
    case .fastest: return [[.left], cheapest, [.payback], [.wage]]
    case .left: return [fastest, [.payback], [.wage]]
    case .payback: return [[.left], fastest, [.wage], [.cheapestWeeks]]
    case .wage: return [[.left], fastest, [.payback], [.cheapestWeeks]]
    case .catalog, .cheapest: return [[.left], fastest, [.payback], [.wage]]
    }
  }

  private static func width(_ column: Column, _ mixed: Mixed) -> Int {
    switch column {
    case .cheapest, .fastest: mixed.costs ? 12 : 9
    case .wage: mixed.wages ? 11 : 8
    case .cheapestWeeks, .fastestWeeks: 6
    case .left: 6
    case .payback: 11
    }
  }

  // MARK: Drawing

  func drawHeading(_ line: Rect, _ frame: inout Frame) {
    frame.write("goal", x: line.x + 2, y: line.y, role: .dim)
    each(line) { column, cell in frame.write(column.heading, in: cell, align: .right, role: .dim) }
  }

  /// A field, and what its amounts are counted in.
  func draw(field title: String, _ units: Units, _ line: Rect, _ frame: inout Frame) {
    // Up to the first of the units, which are shorter than the amounts below them.
    frame.write(title, x: line.x + 1, y: line.y, width: titleWidth + 4, role: .heading)
    // The units once: all that is paid is paid in one, and wages are told apart where they are in another.
    var told: String?
    each(line) { column, cell in
      let unit = column == .wage ? units.wage : units.cost
      guard column.isMoney, let unit, unit != told else { return }
      frame.write(unit, in: cell, align: .right, role: .dim)
      told = unit
    }
  }

  func draw(_ goal: Goal, _ plan: Plan, _ units: Units, _ line: Rect, _ role: Role, _ frame: inout Frame) {
    frame.write(goal.title, x: line.x + 2, y: line.y, width: titleWidth, role: role)
    var cells = GoalCells(goal, plan, units, learner, frame.glyphs)
    cells.isBesideCheapest = columns.contains(.cheapest)
    each(line) { column, cell in
      let (text, own) = cells.text(column)
      let isFaint = plan.isStale && column != .wage
      frame.write(text, in: cell, align: .right, role: role == .plain ? isFaint ? .dim : own : role)
    }
  }

  private func each(_ line: Rect, _ body: (Column, Rect) -> Void) {
    var x = line.x + 2 + titleWidth
    for column in columns {
      let width = GoalColumns.width(column, mixed)
      body(column, Rect(x: x + 1, y: line.y, width: width - 1, height: 1))
      x += width
    }
  }
}
