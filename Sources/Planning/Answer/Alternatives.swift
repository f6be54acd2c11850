/// Other ways than a pathway: those that are just as good, and the next best.
public struct Alternatives: Hashable, Sendable {
  /// Of the same cost and days, each leaving out a step of the pathway and of every other one here.
  public var equals: [Pathway]
  /// The next best, weighed as the choice is; each does without at least two of its steps (the only one, where there is
  /// one), and without two of every better one here.
  public var nextBest: [Pathway]
  /// True where the lists are as long as asked for, or proven to hold all there are; false where a limit ended a search,
  /// so that a better one may be missing.
  public var isProven: Bool

  public init(equals: [Pathway] = [], nextBest: [Pathway] = [], isProven: Bool = true) {
    self.equals = equals
    self.nextBest = nextBest
    self.isProven = isProven
  }
}

extension Planner {
  /// Other ways than a pathway of the problem's frontier, within its budget and deadline.
  ///
  /// Each is found by a search of its own, exact as any, in which of the steps of every way known so far only so many
  /// may be taken.
  ///
  /// - Parameter count: how many of each kind at most.
  public func alternatives(to pathway: Pathway, of problem: Problem, atMost count: Int) -> Alternatives {
    var found = Alternatives()
    var known = [pathway]
    while found.equals.count < count {
      let limit = Corner(cost: pathway.cost, lastDay: pathway.days)
      guard let next = search(problem.avoiding(known, steps: 1), within: limit, &found)?.first else { break }
      found.equals.append(next)
      known.append(next)
    }
    known = [pathway]
    while found.nextBest.count < count {
      guard let frontier = search(problem.avoiding(known, steps: 2), within: problem.limit, &found),
        let place = Choice(problem).index(in: frontier)
      else { break }
      found.nextBest.append(frontier[place])
      known.append(frontier[place])
    }
    return found
  }

  /// The frontier within a limit; what is found by a search that was stopped doesn't count as next best.
  private func search(_ problem: Problem, within limit: Corner, _ found: inout Alternatives) -> [Pathway]? {
    guard found.isProven else { return nil }
    let search = Search(problem.model, limit: limit, limits: limits)
    search.run()
    if search.isInterrupted {
      found.isProven = false
      return nil
    }
    let assembly = Assembly(problem)
    return assembly.pathways(for: search.incumbents.solutions)
  }
}

extension Problem {
  /// The same problem, in which every pathway does without so many steps of each of these, or without all it has.
  fileprivate func avoiding(_ pathways: [Pathway], steps: Int) -> Problem {
    var model = model
    for pathway in pathways {
      let taken = Set(pathway.steps.map(\.credential))
      let activities = model.activities.indices.filter { taken.contains(model.activities[$0].credential) }
      model.caps.append(Cap(activities: activities, most: max(0, taken.count - max(1, min(steps, taken.count)))))
    }
    return with(model)
  }
}
