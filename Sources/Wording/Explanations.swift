import Catalogs
import Planning

/// What was asked about a pathway, answered in words.
public struct Explanations {
  public var catalog: Catalog
  public var currency: String
  public var learner: Learner

  public init(catalog: Catalog, currency: String, learner: Learner) {
    self.catalog = catalog
    self.currency = currency
    self.learner = learner
  }

  func money(_ cents: Int) -> String { "\(Amounts.money(cents)) \(currency)" }

  func date(_ day: Int) -> String { Amounts.date(learner.start + day) }

  // MARK: Differences

  /// `+120.00 USD, -2.0 weeks, by way of CCNA`
  public func difference(_ difference: PathwayDifference) -> String {
    guard !difference.added.isEmpty else { return figures(difference) }
    let shown = difference.added.prefix(3).map(catalog.title)
    let rest = difference.added.count - shown.count
    return "\(figures(difference)), by way of " + Amounts.list(shown + (rest > 0 ? ["\(rest) more"] : []))
  }

  /// `+120.00 USD, -2.0 weeks`
  func figures(_ difference: PathwayDifference) -> String {
    var parts: [String] = []
    if difference.cost != 0 { parts.append(signed(difference.cost, money)) }
    if difference.days != 0 { parts.append(signed(difference.days) { "\(Amounts.weeks($0)) weeks" }) }
    if parts.isEmpty {
      parts.append(difference.isNothing ? "nothing changes" : "no dearer and no longer")
    }
    return parts.joined(separator: ", ")
  }

  private func signed(_ value: Int, _ text: (Int) -> String) -> String {
    (value > 0 ? "+" : "-") + text(Int(value.magnitude))
  }

  /// Cheapest, chosen and fastest set beside each other; equal ones are told together.
  /// - Parameters:
  ///   - shown: for the pathway that is looked at, told before all.
  ///   - subject: what is asked about: that one side has it and the other hasn't goes without saying.
  func differences(
    _ comparison: PlanComparison, shown: PathwayDifference? = nil, about subject: String? = nil
  ) -> [Passage] {
    let all = [
      ("this", shown), ("the cheapest", comparison.cheapest), ("the chosen", comparison.chosen),
      ("the fastest", comparison.fastest),
    ]
    var told: [(names: [String], difference: PathwayDifference)] = []
    for (name, difference) in all {
      guard let difference else { continue }
      if let place = told.firstIndex(where: { $0.difference == difference }) {
        told[place].names.append(name)
      } else {
        told.append(([name], difference))
      }
    }
    if told.count == 1, told[0].difference.isNothing { return [Passage("nothing changes")] + proof(comparison) }
    let passages = told.flatMap { names, difference in
      [Passage("\(Amounts.list(names)) pathway: \(figures(difference))")]
        + named(difference.added.filter { $0 != subject }, "takes instead")
        + named(difference.dropped.filter { $0 != subject }, "does without")
    }
    return passages + proof(comparison)
  }

  private func named(_ ids: [String], _ word: String) -> [Passage] {
    ids.map { Passage("  \(word): \(catalog.title($0))", about: $0) }
  }

  private func proof(_ comparison: PlanComparison) -> [Passage] {
    comparison.isProven ? [] : [Passage("not proven: a search was stopped, there may be better")]
  }

  // MARK: What if, without it, why not that one

  /// - Parameter shown: for the pathway that is looked at, told before all.
  public func whatIf(
    _ changes: [SettingChange], _ comparison: PlanComparison, shown: PathwayDifference? = nil
  ) -> [Passage] {
    [.heading("With \(phrase(changes))")] + end(changes, comparison) + after(changes).outcome(comparison, shown)
  }

  /// With another first day, days are counted from there: the date says when it would be done.
  private func end(_ changes: [SettingChange], _ comparison: PlanComparison) -> [Passage] {
    let words = after(changes)
    guard words.learner.start != learner.start, let before = comparison.before.chosenPathway,
      let after = comparison.after.chosenPathway
    else { return [] }
    return [
      Passage(
        "the chosen pathway would be done on \(words.date(after.days)) instead of \(date(before.days)); from its start:"
      )
    ]
  }

  /// - Parameter shown: for the pathway that is looked at, told before all.
  public func without(_ id: String, _ comparison: PlanComparison, shown: PathwayDifference? = nil) -> [Passage] {
    if isEarnedAndNoStep(id, comparison.before) {
      return [
        .heading("Without \(catalog.title(id))"),
        Passage("it is earned, and excluding it takes nothing away", about: id),
      ]
    }
    return [.heading("Without \(catalog.title(id))")]
      + after([.exclude(.credential(id))]).outcome(comparison, shown, about: id)
  }

