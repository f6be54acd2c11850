import Catalogs

/// Looks for the cheapest of the smallest combinations of changes, none of which does without the others.
///
/// What is changed as a whole (exclusions, pins, denied conditions, estimates, all at once, the earliest start) are
/// switches, taken by size. Each set of them is planned once without budget and deadline for the hours as they are, and
/// for more of them hour by hour; a point of the frontier that passes a limit needs that limit changed too. The first
/// number of changes for which there is any is the fewest. More hours end as soon as no number of them could rank before
/// what is known (`HoursAWeek.bound`), and go beyond those of a full week's work only where nothing else does.
struct CombinationSearch {
  private let inquiry: Inquiry
  private let switches: [SettingChange]
  private let limits: [SettingChange]
  private let hours: HoursAWeek
  /// Frontiers without limits.
  private var outcomes: [Setting: PlanningOutcome] = [:]
  private var bounds: [[Int]: PlanningOutcome] = [:]
  /// More minutes a week than these are not tried.
  private var mostMinutes: Int
  private(set) var isComplete = true

  /// Plans made at most: enough for five switches in every combination with twenty numbers of hours.
  private static let mostPlans = 1000

  private struct Setting: Hashable {
    /// Numbers of the switches.
    var switches: [Int]
    /// Minutes a week; `nil` for those of the learner.
    var minutes: Int?
  }

  /// A pathway that needs exactly these changes.
  private struct Candidate {
    var setting: Setting
    /// Its days counted from the learner's own day 0.
    var pathway: Pathway
    var lastDay: Int
    var rank: [Int]
    var isProven: Bool
  }

  private var learner: Learner { inquiry.learner }

  /// - Parameter switches: none of which does by itself: that would be part of no smallest combination.
  init(_ inquiry: Inquiry, switches: [SettingChange]) {
    self.inquiry = inquiry
    self.switches = switches
    let learner = inquiry.learner
    limits = (learner.budget == nil ? [] : [.budget(nil)]) + (learner.deadline == nil ? [] : [.deadline(nil)])
    hours = HoursAWeek(inquiry: inquiry)
    mostMinutes = min(inquiry.mostMinutes, hours.fullWeek)
  }

  mutating func cheapest() throws(UnknownIdentifier) -> Relaxation? {
    let most = switches.count + limits.count + 1
    let everything = try bound(Array(switches.indices))
    guard most >= 2, everything.map({ !$0.frontier.isEmpty || !$0.isProven }) ?? false else { return nil }
    if let found = try cheapest(of: most) { return found }
    guard isComplete, mostMinutes < inquiry.mostMinutes else { return nil }
    mostMinutes = inquiry.mostMinutes
    return try cheapest(of: most)
  }

