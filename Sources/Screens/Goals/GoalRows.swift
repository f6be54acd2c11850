import Catalogs
import Planning

/// The goals in the order in which they are listed: by catalog, as their files give them.
struct GoalRows {
  enum Row: Hashable {
    case field(String)
    case goal(Goal)
  }

  let rows: [Row]

  init(catalog: Catalog) {
    rows = catalog.headers.flatMap { header -> [Row] in
      let own = catalog.goals.filter { $0.catalog == header.id }
      return own.isEmpty ? [] : [.field(header.title)] + own.map(Row.goal)
    }
  }

  var goals: [Goal] {
    rows.compactMap { if case .goal(let goal) = $0 { return goal } else { return nil } }
  }
}
