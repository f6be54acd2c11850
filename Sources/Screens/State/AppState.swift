import Appraisal
import Catalogs
import Display
import Learners
import Library
import Planning
import Wording

/// All that the interactive planner knows: what the user chose, and what the planner answered. A value; it changes only
/// by `update`, and is looked at only by `frame`. What was chosen at a place is that place's own value.
public struct AppState: Sendable {
  let catalog: Catalog
  /// Made once: they don't change, and every frame and every key looks at them.
  let goalRows: GoalRows
  let demand: Demand
  /// Of how many credentials something was found of their holders, and how many there are.
  let evidence: (known: Int, all: Int)
  let glyphs: Glyphs
  let keymap: Keymap
  /// Whom it is for, with the settings being tried as a draft.
  var record: LearnerRecord
  var history: RecordHistory
  var keeping: Keeping
  /// Those there are, once they were asked for.
  var learnerNames: [String] = []
  /// The day it is, where somebody said.
  let day: CalendarDate?
  /// Of the whole catalog; made once there is a saved pathway to compare it with.
  var catalogPrint: Fingerprint?
  var size: Size
  var place: any Place
  /// Where one has been and can go back to.
  var trail = Trail()
  var overlay: (any Overlay)?
  /// Made when something is looked for first.
  var preparedFinding: CatalogIndex?
  var message = ""
  var pendingChange: PendingChange?
  var plans: [String: Plan] = [:]
  var enquiries = Enquiries()
  var awaitedHandout: AwaitedHandout?
  /// Texts that were left by following what they name, to be come back to.
  var leftReadings: [LeftReading] = []
  var nextJob = 0

  /// A change whose answer is awaited, and the pathway shown before: said when the answer comes.
  struct PendingChange: Hashable, Sendable {
    var name: String
    var goal: String
    var before: Pathway?
  }

  /// The state, and what it wants done first.
  ///
  /// - Parameter goal: the goal to open with; `nil` for the list of goals.
  public static func opening(
    catalog: Catalog, opened: OpenedRecord, goal: String? = nil, size: Size, glyphs: Glyphs = .unicode,
    keymap: Keymap = .standard
  ) -> (AppState, [Effect]) {
    var state = AppState(catalog: catalog, opened: opened, size: size, glyphs: glyphs, keymap: keymap)
    var effects: [Effect] = []
    state.prepareChanges()
    if state.message.isEmpty { state.message = state.news }
    if let goal, catalog.destination(goal) != nil { effects += state.open(goal: goal) }
    effects += state.planGoals()
    if opened.isFirst && goal == nil { effects += state.show(AskingOverlay(FirstHoursQuestion())) }
    return (state, effects)
  }

  /// The same for somebody of whom nothing is kept.
  public static func opening(
    catalog: Catalog, learner: Learner, goal: String? = nil, size: Size, glyphs: Glyphs = .unicode,
    keymap: Keymap = .standard
  ) -> (AppState, [Effect]) {
    let opened = OpenedRecord(passing: learner)
    return opening(catalog: catalog, opened: opened, goal: goal, size: size, glyphs: glyphs, keymap: keymap)
  }

  init(catalog: Catalog, opened: OpenedRecord, size: Size, glyphs: Glyphs, keymap: Keymap) {
    self.catalog = catalog
    goalRows = GoalRows(catalog: catalog)
    demand = Demand(catalog)
    evidence = Evidence.extent(in: catalog)
    record = opened.record
    history = opened.history
    keeping = opened.keeping
    day = opened.today
    message = opened.remark
    self.size = size
    self.glyphs = glyphs
    self.keymap = keymap
    place = GoalsPlace(selected: goalRows.goals.first?.id)
  }

  /// True while an answer is awaited.
  public var isSearching: Bool { plans.values.contains { $0.isSearching } }

  // MARK: Derived

  /// The settings that count now.
  var learner: Learner { record.learner }

  /// The goals whose pathways are looked at.
  var goals: [String] { place.goals(in: self) }

  /// The goal whose pathways are looked at first.
  var goal: Goal? { goals.first.flatMap(catalog.destination) }

  /// The goal that is or was selected in the list of goals.
  var selectedGoal: String? { self[GoalsPlace.self]?.selected }

  var plan: Plan { goal.flatMap { plans[$0.id] } ?? Plan() }

  /// The pathway under the cursor.
  var pathway: Pathway? { place.pathway(in: self) }

  /// The credential under the cursor.
  var selectedCredential: String? { place.credential(in: self) }

  /// The step under the cursor.
  var step: Step? { selectedCredential.flatMap { id in pathway?.step(id) } }

  var currency: String {
    if let currency = plan.outcome?.currency { return currency }
    let inQuestion = goal ?? selectedGoal.flatMap(catalog.destination)
    return inQuestion.flatMap { catalog.header($0.catalog)?.currency } ?? "USD"
  }

  var finding: CatalogIndex { preparedFinding ?? CatalogIndex(catalog) }

  var credentialWorth: CredentialWorth {
    CredentialWorth(catalog: catalog, demand: demand, today: today, extent: evidence)
  }

  var explanations: Explanations { Explanations(catalog: catalog, currency: currency, learner: learner) }

  var sentences: Sentences { Sentences(catalog: catalog, currency: currency) }
}
