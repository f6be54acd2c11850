import Foundation
import GRDB
import Library

/// The numbers that the values of facets bear in an index.
struct FacetNumbers {
  private var known: [Facet: [String: Int]] = [:]
  private var next = 1
  private var counts: [Int: Int] = [:]

  init() {}

  init(_ database: Database) throws {
    for row in try Row.fetchAll(database, sql: "SELECT number, facet, value FROM facetValue") {
      let number: Int = row[0]
      next = max(next, number + 1)
      guard let facet = Facet(rawValue: row[1]) else { continue }
      known[facet, default: [:]][row[2]] = number
    }
  }

  func number(_ facet: Facet, _ value: String) -> Int? { known[facet]?[value] }

  mutating func numbers(of entry: LibraryEntry, _ database: Database) throws -> [Int] {
    var numbers: [Int] = []
    for facet in Facet.allCases {
      for value in entry.values[facet] ?? [] { numbers.append(try number(of: value, in: facet, database)) }
    }
    return numbers
  }

  private mutating func number(of value: String, in facet: Facet, _ database: Database) throws -> Int {
    if let number = known[facet]?[value] { return number }
    let number = next
    next += 1
    known[facet, default: [:]][value] = number
    try database.execute(
      sql: "INSERT INTO facetValue(number, facet, value) VALUES(?, ?, ?)", arguments: [number, facet.rawValue, value])
    return number
  }

  mutating func count(_ numbers: [Int], by difference: Int) {
    for number in numbers { counts[number, default: 0] += difference }
  }

  mutating func flush(_ database: Database) throws {
    for (number, count) in counts {
      try database.execute(
        sql: "UPDATE facetValue SET count = count + ? WHERE number = ?", arguments: [count, number])
    }
    counts = [:]
  }

  // MARK: In one piece

  /// Four bytes each, the least first.
  static func data(_ numbers: [Int]) -> Data {
    var data = Data(capacity: numbers.count * 4)
    for number in numbers {
      for shift in [0, 8, 16, 24] { data.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    return data
  }

  static func numbers(_ data: Data) -> [Int] {
    let bytes = [UInt8](data)
    return stride(from: 0, to: bytes.count - 3, by: 4).map { place in
      Int(bytes[place]) | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2]) << 16 | Int(bytes[place + 3]) << 24
    }
  }
}
