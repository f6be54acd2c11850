import Catalogs
import Display
import Library
import Planning
import Wording

/// All three panes, the one with the focus and its neighbour, or one alone; empty where not shown.
struct ExploreLayout {
  var facets = Rect.empty
  var results = Rect.empty
  var details = Rect.empty

  init(_ body: Rect, pane: ExplorePlace.Pane) {
    if body.width >= 110 {
      let parts = body.split(left: 30)
      facets = parts.left
      (results, details) = parts.rest.split(right: max(36, body.width * 3 / 10))
    } else if body.width >= 76 && pane == .facets {
      (facets, results) = body.split(left: 30)
    } else if body.width >= 76 {
      (results, details) = body.split(right: body.width * 2 / 5)
    } else {
      switch pane {
      case .facets: facets = body
      case .results: results = body
      case .details: details = body
      }
    }
  }
}

/// What narrows, what is found, and what the selected one is, needs and leads to.
struct ExploreScreen: Screen {
  let place: ExplorePlace
  let state: AppState
  init(_ place: ExplorePlace, _ state: AppState) {
    self.place = place
    self.state = state
  }

  /// Before the words.
  static let label = "words: "

  var catalog: Catalog { state.catalog }
  private var answer: LibraryAnswer { place.answer }
  private var query: LibraryQuery { place.query }

  func draw(_ body: Rect, _ frame: inout Frame) {
    let layout = ExploreLayout(body, pane: place.pane)
    if !layout.facets.isEmpty { drawFacets(layout.facets, &frame) }
    if !layout.results.isEmpty { drawResults(layout.results, &frame) }
    if !layout.details.isEmpty { drawDetails(layout.details, &frame) }
  }

  /// `12 of 512 · Price: free · by cost`
  var status: [String] {
    let all = state.extent.goals + state.extent.credentials
    var parts = ["\(FoundCount(answer).text) of \(Amounts.grouped(all))"]
    if !query.text.isEmpty { parts.append("\"\(query.text)\"") }
    for facet in Facet.allCases {
      if let values = query.chosen[facet] { parts.append("\(facet.name): \(Amounts.list(values.sorted(), "or"))") }
    }
    if query.order != .relevance { parts.append("by \(query.order.rawValue)") }
    return parts
  }

  // MARK: Results

  /// Where the words are typed.
  func wordsRow(_ body: Rect) -> Rect { ExploreLayout(body, pane: .results).results.inset(1).row(0).inset(left: 1) }

  private func drawResults(_ rect: Rect, _ frame: inout Frame) {
    let isFocused = place.pane == .results
    let inside = frame.pane(
      rect, "Found", note: query.order == .relevance ? "" : "by \(query.order.rawValue)",
      place: (place.row, answer.total),
      focused: isFocused)
    let words = inside.row(0).inset(left: 1)
    let start = words.x + frame.write(ExploreScreen.label, x: words.x, y: words.y, width: words.width, role: .dim)
    let hint = query.text.isEmpty ? "\(state.keymap.keys(of: .narrow).first?.name ?? "") to type" : query.text
    frame.write(
      hint, x: start, y: words.y, width: max(0, words.endX - start), role: query.text.isEmpty ? .dim : .entry)
    let list = inside.inset(top: 2)
    guard !answer.hits.isEmpty else {
      let key = state.keymap.keys(of: .widen).first?.name ?? ""
      frame.write("Nothing is like that; \(key) takes back what narrows.", in: list.row(0).inset(left: 1), role: .dim)
      return
    }
    drawHeads(inside.row(1), &frame)
    frame.rows(list, count: answer.hits.count, selected: place.row, focused: isFocused) { frame, index, row, role in
      draw(answer.hits[index].entry, row, role, &frame)
    }
  }

  /// Columns of kind and cost.
  private func columns(_ row: Rect) -> Int { row.width >= 60 ? 30 : row.width >= 40 ? 15 : 0 }

  private func drawHeads(_ row: Rect, _ frame: inout Frame) {
    let columns = columns(row)
    let title = row.inset(left: 4, right: columns)
    frame.write("\(glyphs.diamond) goals", in: title.inset(left: -2), role: .dim)
    if columns > 15 { frame.write("kind", x: title.endX + 1, y: row.y, width: 15, role: .dim) }
    if columns > 0 { frame.write("cost", in: row.inset(right: 1), align: .right, role: .dim) }
  }

  private func draw(_ entry: LibraryEntry, _ row: Rect, _ role: Role, _ frame: inout Frame) {
    let quiet: Role = role == .plain ? .dim : role
    frame.write(mark(entry), x: row.x + 2, y: row.y, width: 1, role: role)
    let columns = columns(row)
    let cost = columns > 0 ? cost(entry) : ""
    // Where nothing stands between them, a title has all the room that its cost leaves.
    let title = row.inset(left: 4, right: columns > 15 ? columns : cost.isEmpty ? 1 : DisplayWidth.of(cost) + 3)
    frame.write(entry.title, in: title, role: role)
    if columns > 15 {
      let kind = entry.credentialKind?.rawValue ?? "goal"
      frame.write(kind, x: title.endX + 1, y: row.y, width: 15, role: quiet)
    }
    if columns > 0 {
      let cell = Rect(x: row.endX - 14, y: row.y, width: 13, height: 1)
      frame.write(cost, in: cell, align: .right, role: role == .plain ? .money : role)
    }
  }

  /// With its currency, since a list may have several.
  private func cost(_ entry: LibraryEntry) -> String {
    if entry.kind == .goal { return "" }
    guard let cost = entry.cost else { return "unknown" }
    if cost == 0 { return entry.isPaidByParts ? "its parts" : "free" }
    let span = entry.isMonthly ? "/mo" : ""
    return Amounts.money(cost, isShort: true) + (entry.currency.map { " \($0)" } ?? "") + span
  }

  /// Earned, pinned or excluded.
  private func mark(_ entry: LibraryEntry) -> String {
    if entry.kind == .goal { return glyphs.diamond }
    let learner = state.learner
    if learner.earned.keys.contains(entry.id) { return glyphs.check }
    if learner.excluded.contains(.credential(entry.id)) { return glyphs.cross }
    return learner.pinned.contains(entry.id) ? "!" : ""
  }
}
