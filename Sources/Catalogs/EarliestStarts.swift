/// The earliest start of every credential if nobody ever had to wait for time or money, counted in steps: one for
/// each credential that takes any time at all.
///
/// A circle of `requires` alone is found without time. One that also runs over a corequisite is not a circle as long
/// as everything in it can happen at once; but where a member takes time, it would have to start after itself, and
/// the earliest starts grow beyond every bound.
struct EarliestStarts {
  static let never = Int.max / 4
  /// Enough for any real catalog; a hostile one gets no verdict beyond it.
  private static let mostEvaluations = 2_000_000

  let reach: RequirementGraph.Reach
  /// 0 or 1: whether finishing takes longer than starting, as far as it is known.
  private let lengths: [Int]
  private(set) var starts: [Int]

  /// Starts of the members of `group`, where others can start at once if `held` says so and never otherwise.
  init(
    _ credentials: [DraftedCredential], reach: RequirementGraph.Reach, group: [Int], held: [Bool]
  ) {
    self.reach = reach
    self.lengths = credentials.map { drafted in
      let credential = drafted.credential
      return (credential.workload?.value ?? 0) > 0 || (credential.duration.days?.value ?? 0) > 0 ? 1 : 0
    }
    self.starts = held.map { $0 ? 0 : EarliestStarts.never }
    for place in group { starts[place] = 0 }
    var evaluations = 0
    var isChanged = true
    while isChanged && evaluations < EarliestStarts.mostEvaluations {
      isChanged = false
      for place in group where starts[place] < EarliestStarts.never {
        evaluations += 1
        let after = time(of: credentials[place].requires, of: place, lengths)
        let beside = time(of: credentials[place].corequires, of: place, nil)
        let start = max(after, beside)
        guard start > starts[place] else { continue }
        starts[place] = start > group.count ? EarliestStarts.never : start
        isChanged = true
      }
    }
    if isChanged { for place in group where starts[place] > 0 { starts[place] = 0 } }
  }

  /// When a requirement holds at the earliest: after the ends of what it names, or with their starts.
  private func time(of requirement: PlacedRequirement?, of asker: Int, _ lengths: [Int]?) -> Int {
    guard let requirement else { return 0 }
    func end(_ place: Int) -> Int { starts[place] + (lengths?[place] ?? 0) }
    func parts(_ parts: [PlacedRequirement]) -> [Int] { parts.map { time(of: $0, of: asker, lengths) } }
    let unmet = reach.forgivesFaults ? 0 : EarliestStarts.never
    switch requirement.kind {
    case .condition: return 0
    case .credential(let id, _): return reach.index[id].map(end) ?? unmet
    case .skill(let skill):
      return (reach.teachers[skill] ?? []).lazy.filter { $0 != asker }.map(end).min() ?? unmet
    case .all(let all), .distinct(let all): return parts(all).max() ?? 0
    case .any(let any): return parts(any).min() ?? unmet
    case .atLeast(let need, let of):
      guard need > 0 else { return 0 }
      return need > of.count ? (parts(of).max() ?? 0) + unmet : parts(of).sorted()[need - 1]
    case .credits(let need, let list):
      var sum = 0
      for place in list.compactMap({ reach.index[$0.id] }).filter({ $0 != asker }).sorted(by: { end($0) < end($1) }) {
        sum += reach.credits[place]
        if sum >= need { return end(place) }
      }
      return need > 0 ? unmet : 0
    }
  }
}
