import Foundation
import GRDB
import Library

/// The numbers that the values of facets bear in an index.
struct FacetNumbers {
  private var known: [Facet: [String: Int]] = [:]
  /// By number, the first being 1.
  private(set) var values: [(facet: Facet, value: String)?] = [nil]
  private var next = 1
  private var counts: [Int: Int] = [:]

  init() {}

  init(_ database: Database) throws {
    for row in try Row.fetchAll(database, sql: "SELECT number, facet, value FROM facetValue ORDER BY number") {
      let number: Int = row[0]
      next = number + 1
      guard let facet = Facet(rawValue: row[1]) else { continue }
      note(number, facet, row[2])
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
    note(number, facet, value)
    try database.execute(
      sql: "INSERT INTO facetValue(number, facet, value) VALUES(?, ?, ?)", arguments: [number, facet.rawValue, value])
    return number
  }

  private mutating func note(_ number: Int, _ facet: Facet, _ value: String) {
    known[facet, default: [:]][value] = number
    while values.count < number { values.append(nil) }
    values.append((facet, value))
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

  // MARK: Finds

  /// How many of these rows have each value.
  func counts(_ rows: ArraySlice<IndexedRow>) -> [Facet: [LibraryAnswer.Count]] {
    counts { found in for row in rows { for number in row.facets where number < found.count { found[number] += 1 } } }
  }

  /// - Parameter count: notes how many have the value of each number.
  func counts(_ count: (inout [Int]) -> Void) -> [Facet: [LibraryAnswer.Count]] {
    var found = [Int](repeating: 0, count: values.count)
    count(&found)
    var byFacet: [Facet: [String: Int]] = [:]
    for (number, count) in found.enumerated() where count > 0 {
      if let (facet, value) = values[number] { byFacet[facet, default: [:]][value] = count }
    }
    return Dictionary(uniqueKeysWithValues: byFacet.map { ($0.key, $0.key.listed($0.value)) })
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
    data.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count - 3, by: 4).map { place in
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
      }
    }
  }
}
