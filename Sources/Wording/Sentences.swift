import Catalogs
import Planning

/// What the planner found, in words.
public struct Sentences {
  public var catalog: Catalog
  public var currency: String

  public init(catalog: Catalog, currency: String) {
    self.catalog = catalog
    self.currency = currency
  }

  public func assumption(_ assumption: Assumption) -> String {
    switch assumption {
    case .condition(let text, let id): return "\(text) (asked for by \(catalog.title(id)))"
    case .choice(let options, let need, let id):
      let words = options.map { Amounts.list($0) }
      let either =
        need == 1 ? "either \(words.joined(separator: ", or "))" : "\(need) of: \(words.joined(separator: "; "))"
      return "\(either) (asked for by \(catalog.title(id)))"
    case .waived(let id): return "what \(catalog.title(id)) requires has been set aside for you"
    case .ownFigures(let id): return "your own figures count for \(catalog.title(id))"
    case .estimate(let id, let quantity): return "the \(word(quantity)) of \(catalog.title(id)) is an estimate"
    case .median(let id, let quantity, let count):
      return "the \(word(quantity)) of \(catalog.title(id)) is not known: the median of \(count) of its kind stands in"
    case .unknown(let id, let quantity):
      return "the \(word(quantity)) of \(catalog.title(id)) is not known and counts as nothing"
    case .undatedEarned(let id): return "\(catalog.title(id)), earned on a day not given, is still valid"
    case .rate(let other, let millionths): return "1 \(other) is worth \(Sentences.rate(millionths)) \(currency)"
    }
  }

  /// The assumptions with those of one kind said together.
  public func assumptions(_ assumptions: [Assumption]) -> [String] {
    var order: [String] = []
    var members: [String: [Assumption]] = [:]
    for assumption in assumptions {
      let key = group(assumption)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(assumption)
    }
    return order.map { key in
      let same = members[key] ?? []
      guard same.count > 1, let first = same.first else { return same.map(self.assumption).joined() }
      let titles = Amounts.list(same.map { catalog.title(id($0)) })
      switch first {
      case .estimate(_, let quantity): return "estimated \(word(quantity)): \(titles)"
      case .median(_, let quantity, _): return "\(word(quantity)) not known, the median of its kind instead: \(titles)"
      default: return "\(quantityWord(first)) not known, counted as nothing: \(titles)"
      }
    }
  }

  public func leftOut(_ reason: LeftOut.Reason, start: CalendarDate) -> String {
    switch reason {
    case .load(let minutes): return "needs \(Amounts.hours(minutes)) hours a week"
    case .over(let day): return "on offer until \(Amounts.date(start + day)), too early to finish"
    case .noStartAhead: return "no start lies ahead"
    case .excluded(let exclusion): return "excluded" + self.exclusion(exclusion)
    case .excludedByEarned(let id): return "can't be held together with \(catalog.title(id))"
    case .noRate(let other): return "priced in \(other), for which no rate is set (Rates at Learner, or --rate)"
    case .estimate: return "rests on an estimate"
    case .unreachable: return "what it requires can't be had"
    }
  }

  public func missing(_ requirement: UnsatisfiedRequirement) -> String {
    let of = catalog.title(requirement.of)
    switch requirement.missing {
    case .credential(let id):
      return requirement.of == id ? "\(of) can't be had" : "\(of) requires \(catalog.title(id)), which can't be had"
    case .skill(let id):
      return "\(of) requires the skill \(catalog.skillName(id)), which nothing you could take teaches"
    case .condition(let text): return "\(of) requires: \(text), which does not hold"
    case .credits(let needed, let reachable):
      return "\(of) requires \(Amounts.hundredths(needed)) credits; \(Amounts.hundredths(reachable)) can be had"
    case .together:
      return "each part of what \(of) requires can be had alone, but not together: they exclude each other, lapse too "
        + "early, don't fit the calendar, or one would have to count twice"
    }
  }

