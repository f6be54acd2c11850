/// The values of the facets of many entries, as numbers, so that counting them takes no strings.
struct FacetTable: Sendable {
  private(set) var values: [(facet: Facet, value: String)] = []
  /// The numbers of the values of each entry, one entry after the other.
  private var numbers: [Int32] = []
  private var starts = [0]

  init(_ entries: [LibraryEntry]) {
    var known: [Facet: [String: Int32]] = [:]
    for entry in entries {
      for facet in Facet.allCases {
        for value in entry.values[facet] ?? [] {
          let number = known[facet]?[value] ?? Int32(values.count)
          if Int(number) == values.count {
            values.append((facet, value))
            known[facet, default: [:]][value] = number
          }
          numbers.append(number)
        }
      }
      starts.append(numbers.count)
    }
  }

  func numbers(of entry: Int) -> ArraySlice<Int32> { numbers[starts[entry]..<starts[entry + 1]] }
}

/// What of a query narrows the answer besides words.
struct Narrowing {
  private let query: LibraryQuery
  private let table: FacetTable
  /// The facets that narrow, and by value's number the place of its facet in them; -1 where it isn't chosen.
  private let facets: [Facet]
  private let chosen: [Int]

  /// What keeps an entry out.
  enum Missed: Hashable {
    case none
    case one(Facet)
    case more
  }

  init(_ query: LibraryQuery, _ table: FacetTable) {
    self.query = query
    self.table = table
    let facets = Facet.allCases.filter { !(query.chosen[$0] ?? []).isEmpty }
    self.facets = facets
    chosen = table.values.map { item in
      query.chosen[item.facet]?.contains(item.value) == true ? facets.firstIndex(of: item.facet) ?? -1 : -1
    }
  }

  func missed(_ entry: LibraryEntry, number: Int) -> Missed {
    guard query.kinds.contains(entry.kind), query.limitsAllow(entry) else { return .more }
    var met: UInt = 0
    for value in table.numbers(of: number) where chosen[Int(value)] >= 0 { met |= 1 << UInt(chosen[Int(value)]) }
    let count = met.nonzeroBitCount
    if count == facets.count { return .none }
    guard count == facets.count - 1 else { return .more }
    return .one(facets[(~met).trailingZeroBitCount])
  }
}

extension LibraryQuery {
  /// Unknown is not zero: where a limit is set, what nobody stated is over it.
  func limitsAllow(_ entry: LibraryEntry) -> Bool {
    if mostCost == nil, mostMinutes == nil, mostDays == nil { return true }
    guard entry.kind == .credential else { return false }
    func within(_ figure: Int?, _ most: Int?) -> Bool {
      most.map { most in figure.map { $0 <= most } ?? false } ?? true
    }
    // A length in days that nobody stated is "as fast as one likes".
    return within(entry.cost, mostCost) && within(entry.minutes, mostMinutes) && within(entry.days ?? 0, mostDays)
  }
}

/// Counts entries by the values of their facets.
struct FacetTally {
  private let table: FacetTable
  private var found: [Int]

  init(_ table: FacetTable) {
    self.table = table
    found = Array(repeating: 0, count: table.values.count)
  }

  /// An entry that misses one facet counts there alone: so one sees what else could be chosen.
  mutating func add(_ entry: Int, missed: Narrowing.Missed) {
    switch missed {
    case .more: return
    case .none: for value in table.numbers(of: entry) { found[Int(value)] += 1 }
    case .one(let facet):
      for value in table.numbers(of: entry) where table.values[Int(value)].facet == facet { found[Int(value)] += 1 }
    }
  }

  var counts: [Facet: [LibraryAnswer.Count]] {
    var byFacet: [Facet: [String: Int]] = [:]
    for (number, count) in found.enumerated() where count > 0 {
      let (facet, value) = table.values[number]
      byFacet[facet, default: [:]][value] = count
    }
    return Dictionary(uniqueKeysWithValues: byFacet.map { ($0.key, $0.key.listed($0.value)) })
  }
}

extension Facet {
  /// In the order of the values, or else the commonest first.
  public func listed(_ values: [String: Int]) -> [LibraryAnswer.Count] {
    if let order {
      return order.compactMap { value in values[value].map { LibraryAnswer.Count(value: value, count: $0) } }
    }
    return values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { LibraryAnswer.Count(value: $0.key, count: $0.value) }
  }
}
