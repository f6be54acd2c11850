/// What the scheduler has seen: of two ways to have placed the same members, one in which nothing ends later and no
/// later start is forced makes the other needless (the cutset rule of Demeulemeester & Herroelen 1992).
struct ScheduleMemory {
  private var seen: [UInt64: [Entry]] = [:]
  private var isUsable = true
  private let entriesPerSet = 12
  private let setsAtMost = 200_000

  private struct Entry {
    var lastStart: Int
    /// Finish of each member that was still in progress at the last start, by place.
    var ends: [(place: Int, end: Int)]
  }

  mutating func removeAll(memberCount: Int) {
    seen.removeAll(keepingCapacity: true)
    isUsable = memberCount <= 64
  }

  /// Remembers the state, or says that one remembered is at least as good.
  mutating func isDominated(placed: [Int], starts: [Int], _ lastStart: Int, _ model: Model, _ place: [Int]) -> Bool {
    guard isUsable, placed.count > 1 else { return false }
    var key: UInt64 = 0
    var ends: [(place: Int, end: Int)] = []
    for index in placed {
      key |= 1 << UInt64(place[index])
      let end = starts[index] + model.activities[index].length
      if end > lastStart { ends.append((place[index], end)) }
    }
    let known = seen[key] ?? []
    for entry in known where entry.lastStart <= lastStart {
      // Every end remembered must be no later than here (here: at the latest the last start).
      let isAsGood = entry.ends.allSatisfy { old in
        old.end <= lastStart || ends.contains { $0.place == old.place && $0.end >= old.end }
      }
      if isAsGood { return true }
    }
    if known.count < entriesPerSet && seen.count < setsAtMost {
      seen[key, default: []].append(Entry(lastStart: lastStart, ends: ends))
    }
    return false
  }
}
