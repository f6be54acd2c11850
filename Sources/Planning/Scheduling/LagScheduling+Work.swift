// Whether the work fits, seen from every member: its start is a day 0 from which the days of all others are known.
extension LagScheduling {
  /// Whether any pair was ordered because the work leaves no other order; `nil` where it doesn't fit at all.
  func orderByWork(_ node: inout LagNetwork) -> Bool? {
    for anchor in 0..<node.size where !fits(node, seenFrom: anchor) { return nil }
    var changed = false
    for anchor in heavy {
      guard let first = orderAfter(anchor, &node), let second = orderBefore(anchor, &node) else { return nil }
      changed = changed || first || second
    }
    return changed
  }

  /// Whether the work fits between earliest starts and latest finishes: all of it, in minutes, on a week's capacity; and
  /// the days of those that can't overlap, one after the other. A preemptive schedule by the earliest latest finish finds
  /// that out (Jackson; for work of any load the fully elastic relaxation of Baptiste, Le Pape & Nuijten 1999).
  private func fits(_ node: LagNetwork, seenFrom anchor: Int) -> Bool {
    canProcess(heavy, node, anchor, speed: 1) { activities[$0].length }
      && canProcess(works, node, anchor, speed: problem.capacity) { activities[$0].load * activities[$0].length }
      && canProcess(works, node, anchor, speed: PackingWeights.one) { shares[$0] * activities[$0].length }
  }

  /// - Parameter speed: work done in a day.
  private func canProcess(
    _ places: [Int], _ node: LagNetwork, _ anchor: Int, speed: Int, work: (Int) -> Int
  ) -> Bool {
    var open = places.map { place in
      Job(
        release: node.between(anchor, place) * speed,
        due: (activities[place].length - node.between(place, anchor)) * speed, rest: work(place))
    }
    open.sort { $0.release < $1.release }
    var ready: [Job] = []
    var next = 0
    /// In days times speed, so that no fraction is lost.
    var now = Int.min
    while next < open.count || !ready.isEmpty {
      if ready.isEmpty { now = max(now, open[next].release) }
      while next < open.count, open[next].release <= now {
        // Kept by falling due day: the last is the most urgent.
        var place = ready.count
        while place > 0, ready[place - 1].due < open[next].due { place -= 1 }
        ready.insert(open[next], at: place)
        next += 1
      }
      let current = ready.count - 1
      let until = next < open.count ? min(now + ready[current].rest, open[next].release) : now + ready[current].rest
      ready[current].rest -= until - now
      now = until
      if ready[current].rest == 0 {
        if now > ready[current].due { return false }
        ready.removeLast()
      }
    }
    return true
  }

  private struct Job {
    var release: Int
    var due: Int
    var rest: Int
  }

  // MARK: Orders that the work leaves

  /// Of those that come after the anchor: one that doesn't fit in with all that have to be done by some day comes after
  /// them (edge finding, Carlier & Pinson 1989).
  private func orderAfter(_ anchor: Int, _ node: inout LagNetwork) -> Bool? {
    orderOut(of: anchor, &node) { node, other in
      let length = activities[other].length
      return (node.between(anchor, other), length - node.between(other, anchor))
    } order: { node, inside, outside in
      order(&node, inside, outside)
    }
  }

  /// The same from the anchor's end backwards.
  private func orderBefore(_ anchor: Int, _ node: inout LagNetwork) -> Bool? {
    let end = activities[anchor].length
    return orderOut(of: anchor, &node) { node, other in
      let length = activities[other].length
      return (node.between(other, anchor) + end - length, end - node.between(anchor, other))
    } order: { node, inside, outside in
      order(&node, outside, inside)
    }
  }

  private func orderOut(
    of anchor: Int, _ node: inout LagNetwork, window: (LagNetwork, Int) -> (from: Int, to: Int),
    order: (inout LagNetwork, Int, Int) -> Bool
  ) -> Bool? {
    var later: [(place: Int, to: Int, length: Int)] = []
    for other in heavy where other != anchor {
      let (from, to) = window(node, other)
      if from >= 0 { later.append((other, to, activities[other].length)) }
    }
    later.sort { ($0.to, $0.place) < ($1.to, $1.place) }
    var work = activities[anchor].length
    var changed = false
    for (count, last) in later.enumerated() {
      work += last.length
      if work > last.to { return nil }
      for outside in later[(count + 1)...] where work + outside.length > last.to {
        for inside in later[...count] where !isOrdered(inside.place, outside.place, node) {
          guard order(&node, inside.place, outside.place) else { return nil }
          changed = true
        }
      }
    }
    return changed
  }
}
