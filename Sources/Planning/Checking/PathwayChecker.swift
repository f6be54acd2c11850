import Catalogs

/// Holds a pathway against the text of the contract, clause by clause.
///
/// It shares no code with the search and doesn't know the problem the search works on: catalog, learner and pathway
/// are all it looks at. What it accepts is a pathway; whether it is among the best is not its question.
public struct PathwayChecker: Sendable {
  public let catalog: Catalog
  public let learner: Learner
  /// Ids of goals, or of credentials taken as goals: all must be reached.
  public let goals: [String]
  let offers: Offers

  public init(catalog: Catalog, goals: [String], learner: Learner) {
    self.catalog = catalog
    self.goals = goals
    self.learner = learner
    offers = Offers(catalog: catalog, goals: goals, learner: learner)
  }

  /// Everything that is wrong with the pathway; empty for a sound one.
  public func violations(of pathway: Pathway) -> [PathwayViolation] {
    var timetable = Timetable(offers: offers)
    var found = goals.filter { catalog.destination($0) == nil }.map { PathwayViolation.unknownGoal($0) }
    for step in pathway.steps {
      switch offer(for: step) {
      case .success(let offer):
        timetable.place(Timetable.Placement(offer: offer, start: step.start))
        found += figureViolations(of: step, offer)
      case .failure(let fault): found.append(fault.violation)
      }
    }
    found += violations(of: timetable)
    found += totalViolations(of: pathway, timetable)
    found += limitViolations(of: timetable)
    found += awardViolations(of: pathway, timetable)
    if found.isEmpty { found += needlessSteps(in: timetable) }
    return found
  }

  /// The steps in the calendar, without those that this learner can't take as they say.
  func timetable(of pathway: Pathway) -> Timetable {
    var timetable = Timetable(offers: offers)
    for step in pathway.steps {
      if case .success(let offer) = offer(for: step) {
        timetable.place(Timetable.Placement(offer: offer, start: step.start))
      }
    }
    return timetable
  }

  /// The six clauses, of offers placed in the calendar.
  func violations(of timetable: Timetable) -> [PathwayViolation] {
    calendarViolations(of: timetable) + requiresViolations(of: timetable) + corequiresViolations(of: timetable)
      + capacityViolations(of: timetable) + exclusionViolations(of: timetable) + goalViolations(of: timetable)
  }

  private struct Fault: Error { var violation: PathwayViolation }

  /// The way of taking its credential that a step says it takes.
  private func offer(for step: Step) -> Result<Offer, Fault> {
    guard let credential = catalog.credential(step.credential) else {
      return .failure(Fault(violation: .unknownCredential(step.credential)))
    }
    guard case .success(let ways) = offers.offers(of: credential), let way = ways.first(where: { $0.mode == step.mode })
    else { return .failure(Fault(violation: .notOffered(step.credential))) }
    return .success(way)
  }

  /// A pathway from which no credential can be left out, the others keeping their days.
  private func needlessSteps(in timetable: Timetable) -> [PathwayViolation] {
    timetable.placements.indices.compactMap { index in
      let id = timetable.placements[index].id
      guard !learner.pinned.contains(id) else { return nil }
      return violations(of: timetable.without(index)).isEmpty ? .needless(id) : nil
    }
  }
}
