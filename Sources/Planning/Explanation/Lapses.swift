import Catalogs

/// Something held that won't stay active for ever.
public struct Lapse: Hashable, Sendable {
  public var credential: String
  /// The last day on which it is active, from day 0.
  public var lastDay: Int
  /// The last day on which renewing it can begin so that it never lapses; `nil` where renewing takes longer than that.
  public var renewBy: Int?
  /// Cents; `nil` where it can't be weighed.
  public var renewalCost: Int?
  /// Minutes; `nil` where it can't be weighed.
  public var renewalMinutes: Int?

  public init(credential: String, lastDay: Int, renewBy: Int?, renewalCost: Int?, renewalMinutes: Int?) {
    self.credential = credential
    self.lastDay = lastDay
    self.renewBy = renewBy
    self.renewalCost = renewalCost
    self.renewalMinutes = renewalMinutes
  }
}

extension PathwayExplanation {
  /// What lapses, the first first: of the pathway's credentials and of those earned before that still count on day 0.
  public var lapses: [Lapse] {
    let ids = Set(withAwards.placements.map(\.id)).union(checker.learner.earned.keys)
    return ids.compactMap(lapse).filter { $0.lastDay >= 0 }.sorted {
      ($0.lastDay, $0.credential) < ($1.lastDay, $1.credential)
    }
  }

  private func lapse(of id: String) -> Lapse? {
    let timetable = withAwards
    guard let credential = checker.catalog.credential(id), let validity = credential.validity,
      let lastDay = timetable.lastActiveDay(of: id)
    else { return nil }
    // As the learner will see it on its last day: held since then, and renewed as the catalog says.
    var learner = checker.learner
    learner.start = learner.start + lastDay
    learner.earned = [id: learner.start + -validity.days]
    learner.begun[id] = nil
    learner.failed[id] = nil
    learner.excluded = []
    learner.allowsEstimates = true
    let offers = Offers(catalog: checker.catalog, goals: checker.goals, learner: learner)
    let ways = (try? offers.offers(of: credential).get()) ?? []
    let renewal = ways.first { $0.mode == .renewal }
    let held = timetable.placements.filter { $0.id == id }.map(\.finish).max() ?? 0
    let by = renewal.map { lastDay - $0.length } ?? lastDay
    return Lapse(
      credential: id, lastDay: lastDay, renewBy: by >= held ? by : nil, renewalCost: renewal?.cost,
      renewalMinutes: renewal?.minutes)
  }
}
