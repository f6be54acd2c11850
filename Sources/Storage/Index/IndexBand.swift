import GRDB
import Library

/// A span of a figure by which finds are sorted, and limits are set, that holds few entries or one value alone: of
/// millions sorted the first are found by looking through the first bands.
struct IndexBand {
  /// What is sorted by, as a number whose least comes first.
  enum Figure: Int, CaseIterable {
    case cost, minutes, popularity, title

    init(_ order: LibraryQuery.Order) {
      switch order {
      case .relevance, .popularity: self = .popularity
      case .title: self = .title
      case .cost: self = .cost
      case .length: self = .minutes
      }
    }

    /// Of a row of `sorting`.
    var key: String { self == .popularity ? "-sorting.popularity" : "sorting.\(self)" }
  }

  var figure: Figure
  var number: Int
  /// The least and the greatest key in it.
  var keys: ClosedRange<Int>

  var token: String { IndexTokens.band("\(figure)", number) }
  /// True where none in it comes before another.
  var isEven: Bool { keys.lowerBound == keys.upperBound }

  /// About so many are made of each figure, and as many again of values that many entries have.
  private static let wanted = 256

  /// Cuts what all entries have into bands.
  static func make(_ database: Database) throws {
    try database.execute(sql: "DELETE FROM band")
    let share = (try Int.fetchOne(database, sql: "SELECT count(*) FROM sorting") ?? 0) / wanted
    for figure in Figure.allCases {
      let rows = try Row.fetchCursor(
        database, sql: "SELECT \(figure.key), count(*) FROM sorting GROUP BY 1 ORDER BY 1")
      var bands: [ClosedRange<Int>] = []
      var held = 0
      while let row = try rows.next() {
        let (key, count): (Int, Int) = (row[0], row[1])
        if let last = bands.last, held + count <= share {
          bands[bands.count - 1] = last.lowerBound...key
          held += count
        } else {
          bands.append(key...key)
          held = count
        }
      }
      for (number, keys) in bands.enumerated() {
        try database.execute(
          sql: "INSERT INTO band(figure, number, least, most) VALUES(?, ?, ?, ?)",
          arguments: [figure.rawValue, number, keys.lowerBound, keys.upperBound])
      }
    }
  }

  /// All of a figure, in order.
  static func all(_ figure: Figure, _ database: Database) throws -> [IndexBand] {
    try Row.fetchAll(
      database, sql: "SELECT number, least, most FROM band WHERE figure = ? ORDER BY number",
      arguments: [figure.rawValue]
    ).map { IndexBand(figure: figure, number: $0[0], keys: $0[1]...$0[2]) }
  }

  /// The one of these, which are all of a figure, that holds the key.
  static func holding(_ key: Int, of bands: [IndexBand]) -> IndexBand? {
    var (low, high) = (0, bands.count)
    while low < high {
      let middle = (low + high) / 2
      if bands[middle].keys.upperBound < key { low = middle + 1 } else { high = middle }
    }
    return low < bands.count && bands[low].keys.contains(key) ? bands[low] : nil
  }
}
