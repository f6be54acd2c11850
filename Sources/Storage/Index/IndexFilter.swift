import GRDB
import Library

/// What of a query narrows the answer besides words: values of facets as tokens, limits as a condition on entries.
struct IndexFilter {
  private let query: LibraryQuery
  private let numbers: FacetNumbers
  /// `nil` where nothing keeps to a limit.
  private let bands: [String]?

  init(_ query: LibraryQuery, _ memory: IndexMemory, _ database: Database) throws {
    self.query = query
    numbers = try memory.facets(database)
    bands = try IndexFilter.bands(IndexFilter.limits(query), memory, database)
  }

  /// The facets of which values are chosen.
  var facets: [Facet] { Facet.allCases.filter { !(query.chosen[$0] ?? []).isEmpty } }

  /// Terms all of which must hold; `nil` where a chosen value is borne by nothing, or nothing keeps to a limit.
  func terms(without left: Facet? = nil) -> [String]? {
    guard var terms = bands else { return nil }
    for facet in facets where facet != left {
      let values = (query.chosen[facet] ?? []).compactMap { numbers.number(facet, $0) }.sorted()
      guard !values.isEmpty else { return nil }
      terms.append(IndexTokens.either(values.map(IndexTokens.facet)))
    }
    if query.kinds.count < LibraryEntry.Kind.allCases.count {
      guard !query.kinds.isEmpty else { return nil }
      terms.append(IndexTokens.either(LibraryEntry.Kind.allCases.filter(query.kinds.contains).map(IndexTokens.kind)))
    }
    return terms
  }

  // MARK: Limits

  private typealias Limit = (figure: IndexBand.Figure, most: Int)

  private static func limits(_ query: LibraryQuery) -> [Limit] {
    [(.cost, query.mostCost), (.minutes, query.mostMinutes)].compactMap { figure, most in most.map { (figure, $0) } }
  }

  /// What nobody stated is over any limit, but for a length in days, which is "as fast as one likes". On rows of
  /// `sorting`; `nil` without limits.
  var condition: String? {
    var parts = IndexFilter.limits(query).map { "\($0.figure.key) <= \($0.most)" }
    if let most = query.mostDays { parts.append("sorting.days <= \(most)") }
    guard !parts.isEmpty else { return nil }
    parts.append("sorting.kind = \(IndexKind.number(.credential))")
    return parts.joined(separator: " AND ")
  }

  /// So many bands are named; where more are within a limit, what keeps to it is found soon without.
  private static let mostBands = 64

  /// Terms that must hold besides where few keep to a limit; `nil` where nothing does.
  private static func bands(_ limits: [Limit], _ memory: IndexMemory, _ database: Database) throws -> [String]? {
    var terms: [String] = []
    for (figure, most) in limits {
      let within = try memory.bands(figure, database).prefix { $0.keys.lowerBound <= most }
      guard !within.isEmpty else { return nil }
      if within.count <= IndexFilter.mostBands { terms.append(IndexTokens.either(within.map(\.token))) }
    }
    return terms
  }
}
