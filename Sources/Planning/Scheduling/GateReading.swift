/// Whether a requirement is open on a day, given what has started and finished by then.
///
/// Reads times from a table of starts (`Int.max`: not placed), so that the scheduler and the reduction of a finished
/// pathway ask the same question in the same words. Asked millions of times: gates lie in flat arrays here.
final class GateReading {
  private let model: Model
  private let length: [Int]
  private let need: [Int]
  private let rule: [Int]
  /// The links of gate `g` are those from `firstLink[g]` to before `firstLink[g + 1]`.
  private let firstLink: [Int]
  private let kind: [Kind]
  private let target: [Int]
  private let weight: [Int]

  private enum Kind: UInt8 { case activity, holding, gate }

  /// What counts towards a gate.
  private enum Mode { case finished, finishedIgnoringLapses, started, startedIgnoringLapses }

  init(model: Model) {
    self.model = model
    length = model.activities.map(\.length)
    need = model.gates.map(\.need)
    rule = model.gates.map(\.rule)
    var firstLink = [0]
    var kind: [Kind] = []
    var target: [Int] = []
    for gate in model.gates {
      for link in gate.links {
        switch link.target {
        case .activity(let index):
          kind.append(.activity)
          target.append(index)
        case .holding(let index):
          kind.append(.holding)
          target.append(index)
        case .gate(let index):
          kind.append(.gate)
          target.append(index)
        }
      }
      firstLink.append(kind.count)
    }
    self.firstLink = firstLink
    self.kind = kind
    self.target = target
    weight = model.gates.flatMap { $0.links.map(\.weight) }
  }

  /// True where the gate is open on `day` by what finished no later.
  ///
  /// - Parameter ignoringLapses: counts an `active` leaf for ever once it was held.
  func isOpen(_ gate: Int, on day: Int, starts: [Int], ignoringLapses: Bool = false) -> Bool {
    gate < 0 || holds(gate, day, starts, ignoringLapses ? .finishedIgnoringLapses : .finished)
  }

  /// The same for corequisites: what has *started* by then counts.
  func isOpenForCorequisite(_ gate: Int, on day: Int, starts: [Int], ignoringLapses: Bool = false) -> Bool {
    gate < 0 || holds(gate, day, starts, ignoringLapses ? .startedIgnoringLapses : .started)
  }

  private func holds(_ gate: Int, _ day: Int, _ starts: [Int], _ mode: Mode) -> Bool {
    if rule[gate] >= 0 {
      return model.rules[rule[gate]].canBeMet { leaf in
        switch leaf {
        case nil: return true
        case .activity(let index): return counts(.activity, index, day, starts, mode)
        case .holding(let index): return counts(.holding, index, day, starts, mode)
        case .gate: return false
        }
      }
    }
    var rest = need[gate]
    if rest <= 0 { return true }
    for link in firstLink[gate]..<firstLink[gate + 1] where counts(kind[link], target[link], day, starts, mode) {
      rest -= weight[link]
      if rest <= 0 { return true }
    }
    return false
  }

  private func counts(_ kind: Kind, _ target: Int, _ day: Int, _ starts: [Int], _ mode: Mode) -> Bool {
    let fromStart = mode == .started || mode == .startedIgnoringLapses
    switch kind {
    case .activity:
      let start = starts[target]
      return start <= day && (fromStart || start + length[target] <= day)
    case .gate: return holds(target, day, starts, mode)
    case .holding:
      return isActive(
        target, on: day, starts,
        ignoringLapses: mode == .finishedIgnoringLapses || mode == .startedIgnoringLapses, fromStart: fromStart)
    }
  }

  private func finish(_ index: Int, _ starts: [Int]) -> Int {
    starts[index] == .max ? .max : starts[index] + length[index]
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
