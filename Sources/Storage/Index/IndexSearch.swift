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
    filter = IndexFilter(query, try memory.facets(database))
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

  /// The first rows that match, in the order of their worth.
  private func rows(_ expression: String, _ filters: [String], limit: Int) throws -> [IndexedRow] {
    let match = ([expression] + filters).filter { !$0.isEmpty }.joined(separator: " AND ")
    let conditions = [match.isEmpty ? nil : "token MATCH ?", filter.condition].compactMap { $0 }
    let sql =
      "SELECT \(IndexedRow.columns) FROM "
      + (match.isEmpty ? "scored" : "token CROSS JOIN scored ON scored.place = token.rowid")
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
      + " ORDER BY " + (match.isEmpty ? "scored.place" : "token.rowid") + " LIMIT ?"
    return try IndexedRow.fetch(
      database.cachedStatement(sql: sql), (match.isEmpty ? [] : [match]) + [limit])
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

  /// The first of all in another order than that of their worth.
  private func ordered(_ expression: String, _ filters: [String]) throws -> [IndexedRow] {
    let key =
      switch query.order {
      case .cost: "sorting.cost IS NULL, sorting.cost, sorting.place"
      case .length: "sorting.minutes IS NULL, sorting.minutes, sorting.place"
      case .title: "sorting.title"
      case .popularity, .relevance: "sorting.popularity DESC, sorting.place"
      }
    // Kinds alone are told by the rows themselves.
    let match =
      isUnasked ? "" : ([expression] + filters).filter { !$0.isEmpty }.joined(separator: " AND ")
    var tables = match.isEmpty ? "sorting" : "token CROSS JOIN sorting ON sorting.place = token.rowid"
    var conditions = match.isEmpty ? [] : ["token MATCH ?"]
    if isUnasked {
      conditions.append("sorting.kind IN (\(query.kinds.map { String(IndexKind.number($0)) }.joined(separator: ",")))")
    }
    if let limits = filter.condition {
      tables += " CROSS JOIN scored ON scored.place = sorting.place"
      conditions.append(limits)
    }
    let places =
      "SELECT sorting.place FROM \(tables)"
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")) + " ORDER BY \(key) LIMIT ?"
    return try IndexedRow.fetch(
      database.cachedStatement(sql: "SELECT \(IndexedRow.columns) FROM scored WHERE place IN (\(places))"),
      (match.isEmpty ? [] : [match]) + [max(1, most)])
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
