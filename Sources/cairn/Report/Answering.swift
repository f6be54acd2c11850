import Catalogs
import Planning
import Screens

/// What was asked about a plan, answered; in the order asked.
struct AnsweredQuestions {
  /// Steps of the chosen pathway, by id.
  var why: [String] = []
  /// What isn't a step, with its price.
  var prices: [(id: String, comparison: PlanComparison)] = []
  var without: [(id: String, comparison: PlanComparison)] = []
  var whatIf: (changes: [SettingChange], comparison: PlanComparison)?
  var alternatives: Alternatives?
  /// What would have to change; `nil` where there is a pathway.
  var smallest: SmallestChanges?
  var setbacks: Setbacks?
  var near: NearGoals?
  /// How far `near` looked.
  var reach: Neighbourhood?
  /// True where what is read off the pathway is to be told too.
  var isExplained = false
}

/// Answers questions about a plan within the limits of a search, each.
struct Answering {
  var request: PlanningRequest
  var outcome: PlanningOutcome
  var catalog: Catalog
  var limits: LimitOptions

  /// On a thread with room for a deep search.
  func answers(to asked: AskedQuestions) -> AnsweredQuestions {
    Interruption.listen()
    let done = Monitor<AnsweredQuestions?>(nil)
    WorkerThread.start {
      let answers = answer(asked)
      done.change { $0 = answers }
    }
    return done.wait { $0 }
  }

  private func answer(_ asked: AskedQuestions) -> AnsweredQuestions {
    var answers = AnsweredQuestions(isExplained: asked.isExplained)
    let inquiry = Inquiry(request, in: catalog, limits: searchLimits)
    let chosen = outcome.chosenPathway
    for id in asked.why {
      if chosen?.step(id) != nil {
        answers.why.append(id)
      } else if let price = try? inquiry.price(of: id) {
        answers.prices.append((id, price))
      }
    }
    for id in asked.without {
      if let comparison = try? inquiry.comparison(of: outcome, without: id) { answers.without.append((id, comparison)) }
    }
    if !asked.whatIf.isEmpty, let comparison = try? inquiry.comparison(of: outcome, after: asked.whatIf) {
      answers.whatIf = (asked.whatIf, comparison)
    }
    if case .infeasible = outcome.status { answers.smallest = try? inquiry.smallestChanges(from: Today.date) }
    guard let chosen else { return answers }
    if asked.alternatives > 0, let problem = try? Problem(request, in: catalog) {
      answers.alternatives = Planner(limits: searchLimits)
        .alternatives(to: chosen, of: problem, atMost: asked.alternatives)
    }
    if asked.isExplained || asked.wantsSetbacks { answers.setbacks = try? inquiry.setbacks(of: chosen) }
    if asked.isExplained || asked.reach != nil {
      let reach = asked.reach ?? Neighbourhood(around: chosen)
      answers.near = try? inquiry.goals(near: chosen, within: reach)
      answers.reach = reach
    }
    return answers
  }

  private var searchLimits: SearchLimits {
    let end = ContinuousClock.now + limits.time(usually: 30_000)
    return limits.search { Interruption.isAsked || ContinuousClock.now > end }
  }
}
