/// One row of a comparison: what each column says, which is better, and how they differ in words.
struct CompareRow: Hashable {
  var name: String
  /// One for each column; empty for a heading.
  var cells: [String]
  /// The column that is better; `nil` where none is, or nobody can say.
  var better: Int?
  /// `B: 120.00 less`, `same`, `differ`.
  var verdict: String
  var isSame: Bool
  var isHeading = false
  /// Where Enter leads, for each column.
  var links: [Link?] = []

  static func heading(_ name: String) -> CompareRow {
    CompareRow(name: name, cells: [], better: nil, verdict: "", isSame: true, isHeading: true)
  }

  /// Words that are the same or not, without a better one.
  static func words(_ name: String, _ cells: [String], links: [Link?] = []) -> CompareRow {
    let isSame = Set(cells).count < 2
    return CompareRow(
      name: name, cells: cells, better: nil, verdict: cells.count < 2 ? "" : isSame ? "same" : "differ", isSame: isSame,
      links: links)
  }

  /// Figures of which the least, or the most, is better; those that nobody knows don't count.
  ///
  /// - Parameters:
  ///   - by: how the difference between the best and the next is said: `120.00 less`.
  ///   - isComparable: false where the figures are of different kinds, such as amounts in different currencies.
  static func figures(
    _ name: String, _ values: [Int?], _ cells: [String], prefersMost: Bool = false, isComparable: Bool = true,
    by difference: (Int) -> String
  ) -> CompareRow {
    var row = words(name, cells)
    let known = values.enumerated().compactMap { place, value in value.map { (place: place, value: $0) } }
    guard !row.isSame, isComparable, known.count > 1 else { return row }
    let order = known.sorted { first, second in
      (prefersMost ? second.value : first.value, first.place) < (prefersMost ? first.value : second.value, second.place)
    }
    let (best, next) = (order[0], order[1])
    if best.value == next.value {
      let equals = order.filter { $0.value == best.value }
      row.verdict =
        equals.count == values.count
        ? "same" : equals.map { CompareRow.letter($0.place) }.joined(separator: " and ") + ": as good"
      return row
    }
    row.better = best.place
    row.verdict = "\(letter(best.place)): \(difference(abs(next.value - best.value)))"
    return row
  }

  /// What columns are called: A, B, C.
  static func letter(_ place: Int) -> String { String(UnicodeScalar(UInt8(65 + min(25, max(0, place))))) }

  /// Which columns have something, in words: `all`, `only B`, `A and C`.
  static func having(_ places: [Int], of count: Int) -> String {
    if places.count == count { return count == 1 ? "" : "all" }
    if places.count == 1 { return "only \(letter(places[0]))" }
    return places.map(letter).joined(separator: " and ")
  }
}