  /// Nothing has to be taken for it, and nothing can be left out.
  private func isEarnedAndNoStep(_ id: String, _ outcome: PlanningOutcome) -> Bool {
    learner.earned.keys.contains(id) && !outcome.frontier.contains { $0.step(id) != nil }
  }

  private func outcome(
    _ comparison: PlanComparison, _ shown: PathwayDifference?, about subject: String? = nil
  ) -> [Passage] {
    guard case .infeasible(let conflict) = comparison.after.status else {
      guard comparison.before.frontier.isEmpty, let first = comparison.after.frontier.first else {
        if comparison.after.frontier.isEmpty { return [Passage("stopped before anything was found")] }
        return differences(comparison, shown: shown, about: subject)
      }
      return [Passage("there is a way: " + total(first))] + proof(comparison)
    }
    let sentences = Sentences(catalog: catalog, currency: currency)
    let limits = conflict.cheapest == nil && conflict.fastest == nil ? "" : ": \(sentences.reason(conflict, learner))"
    return [Passage("no pathway any more\(limits)")] + sentences.changes(conflict, learner).map { Passage($0) }
      + conflict.unsatisfied.map { Passage(sentences.missing($0), about: $0.of) }
  }

  /// The price of a credential: from the best without it to the best with it.
  public func price(_ id: String, _ comparison: PlanComparison) -> [Passage] {
    let title = catalog.title(id)
    if isEarnedAndNoStep(id, comparison.before) && isEarnedAndNoStep(id, comparison.after) {
      return [.heading("With \(title)"), Passage("it is earned already, and no step", about: id)]
    }
    let with = best(comparison.after).map { [Passage("best with it: \($0)")] } ?? []
    let without = best(comparison.before).map { [Passage("best without it: \($0)")] } ?? []
    switch (comparison.before.frontier.isEmpty, comparison.after.frontier.isEmpty) {
    case (false, true):
      let reason = comparison.after.leftOut.first { $0.credential == id }?.reason
      let sentences = Sentences(catalog: catalog, currency: currency)
      let why = reason.map { sentences.leftOut($0, start: learner.start) } ?? "no pathway has it"
      return [.heading("With \(title)"), Passage("not possible: \(why)", about: id)] + without
    case (true, false): return [.heading("With \(title)"), Passage("no pathway does without it")] + with
    case (true, true): return [.heading("With \(title)"), Passage("no pathway with it, and none without it")]
    case (false, false):
      return [.heading("With \(title), against doing without it")] + with + without
        + differences(comparison, about: id)
    }
  }

  /// The chosen pathway's figures.
  private func best(_ outcome: PlanningOutcome) -> String? { outcome.chosenPathway.map(total) }

  /// `321.00 USD, 25.3 weeks, until 30 Jun 2027`
  public func total(_ pathway: Pathway) -> String {
    "\(money(pathway.cost)), \(Amounts.weeks(pathway.days)) weeks, until \(date(pathway.days))"
  }

  // MARK: Smallest changes, near goals, failures

  public func smallest(_ changes: SmallestChanges) -> [Passage] {
    var passages: [Passage] = [.heading("Any one of these would do")]
    passages += changes.alone.map { Passage(sentence($0)) }
    if changes.alone.isEmpty { passages = [.heading("No single change would do")] }
    if let combined = changes.combined {
      passages += [.heading("Or together"), Passage(sentence(combined))]
    }
    if !changes.isComplete { passages.append(Passage("a search was stopped: there may be others")) }
    return passages
  }

  /// `a budget of 500.00 USD (80.00 USD more): 480.00 USD, 12.0 weeks, until 30 Mar 2027`
  public func sentence(_ relaxation: Relaxation) -> String {
    let words = relaxation.changes.map { phrase($0) + more($0) }
    return "\(Amounts.list(words)): \(after(relaxation.changes).total(relaxation.cheapest))"
      + (relaxation.isLeast ? "" : " (less may do)")
  }

  /// The same for the learner with those settings changed, whose days may be counted from another day.
  func after(_ changes: [SettingChange]) -> Explanations {
    var words = self
    words.learner = learner.changed(by: changes)
    return words
  }

