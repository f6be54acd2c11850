import Catalogs

/// A solution of the search → a pathway in names, with nothing in it that could be left out.
struct Assembly {
  private let problem: Problem

  init(_ problem: Problem) { self.problem = problem }

  /// The pathway without what it earns by the way and without a look at what could be left out: for progress.
  func sketch(_ solution: Solution) -> Pathway { pathway(members: solution.members, starts: solution.starts) }

  func pathways(for solutions: [Solution]) -> [Pathway] {
    if solutions.isEmpty { return [] }
    let trimming = Trimming(problem.model)
    let awards = Awards(problem)
    return solutions.map { solution in
      let members = trimming.irredundant(solution.members, starts: solution.starts)
      var pathway = pathway(members: members, starts: solution.starts)
      pathway.awards = awards.earned(by: pathway)
      return pathway
    }
  }

  private func pathway(members: [Int], starts: [Int]) -> Pathway {
    var pathway = Pathway(steps: [], cost: 0, days: 0, minutes: 0)
    var cost = (low: 0, high: 0)
    var minutes = (low: 0, high: 0)
    for index in members {
      let activity = problem.model.activities[index]
      let step = step(activity, start: starts[index])
      pathway.steps.append(step)
      pathway.cost += step.cost
      pathway.minutes += step.minutes
      pathway.days = max(pathway.days, step.finish)
      pathway.isAtLeast = pathway.isAtLeast || step.isAtLeast
      cost = (cost.low + activity.costRange.lowerBound, cost.high + activity.costRange.upperBound)
      minutes = (minutes.low + activity.minutesRange.lowerBound, minutes.high + activity.minutesRange.upperBound)
    }
    pathway.costRange = cost.low...cost.high
    pathway.minutesRange = minutes.low...minutes.high
    pathway.steps.sort { ($0.start, $0.finish, $0.credential) < ($1.start, $1.finish, $1.credential) }
    return pathway
  }

  private func step(_ activity: Activity, start: Int) -> Step {
    Step(
      credential: activity.credential, start: start, finish: start + activity.length, cost: activity.cost,
      minutes: activity.minutes, load: activity.load, mode: activity.mode,
      isEstimate: activity.isEstimate, isAtLeast: activity.isAtLeast)
  }

  /// What the pathways rest on, in the order of ids.
  func assumptions(of frontier: [Pathway]) -> [Assumption] {
    var found: [Assumption] = []
    var seen: Set<Assumption> = []
    func add(_ assumption: Assumption) { if seen.insert(assumption).inserted { found.append(assumption) } }
    guard !frontier.isEmpty else { return [] }
    /// Of each pathway, with what is held by then: `nil` where the pathway doesn't ask.
    func add(conditionsOf requirement: Requirement?, _ asker: String, held: (Pathway) -> Set<String>?) {
      guard let requirement, !requirement.namedConditions.isEmpty else { return }
      for held in frontier.compactMap(held) {
        TakenConditions(problem, held: held, asker: asker).assumptions(requirement).forEach(add)
      }
    }
    for goal in problem.destinations { add(conditionsOf: goal.requires, goal.id) { held(by: $0.days, $0) } }
    let learner = problem.learner
    for id in Set(frontier.flatMap { $0.steps.map(\.credential) }).sorted() {
      guard let credential = problem.catalog.credential(id) else { continue }
      if learner.waived.contains(id), credential.requires != nil {
        add(.waived(id))
      } else {
        add(conditionsOf: credential.requires, id) { pathway in
          pathway.step(id).map { held(by: $0.start, pathway) }
        }
      }
      // What begins with it is held beside it, in the end.
      add(conditionsOf: credential.corequires, id) { pathway in
        pathway.step(id).map { _ in held(by: pathway.days, pathway) }
      }
      if learner.mine.keys.contains(id) { add(.ownFigures(id)) }
      for (quantity, figure) in problem.figures[id]?.all ?? [] {
        switch figure.ground {
        case .stated, .own: break
        case .estimate: add(.estimate(id, quantity))
        case .median(let count): add(.median(id, quantity, of: count))
        case .unknown: add(.unknown(id, quantity))
        }
      }
      let currency = credential.price.currency
      if currency != problem.currency, let rate = learner.rates[currency] { add(.rate(currency, rate)) }
    }
    for (id, date) in learner.earned.sorted(by: { $0.key < $1.key }) where date == nil {
      if problem.catalog.credential(id)?.validity != nil { add(.undatedEarned(id)) }
    }
    return found
  }

  /// Ids of what is earned or held on that day of a pathway.
  private func held(by day: Int, _ pathway: Pathway) -> Set<String> {
    let steps = pathway.steps.filter { $0.finish <= day }.map(\.credential)
    let awards = pathway.awards.filter { $0.day <= day }.map(\.credential)
    return Set(problem.learner.earned.keys).union(steps).union(awards)
  }
}