  /// Why there is no pathway.
  public func reason(_ conflict: Conflict, _ learner: Learner) -> String {
    guard conflict.cheapest != nil || conflict.fastest != nil else { return "nothing reaches this goal" }
    var limits: [String] = []
    if let budget = learner.budget {
      limits.append(
        "the budget of \(Amounts.money(budget)) \(currency)"
          + (learner.spent > 0 ? " (\(Amounts.money(learner.spent)) of it spent)" : ""))
    }
    if let deadline = learner.deadline { limits.append("the deadline of \(Amounts.date(learner.start + deadline))") }
    return "no pathway keeps to \(Amounts.list(limits))"
  }

  /// All there is to say where there is no pathway: what would have to change, what nothing meets, what was left out.
  public func obstacles(_ outcome: PlanningOutcome, _ learner: Learner) -> [String] {
    guard case .infeasible(let conflict) = outcome.status else { return [] }
    let left = outcome.leftOut.prefix(8).map {
      "left out: \(catalog.title($0.credential)), \(leftOut($0.reason, start: learner.start))"
    }
    return changes(conflict, learner) + conflict.unsatisfied.map(missing) + left
  }

  /// What would have to change for there to be one.
  public func changes(_ conflict: Conflict, _ learner: Learner) -> [String] {
    var changes: [String] = []
    if let cheapest = conflict.cheapest { changes.append("the cheapest " + pathway(cheapest, learner)) }
    if let fastest = conflict.fastest, fastest != conflict.cheapest {
      changes.append("the fastest " + pathway(fastest, learner))
    }
    return changes
  }

  private func pathway(_ pathway: Pathway, _ learner: Learner) -> String {
    var needs: [String] = []
    if let budget = learner.budget, pathway.cost > budget - learner.spent {
      needs.append("\(Amounts.money(pathway.cost + learner.spent - budget)) \(currency) more")
    }
    if let deadline = learner.deadline, pathway.days > deadline {
      needs.append(Amounts.count(pathway.days - deadline, "more day"))
    }
    return "costs \(Amounts.money(pathway.cost)) \(currency) and takes \(Amounts.weeks(pathway.days)) weeks, until "
      + Amounts.date(learner.start + pathway.days) + (needs.isEmpty ? "" : ": needs \(Amounts.list(needs))")
  }

  private func exclusion(_ exclusion: Exclusion) -> String {
    switch exclusion {
    case .credential: return ""
    case .provider(let id): return ", with its provider \(catalog.providerName(id))"
    case .delivery(let delivery): return ": \(delivery.rawValue)"
    case .language(let language): return ": offered in \(language) alone"
    case .unvouched: return ": nobody outside its provider vouches for it"
    }
  }

  private func group(_ assumption: Assumption) -> String {
    switch assumption {
    case .estimate(_, let quantity): return "estimate \(quantity)"
    case .median(_, let quantity, _): return "median \(quantity)"
    case .unknown(_, let quantity): return "unknown \(quantity)"
    default: return self.assumption(assumption)
    }
  }

  private func id(_ assumption: Assumption) -> String {
    switch assumption {
    case .condition(_, let id), .choice(_, _, let id), .waived(let id), .ownFigures(let id), .estimate(let id, _),
      .median(let id, _, _), .unknown(let id, _), .undatedEarned(let id), .rate(let id, _):
      return id
    }
  }

  private func quantityWord(_ assumption: Assumption) -> String {
    if case .unknown(_, let quantity) = assumption { return word(quantity) }
    return ""
  }

  private func word(_ quantity: Assumption.Quantity) -> String {
    switch quantity {
    case .price: return "price"
    case .workload: return "study time"
    case .length: return "length"
    }
  }

  /// Millionths without needless zeros.
  static func rate(_ millionths: Int) -> String {
    var digits = String(millionths % 1_000_000 + 1_000_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(millionths / 1_000_000)" + (digits.isEmpty ? "" : ".\(digits)")
  }
}
