import Catalogs

/// Looks for the smallest changes, one setting after another, and notes whether all of it could be looked at.
struct RelaxationSearch {
  private let inquiry: Inquiry
  private let earliest: CalendarDate?
  private(set) var found = SmallestChanges()

  private var learner: Learner { inquiry.learner }

  init(_ inquiry: Inquiry, from earliest: CalendarDate?) {
    self.inquiry = inquiry
    self.earliest = earliest.flatMap { $0 < inquiry.learner.start ? $0 : nil }
  }

  mutating func run() throws(UnknownIdentifier) {
    try moreMoney()
    try moreTime()
    try moreHours()
    var switches = try [mostAtOnce, earliestStart].compactMap { $0 }
    var sufficient: Set<SettingChange> = []
    for change in switches where try keepLeast(change) { sufficient.insert(change) }
    switches += learner.switches
    for change in learner.switches where try keep([change], plan([change]), isLeast: true) { sufficient.insert(change) }
    var combinations = CombinationSearch(inquiry, switches: switches.filter { !sufficient.contains($0) })
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

  // MARK: Hours, number at once and start

  private mutating func moreHours() throws(UnknownIdentifier) {
    let hours = HoursAWeek(inquiry: inquiry)
    let bound = try hours.bound(after: [])
    guard !bound.frontier.isEmpty || !bound.isProven else { return }
    var isLeast = true
    for minutes in hours.more {
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

  /// As many at once as there is to take; `nil` where so many are allowed already.
  private var mostAtOnce: SettingChange? {
    get throws(UnknownIdentifier) {
      let count = try Problem(inquiry.request, in: inquiry.catalog).model.activities.count
      return count > learner.atOnce ? .atOnce(count) : nil
    }
  }

  private var earliestStart: SettingChange? { earliest.map { .start($0) } }

  /// - Returns: true where the most that can be changed of that setting does; the least that does is then kept.
  private mutating func keepLeast(_ most: SettingChange) throws(UnknownIdentifier) -> Bool {
    switch try inquiry.isPossible(after: [most]) {
    case true?: break
    case false?: return false
    case nil:
      found.isComplete = false
      return false
    }
    let (least, isLeast) = try inquiry.least(of: most)
    return keep([least], try plan([least]), isLeast: isLeast)
  }
}

extension Inquiry {
  /// The least of a change that does as well as all of it, together with others; it is known that all of it does.
  func least(
    of most: SettingChange, with others: [SettingChange] = []
  ) throws(UnknownIdentifier) -> (change: SettingChange, isLeast: Bool) {
    var isLeast = true
    /// The least of so many steps that does.
    func bisected(_ steps: Int, _ change: (Int) -> SettingChange) throws(UnknownIdentifier) -> SettingChange {
      var (low, high) = (0, steps)
      while high - low > 1 {
        let middle = low + (high - low) / 2
        let isPossible = try isPossible(after: others + [change(middle)])
        if isPossible == true { high = middle } else { low = middle }
        isLeast = isLeast && isPossible != nil
      }
      return change(high)
    }
    let first = learner
    switch most {
    case .atOnce(let count):
      let change = try bisected(count - first.atOnce) { .atOnce(first.atOnce + $0) }
      return (change, isLeast)
    case .start(let date):
      let change = try bisected(first.start - date) { .start(first.start + -$0) }
      // What goes on from day 0 goes on earlier then, and may lapse earlier.
      return (change, isLeast && first.begun.isEmpty)
    default: return (most, true)
    }
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
