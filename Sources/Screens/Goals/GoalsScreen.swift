import Appraisal
import Catalogs
import Display
import Planning
import Wording

/// Both panes, the table alone or the details alone; empty where not shown.
struct GoalsLayout {
  var table = Rect.empty
  var details = Rect.empty

  init(_ body: Rect, pane: GoalsPlace.Pane) {
    if body.width >= 78 {
      (table, details) = body.split(right: max(28, min(48, body.width - 84)))
    } else if pane == .table {
      table = body
    } else {
      details = body
    }
  }
}

/// The goals with their cheapest and their fastest pathways, filled in as they are found.
struct GoalsScreen: Screen {
  let place: GoalsPlace
  let state: AppState
  let listing: GoalRows

  init(_ place: GoalsPlace, _ state: AppState) {
    (self.place, self.state) = (place, state)
    listing = place.rows(in: state)
  }

  func draw(_ body: Rect, _ frame: inout Frame) {
    guard !state.goalRows.isEmpty else {
      let inside = frame.pane(body, "Goals", focused: true).inset(left: 1, right: 1)
      frame.write("These catalogs have no goals.", in: inside.row(0))
      frame.write("Explore (3) has their credentials: any of them can be a goal.", in: inside.row(1), role: .dim)
      return
    }
    let layout = GoalsLayout(body, pane: place.pane)
    if !layout.table.isEmpty { drawTable(layout.table, &frame) }
    if !layout.details.isEmpty { drawDetails(layout.details, &frame) }
  }

  // MARK: Table

  private func drawTable(_ rect: Rect, _ frame: inout Frame) {
    let isFocused = place.pane == .table
    let number = listing.place(of: place.selected) ?? 0
    var inside = frame.pane(
      rect, place.order.title, note: stateOfProof, place: (number, listing.count), focused: isFocused)
    if place.isNarrowed {
      frame.writeWords(place.words, in: inside.row(0))
      inside = inside.inset(top: 1)
    }
    let columns = GoalColumns(
      width: inside.width, order: place.order, mixed: listing.mixed, learner: state.learner)
    columns.drawHeading(inside.row(0), &frame)
    guard !listing.isEmpty else {
      frame.write("No goal is called anything like that.", in: inside.row(1).inset(left: 2), role: .dim)
      return
    }
    frame.rows(
      inside.inset(top: 1), count: listing.rowCount, selected: listing.row(at: number), focused: isFocused
    ) { frame, index, line, role in
      switch listing[index] {
      case .field(let title, let units): columns.draw(field: title, units, line, &frame)
      case .goal(let goal, let units):
        columns.draw(goal, state.plans[goal.id] ?? Plan(), units, line, role, &frame)
      }
    }
  }

  private var stateOfProof: String {
    let plans = state.plans
    if plans.settled < plans.listed { return "planning \(plans.settled) of \(plans.listed)" }
    return plans.unproven == 0 ? "proven" : "best so far for some"
  }

  // MARK: Words

  /// What is being typed, in the first row of the table.
  func drawEntry(_ body: Rect, _ frame: inout Frame) {
    let row = GoalsLayout(body, pane: .table).table.inset(1).row(0)
    // Without words there is no row for them yet: the one over the columns serves.
    frame.fill(row)
    frame.writeEntry(place.words, after: Frame.wordsLabel, labelRole: .key, in: row.inset(left: 1))
    if place.words.isEmpty {
      let hint = "goals, skills, credentials"
      frame.write(hint, x: row.x + 5, y: row.y, width: max(0, row.width - 5), role: .dim)
    }
  }
}

extension Frame {
  fileprivate static let wordsLabel = "/ "

  fileprivate mutating func writeWords(_ words: String, in row: Rect) {
    let row = row.inset(left: 1)
    let start = row.x + write(Frame.wordsLabel, x: row.x, y: row.y, width: row.width, role: .dim)
    write(words, x: start, y: row.y, width: max(0, row.endX - start), role: .entry)
  }
}

extension GoalOrder {
  /// Of the table.
  var title: String {
    switch self {
    case .catalog: "Goals"
    case .left: "Goals, nearest first"
    case .cheapest: "Goals, cheapest first"
    case .fastest: "Goals, fastest first"
    case .wage: "Goals, best paid first"
    case .payback: "Goals, soonest paid back first"
    }
  }
}
