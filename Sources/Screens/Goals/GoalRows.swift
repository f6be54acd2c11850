import Appraisal
import Catalogs

/// The goals field by field, the field with the most to choose from first; made once, since it doesn't change.
struct GoalRows {
  enum Row: Hashable {
    /// A field, with what most of its amounts are counted in.
    case field(String, GoalColumns.Units)
    case goal(Goal)

    var goal: Goal? { if case .goal(let goal) = self { goal } else { nil } }
  }

  let rows: [Row]
  let goals: [Goal]

  /// Which amounts are in another currency than the units before them, some of them.
  let mixed: GoalColumns.Mixed

  /// Of all goals, in the order in which amounts are listed.
  var currencies: [String] = []

  init(catalog: Catalog) {
    self.init(catalog.fields.map { ($0.header.title, $0.goals) }, catalog)
    currencies = catalog.currencies
  }

  private init(_ fields: [(title: String, goals: [Goal])], _ catalog: Catalog) {
    let own = Dictionary(catalog.headers.map { ($0.id, $0.currency) }, uniquingKeysWith: { first, _ in first })
    var (rows, mixed) = ([Row](), GoalColumns.Mixed())
    for field in fields {
      let costs = field.goals.compactMap { own[$0.catalog] }
      let wages = field.goals.compactMap { $0.occupation?.medianWage == nil ? nil : $0.occupation?.currency }
      rows.append(.field(field.title, GoalColumns.Units(cost: GoalRows.usual(costs), wage: GoalRows.usual(wages))))
      rows += field.goals.map(Row.goal)
      mixed.costs = mixed.costs || Set(costs).count > 1
      mixed.wages = mixed.wages || Set(wages).count > 1
    }
    (self.rows, goals, self.mixed) = (rows, fields.flatMap(\.goals), mixed)
  }

  /// Of several the most frequent, and of equals the first by name.
  private static func usual(_ currencies: [String]) -> String? {
    let counts = currencies.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The goals of a place, as they are sorted and narrowed there.
  init(_ place: GoalsPlace, _ state: AppState) {
    if let found = place.found {
      // What fits the words best is first, until somebody asks for another order.
      let goals = GoalRows.sorted(found, by: place.order, state)
      self.init(goals.isEmpty ? [] : [("Found", goals)], state.catalog)
    } else if place.order == .catalog {
      self = state.goalRows
    } else {
      self.init([("All fields", GoalRows.sorted(state.goalRows.goals, by: place.order, state))], state.catalog)
    }
  }

  private static func sorted(_ goals: [Goal], by order: GoalOrder, _ state: AppState) -> [Goal] {
    guard order != .catalog else { return goals }
    let currencies = state.goalRows.currencies
    return goals.ordered {
      order.rank($0, state.plans[$0.id]?.outcome, learner: state.learner, currencies: currencies)
    }
  }

  /// The place of a goal among all of them.
  func place(of goal: String?) -> Int? { goal.flatMap { id in goals.firstIndex { $0.id == id } } }
}
