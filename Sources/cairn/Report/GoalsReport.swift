import Appraisal
import ArgumentParser
import Catalogs
import Display
import Planning
import Wording

extension GoalOrder: ExpressibleByArgument {}

/// The answer to `cairn goals`.
struct GoalsReport {
  struct Row {
    var goal: Goal
    var outcome: PlanningOutcome?

    var cheapest: Pathway? { outcome?.frontier.first }
    var fastest: Pathway? { outcome?.frontier.last }
  }

  /// The nearest first.
  let rows: [Row]
  var learner: Learner
  var catalog: Catalog

  /// - Parameter rows: in the order of the catalogs.
  init(rows: [Row], by order: GoalOrder, learner: Learner, catalog: Catalog) {
    let currencies = catalog.currencies
    self.rows = rows.ordered {
      order.rank($0.goal, $0.outcome, learner: learner, currencies: currencies)
    }
    self.learner = learner
    self.catalog = catalog
  }

  // MARK: For programs

  var json: JSONValue { .array(rows.map(json)) }

  private func json(_ row: Row) -> JSONValue {
    .object([
      ("id", .string(row.goal.id)), ("title", .string(row.goal.title)),
      ("status", .string(row.outcome.map { PlanReport.word($0.status) } ?? "incomplete")),
      ("cheapest", json(row.cheapest)), ("fastest", json(row.fastest)),
      ("left", row.outcome?.frontier.map(\.steps.count).min().map { .integer($0) } ?? .null),
      ("currency", .text(row.outcome?.currency)), ("catalog", .string(row.goal.catalog)),
      ("medianWage", .money(row.goal.occupation?.medianWage)),
      ("wageCurrency", .text(row.goal.occupation?.medianWage == nil ? nil : row.goal.occupation?.currency)),
    ])
  }

  private func json(_ pathway: Pathway?) -> JSONValue {
    guard let pathway else { return .null }
    return .object([("cost", .money(pathway.cost)), ("days", .integer(pathway.days))])
  }

  // MARK: For people

  func lines(width: Int) -> [String] {
    guard !rows.isEmpty else { return ["No goals in these catalogs; any credential can be one: cairn plan ID."] }
    let groups = catalog.fields.map { field in (field.header, rows.filter { $0.goal.catalog == field.header.id }) }
    var lines: [String] = []
    for (header, rows) in groups {
      if !lines.isEmpty { lines.append("") }
      lines.append(DisplayWidth.truncated("\(header.title), in \(header.currency)", to: width))
      let table = table(rows, withTitles: true)
      // An id says what the goal is; a title of which hardly anything is left doesn't.
      lines += (table.fits(in: width) ? table : self.table(rows, withTitles: false)).lines(width: width)
    }
    return lines + [""] + legend.flatMap { DisplayWidth.wrapped($0, to: width) }
  }

  private func table(_ rows: [Row], withTitles: Bool) -> TextTable {
    let titles: [TextTable.Column] = withTitles ? [.left("title", least: 20)] : []
    var table = TextTable(
      columns: [.left("goal", least: withTitles ? nil : 10)] + titles + [
        .right("cheapest"), .right("weeks"), .right("fastest"), .right("weeks"), .right("wage"),
      ])
    for row in rows {
      table.rows.append(
        [row.goal.id] + (withTitles ? [row.goal.title] : []) + cells(row.cheapest, row.outcome)
          + cells(row.fastest, row.outcome)
          + [row.goal.occupation?.medianWage.map { Amounts.money($0, isShort: true) } ?? ""])
    }
    return table
  }

  private func cells(_ pathway: Pathway?, _ outcome: PlanningOutcome?) -> [String] {
    guard let pathway, let outcome else {
      if case .infeasible? = outcome?.status { return ["none", "–"] }
      return ["?", "?"]
    }
    let isEstimate = pathway.isCostEstimated(for: learner, in: catalog)
    let isOpen = if case .incomplete = outcome.status { true } else { false }
    return [
      (pathway.isAtLeast ? "≥ " : "") + (isEstimate ? "~" : "") + Amounts.money(pathway.cost, isShort: true)
        + (isOpen ? "?" : ""),
      (pathway.steps.contains(where: \.isEstimate) ? "~" : "") + Amounts.weeks(pathway.days) + (isOpen ? "?" : ""),
    ]
  }

  private var legend: [String] {
    var marks: [String] = []
    let pathways = rows.flatMap { [$0.cheapest, $0.fastest].compactMap { $0 } }
    if pathways.contains(where: { $0.steps.contains(where: \.isEstimate) }) { marks.append("~ rests on estimates") }
    if pathways.contains(where: \.isAtLeast) { marks.append("≥ at least: some prices or hours are not known") }
    let isOpen = rows.contains { if case .incomplete? = $0.outcome?.status { true } else { false } }
    if isOpen { marks.append("? not proven within the time limit") }
    let learner =
      "\(Amounts.studyTime(learner.minutesPerWeek)) a week, \(learner.atOnce) at once, from "
      + "\(Amounts.date(learner.start)). cairn plan GOAL shows the ways."
    return marks.isEmpty ? [learner] : [marks.joined(separator: " · "), learner]
  }
}
