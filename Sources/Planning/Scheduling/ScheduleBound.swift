/// Bounds on the last finish day of a set, before any of it is placed.
struct ScheduleBound {
  /// Earliest conceivable start of each member.
  private(set) var head: [Int]
  /// Days that must follow each member's finish.
  private(set) var tail: [Int]
  /// No placement of the members ends earlier.
  private(set) var days: Int

  /// - Parameters:
  ///   - head: earliest conceivable starts, by any relaxation of precedence.
  ///   - successors: for each member, the members that can't start before it has finished.
  init(members: [Activity], head: [Int], successors: [[Int]], resourceDays: Int, capacity: Int) {
    self.head = head
    tail = Array(repeating: 0, count: members.count)
    var changed = true
    var rounds = 0
    while changed && rounds <= members.count {
      changed = false
      rounds += 1
      for index in members.indices {
        for next in successors[index] {
          let follow = members[next].length + tail[next]
          if follow > tail[index] {
            tail[index] = follow
            changed = true
          }
          let start = self.head[index] + members[index].length
          if start > self.head[next] {
            self.head[next] = start
            changed = true
          }
        }
      }
    }
    days = resourceDays
    for index in members.indices { days = max(days, self.head[index] + members[index].length + tail[index]) }
    days = max(days, oneMachine(members.indices.filter { 2 * members[$0].load > capacity }, members))
  }

  /// Jackson's preemptive schedule of those that can't overlap: heads, lengths, tails on one machine (Carlier 1982).
  private func oneMachine(_ heavy: [Int], _ members: [Activity]) -> Int {
    let byHead = heavy.sorted { (head[$0], $0) < (head[$1], $1) }
    var rest = Dictionary(uniqueKeysWithValues: heavy.map { ($0, members[$0].length) })
    var ready: [Int] = []
    var next = 0
    var day = 0
    var end = 0
    while next < byHead.count || !ready.isEmpty {
      if ready.isEmpty { day = max(day, head[byHead[next]]) }
      while next < byHead.count, head[byHead[next]] <= day {
        ready.append(byHead[next])
        next += 1
      }
      guard let place = ready.indices.max(by: { (tail[ready[$0]], -ready[$0]) < (tail[ready[$1]], -ready[$1]) })
      else { break }
      let current = ready[place]
      let left = rest[current] ?? 0
      let until = next < byHead.count ? min(day + left, head[byHead[next]]) : day + left
      rest[current] = left - (until - day)
      day = until
      if rest[current] == 0 {
        end = max(end, day + tail[current])
        ready.remove(at: place)
      }
    }
    return end
  }
}
