/// Whether a requirement is open on a day, given what has started and finished by then.
///
/// Reads times from a table of starts (`Int.max`: not placed), so that the scheduler and the reduction of a finished
/// pathway ask the same question in the same words.
final class GateReading {
  private let model: Model

  init(model: Model) { self.model = model }

  /// True where the gate is open on `day` by what finished no later.
  ///
  /// - Parameter ignoringLapses: counts an `active` leaf for ever once it was held.
  func isOpen(_ gate: Int, on day: Int, starts: [Int], ignoringLapses: Bool = false) -> Bool {
    gate < 0
      || holds(gate, starts) { target in
        switch target {
        case .activity(let index): return finish(index, starts) <= day
        case .holding(let index): return isActive(index, on: day, starts, ignoringLapses: ignoringLapses)
        case .gate: return false
        }
      }
  }

  /// The same for corequisites: what has *started* by then counts.
  func isOpenForCorequisite(_ gate: Int, on day: Int, starts: [Int]) -> Bool {
    gate < 0
      || holds(gate, starts) { target in
        switch target {
        case .activity(let index): return starts[index] <= day
        case .holding(let index): return isActive(index, on: day, starts, fromStart: true)
        case .gate: return false
        }
      }
  }

  private func holds(_ gate: Int, _ starts: [Int], leaf: (GateLink.Target) -> Bool) -> Bool {
    let gate = model.gates[gate]
    if gate.rule >= 0 {
      return model.rules[gate.rule].canBeMet { $0.map(leaf) ?? true }
    }
    var rest = gate.need
    if rest <= 0 { return true }
    for link in gate.links {
      let isIn: Bool
      if case .gate(let inner) = link.target {
        isIn = holds(inner, starts, leaf: leaf)
      } else {
        isIn = leaf(link.target)
      }
      if isIn {
        rest -= link.weight
        if rest <= 0 { return true }
      }
    }
    return false
  }

  private func finish(_ index: Int, _ starts: [Int]) -> Int {
    starts[index] == .max ? .max : starts[index] + model.activities[index].length
  }

  private func isActive(
    _ index: Int, on day: Int, _ starts: [Int], ignoringLapses: Bool = false, fromStart: Bool = false
  ) -> Bool {
    let holding = model.holdings[index]
    let held = holding.activities.contains { activity in
      (fromStart ? starts[activity] : finish(activity, starts)) <= day
    }
    if ignoringLapses && (held || holding.earnedUntil != nil) { return true }
    guard held || holding.earnedUntil != nil,
      let last = lastActiveDay(of: index, starts: starts, by: day, fromStart: fromStart)
    else {
      return false
    }
    return day <= last
  }

  /// The last day on which a holding is active, by what was earned, taken and renewed; `nil` where it never is.
  ///
  /// Taking it again or renewing it counts in the order of the finishes, renewals only while it is still active. One
  /// in progress on `day` counts for a corequisite alone (`fromStart`).
  func lastActiveDay(of index: Int, starts: [Int], by day: Int, fromStart: Bool = false) -> Int? {
    let holding = model.holdings[index]
    var last = holding.earnedUntil
    var events: [(day: Int, isRenewal: Bool)] = []
    for activity in holding.activities
    where starts[activity] <= day && (fromStart || finish(activity, starts) <= day) {
      events.append((finish(activity, starts), false))
    }
    for activity in holding.renewers where starts[activity] <= day && finish(activity, starts) <= day {
      events.append((finish(activity, starts), true))
    }
    events.sort { ($0.day, $0.isRenewal ? 1 : 0) < ($1.day, $1.isRenewal ? 1 : 0) }
    for event in events {
      if event.isRenewal {
        if let known = last, event.day <= known { last = max(known, event.day + holding.validity) }
      } else {
        last = max(last ?? Int.min, event.day + holding.validity)
      }
    }
    return last
  }
}
