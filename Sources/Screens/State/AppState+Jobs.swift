import Planning
import Wording

extension AppState {
  /// More questions than these are never open at once: enough to keep the planner busy while a frame is drawn, and few
  /// enough to be given up with a key.
  static let mostAsked = 64

  /// Asks for goals that have no answer yet, behind what is being looked at: first for the one that is selected and those
  /// after it. Whatever isn't asked for now is when an answer comes.
  mutating func planGoals() -> [Effect] {
    var effects: [Effect] = []
    while plans.open < AppState.mostAsked, let goal = plans.due(from: selectedGoal) {
      effects += ask(goal, .background)
    }
    return effects
  }

  /// Asks anew for one goal.
  mutating func ask(_ goal: String, _ priority: JobPriority) -> [Effect] {
    var plan = plans[goal] ?? Plan()
    var effects: [Effect] = []
    if let job = plan.job { effects.append(.cancel(job)) }
    nextJob += 1
    let job = JobID(nextJob)
    plan.job = job
    plan.priority = priority
    plan.soFar = []
    plan.bound = nil
    plan.isStopped = false
    plan.failure = nil
    plan.isStale = plan.outcome != nil
    plans[goal] = plan
    effects.append(.plan(job, PlanningRequest(goal: goal, learner: learner), priority))
    return effects
  }

  /// Somebody looks at it now: asks where there is no answer to the question as it is, or one that was cut short while
  /// nobody looked; where it is only waiting its turn, it goes before all else. What was found by then stays in sight.
  mutating func askUrgently(_ goal: String) -> [Effect] {
    let plan = plans[goal] ?? Plan()
    if plan.isSearching ? plan.priority == .urgent : plan.isStopped || plan.isAnsweredInFull { return [] }
    let effects = ask(goal, .urgent)
    if plan.isSearching {
      plans[goal]?.soFar = plan.soFar
      plans[goal]?.bound = plan.bound
    }
    return effects
  }

  /// After a change of the learner: what is looked at first, then the goals.
  mutating func askAnew() -> [Effect] {
    var effects = plans.askAnew().map(Effect.cancel)
    // The wage is among the settings.
    if (place as? GoalsPlace)?.order == .payback { settlePlace() }
    for goal in goals { effects += ask(goal, .urgent) }
    return effects + planGoals()
  }

  mutating func take(_ outcome: PlanningOutcome, of job: JobID) {
    guard let goal = plans.goal(of: job) else { return }
    plans[goal] = Plan(outcome: outcome, priority: plans[goal]?.priority ?? .background)
    if var place = place as? GoalsPlace {
      place.take(answerOf: goal, in: self)
      self.place = place
    } else if goals.contains(goal) {
      settlePlace()
    }
    guard let change = pendingChange, change.goal == goal else { return }
    pendingChange = nil
    // Whoever has gone elsewhere would take it for news of what is shown there.
    guard goal == self.goal?.id else { return }
    message = said(change.name, before: change.before, after: pathway)
  }

  mutating func take(_ progress: PlanningProgress, of job: JobID) {
    guard let goal = plans.goal(of: job) else { return }
    plans[goal]?.soFar = progress.frontier
    plans[goal]?.bound = progress.bound
  }

  mutating func take(_ failure: String, of job: JobID) {
    guard let goal = plans.goal(of: job) else { return }
    plans[goal]?.job = nil
    plans[goal]?.failure = failure
    message = failure
  }

  /// `excluding CCNA: +120.00 USD, -2.0 weeks`
  private func said(_ name: String, before: Pathway?, after: Pathway?) -> String {
    guard let after else {
      let key = keymap.keys(of: .waysOut).first.map { "; \(Keymap.name($0, glyphs)) says what would do" } ?? ""
      return "\(name): no pathway any more\(key)"
    }
    guard let before else {
      return "\(name): \(Amounts.money(after.cost)) \(currency), \(Amounts.weeks(after.days)) weeks"
    }
    let cost = after.cost - before.cost
    let days = after.days - before.days
    if cost == 0 && days == 0 {
      return before.steps.map(\.credential) == after.steps.map(\.credential)
        ? "\(name): nothing changes" : "\(name): another pathway, no dearer and no longer"
    }
    var parts: [String] = []
    if cost != 0 { parts.append("\(cost > 0 ? "+" : "-")\(Amounts.money(abs(cost))) \(currency)") }
    if days != 0 { parts.append("\(days > 0 ? "+" : "-")\(Amounts.weeks(abs(days))) weeks") }
    return "\(name): " + parts.joined(separator: ", ")
  }

  // MARK: Stopping

  /// True where the pathways that are looked at are still being searched.
  var isSearchingHere: Bool { goals.contains { plans[$0]?.isSearching == true } }

  /// Ends the search for what is looked at; the best so far stays, with what was proven of it.
  mutating func stopSearching() -> [Effect] {
    var effects: [Effect] = []
    for goal in goals {
      guard let job = plans[goal]?.job else { continue }
      plans[goal]?.job = nil
      plans[goal]?.isStopped = true
      effects.append(.cancel(job))
    }
    pendingChange = nil
    message = "stopped; the next change searches again"
    return effects
  }
}
