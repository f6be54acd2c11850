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
  /// The goals as they are narrowed or sorted here; `nil` where all are listed field by field.
  private var own: GoalRows?
  private(set) var isNarrowed = false
  /// How many they find, some of which perhaps aren't read.
  private var total = FoundCount()
  /// How many credentials the words find besides.
  private(set) var besides = FoundCount()

  init(selected: String?) { self.selected = selected }
  init(_ state: AppState) { self.init(selected: state.goalRows.goal(at: 0)?.id) }

  var footer: [FooterItem] {
    [
      FooterItem("move", .up, .down), FooterItem(.open), FooterItem(.find), FooterItem(.help), FooterItem(.sort),
      FooterItem(.quit), FooterItem("hours", .moreHours, .fewerHours), FooterItem("undo/redo", .undo, .redo),
      FooterItem(.palette), FooterItem(.budget), FooterItem(.deadline),
    ]
  }

  /// What the marks mean, or what else the words find.
  func status(in state: AppState) -> [String] {
    guard isNarrowed else {
      let marks = ["~ rests on an estimate", "\(state.glyphs.atLeast) at least: a price isn't known"]
      let (listed, all) = (state.goalRows.count, state.extent.goals)
      guard listed < all else { return marks }
      let sorted = order == .catalog ? "" : "sorted: "
      return ["\(sorted)the first \(Amounts.grouped(listed)) of \(Amounts.grouped(all)) goals; / finds"] + marks
    }
    let found = rows(in: state).count
    let read = found < total.count ? "the first \(Amounts.grouped(found)) of " : ""
    let goals = read + "\(total.text) of \(Amounts.count(state.extent.goals, "goal"))"
    let noun = besides.count == 1 ? "credential" : "credentials"
    return besides.count == 0 ? [goals] : [goals, "\(besides.text) \(noun) besides: Tab"]
  }

  /// Over what the words find.
  private static func title(_ found: Int, of total: FoundCount) -> String {
    found < total.count ? "The first \(Amounts.grouped(found)) of \(total.text) found" : "Found"
  }

  // MARK: Narrowing and sorting

  /// The goals as they are listed.
  func rows(in state: AppState) -> GoalRows { own ?? state.goalRows }

  /// Narrows the goals by words, and selects the one that fits best.
  mutating func narrow(_ words: String, in state: AppState) {
    self.words = words
    reader = Reader()
    guard !words.allSatisfy(\.isWhitespace) else {
      widen(in: state)
      selected = selected ?? state.goalRows.goal(at: 0)?.id
      return
    }
    var query = LibraryQuery(words)
    query.kinds = [.goal]
    let answer = state.finding.answer(query, atMost: state.mostListed)
    isNarrowed = true
    total = FoundCount(answer)
    let goals = state.goals(answer.hits.map(\.entry.id))
    own = GoalRows(GoalsPlace.title(goals.count, of: total), goals, in: state)
    own?.sort(by: order, in: state)
    query.kinds = [.credential]
    besides = FoundCount(state.finding.answer(query, atMost: 1))
    selected = rows(in: state).goal(at: 0)?.id
  }

  /// All goals again, in the order asked for.
  private mutating func widen(in state: AppState) {
    (words, isNarrowed, besides) = ("", false, FoundCount())
    own = order == .catalog ? nil : GoalRows(state.goalsTitle, state.goalRows.goals, in: state)
    own?.sort(by: order, in: state)
  }

  /// The next order that says something: what pays back is known with a wage alone.
  mutating func sort(in state: AppState) {
    let orders = GoalOrder.allCases.filter { $0 != .payback || state.learner.currentWage != nil }
    order = orders[((orders.firstIndex(of: order) ?? 0) + 1) % orders.count]
    if isNarrowed { own?.sort(by: order, in: state) } else { widen(in: state) }
    // Whoever sorts wants to see what comes first.
    selected = rows(in: state).goal(at: 0)?.id ?? selected
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
    let next = motion.moved(rows.place(of: selected) ?? 0, count: rows.count, page: max(1, state.size.height - 6))
    selected = rows.goal(at: next)?.id
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

  mutating func stepBack(in state: AppState) -> Bool {
    if pane != .table {
      pane = .table
      return true
    }
    guard isNarrowed else { return false }
    widen(in: state)
    return true
  }

  /// What was answered, or listed, while nobody looked is put where it belongs.
  mutating func settle(in state: AppState) {
    if isNarrowed { own?.sort(by: order, in: state) } else { widen(in: state) }
    if selected == nil, !isNarrowed { selected = state.goalRows.goal(at: 0)?.id }
  }

  /// A goal has its answer: where goals are sorted by what answers say, it goes where it belongs.
  mutating func take(answerOf goal: String, in state: AppState) { own?.place(goal, by: order, in: state) }

  func draw(_ body: Rect, of state: AppState, on frame: inout Frame) { GoalsScreen(self, state).draw(body, &frame) }
}

/// How many are found, as far as they were counted.
struct FoundCount: Hashable {
  var count = 0
  var isAll = true

  init() {}
  init(_ answer: LibraryAnswer) { (count, isAll) = (answer.total, answer.isCounted) }

  /// `1,000+`
  var text: String { Amounts.grouped(count) + (isAll ? "" : "+") }
}