  private func more(_ change: SettingChange) -> String {
    switch change {
    case .budget(let cents?): learner.budget.map { " (\(money(cents - $0)) more)" } ?? ""
    case .deadline(let day?): learner.deadline.map { " (\(Amounts.count(day - $0, "day")) later)" } ?? ""
    case .start(let date): " (\(Amounts.count(learner.start - date, "day")) earlier)"
    default: ""
    }
  }

  public func near(_ near: NearGoals) -> [Passage] {
    var passages = near.goals.map { Passage(sentence($0), about: $0.goal) }
    if near.unlooked > 0 {
      passages.append(
        Passage(
          "\(Amounts.count(near.unlooked, near.goals.isEmpty ? "goal" : "other goal")) not looked at: "
            + "the search was stopped, and they may be near too"))
    } else if passages.isEmpty {
      passages = [
        Passage("no other goal \(near.withoutRate > 0 ? "that can be weighed " : "")lies near the end of this pathway")
      ]
    }
    if near.withoutRate > 0 {
      passages.append(
        Passage(
          "\(Amounts.count(near.withoutRate, "goal")) in other currencies not weighed: no rate is set for them (Rates at "
            + "Learner, or --rate)"))
    }
    return passages
  }

  private func sentence(_ near: NearGoal) -> String {
    let title = catalog.title(near.goal)
    if near.isReached { return "\(title): reached by the way" }
    // Where nothing is paid, an amount of nothing would have to be read to be understood.
    func way(_ pathway: Pathway) -> String {
      let isFree = pathway.cost == 0 && !pathway.isAtLeast
      return "\(isFree ? "nothing to pay" : money(pathway.cost)) and \(Amounts.weeks(pathway.days)) weeks"
    }
    let cheapest = "\(title): \(way(near.cheapest)) more"
    let fastest = near.fastest.days < near.cheapest.days ? ", or \(way(near.fastest))" : ""
    var without = ""
    if let alone = near.without {
      let isSame = (alone.cost, alone.days) == (near.cheapest.cost, near.cheapest.days)
      without = isSame ? "; the same without this pathway" : "; without this pathway \(way(alone))"
    }
    return cheapest + fastest + (near.isProven ? "" : " (may be less)") + without
  }

  public func setbacks(_ setbacks: Setbacks) -> [Passage] {
    guard !setbacks.all.isEmpty else {
      return setbacks.unlooked > 0 ? unlooked(setbacks) : [Passage("nothing in it can be failed")]
    }
    let all = setbacks.all.map { Passage("\(catalog.title($0.credential)): \(cost($0))", about: $0.credential) }
    let worst = setbacks.worst.map { [Passage.heading("It would hurt most with \(catalog.title($0.credential))")] }
    return all + unlooked(setbacks) + (worst ?? []) + [Passage(Explanations.howFailed)]
  }

  private func unlooked(_ setbacks: Setbacks) -> [Passage] {
    guard setbacks.unlooked > 0 else { return [] }
    return [Passage("\(Amounts.count(setbacks.unlooked, "step")) not looked at: the search was stopped")]
  }

  /// What the cost of failing rests on.
  static let howFailed =
    "failed once, on the day it would be finished; then its retake fee is due (else its fee), after its waiting days; "
    + "all of its study is done again, because nobody knows yet how much will be left; the rest of the pathway is kept "
    + "where it can be. What hurts most is judged by days, then by money."

  func cost(_ setback: Setback) -> String {
    guard setback.isKnown else { return "not known: the search was stopped" }
    var text: String
    switch (setback.studied, setback.resat) {
    case (nil, nil): text = "no way on from there"
    case (nil, let resat?): text = "no way on if all of it is studied again; if nothing is, \(asSentence(resat))"
    case (let studied?, nil): text = "\(words(studied)); no way on if nothing is studied again"
    case (let studied?, let resat?):
      text = words(studied)
      if resat != studied { text += "; if nothing is studied again, \(asSentence(resat))" }
    }
    return setback.isProven ? text : text + " (may be less)"
  }

  private func asSentence(_ loss: Setback.Loss) -> String { (loss.isNothing ? "it " : "") + words(loss) }

  private func words(_ loss: Setback.Loss) -> String {
    var parts: [String] = []
    if loss.cost != 0 { parts.append(signed(loss.cost, money)) }
    if loss.days != 0 { parts.append(signed(loss.days) { Amounts.count($0, "day") }) }
    var text = parts.isEmpty ? "costs nothing" : parts.joined(separator: ", ")
    if !loss.keepsToPathway { text += ", by another way" }
    if loss.passesBudget { text += ", over the budget" }
    if loss.passesDeadline { text += ", past the deadline" }
    return text
  }
}
