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
    let terms = try IndexTerms(words, database)
    var expression = words.isEmpty ? .some("") : terms.anywhere
    var guessed: IndexTerms?
    if words.contains(where: { Vocabulary.forgiven($0) > 0 }),
      try expression.map({ try places($0, [], limit: IndexSearch.few, isNarrowed: false).count }) ?? 0 < IndexSearch.few
    {
      let guess = terms.guessing(try memory.vocabulary(database))
      guessed = guess
      expression = guess.anywhere
    }
    guard let expression, let filters = filter.terms() else { return LibraryAnswer() }
    let found = try places(expression, filters, limit: wide + 1)
    let isAll = found.count <= wide
    let scoring = IndexScoring(query, words, guesses: guessed?.guesses ?? [])
    // Of more than can be counted, the first are enough to be scored besides those of narrower meanings.
    var rows = try IndexedRow.fetch(isAll ? found[...] : found.prefix(max(IndexSearch.narrow, most)), database)
    let facets = try isAll ? rows.map(\.facets) : IndexedRow.facets(Array(found.prefix(wide)), database)
    let counts = try counts(expression, facets)
    if !isAll {
      rows = query.order == .relevance ? try best(terms, filters, rows) : try ordered(expression, filters)
    }
    var hits = rows.map { (row: $0, score: scoring.score($0)) }
    hits.sort { IndexScoring.isBefore($0, $1, query.order) }
    let shown = Array(hits.prefix(most))
    let entries = try IndexParts.entries(
      shown.map(\.row), reading, headers: try memory.headers(database), database)
    return LibraryAnswer(
      hits: zip(shown, entries).compactMap { hit, entry in
        entry.map { LibraryAnswer.Hit(entry: $0, score: hit.score) }
      }, total: try isUnasked ? everything() : min(found.count, wide), counts: counts,
      isCounted: isAll || isUnasked)
  }

  /// True where nothing narrows the answer at all, but for skills, which have no facets, perhaps left out.
  private var isUnasked: Bool {
    query.words.isEmpty && !query.isNarrowed && query.kinds.isSuperset(of: [.goal, .credential])
  }

  private func everything() throws -> Int {
    try query.kinds.reduce(0) { try $0 + (IndexNumbers.value($1.rawValue, database) ?? 0) }
  }

  // MARK: Rows

  /// The first places that match, in order.
  private func places(
    _ expression: String, _ filters: [String], limit: Int, isNarrowed: Bool = true
  ) throws -> [Int] {
    let match = ([expression] + filters).filter { !$0.isEmpty }.joined(separator: " AND ")
    let isLimited = isNarrowed && filter.hasLimits
    var arguments: StatementArguments = []
    var sql: String
    if match.isEmpty {
      sql =
        "SELECT place FROM ranked" + (isLimited ? " JOIN entry ON number = entry WHERE \(filter.condition)" : "")
        + " ORDER BY place"
    } else {
      sql = "SELECT token.rowid FROM token"
      if isLimited { sql += " CROSS JOIN ranked ON place = token.rowid CROSS JOIN entry ON number = entry" }
      sql += " WHERE token MATCH ?" + (isLimited ? " AND \(filter.condition)" : "") + " ORDER BY token.rowid"
      arguments += [match]
    }
    arguments += [limit]
    return try Int.fetchAll(database, sql: sql + " LIMIT ?", arguments: arguments)
  }

  /// The rows at hand, and the first of each narrower meaning.
  private func best(_ terms: IndexTerms, _ filters: [String], _ rows: [IndexedRow]) throws -> [IndexedRow] {
    var known = Set(rows.map(\.place))
    var more: [Int] = []
    for expression in [terms.title, terms.beginning, terms.namingExactly, terms.naming].compactMap({ $0 }) {
      for place in try places(expression, filters, limit: IndexSearch.narrow) where known.insert(place).inserted {
        more.append(place)
      }
    }
    return rows + (try IndexedRow.fetch(more[...], database))
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
    if filter.hasLimits {
      tables += " CROSS JOIN ranked ON ranked.place = sorting.place CROSS JOIN entry ON entry.number = ranked.entry"
      conditions.append(filter.condition)
    }
    let sql =
      "SELECT sorting.place FROM \(tables)"
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")) + " ORDER BY \(key) LIMIT ?"
    let places = try Int.fetchAll(
      database, sql: sql, arguments: StatementArguments(match.isEmpty ? [] : [match]) + [max(1, most)])
    return try IndexedRow.fetch(places[...], database)
  }

  // MARK: Counts

  private func counts(_ expression: String, _ facets: [[Int]]) throws -> [Facet: [LibraryAnswer.Count]] {
    if isUnasked { return try tally("SELECT facet, value, count FROM facetValue WHERE count > 0") }
    var counts = try tally(facets, only: nil)
    // Those chosen of the same facet don't narrow it.
    for facet in filter.facets {
      guard let filters = filter.terms(without: facet) else { continue }
      let others = try places(expression, filters, limit: wide)
      counts[facet] = try tally(try IndexedRow.facets(others, database), only: facet)[facet]
    }
    return counts
  }

  private func tally(_ numbers: [[Int]], only facet: Facet?) throws -> [Facet: [LibraryAnswer.Count]] {
    var found: [Int: Int] = [:]
    for number in numbers.joined() { found[number, default: 0] += 1 }
    guard !found.isEmpty else { return [:] }
    let list = found.keys.map(String.init).joined(separator: ",")
    let counts = try tally("SELECT facet, value, number FROM facetValue WHERE number IN (\(list))") { found[$0] ?? 0 }
    return facet.map { only in counts.filter { $0.key == only } } ?? counts
  }

  private func tally(
    _ sql: String, _ count: (Int) -> Int = { $0 }
  ) throws -> [Facet: [LibraryAnswer.Count]] {
    var byFacet: [Facet: [String: Int]] = [:]
    for row in try Row.fetchAll(database, sql: sql) {
      guard let facet = Facet(rawValue: row[0]) else { continue }
      byFacet[facet, default: [:]][row[1]] = count(row[2])
    }
    return Dictionary(uniqueKeysWithValues: byFacet.map { ($0.key, $0.key.listed($0.value)) })
  }
}
