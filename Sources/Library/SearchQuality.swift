/// How good a ranking is, measured by queries of which it is known what should come first.
public struct SearchQuality: Sendable {
  public struct Query: Hashable, Sendable {
    /// What makes it hard: a typo, an abbreviation.
    public var kind: String
    public var text: String
    /// Ids of which any is right.
    public var expected: Set<String>
  }

  public struct Result: Sendable {
    public var query: Query
    /// The place of the first hit that is right, from 1; `nil` where none is among the first ten.
    public var place: Int?
    /// What came first.
    public var first: String?
  }

  public private(set) var results: [Result] = []

  public init() {}

  /// Queries written one a line: kind, text and the ids with `|` between, with tabs between the three.
  public static func queries(_ text: String) -> [Query] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      let expected = Set(parts[2].split(separator: "|").map(String.init))
      return Query(kind: String(parts[0]), text: String(parts[1]), expected: expected)
    }
  }

  public mutating func ask(_ query: Query, _ answer: (LibraryQuery) -> LibraryAnswer) {
    let ids = answer(LibraryQuery(query.text)).hits.prefix(10).map(\.entry.id)
    let place = ids.firstIndex(where: query.expected.contains).map { $0 + 1 }
    results.append(Result(query: query, place: place, first: ids.first))
  }

  /// The mean of one over the place of the first right hit (0 where there is none): 1 is perfect.
  public var meanReciprocalRank: Double { SearchQuality.meanReciprocalRank(results) }

  /// The part of the queries with a right hit among the first ten.
  public var recall: Double { SearchQuality.recall(results) }

  public static func meanReciprocalRank(_ results: [Result]) -> Double {
    results.reduce(0) { $0 + ($1.place.map { 1 / Double($0) } ?? 0) } / Double(max(1, results.count))
  }

  public static func recall(_ results: [Result]) -> Double {
    Double(results.count { $0.place != nil }) / Double(max(1, results.count))
  }
}
