import Appraisal
import Catalogs
import Display
import Library
import Planning
import Wording

/// Where could I go from here? Every goal, with what it takes; by field or sorted, narrowed by words.
struct GoalsPlace: Place {
  static let id = PlaceID.goals

  enum Pane: Int, CaseIterable, Hashable, Sendable { case table, details }

  var selected: String?
  var pane = Pane.table
  var reader = Reader()
  var order = GoalOrder.catalog
  /// Words that narrow the goals.
  private(set) var words = ""
  /// The goals that the words find, the best first; `nil` without words. Kept, since to look takes longer than a frame.
  private(set) var found: [String]?
  /// How many credentials the words find besides.
  private(set) var besides = 0

  init(selected: String?) { self.selected = selected }
  init(_ state: AppState) { self.init(selected: state.goalRows.goals.first?.id) }

  var footer: [FooterItem] {
    [
      FooterItem("move", .up, .down), FooterItem(.open), FooterItem(.find), FooterItem(.help), FooterItem(.sort),
      FooterItem(.quit), FooterItem("hours", .moreHours, .fewerHours), FooterItem("undo/redo", .undo, .redo),
      FooterItem(.palette), FooterItem(.budget), FooterItem(.deadline),
    ]
  }

  /// What the marks mean, or what else the words find.
  func status(in state: AppState) -> [String] {
    guard let found else {
      return ["~ rests on an estimate", "\(state.glyphs.atLeast) at least: a price isn't known"]
    }
    let goals = "\(Amounts.grouped(found.count)) of \(Amounts.count(state.goalRows.goals.count, "goal"))"
    return besides == 0 ? [goals] : [goals, "\(Amounts.count(besides, "credential")) besides: Tab"]
  }

  // MARK: Narrowing and sorting

  /// Narrows the goals by words, and selects the one that fits best.
  mutating func narrow(_ words: String, in state: AppState) {
    self.words = words
    reader = Reader()
    guard !words.allSatisfy(\.isWhitespace) else {
      (found, besides) = (nil, 0)
      selected = selected ?? state.goalRows.goals.first?.id
      return
    }
    var query = LibraryQuery(words)
    query.kinds = [.goal]
    found = state.finding.answer(query).hits.map(\.entry.id)
    query.kinds = [.credential]
    besides = state.finding.answer(query, atMost: 1).total
    selected = GoalRows(self, state).goals.first?.id
  }

  /// The next order that says something: what pays back is known with a wage alone.
  mutating func sort(in state: AppState) {
    let orders = GoalOrder.allCases.filter { $0 != .payback || state.learner.currentWage != nil }
    order = orders[((orders.firstIndex(of: order) ?? 0) + 1) % orders.count]
    // Whoever sorts wants to see what comes first.
    selected = GoalRows(self, state).goals.first?.id ?? selected
    reader = Reader()
  }

  // MARK: Update

  mutating func move(_ motion: Motion, in state: AppState) {
    let screen = GoalsScreen(self, state)
    if pane == .details {
      let inside = screen.detailsRoom
      reader.move(motion, in: screen.detailLines(width: inside.width), height: inside.height)
      return
    }
    let rows = screen.listing
    let next = motion.moved(
      rows.place(of: selected) ?? 0, count: rows.goals.count, page: max(1, state.size.height - 6))
    selected = rows.goals.indices.contains(next) ? rows.goals[next].id : nil
    reader = Reader()
  }

  mutating func turn(by offset: Int, in state: AppState) {
    guard selected != nil else { return }
    pane = pane == .table ? .details : .table
  }

  mutating func open(in state: AppState) -> Link? {
    if pane == .details {
      let screen = GoalsScreen(self, state)
      if let link = reader.link(in: screen.detailLines(width: screen.detailsRoom.width)) { return link }
    }
    return selected.map { .goal($0) }
  }

  func reasonAgainstOpening(in state: AppState) -> String? { selected == nil ? "there is no goal to open" : nil }

  mutating func stepBack() -> Bool {
    if pane != .table {
      pane = .table
      return true
    }
    guard found != nil else { return false }
    (words, found, besides) = ("", nil, 0)
    return true
  }

  mutating func settle(in state: AppState) {
    if selected == nil, found == nil { selected = state.goalRows.goals.first?.id }
  }

  func draw(_ body: Rect, of state: AppState, on frame: inout Frame) { GoalsScreen(self, state).draw(body, &frame) }
}
