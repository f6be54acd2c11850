import Catalogs
import Display
import Learners
import Planning
import Wording

/// All that the interactive planner knows: what the user chose, and what the planner answered. A value; it changes only
/// by `update`, and is looked at only by `frame`.
public struct AppState: Sendable {
  enum Screen: Hashable, Sendable {
    case goals
    case pathway(goal: String)
  }

  enum Pane: Int, CaseIterable, Hashable, Sendable { case frontier, pathway, details }

  enum Overlay: Hashable, Sendable {
    case help(scroll: Int, words: String)
    case assumptions(scroll: Int)
    case find(text: String, selected: String?)
    case prompt(Action, text: String)
  }

  let catalog: Catalog
  /// Made once: they don't change, and every frame and every key looks at them.
  let goalRows: GoalRows
  let glyphs: Glyphs
  /// Whom it is for, with the settings being tried as a draft.
  var record: LearnerRecord
  var history: RecordHistory
  var keeping: Keeping
  var size: Size
  var screen = Screen.goals
  /// Screens to go back to, the latest last.
  var trail: [Screen] = []
  var selectedGoal: String?
  var pane = Pane.frontier
  var showsList = false
  /// The cost of the frontier's point that was walked to; `nil`: the chosen one.
  var walkedTo: Int?
  var selectedStep: String?
  var detailsScroll = 0
  var overlay: Overlay?
  /// Made when something is looked for first.
  var preparedFinding: Finding?
  var message = ""
  /// What is being changed, and the pathway shown before: said when the answer comes.
  var pendingChange: (name: String, goal: String, before: Pathway?)?
  var plans: [String: Plan] = [:]
  var nextJob = 0

  /// The state, and what it wants done first.
  ///
  /// - Parameter goal: the goal to open with; `nil` for the list of goals.
  public static func opening(
    catalog: Catalog, opened: OpenedRecord, goal: String? = nil, size: Size, glyphs: Glyphs = .unicode
  ) -> (AppState, [Effect]) {
    var state = AppState(catalog: catalog, opened: opened, size: size, glyphs: glyphs)
    var effects: [Effect] = []
    if let goal, catalog.destination(goal) != nil { effects += state.open(goal: goal) }
    effects += state.planGoals()
    return (state, effects)
  }

  /// The same for somebody of whom nothing is kept.
  public static func opening(
    catalog: Catalog, learner: Learner, goal: String? = nil, size: Size, glyphs: Glyphs = .unicode
  ) -> (AppState, [Effect]) {
    opening(catalog: catalog, opened: OpenedRecord(passing: learner), goal: goal, size: size, glyphs: glyphs)
  }

  init(catalog: Catalog, opened: OpenedRecord, size: Size, glyphs: Glyphs) {
    self.catalog = catalog
    goalRows = GoalRows(catalog: catalog)
    record = opened.record
    history = opened.history
    keeping = opened.keeping
    message = opened.remark
    self.size = size
    self.glyphs = glyphs
    selectedGoal = goalRows.goals.first?.id
  }

  /// True while an answer is awaited.
  public var isSearching: Bool { plans.values.contains { $0.isSearching } }

  // MARK: Derived

  /// The settings that count now.
  var learner: Learner { record.learner }

  var goal: Goal? {
    guard case .pathway(let id) = screen else { return nil }
    return catalog.destination(id)
  }

  var plan: Plan { goal.flatMap { plans[$0.id] } ?? Plan() }

  /// The index of the frontier's point under the cursor.
  var pointIndex: Int {
    let plan = plan
    guard let walkedTo, !plan.frontier.isEmpty else { return plan.chosen }
    let distances = plan.frontier.map { abs($0.cost - walkedTo) }
    return distances.indices.min { (distances[$0], $0) < (distances[$1], $1) } ?? 0
  }

  var pathway: Pathway? {
    let frontier = plan.frontier
    return frontier.indices.contains(pointIndex) ? frontier[pointIndex] : nil
  }

  /// The selected step, or the nearest there is.
  var step: Step? {
    guard let pathway else { return nil }
    return selectedStep.flatMap(pathway.step) ?? pathway.steps.first
  }

  var currency: String {
    plan.outcome?.currency ?? goal.flatMap { catalog.header($0.catalog)?.currency } ?? "USD"
  }

  var finding: Finding { preparedFinding ?? Finding(catalog: catalog) }

  var sentences: Sentences { Sentences(catalog: catalog, currency: currency) }
}
