import Catalogs
import Display
import Library
import Planning

/// What is out there? Everything on offer, narrowed by words and facets, and followed from one to the next.
struct ExplorePlace: Place {
  static let id = PlaceID.explore

  enum Pane: Int, CaseIterable, Hashable, Sendable { case facets, results, details }

  /// A value of a facet.
  struct Choice: Hashable, Sendable {
    var facet: Facet
    var value: String
  }

  private(set) var query: LibraryQuery
  /// What was found. Kept beside the query, since looking through all there is takes longer than a frame may.
  private(set) var answer: LibraryAnswer
  var pane = Pane.results
  /// The place of the selected result among those found, counted once and not for every frame.
  private(set) var row = 0
  /// The row of the facets.
  var choice: Choice?
  /// What was followed from the details on, the latest last.
  var followed: [String] = []
  var reader = Reader()

  init(_ state: AppState) {
    query = LibraryQuery()
    query.kinds = [.goal, .credential]
    answer = LibraryAnswer()
    ask(query, in: state)
  }

  /// Looks for something else.
  /// - Parameter keeping: what is selected stays so where it is still found; else the first is.
  mutating func ask(_ query: LibraryQuery, keeping: Bool = true, in state: AppState) {
    self.query = query
    let before = keeping ? selected : nil
    answer = state.finding.answer(asked, atMost: state.mostListed)
    row = before.flatMap { id in answer.hits.firstIndex { $0.entry.id == id } } ?? 0
    followed = []
    reader = Reader()
  }

  // MARK: Derived

  /// What is selected of what was found.
  var selected: String? { answer.hits.indices.contains(row) ? answer.hits[row].entry.id : nil }

  /// Without words nothing is meant more than another: what is asked for most leads.
  private var asked: LibraryQuery {
    var asked = query
    if query.words.isEmpty, query.order == .relevance { asked.order = .popularity }
    return asked
  }

  /// What the details tell of.
  var subject: String? { followed.last ?? selected }

  func title(in state: AppState) -> String { query.text }

  func credential(in state: AppState) -> String? {
    subject.flatMap { state.catalog.credential($0) == nil ? nil : $0 }
  }

  func status(in state: AppState) -> [String] { ExploreScreen(self, state).status }

  var footer: [FooterItem] {
    [
      FooterItem("move", .up, .down), FooterItem(.nextPane), FooterItem(.narrow), FooterItem(.open),
      FooterItem(.help), FooterItem(.back), FooterItem(.why), FooterItem(.sort), FooterItem(.widen),
      FooterItem(.exclude),
      FooterItem(.pin), FooterItem(.earned), FooterItem(.palette), FooterItem(.quit),
    ]
  }

  func reasonAgainstOpening(in state: AppState) -> String? {
    switch pane {
    case .facets: ExploreScreen(self, state).choice == nil ? "there is nothing to choose from" : nil
    case .results, .details: subject == nil ? "nothing is found that could be opened" : nil
    }
  }

  // MARK: Update

  mutating func move(_ motion: Motion, in state: AppState) {
    let screen = ExploreScreen(self, state)
    let page = max(1, state.size.height - 7)
    switch pane {
    case .facets:
      let choices = screen.facetRows.compactMap(\.choice)
      guard !choices.isEmpty else { return }
      let place = choices.firstIndex { $0 == screen.choice } ?? 0
      choice = choices[motion.moved(place, count: choices.count, page: page)]
    case .results:
      if motion == .last { readOn(state, to: LibraryExtent.mostFound) }
      let count = answer.hits.count
      guard count > 0 else { return }
      row = motion.moved(row, count: count, page: page)
      if row == count - 1 { readOn(state, to: 2 * count) }
      followed = []
      reader = Reader()
    case .details:
      let inside = screen.detailsRoom
      reader.move(motion, in: screen.detailLines(width: inside.width), height: inside.height)
    }
  }

  /// At the end of those that were read, more are.
  private mutating func readOn(_ state: AppState, to most: Int) {
    let most = min(answer.total, most)
    guard state.source != nil, answer.hits.count < most else { return }
    answer = state.finding.answer(asked, atMost: most)
  }

  mutating func turn(by offset: Int, in state: AppState) {
    let count = Pane.allCases.count
    pane = Pane(rawValue: (pane.rawValue + offset + count) % count) ?? .results
  }

  /// Chooses a value or lets it go; opens the pathways to what was found; follows what the details name.
  mutating func open(in state: AppState) -> Link? {
    let screen = ExploreScreen(self, state)
    switch pane {
    case .facets:
      guard let choice = screen.choice else { return nil }
      toggle(choice, in: state)
      return nil
    case .results: return subject.map { .goal($0) }
    case .details:
      return reader.link(in: screen.detailLines(width: screen.detailsRoom.width)) ?? subject.map { .goal($0) }
    }
  }

  private mutating func toggle(_ choice: Choice, in state: AppState) {
    self.choice = choice
    var query = query
    query.chosen[choice.facet, default: []].formSymmetricDifference([choice.value])
    if query.chosen[choice.facet]?.isEmpty == true { query.chosen[choice.facet] = nil }
    ask(query, in: state)
  }

  mutating func stepBack(in state: AppState) -> Bool {
    if followed.popLast() != nil {
      reader = Reader()
      return true
    }
    guard pane != .results else { return false }
    pane = .results
    return true
  }

  /// Tells of what is named, wherever it stands.
  mutating func select(_ credential: String, in state: AppState) -> Bool {
    guard state.catalog.credential(credential) != nil else { return false }
    if subject != credential { followed.append(credential) }
    pane = .details
    reader = Reader()
    return true
  }

  func draw(_ body: Rect, of state: AppState, on frame: inout Frame) { ExploreScreen(self, state).draw(body, &frame) }
}