  /// - Parameter most: how many changes there can be at most.
  private mutating func cheapest(of most: Int) throws(UnknownIdentifier) -> Relaxation? {
    for count in 2...most {
      var best: Candidate?
      for size in max(0, count - limits.count - 1)...min(count, switches.count) {
        try forEachSubset(of: size) { search, subset throws(UnknownIdentifier) in
          try search.look(at: Setting(switches: subset), changes: count, &best)
          try search.lookAtMoreHours(subset, changes: count, &best)
        }
      }
      if let best { return try relaxation(best) }
      if !isComplete { return nil }
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

  // MARK: Candidates

  /// Keeps the best of what those settings and exactly so many changes in all allow.
  private mutating func look(
    at setting: Setting, changes count: Int, _ best: inout Candidate?
  ) throws(UnknownIdentifier) {
    guard let outcome = try outcome(setting) else { return }
    let fixed = setting.switches.count + (setting.minutes == nil ? 0 : 1)
    for point in outcome.frontier {
      let lastDay = day(point.days, setting.switches)
      guard fixed + exceeded(point.cost, lastDay).count == count else { continue }
      let candidate = Candidate(
        setting: setting, pathway: point, lastDay: lastDay, rank: rank(point, lastDay, setting),
        isProven: outcome.isProven)
      if let best, !candidate.rank.lexicographicallyPrecedes(best.rank) { continue }
      if try isNeeded(setting, cost: point.cost, lastDay: lastDay) { best = candidate }
    }
  }

  private mutating func lookAtMoreHours(
    _ subset: [Int], changes count: Int, _ best: inout Candidate?
  ) throws(UnknownIdentifier) {
    let lifted = count - subset.count - 1
    guard (0...limits.count).contains(lifted), let money = try leastMoney(subset, lifting: lifted) else { return }
    for minutes in hours.more.prefix(while: { $0 <= mostMinutes }) {
      if let best, best.rank.lexicographicallyPrecedes([money, minutes - learner.minutesPerWeek]) { return }
      if !isComplete { return }
      try look(at: Setting(switches: subset, minutes: minutes), changes: count, &best)
    }
  }

  /// The least money over the budget that any number of hours could take with those switches and so many limits changed;
  /// `nil` where no number of hours does.
  private mutating func leastMoney(_ subset: [Int], lifting count: Int) throws(UnknownIdentifier) -> Int? {
    guard let outcome = try bound(subset) else { return nil }
    let points = outcome.frontier.filter { exceeded($0.cost, day($0.days, subset)).count <= count }
    guard outcome.isProven else { return 0 }
    return points.map { over($0.cost) }.min()
  }

  /// True where none of it can stay as it was, with the limits changed as far as that money and that day need them.
  /// Taking back more never takes a pathway away, so it is enough to look at the switches with one less.
  private mutating func isNeeded(
    _ setting: Setting, cost: Int, lastDay: Int
  ) throws(UnknownIdentifier) -> Bool {
    let money = max(cost, learner.budget.map { $0 - learner.spent } ?? .max)
    let last = max(lastDay, learner.deadline ?? .max)
    var fewer: [Setting] = setting.switches.indices.map { place in
      var less = setting
      less.switches.remove(at: place)
      return less
    }
    if setting.minutes != nil { fewer.append(Setting(switches: setting.switches)) }
    for less in fewer {
      guard let outcome = try outcome(less) else { return false }
      if outcome.frontier.contains(where: { $0.cost <= money && day($0.days, less.switches) <= last }) { return false }
    }
    return true
  }

  // MARK: Plans

  private mutating func outcome(_ setting: Setting) throws(UnknownIdentifier) -> PlanningOutcome? {
    if let known = outcomes[setting] { return known }
    guard mayPlan() else { return nil }
    let outcome = try inquiry.outcome(after: changes(setting) + limits)
    if !outcome.isProven { isComplete = false }
    outcomes[setting] = outcome
    return outcome
  }

  /// What no number of hours beats with those switches and without limits.
  private mutating func bound(_ subset: [Int]) throws(UnknownIdentifier) -> PlanningOutcome? {
    if let known = bounds[subset] { return known }
    guard mayPlan() else { return nil }
    let outcome = try hours.bound(after: subset.map { switches[$0] } + limits)
    bounds[subset] = outcome
    return outcome
  }

  private mutating func mayPlan() -> Bool {
    if outcomes.count + bounds.count < CombinationSearch.mostPlans, !inquiry.limits.shouldStop() { return true }
    isComplete = false
    return false
  }

  private func changes(_ setting: Setting) -> [SettingChange] {
    (setting.minutes.map { [.minutesPerWeek($0)] } ?? []) + setting.switches.map { switches[$0] }
  }

  // MARK: What it takes

  /// A day of a plan, counted from the learner's own day 0 where the plan starts earlier.
  private func day(_ day: Int, _ subset: [Int]) -> Int {
    for index in subset { if case .start(let date) = switches[index] { return day + (date - learner.start) } }
    return day
  }

  private func over(_ cost: Int) -> Int {
    learner.budget.map { max(0, cost.saturatingAdd(learner.spent) - $0) } ?? 0
  }

  /// The limits that have to be changed, as far as that takes.
  private func exceeded(_ cost: Int, _ lastDay: Int) -> [SettingChange] {
    var changes: [SettingChange] = []
    if over(cost) > 0 { changes.append(.budget(cost.saturatingAdd(learner.spent))) }
    if let deadline = learner.deadline, lastDay > deadline { changes.append(.deadline(lastDay)) }
    return changes
  }

  /// As `SmallestChanges.combined` says; of equals the cheaper, then the faster pathway.
  private func rank(_ pathway: Pathway, _ lastDay: Int, _ setting: Setting) -> [Int] {
    [
      over(pathway.cost), setting.minutes.map { $0 - learner.minutesPerWeek } ?? 0,
      learner.deadline.map { max(0, lastDay - $0) } ?? 0, isGraded(setting) ? 1 : 0, pathway.cost, lastDay,
    ]
  }

  /// Whether one of the switches can be changed by degrees.
  private func isGraded(_ setting: Setting) -> Bool {
    setting.switches.contains { index in
      switch switches[index] {
      case .atOnce, .start: true
      default: false
      }
    }
  }

  /// The same changes with no more at once and no earlier a start than the others then need.
  private mutating func relaxation(_ best: Candidate) throws(UnknownIdentifier) -> Relaxation? {
    var changes = changes(best.setting)
    var isLeast = best.isProven && isComplete
    let limits = exceeded(best.pathway.cost, best.lastDay)
    if !isGraded(best.setting) {
      return Relaxation(
        changes: limits + changes, cheapest: best.pathway, fastest: best.pathway, isLeast: isLeast)
    }
    for place in changes.indices {
      var others = changes
      let most = others.remove(at: place)
      let least = try inquiry.least(of: most, with: limits + others)
      changes[place] = least.change
      isLeast = isLeast && least.isLeast
    }
    let relaxation = Relaxation(limits + changes, try inquiry.outcome(after: limits + changes), isLeast: isLeast)
    if relaxation == nil { isComplete = false }
    return relaxation
  }
}
