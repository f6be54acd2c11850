extension Inquiry {
  /// The smallest changes after which there is a pathway, where there is none: each setting that alone would do, with the
  /// least change of it; where none does alone, the fewest that do together, the cheapest first.
  ///
  /// Hours and number at once are changed in whole steps; the amount told does, and one step less does not.
  public func relaxations() -> Relaxations {
    var search = RelaxationSearch(inquiry: self)
    let found = search.run()
    return Relaxations(relaxations: found, isProven: search.isProven)
  }
}

/// Tries settings wider than they are, alone and together.
struct RelaxationSearch {
  let inquiry: Inquiry
  /// False where a limit ended one of the searches: there may be smaller changes then.
  private(set) var isProven = true

  init(inquiry: Inquiry) { self.inquiry = inquiry }

  /// A setting that can stand in the way of every pathway.
  private enum Restriction: Hashable {
    case budget, deadline, hours, atOnce, estimates
    case exclusion(Exclusion)
    case pin(String)
    case denial(String)
  }

  /// The most that is thought of: all hours of a week, and as many at once as somebody could name.
  private static let mostHours = 168
  private static let mostAtOnce = 9
  /// No more settings than this are changed together.
  private static let mostChanges = 3

  private var learner: Learner { inquiry.learner }

  mutating func run() -> [Relaxation] {
    let restrictions = restrictions
    // Whatever is changed, nothing helps where everything changed doesn't.
    guard hasPathway(widened(restrictions)) else { return [] }
    for count in 1...RelaxationSearch.mostChanges {
      var found: [Relaxation] = []
      for together in RelaxationSearch.choices(of: count, from: restrictions) {
        if let relaxation = least(together) { found.append(relaxation) }
      }
      if count == 1 && !found.isEmpty { return found }
      if !found.isEmpty {
        return found.sorted { ($0.pathway.cost, $0.pathway.days) < ($1.pathway.cost, $1.pathway.days) }
      }
    }
    return []
  }

  private var restrictions: [Restriction] {
    var found: [Restriction] = []
    if learner.budget != nil { found.append(.budget) }
    if learner.deadline != nil { found.append(.deadline) }
    if learner.minutesPerWeek < RelaxationSearch.mostHours * 60 { found.append(.hours) }
    if learner.atOnce < RelaxationSearch.mostAtOnce { found.append(.atOnce) }
    if !learner.allowsEstimates { found.append(.estimates) }
    found += learner.excluded.sorted { $0.sortKey < $1.sortKey }.map { .exclusion($0) }
    found += learner.pinned.sorted().map { .pin($0) }
    found += learner.denied.sorted().map { .denial($0) }
    return found
  }

  /// The learner with these settings as wide as can be.
  private func widened(_ restrictions: [Restriction]) -> Learner {
    var wide = learner
    for restriction in restrictions {
      switch restriction {
      case .budget: wide.budget = nil
      case .deadline: wide.deadline = nil
      case .hours: wide.minutesPerWeek = RelaxationSearch.mostHours * 60
      case .atOnce: wide.atOnce = RelaxationSearch.mostAtOnce
      case .estimates: wide.allowsEstimates = true
      case .exclusion(let exclusion): wide.excluded.remove(exclusion)
      case .pin(let id): wide.pinned.remove(id)
      case .denial(let text): wide.denied.remove(text)
      }
    }
    return wide
  }

  /// The least change of these settings together; `nil` where it does not do.
  private mutating func least(_ restrictions: [Restriction]) -> Relaxation? {
    var wide = widened(restrictions)
    guard hasPathway(wide) else { return nil }
    if restrictions.contains(.hours) {
      let fixed = wide
      let hours = leastStep(from: learner.minutesPerWeek / 60, to: RelaxationSearch.mostHours) {
        fixed.withMinutes(60 * $0)
      }
      wide.minutesPerWeek = 60 * hours
    }
    if restrictions.contains(.atOnce) {
      let fixed = wide
      wide.atOnce = leastStep(from: learner.atOnce, to: RelaxationSearch.mostAtOnce) { fixed.withAtOnce($0) }
    }
    guard let outcome = inquiry.answer(for: wide), let pathway = best(of: outcome, restrictions) else { return nil }
    if case .incomplete = outcome.status { isProven = false }
    return Relaxation(changes: restrictions.map { change($0, wide, pathway) }, pathway: pathway)
  }

  private func best(of outcome: PlanningOutcome, _ restrictions: [Restriction]) -> Pathway? {
    if restrictions.contains(.budget) { return outcome.frontier.first }
    if restrictions.contains(.deadline) { return outcome.frontier.last }
    return outcome.chosen.map { outcome.frontier[$0] }
  }

  private func change(_ restriction: Restriction, _ wide: Learner, _ pathway: Pathway) -> Relaxation.Change {
    switch restriction {
    case .budget: .budget(pathway.cost.capped(plus: learner.spent))
    case .deadline: .deadline(days: pathway.days)
    case .hours: .minutesPerWeek(wide.minutesPerWeek)
    case .atOnce: .atOnce(wide.atOnce)
    case .estimates: .allowEstimates
    case .exclusion(let exclusion): .admit(exclusion)
    case .pin(let id): .unpin(id)
    case .denial(let text): .grant(text)
    }
  }

  /// A step that does, where the one before does not, found by doubling and halving; the first does not, the last does.
  private mutating func leastStep(from first: Int, to last: Int, _ learner: (Int) -> Learner) -> Int {
    var (low, high) = (first, last)
    var width = 1
    while low + width < high {
      if hasPathway(learner(low + width)) { high = low + width } else { low += width }
      width *= 2
    }
    while low + 1 < high {
      let middle = (low + high) / 2
      if hasPathway(learner(middle)) { high = middle } else { low = middle }
    }
    return high
  }

  private mutating func hasPathway(_ learner: Learner) -> Bool {
    var limits = inquiry.limits
    limits.endsWithFirst = true
    guard let outcome = inquiry.answer(for: learner, limits: limits) else { return false }
    if case .incomplete = outcome.status, outcome.frontier.isEmpty { isProven = false }
    return !outcome.frontier.isEmpty
  }

  private static func choices(of count: Int, from all: [Restriction]) -> [[Restriction]] {
    guard count > 0 else { return [[]] }
    return all.indices.flatMap { index in
      choices(of: count - 1, from: Array(all[(index + 1)...])).map { [all[index]] + $0 }
    }
  }
}

extension Learner {
  fileprivate func withMinutes(_ minutes: Int) -> Learner {
    var other = self
    other.minutesPerWeek = minutes
    return other
  }

  fileprivate func withAtOnce(_ count: Int) -> Learner {
    var other = self
    other.atOnce = count
    return other
  }
}

extension Exclusion {
  /// For an order that doesn't depend on a set's.
  fileprivate var sortKey: String {
    switch self {
    case .credential(let id): "0 \(id)"
    case .provider(let id): "1 \(id)"
    case .delivery(let delivery): "2 \(delivery.rawValue)"
    case .language(let language): "3 \(language)"
    case .unvouched: "4"
    }
  }
}
