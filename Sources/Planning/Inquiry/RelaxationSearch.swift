import Catalogs

/// Looks for the smallest changes, one setting after another, and notes whether all of it could be looked at.
struct RelaxationSearch {
  private let inquiry: Inquiry
  private(set) var found = SmallestChanges()

  /// More hours than a week has are never proposed.
  private static let mostMinutes = 168 * 60

  private var learner: Learner { inquiry.learner }

  init(_ inquiry: Inquiry) { self.inquiry = inquiry }

  mutating func run() throws(UnknownIdentifier) {
    try moreMoney()
    try moreTime()
    try moreHours()
    try moreAtOnce()
    var sufficient: Set<SettingChange> = []
    for change in learner.switches where try keep([change], plan([change]), isLeast: true) { sufficient.insert(change) }
    var combinations = CombinationSearch(inquiry, sufficient: sufficient)
    found.combined = try combinations.cheapest()
    found.isComplete = found.isComplete && combinations.isComplete
  }

  private mutating func plan(_ changes: [SettingChange]) throws(UnknownIdentifier) -> PlanningOutcome {
    let outcome = try inquiry.outcome(after: changes)
    // What was stopped empty-handed may have had something.
    if outcome.frontier.isEmpty && !outcome.isProven { found.isComplete = false }
    return outcome
  }

  /// - Returns: true where there is a pathway.
  private mutating func keep(_ changes: [SettingChange], _ outcome: PlanningOutcome, isLeast: Bool) -> Bool {
    guard let relaxation = Relaxation(changes, outcome, isLeast: isLeast) else { return false }
    found.alone.append(relaxation)
    return true
  }

  // MARK: Budget and deadline

  private mutating func moreMoney() throws(UnknownIdentifier) {
    guard learner.budget != nil else { return }
    let outcome = try plan([.budget(nil)])
    guard let cheapest = outcome.frontier.first else { return }
    found.alone.append(
      Relaxation(
        changes: [.budget(cheapest.cost.saturatingAdd(learner.spent))], cheapest: cheapest, fastest: cheapest,
        isLeast: outcome.leastCost >= cheapest.cost))
  }

  private mutating func moreTime() throws(UnknownIdentifier) {
    guard learner.deadline != nil else { return }
    let outcome = try plan([.deadline(nil)])
    guard let fastest = outcome.frontier.last else { return }
    found.alone.append(
      Relaxation(
        changes: [.deadline(fastest.days)], cheapest: fastest, fastest: fastest,
        isLeast: outcome.leastDays >= fastest.days))
  }

  // MARK: Hours and number at once

  private mutating func moreHours() throws(UnknownIdentifier) {
    let first = learner.minutesPerWeek / 60 * 60 + 60
    guard first <= RelaxationSearch.mostMinutes, try hoursCanHelp() else { return }
    var isLeast = true
    for minutes in stride(from: first, through: RelaxationSearch.mostMinutes, by: 60) {
      switch try inquiry.isPossible(after: [.minutesPerWeek(minutes)]) {
      case true?:
        _ = keep([.minutesPerWeek(minutes)], try plan([.minutesPerWeek(minutes)]), isLeast: isLeast)
        return
      case false?: break
      case nil:
        isLeast = false
        found.isComplete = false
      }
      if inquiry.limits.shouldStop() { return }
    }
  }

  /// False where no number of hours would do: with more of them than any study fills, all lengths are their least and
  /// no week is full, which no fewer hours beat unless something lapses.
  private func hoursCanHelp() throws(UnknownIdentifier) -> Bool {
    let changed = learner.changed(by: [.minutesPerWeek(RelaxationSearch.boundless)])
    let problem = try Problem(PlanningRequest(goals: inquiry.request.goals, learner: changed), in: inquiry.catalog)
    if problem.model.activities.contains(where: { $0.validity != .max }) { return true }
    return try inquiry.isPossible(after: [.minutesPerWeek(RelaxationSearch.boundless)]) != false
  }

  /// Beyond any week, and small enough to be multiplied with any number of days.
  private static let boundless = 10_000_000_000

  private mutating func moreAtOnce() throws(UnknownIdentifier) {
    let problem = try Problem(inquiry.request, in: inquiry.catalog)
    var (low, high) = (learner.atOnce, problem.model.activities.count)
    guard high > low, try inquiry.isPossible(after: [.atOnce(high)]) == true else { return }
    var isLeast = true
    while high - low > 1 {
      let middle = low + (high - low) / 2
      let isPossible = try inquiry.isPossible(after: [.atOnce(middle)])
      if isPossible == true { high = middle } else { low = middle }
      isLeast = isLeast && isPossible != nil
    }
    _ = keep([.atOnce(high)], try plan([.atOnce(high)]), isLeast: isLeast)
  }
}

extension Learner {
  /// What could be taken back as a whole, in a fixed order: exclusions, pins, denied conditions, no estimates.
  var switches: [SettingChange] {
    let exclusions = excluded.sorted { $0.sortKey < $1.sortKey }.map { SettingChange.allow($0) }
    let pins = pinned.filter { !earned.keys.contains($0) }.sorted().map { SettingChange.unpin($0) }
    let conditions = denied.sorted().map { SettingChange.affirm($0) }
    return exclusions + pins + conditions + (allowsEstimates ? [] : [.estimates(allowed: true)])
  }
}

extension Exclusion {
  fileprivate var sortKey: String {
    switch self {
    case .credential(let id): "1 \(id)"
    case .provider(let id): "2 \(id)"
    case .delivery(let delivery): "3 \(delivery.rawValue)"
    case .language(let language): "4 \(language)"
    case .unvouched: "5"
    }
  }
}

extension PlanningOutcome {
  /// No pathway costs less than this many cents.
  var leastCost: Int {
    if case .incomplete(let bound) = status { return bound.cost }
    return frontier.first?.cost ?? .max
  }

  /// No pathway takes fewer days.
  var leastDays: Int {
    if case .incomplete(let bound) = status { return bound.days }
    return frontier.last?.days ?? .max
  }
}

extension Int {
  func saturatingAdd(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
