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
  /// All there is; of a marketplace too large to be held, what is looked at.
  var catalog: Catalog
  /// Where that is searched and read; `nil` where the catalog is held whole.
  let source: (any LibrarySource)?
  var reading = SourceReading()
  /// Made only when what is read changes, since every frame and every key looks at them.
  var goalRows: GoalRows
  var demand: Demand
  var sourceLinks: CatalogLinks?
  /// Of how many credentials something was found of their holders, and how many there are.
  let evidence: (known: Int, all: Int)
  let glyphs: Glyphs
  let keymap: Keymap
  /// Whom it is for, with the settings being tried as a draft.
  var record: LearnerRecord
  var history: RecordHistory
  /// What other programs changed since the session began, which they alone take back; the latest last.
  var others: [RecordChange] = []
  var keeping: Keeping
  /// True while a change is not written down.
  var hasUnsaved = false
  /// True where somebody who wanted to leave was told that something isn't saved, and has done nothing since.
  var isLeaving = false
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
  /// Made beside the screen, or by whoever looks for something before that is done.
  var preparedFinding: CatalogIndex?
  var message = ""
  var pendingChange: PendingChange?
  var plans: Plans
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
    let state = AppState(catalog: catalog, source: nil, opened: opened, size: size, glyphs: glyphs, keymap: keymap)
    return state.opening(goal, isFirst: opened.isFirst)
  }

  /// The same in a marketplace that is too large to be held.
  public static func opening(
    source: any LibrarySource, opened: OpenedRecord, goal: String? = nil, size: Size, glyphs: Glyphs = .unicode,
    keymap: Keymap = .standard
  ) -> (AppState, [Effect]) {
    let nothing = Catalog(headers: source.headers)
    let state = AppState(catalog: nothing, source: source, opened: opened, size: size, glyphs: glyphs, keymap: keymap)
    return state.opening(goal, isFirst: false)
  }

  private func opening(_ goal: String?, isFirst: Bool) -> (AppState, [Effect]) {
    var state = self
    var effects = state.readSource()
    state.prepareChanges()
    if state.message.isEmpty { state.message = state.news }
    if let goal {
      state.name(goal)
      if state.catalog.destination(goal) != nil { effects += state.open(goal: goal) }
    }
    effects += state.planGoals()
    if source == nil { effects.append(.prepareFinding) }
    if isFirst && goal == nil { effects += state.show(AskingOverlay(FirstHoursQuestion())) }
    return (state, effects + state.readSource())
  }

  /// The same for somebody of whom nothing is kept.
  public static func opening(
    catalog: Catalog, learner: Learner, goal: String? = nil, size: Size, glyphs: Glyphs = .unicode,
    keymap: Keymap = .standard
  ) -> (AppState, [Effect]) {
    let opened = OpenedRecord(passing: learner)
    return opening(catalog: catalog, opened: opened, goal: goal, size: size, glyphs: glyphs, keymap: keymap)
  }

  init(
    catalog: Catalog, source: (any LibrarySource)?, opened: OpenedRecord, size: Size, glyphs: Glyphs, keymap: Keymap
  ) {
    self.catalog = catalog
    self.source = source
    goalRows = GoalRows(catalog: catalog)
    plans = Plans(listing: goalRows.goals.map(\.id))
    demand = Demand(catalog)
    evidence = source.map { ($0.extent.reportedOn, $0.extent.offered) } ?? Evidence.extent(in: catalog)
    record = opened.record
    history = opened.history
    keeping = opened.keeping
    day = opened.today
    message = opened.remark
    self.size = size
    self.glyphs = glyphs
    self.keymap = keymap
    place = GoalsPlace(selected: goalRows.goal(at: 0)?.id)
  }

  /// True while an answer is awaited.
  public var isSearching: Bool { plans.open > 0 }

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

  /// What finds what is on offer.
  var finding: any LibraryFinding { source ?? preparedFinding ?? CatalogIndex(catalog) }

  /// What leads where.
  var links: CatalogLinks { sourceLinks ?? preparedFinding?.links ?? CatalogLinks(catalog) }

  /// Makes ready to find; looking for something several times makes it once.
  mutating func prepareFinding() {
    if source == nil, preparedFinding == nil { preparedFinding = CatalogIndex(catalog) }
  }

  var credentialWorth: CredentialWorth {
    CredentialWorth(catalog: catalog, demand: demand, today: today, extent: evidence)
  }

  var explanations: Explanations { Explanations(catalog: catalog, currency: currency, learner: learner) }

  var sentences: Sentences { Sentences(catalog: catalog, currency: currency) }
}
