import Catalogs

@testable import Planning

/// The frontier by trying everything; intended to be easy to read, and only for problems of a handful of credentials.
///
/// It places credentials one after another in the order of their days, those of one day in every order. Whatever a
/// requirement may count has then been placed before it, so support is well-founded by itself.
///
/// Why no start after `horizon` matters: behind the last day on which the calendar lets anything begin that it didn't
/// let begin before (a start, the end of a wait, a lapse), a day on which nothing is in progress can be cut out of any
/// pathway: what comes after moves forward together, which shortens lags and breaks nothing. So there is always an
/// equal or better one that ends no later than that day plus the sum of all lengths.
struct BruteForce {
  private let checker: PathwayChecker
  private let ways: [Offer]
  private let horizon: Int
  private let mostPlacements: Int
  private var frontier: [Point] = []
  private var count = 0

  struct Point: Hashable, CustomStringConvertible {
    var cost: Int
    var days: Int
    var description: String { "(\(cost), \(days))" }
  }

  /// Cheapest first; `nil` where it would take a look at more than so many placements.
  static func frontier(
    _ catalog: Catalog, _ goals: [String], _ learner: Learner, mostPlacements: Int = .max
  ) -> [Point]? {
    var search = BruteForce(catalog, goals, learner, mostPlacements: mostPlacements)
    search.extend(Timetable(offers: search.checker.offers))
    return search.count > mostPlacements ? nil : search.frontier.sorted { $0.cost < $1.cost }
  }

  private init(_ catalog: Catalog, _ goals: [String], _ learner: Learner, mostPlacements: Int) {
    checker = PathwayChecker(catalog: catalog, goals: goals, learner: learner)
    self.mostPlacements = mostPlacements
    var ways: [Offer] = []
    for credential in catalog.credentials {
      if case .success(let offers) = checker.offers.offers(of: credential) { ways += offers }
    }
    self.ways = ways
    let lastOpening = ways.flatMap { [$0.earliestStart] + ($0.starts ?? []) }.max() ?? 0
    horizon = lastOpening + ways.reduce(0) { $0 + $1.length }
  }

  private mutating func extend(_ timetable: Timetable) {
    count += 1
    if count > mostPlacements { return }
    if !checker.limitViolations(of: timetable).isEmpty { return }
    if checker.violations(of: timetable).isEmpty { keep(Point(cost: timetable.cost, days: timetable.days)) }
    let today = timetable.placements.last?.start ?? 0
    let (spent, end) = (timetable.cost, timetable.days)
    for way in ways where !timetable.placements.contains(where: { $0.id == way.id }) {
      for day in today...max(today, horizon) where way.canStart(on: day) {
        let cost = spent + way.cost
        let days = max(end, day + way.length)
        // More placements only add to both: what is no better already can't become so, nor on a later day.
        if frontier.contains(where: { $0.cost <= cost && $0.days <= days }) { break }
        var longer = timetable
        longer.place(Timetable.Placement(offer: way, start: day))
        if isPossible(longer) { extend(longer) }
      }
    }
  }

  /// What no later placement can mend: the last one lacks what it requires, or there is too much at once.
  private func isPossible(_ timetable: Timetable) -> Bool {
    guard let last = timetable.placements.last else { return true }
    var before = timetable
    before.removeLast()
    let isSupported = last.offer.requires.map { before.meets($0, on: last.start, asker: last.id, .finished) } ?? true
    return isSupported && checker.capacityViolations(of: timetable).isEmpty
  }

  private mutating func keep(_ point: Point) {
    frontier.removeAll { point.cost <= $0.cost && point.days <= $0.days }
    frontier.append(point)
  }
}

extension Pathway {
  var point: BruteForce.Point { BruteForce.Point(cost: cost, days: days) }
}
