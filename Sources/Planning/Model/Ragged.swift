/// A list of lists in one piece of memory: what the inner loops go through without a reference counted for each row.
struct Ragged<Element: Sendable>: Sendable {
  private(set) var values: [Element] = []
  /// The elements of row `r` are `values[first[r] ..< first[r + 1]]`.
  private var first: [Int] = [0]

  init(_ rows: [[Element]]) {
    values.reserveCapacity(rows.reduce(0) { $0 + $1.count })
    first.reserveCapacity(rows.count + 1)
    for row in rows {
      values += row
      first.append(values.count)
    }
  }

  var count: Int { first.count - 1 }

  /// The places of a row's elements in `values`.
  @inline(__always) func places(of row: Int) -> Range<Int> {
    Range(uncheckedBounds: (first[row], first[row + 1]))
  }

  subscript(row: Int) -> ArraySlice<Element> { values[places(of: row)] }
}
