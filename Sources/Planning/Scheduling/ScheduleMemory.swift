/// What the scheduler has seen: of two ways to have placed the same members, one in which nothing is later (and nothing
/// that may lapse was finished earlier) makes the other needless (the cutset rule of Demeulemeester & Herroelen 1992).
struct ScheduleMemory {
  struct State {
    var key: UInt64
    var lastStart: Int
    /// Finish of each placed member in progress at the last start, by place.
    var running: [(place: Int, end: Int)]
    /// Finish of each placed member whose lapse still matters, by place.
    var perishable: [(place: Int, end: Int)]
  }

  private struct Entry {
    var state: State
    /// What the search below it learned: for each member, the earliest finish that would have avoided a lapse.
    var lessons: [(index: Int, finish: Int)]
  }

  private var seen: [UInt64: [Entry]] = [:]
  private(set) var isUsable = true
  private let entriesPerSet = 16
  private let setsAtMost = 300_000

  mutating func removeAll(memberCount: Int) {
    seen.removeAll(keepingCapacity: true)
    isUsable = memberCount <= 64
  }

  /// The lessons of a remembered state that is at least as good, or `nil` where there is none.
  func lessons(ofBetterThan state: State) -> [(index: Int, finish: Int)]? {
    guard let known = seen[state.key] else { return nil }
    for entry in known where isAsGood(entry.state, as: state) { return entry.lessons }
    return nil
  }

  /// Remembers a state whose every completion has been searched.
  mutating func remember(_ state: State, lessons: [(index: Int, finish: Int)]) {
    guard isUsable, seen.count < setsAtMost, (seen[state.key]?.count ?? 0) < entriesPerSet else { return }
    seen[state.key, default: []].append(Entry(state: state, lessons: lessons))
  }

  private func isAsGood(_ old: State, as new: State) -> Bool {
    guard old.lastStart <= new.lastStart else { return false }
    for item in old.running where item.end > new.lastStart {
      guard new.running.contains(where: { $0.place == item.place && $0.end >= item.end }) else { return false }
    }
    for (position, item) in new.perishable.enumerated() {
      let known = old.perishable[position].end
      if known < item.end || (known > item.end && known > new.lastStart) { return false }
    }
    return true
  }
}
