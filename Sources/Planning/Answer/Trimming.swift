/// Leaves out of a placed set what could be left out, the others keeping their days.
struct Trimming {
  private let model: Model
  private let reading: GateReading
  private let pinned: Set<Int>

  init(_ model: Model) {
    self.model = model
    reading = GateReading(model: model)
    pinned = Set(model.pinned.flatMap { $0 })
  }

  /// A subset from which nothing can be left out: the dearest needless one goes first, with what only it supported.
  func irredundant(_ members: [Int], starts: [Int]) -> [Int] {
    var kept = members
    var changed = true
    while changed {
      changed = false
      let order = kept.sorted { first, second in
        let costs = (model.activities[first].cost, model.activities[second].cost)
        return costs.0 != costs.1 ? costs.0 > costs.1 : first > second
      }
      for index in order where !pinned.contains(index) {
        if let fewer = remainder(of: kept.filter { $0 != index }, starts: starts) {
          kept = fewer
          changed = true
          break
        }
      }
    }
    return kept
  }

  /// What of these members still stands once those without support are gone; `nil` where a demand is lost with them.
  private func remainder(of members: [Int], starts: [Int]) -> [Int]? {
    var kept = members
    while true {
      let standing = founded(kept, starts: starts)
      if standing.count == kept.count { break }
      kept = standing
    }
    guard pinned.isEmpty || model.pinned.allSatisfy({ group in group.contains { kept.contains($0) } }) else {
      return nil
    }
    var times = Array(repeating: Int.max, count: starts.count)
    var end = 0
    for index in kept {
      times[index] = starts[index]
      end = max(end, starts[index] + model.activities[index].length)
    }
    return model.goals.allSatisfy { reading.isOpen($0, on: end, starts: times) } ? kept : nil
  }

  /// Those that can be entered one after another in the order of their days, none supporting itself in a circle.
  private func founded(_ members: [Int], starts: [Int]) -> [Int] {
    var times = Array(repeating: Int.max, count: starts.count)
    var all = times
    for index in members { all[index] = starts[index] }
    var waiting = members.sorted { (starts[$0], $0) < (starts[$1], $1) }
    var entered: [Int] = []
    while let place = waiting.firstIndex(where: { index in
      let activity = model.activities[index]
      return reading.isOpen(activity.requires, on: starts[index], starts: times)
        && reading.isOpenForCorequisite(activity.corequires, on: starts[index], starts: all)
    }) {
      let index = waiting.remove(at: place)
      times[index] = starts[index]
      entered.append(index)
    }
    return entered.sorted()
  }
}
