import Catalogs
import Planning

/// The goals in the order in which they are listed: by catalog, as their files give them.
struct GoalRows {
  enum Row: Hashable {
    case field(String)
    case goal(Goal)

    var goal: Goal? { if case .goal(let goal) = self { goal } else { nil } }
  }

  let rows: [Row]
  let goals: [Goal]
  private let places: [String: Int]

  init(catalog: Catalog) {
    let byCatalog = Dictionary(grouping: catalog.goals, by: \.catalog)
    let parts = catalog.headers.map { ($0.title, byCatalog[$0.id] ?? []) }.filter { !$0.1.isEmpty }
    rows = parts.flatMap { title, own in [.field(title)] + own.map(Row.goal) }
    goals = parts.flatMap(\.1)
    places = Dictionary(goals.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a goal among all of them.
  func place(of goal: String?) -> Int? { goal.flatMap { places[$0] } }
}
