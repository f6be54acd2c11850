/// Looks for the cheapest of the smallest combinations of changes, none of which does without the others.
///
/// Sets of switches (exclusions, pins, denied conditions, estimates) are taken by size, each planned once without budget
/// and deadline; a point of its frontier that passes one of these limits needs that limit changed too. The first number
/// of changes for which there is any is the fewest.
struct CombinationSearch {
  private let inquiry: Inquiry
  private let switches: [SettingChange]
  private let limits: [SettingChange]
  /// Frontiers without limits, by the numbers of the switches taken back.
  private var outcomes: [[Int]: PlanningOutcome] = [:]
  private(set) var isComplete = true

  /// Plans made at most: enough for seven switches in every combination, or thirty by twos.
  private static let mostPlans = 500

  private var learner: Learner { inquiry.learner }

  /// - Parameter sufficient: what does by itself, and so is part of no smallest combination.
  init(_ inquiry: Inquiry, sufficient: Set<SettingChange>) {
    self.inquiry = inquiry
    switches = inquiry.learner.switches.filter { !sufficient.contains($0) }
    let learner = inquiry.learner
    limits = (learner.budget == nil ? [] : [.budget(nil)]) + (learner.deadline == nil ? [] : [.deadline(nil)])
  }

  mutating func cheapest() throws(UnknownIdentifier) -> Relaxation? {
    let most = switches.count + limits.count
    guard most >= 2 else { return nil }
    for count in 2...most {
      var best: Relaxation?
      for size in max(0, count - limits.count)...min(count, switches.count) {
        try forEachSubset(of: size) { search, subset throws(UnknownIdentifier) in
          for candidate in try search.candidates(subset, changes: count) where search.isBetter(candidate, than: best) {
            best = candidate
          }
        }
      }
      if best != nil || !isComplete { return best }
    }
    return nil
  }

  private mutating func forEachSubset(
    of size: Int, _ visit: (inout CombinationSearch, [Int]) throws(UnknownIdentifier) -> Void
  ) throws(UnknownIdentifier) {
    var subset = Array(0..<size)
    while true {
      try visit(&self, subset)
      guard let place = subset.indices.last(where: { subset[$0] < switches.count - size + $0 }) else { return }
      subset[place] += 1
      for next in subset.indices.dropFirst(place + 1) { subset[next] = subset[next - 1] + 1 }
    }
  }

  /// What the subset and exactly so many changes in all allow.
  private mutating func candidates(_ subset: [Int], changes count: Int) throws(UnknownIdentifier) -> [Relaxation] {
    guard let outcome = try outcome(subset) else { return [] }
    var found: [Relaxation] = []
    for point in outcome.frontier {
      let limits = exceeded(by: point)
      guard subset.count + limits.count == count, try isNeeded(subset, for: point) else { continue }
      found.append(
        Relaxation(
          changes: subset.map { switches[$0] } + limits, cheapest: point, fastest: point,
          isLeast: outcome.isProven && isComplete))
    }
    return found
  }

  /// True where no switch of the subset can stay, with the limits changed as that point needs them. Taking back more
  /// never takes a pathway away, so it is enough to look at the subsets with one less.
  private mutating func isNeeded(_ subset: [Int], for point: Pathway) throws(UnknownIdentifier) -> Bool {
    let spent = learner.spent
    let money = max(point.cost, learner.budget.map { $0 - spent } ?? .max)
    let days = max(point.days, learner.deadline ?? .max)
    for place in subset.indices {
      var fewer = subset
      fewer.remove(at: place)
      guard let outcome = try outcome(fewer) else { return false }
      if outcome.frontier.contains(where: { $0.cost <= money && $0.days <= days }) { return false }
    }
    return true
  }

  private mutating func outcome(_ subset: [Int]) throws(UnknownIdentifier) -> PlanningOutcome? {
    if let known = outcomes[subset] { return known }
    guard outcomes.count < CombinationSearch.mostPlans, !inquiry.limits.shouldStop() else {
      isComplete = false
      return nil
    }
    let outcome = try inquiry.outcome(after: subset.map { switches[$0] } + limits)
    if !outcome.isProven { isComplete = false }
    outcomes[subset] = outcome
    return outcome
  }

  /// The limits that the pathway needs changed, as far as it needs.
  private func exceeded(by pathway: Pathway) -> [SettingChange] {
    var changes: [SettingChange] = []
    let spent = pathway.cost.saturatingAdd(learner.spent)
    if let budget = learner.budget, spent > budget { changes.append(.budget(spent)) }
    if let deadline = learner.deadline, pathway.days > deadline { changes.append(.deadline(pathway.days)) }
    return changes
  }

  /// Less money over the budget (without one, less money), then fewer days over the deadline.
  private func isBetter(_ candidate: Relaxation, than other: Relaxation?) -> Bool {
    guard let other else { return true }
    return excess(candidate.cheapest) < excess(other.cheapest)
  }

  private func excess(_ pathway: Pathway) -> (Int, Int, Int, Int) {
    let money = learner.budget.map { max(0, pathway.cost.saturatingAdd(learner.spent) - $0) } ?? 0
    let days = learner.deadline.map { max(0, pathway.days - $0) } ?? 0
    return (money, days, pathway.cost, pathway.days)
  }
}
