import Catalogs
import Display
import Planning
import Wording

// Where could I go from here? Every goal with its cheapest and its fastest pathway, filled in as they are found.
extension AppState {
  func drawGoals(_ body: Rect, _ frame: inout Frame) {
    let rows = goalRows
    guard !rows.goals.isEmpty else {
      let inside = frame.box(body, labels: BoxLabels(title: "Goals"), focused: true).inset(left: 1, right: 1)
      frame.write("These catalogs have no goals.", in: inside.row(0))
      frame.write("Press / to find a credential: any of them can be a goal.", in: inside.row(1), role: .dim)
      frame.cursor = Point(x: inside.x, y: inside.y)
      return
    }
    let isWide = body.width >= 78
    let split = body.split(right: isWide ? max(30, min(48, body.width - 82)) : 0)
    drawTable(rows, split.rest, &frame)
    if isWide { drawGoalDetails(split.right, &frame) }
  }

  private func drawTable(_ rows: GoalRows, _ rect: Rect, _ frame: inout Frame) {
    let goals = rows.goals
    let place = rows.place(of: selectedGoal) ?? 0
    let known = goals.count { plans[$0.id]?.outcome != nil && plans[$0.id]?.isStale == false }
    let labels = BoxLabels(
      title: "Goals", note: known < goals.count ? "planning \(known) of \(goals.count)" : "all proven or told",
      footer: "\(place + 1) of \(goals.count)")
    let inside = frame.box(rect, labels: labels.honest(allProven: allProven(goals)), focused: true)
    let columns = GoalColumns(width: inside.width, currencyWidth: 0)
    columns.drawHeading(inside.row(0), &frame)
    let list = inside.inset(top: 1)
    let selectedRow =
      rows.rows.firstIndex { if case .goal(let goal) = $0 { goal.id == selectedGoal } else { false } } ?? 0
    let first = Scrolling.first(selected: selectedRow, count: rows.rows.count, height: list.height)
    for (offset, row) in rows.rows.dropFirst(first).prefix(list.height).enumerated() {
      let line = list.row(offset)
      switch row {
      case .field(let title): frame.write(title, x: line.x + 1, y: line.y, width: line.width - 2, role: .heading)
      case .goal(let goal): drawRow(goal, line, columns, &frame)
      }
    }
  }

  private func allProven(_ goals: [Goal]) -> Bool {
    goals.allSatisfy { if case .incomplete = plans[$0.id]?.outcome?.status { return false } else { return true } }
  }

  private func drawRow(_ goal: Goal, _ line: Rect, _ columns: GoalColumns, _ frame: inout Frame) {
    let isSelected = goal.id == selectedGoal
    let role: Role = isSelected ? .selection : .plain
    if isSelected {
      frame.fill(line, role: .selection)
      frame.cursor = Point(x: line.x, y: line.y)
    }
    frame.write(isSelected ? glyphs.pointer : " ", x: line.x, y: line.y, role: role)
    columns.draw(goal, plans[goal.id] ?? Plan(), line, role, &frame)
  }

  // MARK: Details

  private func drawGoalDetails(_ rect: Rect, _ frame: inout Frame) {
    let inside = frame.box(rect, labels: BoxLabels(title: "Details")).inset(left: 1, right: 1)
    guard let goal = selectedGoal.flatMap(catalog.goal) else { return }
    for (place, line) in goalLines(goal, width: inside.width).enumerated() {
      let row = inside.row(place)
      guard !row.isEmpty else { break }
      frame.write(line.text, in: row, role: line.role)
    }
  }

  private func goalLines(_ goal: Goal, width: Int) -> [(text: String, role: Role)] {
    var lines = Lines(width: width)
    lines.add(goal.title, .title)
    let currency = catalog.header(goal.catalog)?.currency ?? "USD"
    addOccupation(goal, &lines)
    addPlan(plans[goal.id] ?? Plan(), goal, currency, &lines)
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
      if let payback = payback(pathway, goal) { lines.add(payback, .good) }
      for step in pathway.steps { lines.add("\(glyphs.separator) \(catalog.title(step.credential))") }
      if pathway.steps.isEmpty { lines.add("Nothing is left to do.") }
    }
    add("Cheapest", outcome.frontier.first)
    if outcome.frontier.count > 1 { add("Fastest", outcome.frontier.last) }
  }

  /// In how many weeks of the higher wage the cost is earned back, where the learner gave a wage.
  private func payback(_ pathway: Pathway, _ goal: Goal) -> String? {
    guard let current = learner.currentWage, let wage = goal.occupation?.medianWage, wage > current else { return nil }
    let days = (pathway.cost * 364 + (wage - current) - 1) / (wage - current)
    return "Paid back in \(Amounts.weeks(days)) weeks of the higher wage"
  }
}

extension BoxLabels {
  /// "All proven" is said only where it is so.
  fileprivate func honest(allProven: Bool) -> BoxLabels {
    var labels = self
    if note == "all proven or told" { labels.note = allProven ? "proven" : "best so far for some" }
    return labels
  }
}
