import Appraisal
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
    guard let id = place.selected,
      let goal = catalog.goal(id) ?? listing.goal(id)
    else { return [] }
    var lines = Lines(width: width)
    lines.add(goal.title, .title)
    let header = catalog.header(goal.catalog)
    lines.add(header?.title ?? goal.catalog, .dim)
    let worth = GoalWorth(learner: learner, currency: header?.currency ?? "USD", today: state.today)
    lines.add(
      worth.section("Worth", goal.occupation.map(worth.passages) ?? []), mark: glyphs.separator
    ) { .credential($0) }
    addPlan(state.plans[goal.id] ?? Plan(), goal, worth, &lines)
    lines.addHeading("Asks for")
    for text in RequirementText(catalog: catalog, namesIDs: false).lines(goal.requires) { lines.add(text) }
    return lines.all
  }

  private func addPlan(_ plan: Plan, _ goal: Goal, _ worth: GoalWorth, _ lines: inout Lines) {
    guard let outcome = plan.outcome else {
      lines.addHeading(plan.failure ?? "Planning\(glyphs.ellipsis)")
      return
    }
    if case .infeasible(let conflict) = outcome.status {
      let words = Sentences(catalog: catalog, currency: worth.currency)
      lines.addHeading("No way there now")
      lines.add(words.reason(conflict, learner), .bad)
      for text in words.obstacles(outcome, learner) { lines.add(text) }
      return
    }
    guard let cheapest = outcome.frontier.first, let fastest = outcome.frontier.last else { return }
    let isOne = outcome.frontier.count == 1
    add(isOne ? "Cheapest and fastest" : "Cheapest", cheapest, goal, worth, &lines)
    if !isOne { add("Fastest", fastest, goal, worth, &lines) }
    if goal.occupation?.medianWage != nil, learner.currentWage == nil {
      let key = PlaceID.learner.key.name
      lines.add("With your wage (\(key)) it says in what time that is paid back.", .dim)
    }
  }

  private func add(
    _ name: String, _ pathway: Pathway, _ goal: Goal, _ worth: GoalWorth, _ lines: inout Lines
  ) {
    let cost =
      pathway.cost > 0
      ? "\(Amounts.money(pathway.cost, isShort: true)) \(worth.currency)"
      : pathway.isAtLeast ? "price not known" : "free"
    let least = pathway.isAtLeast && pathway.cost > 0 ? "at least " : ""
    lines.addHeading("\(name): \(least)\(cost), \(Amounts.weeks(pathway.days)) weeks")
    if pathway.steps.isEmpty { lines.add("Nothing is left to do.") }
    for step in pathway.steps {
      lines.addItem(catalog.title(step.credential), mark: glyphs.separator, to: .credential(step.credential))
    }
    if let payback = worth.payback(pathway, to: goal) { lines.add(payback, .good) }
    let standing = PathwayStanding(of: pathway, learner: learner, in: catalog)
    for text in Sentences(catalog: catalog, currency: worth.currency).rests(standing, today: state.today) {
      lines.add(text, .dim)
    }
  }
}
