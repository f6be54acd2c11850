import Catalogs
import Display
import Planning
import Wording

// What a goal is worth, what it takes, and what it asks for.
extension GoalsScreen {
  private var catalog: Catalog { state.catalog }
  private var learner: Learner { state.learner }

  var detailsRoom: Rect {
    GoalsLayout(state.body(state.size), pane: .details).details.inset(left: 2, top: 1, right: 2, bottom: 1)
  }

  func drawDetails(_ rect: Rect, _ frame: inout Frame) {
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
