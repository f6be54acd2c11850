import Catalogs

extension PathwayChecker {
  /// What a step says of itself, recomputed.
  func figureViolations(of step: Step, _ offer: Offer) -> [PathwayViolation] {
    let pairs: [(PathwayViolation.Quantity, Int, Int)] = [
      (.finish, step.finish, step.start.capped(plus: offer.length)), (.cost, step.cost, offer.cost),
      (.minutes, step.minutes, offer.minutes), (.load, step.load, offer.load),
      (.isEstimate, step.isEstimate ? 1 : 0, offer.isEstimate ? 1 : 0),
      (.isAtLeast, step.isAtLeast ? 1 : 0, offer.isAtLeast ? 1 : 0),
    ]
    return pairs.filter { $0.1 != $0.2 }
      .map { .wrongFigure(step.credential, $0.0, stated: $0.1, expected: $0.2) }
  }

  func totalViolations(of pathway: Pathway, _ timetable: Timetable) -> [PathwayViolation] {
    let offers = timetable.placements.map(\.offer)
    func sum(_ figure: (Offer) -> Int) -> Int { offers.reduce(0) { $0.capped(plus: figure($1)) } }
    let pairs: [(PathwayViolation.Quantity, Int, Int)] = [
      (.cost, pathway.cost, sum(\.cost)), (.days, pathway.days, timetable.days),
      (.minutes, pathway.minutes, sum(\.minutes)),
      (.lowestCost, pathway.costRange.lowerBound, sum(\.costRange.lowerBound)),
      (.highestCost, pathway.costRange.upperBound, sum(\.costRange.upperBound)),
      (.leastMinutes, pathway.minutesRange.lowerBound, sum(\.minutesRange.lowerBound)),
      (.mostMinutes, pathway.minutesRange.upperBound, sum(\.minutesRange.upperBound)),
      (.isAtLeast, pathway.isAtLeast ? 1 : 0, offers.contains(where: \.isAtLeast) ? 1 : 0),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { .wrongTotal($0.0, stated: $0.1, expected: $0.2) }
  }

  /// What was spent counts against the budget, though not in the cost.
  func limitViolations(of timetable: Timetable) -> [PathwayViolation] {
    var found: [PathwayViolation] = []
    if let budget = learner.budget {
      let spent = timetable.cost.capped(plus: learner.spent)
      if spent > budget { found.append(.overBudget(by: spent - budget)) }
    }
    if let deadline = learner.deadline, timetable.days > deadline {
      found.append(.overDeadline(by: timetable.days - deadline))
    }
    return found
  }

  /// Each award is free, without work, not taken as a step, and its requirements hold on its day.
  func awardViolations(of pathway: Pathway, _ timetable: Timetable) -> [PathwayViolation] {
    var held = timetable
    var found: [PathwayViolation] = []
    for award in pathway.awards {
      guard let credential = catalog.credential(award.credential),
        !timetable.isHeld(award.credential, on: .max, .started),
        case .success(let ways) = offers.offers(of: credential), var way = ways.first,
        way.cost == 0, way.minutes == 0, way.length == 0, !way.isAtLeast, way.canStart(on: award.day),
        [way.requires, way.corequires].allSatisfy({ requirement in
          requirement.map { held.meets($0, on: award.day, asker: credential.id, .finished) } ?? true
        })
      else {
        found.append(.wrongAward(award.credential, day: award.day))
        continue
      }
      way.credential.renews = []
      held.place(Timetable.Placement(offer: way, start: award.day))
    }
    return found
  }
}
