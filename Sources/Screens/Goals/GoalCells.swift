import Appraisal
import Catalogs
import Display
import Planning
import Wording

/// What the table says of one goal.
struct GoalCells {
  private let goal: Goal
  private let plan: Plan
  private let units: GoalColumns.Units
  private let learner: Learner
  private let glyphs: Glyphs

  /// True where the fastest pathway stands beside the cheapest, so that the same figures twice would look like a choice.
  var isBesideCheapest = true

  init(_ goal: Goal, _ plan: Plan, _ units: GoalColumns.Units, _ learner: Learner, _ glyphs: Glyphs) {
    (self.goal, self.plan, self.units, self.learner, self.glyphs) = (goal, plan, units, learner, glyphs)
  }

  func text(_ column: GoalColumns.Column) -> (text: String, role: Role) {
    if column == .wage { return (wage, .plain) }
    let isFirst = column == (isBesideCheapest ? .cheapest : .fastest)
    guard let outcome = plan.outcome else {
      return isFirst ? (plan.failure == nil ? glyphs.ellipsis : glyphs.cross, .dim) : ("", .dim)
    }
    guard let cheapest = outcome.frontier.first, let fastest = outcome.frontier.last else {
      return isFirst ? ("no way", .bad) : ("", .dim)
    }
    if cheapest.steps.isEmpty { return isFirst ? ("reached", .good) : ("", .dim) }
    let isSame = outcome.frontier.count == 1 && isBesideCheapest
    switch column {
    case .cheapest: return amount(cheapest, outcome.currency)
    case .cheapestWeeks: return (weeks(cheapest), .plain)
    case .fastest: return isSame ? ("same", .dim) : amount(fastest, outcome.currency)
    case .fastestWeeks: return isSame ? ("", .dim) : (weeks(fastest), .plain)
    case .left: return (Amounts.grouped(cheapest.steps.count), .plain)
    case .payback: return payback(cheapest, outcome.currency)
    case .wage: return (wage, .plain)
    }
  }

  private var wage: String {
    goal.occupation?.medianWage.map { unit(Amounts.grouped($0 / 100), goal.occupation?.currency, units.wage) } ?? ""
  }

  private func amount(_ pathway: Pathway, _ currency: String) -> (String, Role) {
    if pathway.cost == 0 { return pathway.isAtLeast ? ("unknown", .dim) : ("free", .good) }
    let mark = pathway.isAtLeast ? glyphs.atLeast : pathway.costRange.count > 1 || isEstimated(pathway) ? "~" : ""
    return (mark + unit(Amounts.grouped((pathway.cost + 50) / 100), currency, units.cost), .plain)
  }

  private func isEstimated(_ pathway: Pathway) -> Bool { pathway.steps.contains(where: \.isEstimate) }

  private func weeks(_ pathway: Pathway) -> String { Amounts.weeks(pathway.days) }

  private func unit(_ amount: String, _ currency: String?, _ known: String?) -> String {
    currency == known ? amount : amount + (currency.map { " \($0)" } ?? "")
  }

  private func payback(_ pathway: Pathway, _ currency: String) -> (String, Role) {
    switch Payback(pathway, to: goal, learner: learner, currency: currency) {
    case .months(let range):
      let text =
        range.lowerBound == range.upperBound ? "\(range.upperBound)" : "\(range.lowerBound) to \(range.upperBound)"
      return ((pathway.isAtLeast ? glyphs.atLeast : "") + "\(text) mo", .plain)
    case .never: return ("never", .dim)
    case .noRate, nil: return ("", .dim)
    }
  }
}
