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

  /// So many rows of what `visit` gives for them, called twice with the same: rows are counted, then filled.
  init(rows: Int, filling filler: Element, _ visit: (_ give: (_ row: Int, _ element: Element) -> Void) -> Void) {
    var ends = Array(repeating: 0, count: rows + 1)
    visit { row, _ in ends[row + 1] += 1 }
    for row in 0..<rows { ends[row + 1] += ends[row] }
    first = ends
    var filled = Array(repeating: filler, count: ends[rows])
    visit { row, element in
      filled[ends[row]] = element
      ends[row] += 1
    }
    values = filled
  }

  var count: Int { first.count - 1 }

  /// The places of a row's elements in `values`.
  @inline(__always) func places(of row: Int) -> Range<Int> {
    Range(uncheckedBounds: (first[row], first[row + 1]))
  }

  subscript(row: Int) -> ArraySlice<Element> { values[places(of: row)] }
}
