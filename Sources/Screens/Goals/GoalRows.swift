import Appraisal
import Catalogs
import Planning

/// Goals in the order in which they are listed, under their fields. Made when that order changes and not for every frame,
/// since there may be ten thousand of them.
struct GoalRows: Hashable {
  enum Row: Hashable {
    /// A field, with what most of its amounts are counted in.
    case field(String, GoalColumns.Units)
    case goal(Goal, GoalColumns.Units)
  }

  /// A heading, and how many goals stand under it.
  private struct Field: Hashable {
    var title: String
    var units: GoalColumns.Units
    var count: Int
  }

  /// As they were given, which is the order of those that are equal.
  private let given: [Goal]
  private let numbers: [String: Int]
  private let fields: [Field]
  /// Which amounts are in another currency than the units before them, some of them.
  let mixed: GoalColumns.Mixed
  /// Of all goals, in the order in which amounts are listed.
  let currencies: [String]
  /// The numbers of the goals as they are listed; `nil` where that is as they were given.
  private var order: [Int]?
  /// What they are sorted by, by number; empty where they aren't.
  private var ranks: [GoalRank] = []

  /// All goals, field by field, the field with the most to choose from first.
  init(catalog: Catalog) {
    self.init(catalog.fields.map { ($0.header.title, $0.goals) }, catalog, catalog.currencies)
  }

  /// Some goals under one heading.
  init(_ title: String, _ goals: [Goal], in state: AppState) {
    self.init(goals.isEmpty ? [] : [(title, goals)], state.catalog, state.goalRows.currencies)
  }

  private init(_ fields: [(title: String, goals: [Goal])], _ catalog: Catalog, _ currencies: [String]) {
    let own = Dictionary(catalog.headers.map { ($0.id, $0.currency) }, uniquingKeysWith: { first, _ in first })
    var (headings, mixed) = ([Field](), GoalColumns.Mixed())
    for field in fields {
      let costs = field.goals.compactMap { own[$0.catalog] }
      let wages = field.goals.compactMap { $0.occupation?.medianWage == nil ? nil : $0.occupation?.currency }
      let units = GoalColumns.Units(cost: GoalRows.usual(costs), wage: GoalRows.usual(wages))
      headings.append(Field(title: field.title, units: units, count: field.goals.count))
      mixed.costs = mixed.costs || Set(costs).count > 1
      mixed.wages = mixed.wages || Set(wages).count > 1
    }
    (given, self.fields, self.mixed, self.currencies) = (fields.flatMap(\.goals), headings, mixed, currencies)
    numbers = Dictionary(given.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Of several the most frequent, and of equals the first by name.
  private static func usual(_ currencies: [String]) -> String? {
    let counts = currencies.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  // MARK: Reading

  var count: Int { given.count }
  var isEmpty: Bool { given.isEmpty }
  /// With those of fields.
  var rowCount: Int { count + fields.count }
  var goals: [Goal] { order.map { $0.map { given[$0] } } ?? given }

  func goal(_ id: String) -> Goal? { numbers[id].map { given[$0] } }

  /// The goal at a place among all of them; `nil` where there are fewer.
  func goal(at place: Int) -> Goal? { given.indices.contains(place) ? given[number(at: place)] : nil }

  /// The place of a goal among all of them.
  func place(of goal: String?) -> Int? {
    guard let number = goal.flatMap({ numbers[$0] }) else { return nil }
    return order.map { $0.firstIndex(of: number) } ?? number
  }

  /// The row of the goal at a place.
  func row(at place: Int) -> Int {
    var last = 0
    for (before, field) in fields.enumerated() {
      last += field.count
      if place < last { return place + before + 1 }
    }
    return 0
  }

  subscript(row: Int) -> Row {
    var first = 0
    for (before, field) in fields.enumerated() {
      if row == first { return .field(field.title, field.units) }
      if row <= first + field.count { return .goal(given[number(at: row - before - 1)], field.units) }
      first += field.count + 1
    }
    preconditionFailure("row \(row) of \(rowCount)")
  }

  private func number(at place: Int) -> Int { order?[place] ?? place }

  // MARK: Sorting

  mutating func sort(by order: GoalOrder, in state: AppState) {
    guard order != .catalog else {
      (self.order, ranks) = (nil, [])
      return
    }
    ranks = given.map { rank($0, order, state) }
    self.order = given.indices.sorted { stands($0, before: $1) }
  }

  /// Of one goal the figures are others now: it goes where they place it, and nothing else moves.
  mutating func place(_ id: String, by order: GoalOrder, in state: AppState) {
    guard var listed = self.order, let number = numbers[id], let place = listed.firstIndex(of: number) else { return }
    ranks[number] = rank(given[number], order, state)
    listed.remove(at: place)
    var (low, high) = (0, listed.count)
    while low < high {
      let middle = (low + high) / 2
      if stands(listed[middle], before: number) { low = middle + 1 } else { high = middle }
    }
    listed.insert(number, at: low)
    self.order = listed
  }

  private func rank(_ goal: Goal, _ order: GoalOrder, _ state: AppState) -> GoalRank {
    order.rank(goal, state.plans[goal.id]?.outcome, learner: state.learner, currencies: currencies)
  }

  private func stands(_ one: Int, before other: Int) -> Bool { (ranks[one], one) < (ranks[other], other) }
}
