import Catalogs

/// Something held that won't stay active for ever.
public struct Lapse: Hashable, Sendable {
  public var credential: String
  /// The last day on which it is active, from day 0.
  public var lastDay: Int
  /// The cheapest way to keep it; `nil` where none can be weighed.
  public var renewal: Renewal?

  /// One way of keeping something from lapsing.
  public struct Renewal: Hashable, Sendable {
    /// The id of the credential that renews it; `nil` where it is renewed by itself.
    public var by: String?
    /// The last day on which it can begin so that nothing lapses; `nil` where it takes longer than that.
    public var latestStart: Int?
    /// Cents.
    public var cost: Int
    /// Minutes.
    public var minutes: Int

    public init(by: String? = nil, latestStart: Int?, cost: Int, minutes: Int) {
      self.by = by
      self.latestStart = latestStart
      self.cost = cost
      self.minutes = minutes
    }
  }

  public init(credential: String, lastDay: Int, renewal: Renewal?) {
    self.credential = credential
    self.lastDay = lastDay
    self.renewal = renewal
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
    guard let credential = checker.catalog.credential(id), let lastDay = withAwards.lastActiveDay(of: id) else {
      return nil
    }
    let ways = [ownRenewal(of: credential, before: lastDay)].compactMap { $0 } + renewals(of: id, before: lastDay)
    // In time before too late, then the cheapest, then the least work.
    let best = ways.min {
      ($0.latestStart == nil ? 1 : 0, $0.cost, $0.minutes) < ($1.latestStart == nil ? 1 : 0, $1.cost, $1.minutes)
    }
    return Lapse(credential: id, lastDay: lastDay, renewal: best)
  }

  /// As the learner will see it on its last day: held since then, and renewed as the catalog says.
  private func ownRenewal(of credential: Credential, before lastDay: Int) -> Lapse.Renewal? {
    guard let validity = credential.validity else { return nil }
    var learner = checker.learner
    learner.start = learner.start + lastDay
    learner.earned = [credential.id: learner.start + -validity.days]
    learner.begun[credential.id] = nil
    learner.failed[credential.id] = nil
    learner.excluded = []
    learner.allowsEstimates = true
    let offers = Offers(catalog: checker.catalog, goals: checker.goals, learner: learner)
    let ways = (try? offers.offers(of: credential).get()) ?? []
    return ways.first { $0.mode == .renewal }.map { renewal($0, of: credential.id, by: nil, before: lastDay) }
  }

  /// By taking something that renews it, which asks for nothing that isn't held by then.
  private func renewals(of id: String, before lastDay: Int) -> [Lapse.Renewal] {
    let held = withAwards
    return checker.catalog.renewers(of: id).compactMap { place in
      let renewer = checker.catalog.credentials[place]
      guard renewer.id != id, !held.isHeld(renewer.id, on: .max, .started),
        let way = (try? checker.offers.offers(of: renewer).get())?.first(where: { $0.mode == .anew }),
        way.starts == nil,
        way.load <= checker.learner.minutesPerWeek,
        [way.requires, way.corequires].allSatisfy({ requirement in
          requirement.map { held.meets($0, on: lastDay, asker: renewer.id, .finished) } ?? true
        })
      else { return nil }
      let found = renewal(way, of: id, by: renewer.id, before: lastDay)
      return found.latestStart.map(way.canStart) ?? true ? found : nil
    }
  }

  private func renewal(_ way: Offer, of id: String, by renewer: String?, before lastDay: Int) -> Lapse.Renewal {
    let held = withAwards.placements.filter { $0.id == id }.map(\.finish).max() ?? 0
    let latest = lastDay - way.length
    return Lapse.Renewal(
      by: renewer, latestStart: latest >= held ? latest : nil, cost: way.cost, minutes: way.minutes)
  }
}
