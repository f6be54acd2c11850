import GRDB
import Library

/// What of a query narrows the answer besides words: values of facets as tokens, limits as a condition on entries.
struct IndexFilter {
  private let query: LibraryQuery
  private let numbers: FacetNumbers

  init(_ query: LibraryQuery, _ numbers: FacetNumbers) {
    self.query = query
    self.numbers = numbers
  }

  /// The facets of which values are chosen.
  var facets: [Facet] { Facet.allCases.filter { !(query.chosen[$0] ?? []).isEmpty } }

  /// Terms all of which must hold; `nil` where a chosen value is borne by nothing.
  func terms(without left: Facet? = nil) -> [String]? {
    var terms: [String] = []
    for facet in facets where facet != left {
      let values = (query.chosen[facet] ?? []).compactMap { numbers.number(facet, $0) }.sorted()
      guard !values.isEmpty else { return nil }
      terms.append(either(values.map(IndexTokens.facet)))
    }
    if query.kinds.count < LibraryEntry.Kind.allCases.count {
      guard !query.kinds.isEmpty else { return nil }
      terms.append(either(LibraryEntry.Kind.allCases.filter(query.kinds.contains).map(IndexTokens.kind)))
    }
    return terms
  }

  private func either(_ tokens: [String]) -> String {
    "(" + tokens.map(IndexTokens.exactly).joined(separator: " OR ") + ")"
  }

  /// What nobody stated is over any limit, but for a length in days, which is "as fast as one likes". On rows of `scored`;
  /// `nil` without limits.
  var condition: String? {
    guard query.mostCost != nil || query.mostMinutes != nil || query.mostDays != nil else { return nil }
    var parts = ["scored.kind = \(IndexKind.number(.credential))"]
    if let most = query.mostCost { parts.append("scored.cost <= \(most)") }
    if let most = query.mostMinutes { parts.append("scored.minutes <= \(most)") }
    if let most = query.mostDays { parts.append("ifnull(scored.days, 0) <= \(most)") }
    return parts.joined(separator: " AND ")
  }
}
