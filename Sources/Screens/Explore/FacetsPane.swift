import Display
import Library
import Wording

/// A row of the facets: the name of one, or a value that can be chosen.
struct FacetRow: Hashable {
  var facet: Facet
  /// `nil` for the name of the facet.
  var value: String?
  var count: Int

  var choice: ExplorePlace.Choice? { value.map { ExplorePlace.Choice(facet: facet, value: $0) } }
}

extension ExploreScreen {
  /// More values of one facet than this are told by their number.
  private static let most = 8

  /// Every facet with its commonest values and those that are chosen.
  var facetRows: [FacetRow] {
    Facet.allCases.flatMap { facet -> [FacetRow] in
      let chosen = place.query.chosen[facet] ?? []
      let counts = place.answer.counts[facet] ?? []
      // There may be thousands, of which few are shown.
      var shown = Array(counts.prefix(Self.most))
      if !chosen.isEmpty { shown += counts.dropFirst(Self.most).filter { chosen.contains($0.value) } }
      let gone = chosen.filter { value in !shown.contains { $0.value == value } }.sorted()
      shown += gone.map { LibraryAnswer.Count(value: $0, count: 0) }
      guard !shown.isEmpty else { return [] }
      return [FacetRow(facet: facet, value: nil, count: counts.count + gone.count)]
        + shown.map { FacetRow(facet: facet, value: $0.value, count: $0.count) }
    }
  }

  /// The value under the cursor: the one that was, or the first.
  var choice: ExplorePlace.Choice? { choice(among: facetRows.compactMap(\.choice)) }

  private func choice(among choices: [ExplorePlace.Choice]) -> ExplorePlace.Choice? {
    choices.first { $0 == place.choice } ?? choices.first
  }

  func drawFacets(_ rect: Rect, _ frame: inout Frame) {
    let isFocused = place.pane == .facets
    let rows = facetRows
    let choices = rows.compactMap(\.choice)
    let choice = choice(among: choices)
    let number = choices.firstIndex { $0 == choice } ?? 0
    // Of more finds than can be counted at once, the values of the best are counted.
    let note = place.answer.isCounted ? "" : "of the first \(Amounts.grouped(place.answer.total))"
    let inside = frame.pane(rect, "Facets", note: note, place: (number, choices.count), focused: isFocused)
    guard !rows.isEmpty else {
      return frame.write("Nothing to choose from.", in: inside.row(0).inset(left: 1), role: .dim)
    }
    let selected = rows.firstIndex { $0.choice != nil && $0.choice == choice }
    frame.rows(inside, count: rows.count, selected: selected, focused: isFocused) { frame, index, row, role in
      draw(rows[index], row, role, &frame)
    }
  }

  private func draw(_ item: FacetRow, _ row: Rect, _ role: Role, _ frame: inout Frame) {
    guard let value = item.value else {
      let shown = min(item.count, Self.most)
      let note = item.count > shown ? " (\(shown) of \(item.count))" : ""
      return frame.write(item.facet.name + note, in: row.inset(left: 1), role: .heading)
    }
    let isChosen = place.query.chosen[item.facet]?.contains(value) == true
    let count = Amounts.grouped(item.count)
    let width = DisplayWidth.of(count)
    frame.write(
      isChosen ? "[x]" : "[ ]", x: row.x + 2, y: row.y, width: 3, role: isChosen && role == .plain ? .accent : role)
    frame.write(value, x: row.x + 6, y: row.y, width: max(0, row.width - 7 - width), role: role)
    frame.write(count, x: row.endX - width, y: row.y, width: width, role: role == .plain ? .dim : role)
  }
}
