import Catalogs
import Foundation
import GRDB
import Library

/// Finds the best without looking at all that match.
///
/// Rows are numbered by what they are worth whatever is asked for, so the first rows of a query are the best among equal
/// ones. Where more than `wide` match, those that are called so are asked for first, from the narrowest meaning to the
/// widest; the first of each are scored as in memory. Where fewer match, all are, and the answer is that of memory.
struct IndexSearch {
  private let query: LibraryQuery
  private let most: Int
  private let memory: IndexMemory
  private let database: Database
  private let filter: IndexFilter
  private let wide: Int

  init(_ query: LibraryQuery, most: Int, memory: IndexMemory, _ database: Database) throws {
    self.query = query
    self.most = most
    self.memory = memory
    self.database = database
    filter = try IndexFilter(query, memory, database)
    wide = max(IndexSearch.counted, most)
  }

  /// So many are counted one by one.
  static let counted = 1000
  /// So many of each narrower meaning are scored.
  private static let narrow = 250
  /// Where less is found than this, something was mistyped, perhaps.
  private static let few = 5

  func answer(reading: @escaping StoredIndex.Reading) throws -> LibraryAnswer {
    let words = query.words
    var terms = try IndexTerms(words, database)
    guard let filters = filter.terms() else { return LibraryAnswer() }
    var expression = words.isEmpty ? .some("") : terms.anywhere
    var found = try expression.map { try rows($0, filters, limit: wide + 1) } ?? []
    if words.contains(where: { Vocabulary.forgiven($0) > 0 }), try isFew(found, expression) {
      terms = terms.guessing(try memory.vocabulary(database))
      expression = terms.anywhere
      found = try expression.map { try rows($0, filters, limit: wide + 1) } ?? []
    }
    guard let expression else { return LibraryAnswer() }
    let isAll = found.count <= wide
    let total = min(found.count, wide)
    let counts = try counts(expression, found.prefix(wide))
    if !isAll {
      // Of more than can be counted, the first are enough to be scored besides those of narrower meanings.
      found =
        query.order == .relevance
        ? try best(terms, filters, found.prefix(max(IndexSearch.narrow, most))) : try ordered(expression, filters)
    }
    let scoring = IndexScoring(query, words, guesses: terms.guesses)
    var hits = found.map { (row: $0, score: scoring.score($0)) }
    hits.sort { IndexScoring.isBefore($0, $1, query.order) }
    let shown = Array(hits.prefix(most))
    let entries = try IndexParts.entries(shown.map(\.row), reading, memory, database)
    return LibraryAnswer(
      hits: zip(shown, entries).compactMap { hit, entry in
        entry.map { LibraryAnswer.Hit(entry: $0, score: hit.score) }
      }, total: try isUnasked ? everything() : total, counts: counts,
      isCounted: isAll || isUnasked)
  }

  /// Whether so few are found, whatever narrows them, that something was mistyped.
  private func isFew(_ found: [IndexedRow], _ expression: String?) throws -> Bool {
    guard let expression, found.count < IndexSearch.few else { return expression == nil }
    guard query.isNarrowed || query.kinds.count < LibraryEntry.Kind.allCases.count else { return true }
    return try Int.fetchAll(
      database.cachedStatement(sql: "SELECT rowid FROM token WHERE token MATCH ? LIMIT \(IndexSearch.few)"),
      arguments: [expression]
    ).count < IndexSearch.few
  }

  /// True where nothing narrows the answer at all, but for skills, which have no facets, perhaps left out.
  private var isUnasked: Bool {
    query.words.isEmpty && !query.isNarrowed && query.kinds.isSuperset(of: [.goal, .credential])
  }

  private func everything() throws -> Int {
    try query.kinds.reduce(0) { try $0 + (IndexNumbers.value($1.rawValue, database) ?? 0) }
  }

  // MARK: Rows

  /// The first rows that match, in the order of their worth or of another key of `sorting`.
  private func rows(
    _ expression: String, _ filters: [String], limit: Int, by key: String? = nil
  ) throws -> [IndexedRow] {
    let terms = ([expression] + filters).filter { !$0.isEmpty }
    let match = terms.isEmpty ? IndexTokens.everything : terms.joined(separator: " AND ")
    let isSorting = key != nil || filter.condition != nil
    let tables = "token" + (isSorting ? " CROSS JOIN sorting ON sorting.place = token.rowid" : "")
    let condition = "token MATCH ?" + (filter.condition.map { " AND \($0)" } ?? "")
    let sql =
      if let key {
        // Sorted without what is long.
        """
        SELECT \(IndexedRow.columns) FROM scored WHERE place IN (
          SELECT token.rowid FROM \(tables) WHERE \(condition) ORDER BY \(key), token.rowid LIMIT ?)
        """
      } else {
        """
        SELECT \(IndexedRow.columns) FROM \(tables) CROSS JOIN scored ON scored.place = token.rowid
        WHERE \(condition) ORDER BY token.rowid LIMIT ?
        """
      }
    return try IndexedRow.fetch(database.cachedStatement(sql: sql), [match, limit])
  }

  /// The rows at hand, and the first of each narrower meaning.
  private func best(_ terms: IndexTerms, _ filters: [String], _ rows: ArraySlice<IndexedRow>) throws -> [IndexedRow] {
    var known = Set(rows.map(\.place))
    var best = Array(rows)
    for expression in [terms.title, terms.beginning, terms.namingExactly, terms.naming].compactMap({ $0 }) {
      for row in try self.rows(expression, filters, limit: IndexSearch.narrow) where known.insert(row.place).inserted {
        best.append(row)
      }
    }
    return best
  }

  /// The first of all in another order than that of their worth: from ever more bands of what they are sorted by.
  private func ordered(_ expression: String, _ filters: [String]) throws -> [IndexedRow] {
    let figure = IndexBand.Figure(query.order)
    var bands = try memory.bands(figure, database)[...]
    var (found, width): ([IndexedRow], Int) = ([], 1)
    while found.count < most, !bands.isEmpty {
      let part = bands.prefix(width)
      // Equal ones come in the order of their worth.
      let isEven = part.count == 1 && part.allSatisfy(\.isEven)
      found += try rows(
        expression, filters + [IndexTokens.either(part.map(\.token))], limit: most - found.count,
        by: isEven ? nil : figure.key)
      bands = bands.dropFirst(width)
      width *= 2
    }
    return found
  }

  // MARK: Counts

  private func counts(_ expression: String, _ rows: ArraySlice<IndexedRow>) throws -> [Facet: [LibraryAnswer.Count]] {
    let numbers = try memory.facets(database)
    if isUnasked { return try memory.counts(database) }
    var counts = numbers.counts(rows)
    // Those chosen of the same facet don't narrow it.
    for facet in filter.facets {
      guard let filters = filter.terms(without: facet) else { continue }
      counts[facet] = numbers.counts(try self.rows(expression, filters, limit: wide)[...])[facet]
    }
    return counts
  }
}
