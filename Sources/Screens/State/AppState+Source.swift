import Appraisal
import Catalogs
import Learners
import Library
import Planning
import Wording

/// What of a marketplace that is too large to be held is looked at now, and so is in the catalog of the state.
struct LookedAt: Hashable, Sendable {
  /// Goals whose pathways are looked at, and what the learner's settings name: with all that can matter to them.
  var reached: Set<String> = []
  /// What is only named: with what it says itself.
  var named: Set<String> = []
  /// What is told of: with what leads to it and what it leads to.
  var told: Set<String> = []
}

/// What was read of such a marketplace last.
struct SourceReading: Sendable {
  var lookedAt: LookedAt?
  /// All of it but what is told of.
  var base = Catalog(headers: [])
  /// Picked or typed a moment ago, and so named wherever it is put.
  var picked: Set<String> = []
  /// So many goals were asked for to be listed.
  var listed = 0

  /// Goals listed at once; more are read by whoever goes to the end.
  static let page = 50
}

extension AppState {
  /// Reads what is looked at and isn't in the catalog yet. Where the catalog is held whole, there is nothing to read.
  mutating func readSource() -> [Effect] {
    guard let source else { return [] }
    let hasMore = listGoals(source)
    read(lookedAt, from: source)
    if let fault = source.takeFault() { message = fault }
    return hasMore ? planGoals() : []
  }

  /// Something is about to be named: it is read.
  mutating func name(_ id: String) { name([id]) }

  mutating func name(_ ids: Set<String>) {
    guard let source else { return }
    reading.picked = ids
    read(lookedAt, from: source)
  }

  /// The catalog, where only a part of it is read with what these texts may mean: ids, or something like them.
  func catalog(naming texts: [String]) -> Catalog {
    guard let source else { return catalog }
    let ids = Set(texts).union(texts.flatMap(source.likely))
    return Catalog(joining: [catalog, source.part(around: [], naming: ids)], headers: source.headers)
  }

  private mutating func read(_ wanted: LookedAt, from source: any LibrarySource) {
    guard wanted != reading.lookedAt else { return }
    if wanted.reached != reading.lookedAt?.reached || wanted.named != reading.lookedAt?.named {
      reading.base = source.part(around: wanted.reached, naming: wanted.named)
    }
    reading.lookedAt = wanted
    var parts: [Catalog] = [reading.base]
    for id in wanted.told.sorted() {
      let around = source.surroundings(of: id)
      // What is told of comes first: elsewhere it may not know all that it names.
      parts.insert(around.only(id), at: 0)
      parts.append(around)
    }
    catalog = Catalog(joining: parts, headers: source.headers)
    demand = Demand(catalog)
    sourceLinks = CatalogLinks(catalog)
  }

  private var lookedAt: LookedAt {
    var wanted = LookedAt()
    let learned = learner.named
    wanted.reached = Set(goals)
    // Whoever looks around for a moment comes back to the same pathways.
    if wanted.reached.isEmpty { wanted.reached = reading.lookedAt?.reached ?? [] }
    // A page to take home may be of what was put beside others, or be awaited elsewhere.
    if let awaited = awaitedHandout { wanted.reached.insert(awaited.explained.goal.id) }
    if !wanted.reached.isEmpty { wanted.reached.formUnion(learned) }
    wanted.named = learned.union(reading.picked)
    wanted.named.formUnion(record.goals)
    for saved in record.pathways {
      wanted.named.formUnion(saved.request.goals)
      wanted.named.formUnion(saved.request.learner.named)
      wanted.named.formUnion(saved.pathway.credentials)
    }
    wanted.named.formUnion(enquiries.named)
    let shown = overlay?.shown ?? place
    if let goal = (shown as? GoalsPlace)?.selected {
      wanted.told = [goal]
      let ends = [plans[goal]?.outcome?.frontier.first, plans[goal]?.outcome?.frontier.last].compactMap { $0 }
      wanted.named.formUnion(ends.flatMap(\.credentials))
    }
    if let compared = self[ComparePlace.self] {
      wanted.named.formUnion(compared.pathways.flatMap { [$0.goal] + $0.pathway.credentials })
      if placeID == .compare { wanted.told = Set(compared.credentials) }
    }
    if let subject = (shown as? ExplorePlace)?.subject ?? selectedCredential { wanted.told.insert(subject) }
    return wanted
  }

  // MARK: Goals

  /// Lists the first goals, and more where somebody goes to the end of those that are listed.
  /// - Returns: true where there are more than before.
  private mutating func listGoals(_ source: any LibrarySource) -> Bool {
    var most = reading.listed
    if most == 0 || (isAtEndOfGoals && goalRows.count == most) { most += SourceReading.page }
    guard most != reading.listed else { return false }
    reading.listed = most
    var query = LibraryQuery()
    query.kinds = [.goal]
    let listed = goals(source.answer(query, atMost: most).hits.map(\.entry.id))
    guard listed.count > goalRows.count else { return false }
    goalRows = GoalRows(catalog: Catalog(headers: source.headers, goals: listed))
    plans.list(goalRows.goals.map(\.id))
    if place is GoalsPlace { settlePlace() }
    return true
  }

  private var isAtEndOfGoals: Bool {
    guard let goals = place as? GoalsPlace, !goals.isNarrowed, let selected = goals.selected else { return false }
    let rows = goals.rows(in: self)
    return rows.goal(at: rows.count - 1)?.id == selected
  }

  /// The goals of these ids, wherever they are.
  func goals(_ ids: [String]) -> [Goal] {
    guard let source else { return ids.compactMap(catalog.goal) }
    let known = ids.compactMap(catalog.goal)
    if known.count == ids.count { return known }
    let named = source.part(around: [], naming: Set(ids))
    return ids.compactMap(named.goal)
  }

  /// How many goals and credentials there are.
  var extent: (goals: Int, credentials: Int) {
    source.map { ($0.extent.goals, $0.extent.credentials) } ?? (catalog.goals.count, catalog.credentials.count)
  }

  /// What is listed where fields are not told apart: not all, where more are there than are read.
  var goalsTitle: String {
    let (listed, all) = (goalRows.count, extent.goals)
    return listed < all ? "The first \(Amounts.grouped(listed)) of \(Amounts.grouped(all))" : "All fields"
  }

  /// More finds than these are read only by whoever goes to the end of them.
  var mostListed: Int { source == nil ? .max : SourceReading.page }
}

extension Pathway {
  /// Ids of all that is taken or awarded.
  var credentials: [String] { steps.map(\.credential) + awards.map(\.credential) }
}

extension Catalog {
  /// Of several parts of one catalog all there is, each entry once, as the first has it.
  init(joining parts: [Catalog], headers: [Header]) {
    func first<Entry: Identifiable>(_ entries: [Entry]) -> [Entry] {
      var seen: Set<Entry.ID> = []
      return entries.filter { seen.insert($0.id).inserted }
    }
    self.init(
      headers: headers, providers: first(parts.flatMap(\.providers)), skills: first(parts.flatMap(\.skills)),
      credentials: first(parts.flatMap(\.credentials)), goals: first(parts.flatMap(\.goals)))
  }

  /// Nothing but what bears the id.
  func only(_ id: String) -> Catalog {
    Catalog(
      headers: headers, credentials: credential(id).map { [$0] } ?? [], goals: goal(id).map { [$0] } ?? [])
  }
}
