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
      (table, details) = body.split(right: max(30, min(48, body.width - 82)))
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

  init(_ place: GoalsPlace, _ state: AppState) { (self.place, self.state) = (place, state) }

  private var catalog: Catalog { state.catalog }
  private var learner: Learner { state.learner }

  func draw(_ body: Rect, _ frame: inout Frame) {
    guard !state.goalRows.goals.isEmpty else {
      let inside = frame.pane(body, "Goals", focused: true).inset(left: 1, right: 1)
      frame.write("These catalogs have no goals.", in: inside.row(0))
      frame.write("Press / to find a credential: any of them can be a goal.", in: inside.row(1), role: .dim)
      return
    }
    let layout = GoalsLayout(body, pane: place.pane)
    if !layout.table.isEmpty { drawTable(state.goalRows, layout.table, &frame) }
    if !layout.details.isEmpty { drawDetails(layout.details, &frame) }
  }

  private func drawTable(_ rows: GoalRows, _ rect: Rect, _ frame: inout Frame) {
    let goals = rows.goals
    let number = rows.place(of: place.selected) ?? 0
    let isFocused = place.pane == .table
    let inside = frame.pane(
      rect, "Goals", note: stateOfProof(goals), place: (number, goals.count), focused: isFocused)
    let columns = GoalColumns(width: inside.width, currencyWidth: 0)
    columns.drawHeading(inside.row(0), &frame)
    let selectedRow = rows.rows.firstIndex { $0.goal?.id == place.selected } ?? 0
    frame.rows(inside.inset(top: 1), count: rows.rows.count, selected: selectedRow, focused: isFocused) {
      frame, index, line, role in
      switch rows.rows[index] {
      case .field(let title): frame.write(title, x: line.x + 1, y: line.y, width: line.width - 2, role: .heading)
      case .goal(let goal): columns.draw(goal, state.plans[goal.id] ?? Plan(), line, role, &frame)
      }
    }
  }

  private func stateOfProof(_ goals: [Goal]) -> String {
    let known = goals.count { state.plans[$0.id]?.outcome != nil && state.plans[$0.id]?.isStale == false }
    if known < goals.count { return "planning \(known) of \(goals.count)" }
    return allProven(goals) ? "proven" : "best so far for some"
  }

  private func allProven(_ goals: [Goal]) -> Bool {
    goals.allSatisfy { if case .incomplete = state.plans[$0.id]?.outcome?.status { return false } else { return true } }
  }

  // MARK: Details

  private func drawDetails(_ rect: Rect, _ frame: inout Frame) {
    let isFocused = place.pane == .details
    let inside = frame.pane(rect, "Details", focused: isFocused).inset(left: 1, right: 1)
    place.reader.draw(detailLines(width: inside.width), in: inside, focused: isFocused, on: &frame)
  }

  func detailLines(width: Int) -> [Line] {
    guard let goal = place.selected.flatMap(catalog.goal) else { return [] }
    var lines = Lines(width: width)
    lines.add(goal.title, .title)
    let currency = catalog.header(goal.catalog)?.currency ?? "USD"
    addOccupation(goal, &lines)
    addPlan(state.plans[goal.id] ?? Plan(), goal, currency, &lines)
    lines.addHeading("Asks for")
    for text in RequirementText(catalog: catalog).lines(goal.requires) { lines.add(text) }
    return lines.all
  }

  private func addOccupation(_ goal: Goal, _ lines: inout Lines) {
    guard let occupation = goal.occupation else { return }
    if let wage = occupation.medianWage {
      let year = occupation.year.map { " (\($0))" } ?? ""
      lines.add("Median wage \(Amounts.money(wage, isShort: true)) \(occupation.currency ?? "") a year\(year)")
    }
    if let growth = occupation.growth {
      lines.add("\(growth >= 0 ? "+" : "-")\(Amounts.hundredths(abs(growth))) % jobs in ten years", .dim)
    }
    if let education = occupation.entryEducation { lines.add("Usually asked for besides: \(education)", .dim) }
    if let experience = occupation.experience, experience.lowercased() != "none" {
      lines.add("Experience: \(experience)", .dim)
    }
  }

  private func addPlan(_ plan: Plan, _ goal: Goal, _ currency: String, _ lines: inout Lines) {
    guard let outcome = plan.outcome else {
      lines.addHeading(plan.failure ?? "Planning\(glyphs.ellipsis)")
      return
    }
    if case .infeasible(let conflict) = outcome.status {
      let words = Sentences(catalog: catalog, currency: currency)
      lines.addHeading("No way there now")
      lines.add(words.reason(conflict, learner), .bad)
      for text in words.obstacles(outcome, learner) { lines.add(text) }
      return
    }
    func add(_ name: String, _ pathway: Pathway?) {
      guard let pathway else { return }
      lines.addHeading(
        "\(name): \(Amounts.money(pathway.cost, isShort: true)) \(currency), \(Amounts.weeks(pathway.days)) weeks")
      if let payback = payback(pathway, goal, currency) { lines.add(payback, .good) }
      for step in pathway.steps {
        lines.addItem(catalog.title(step.credential), mark: glyphs.separator, to: .credential(step.credential))
      }
      if pathway.steps.isEmpty { lines.add("Nothing is left to do.") }
    }
    add("Cheapest", outcome.frontier.first)
    if outcome.frontier.count > 1 { add("Fastest", outcome.frontier.last) }
  }

  /// In how many weeks of the higher wage the cost is earned back, where the learner gave a wage.
  private func payback(_ pathway: Pathway, _ goal: Goal, _ currency: String) -> String? {
    guard let change = WageChange(pathway, to: goal, learner: learner, currency: currency), change.payback != nil else {
      return nil
    }
    return change.sentence.prefix(1).uppercased() + change.sentence.dropFirst()
  }
}
