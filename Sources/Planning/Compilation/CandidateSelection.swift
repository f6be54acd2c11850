import Catalogs

/// Which credentials this learner can take, each in which ways, and why the others are left out
/// (the contract's "A credential as this learner would take it").
struct CandidateSelection {
  let learner: Learner
  let catalog: Catalog
  private var resolver: FigureResolver
  private(set) var figures: [String: ResolvedFigures] = [:]
  /// The ways to take all that can be taken, those to one credential together, in the order in which ids were given.
  private(set) var activities: [Activity] = []
  /// Where in `activities` the ways to take a credential stand, by id. A missing key: not to be had, or held for ever.
  private(set) var indices: [String: Range<Int>] = [:]
  private(set) var leftOut: [LeftOut] = []
  /// Where in its range every figure is taken to lie.
  private let end: FigureEnd

  init(learner: Learner, catalog: Catalog, currency: String, figures end: FigureEnd = .value) {
    self.end = end
    self.learner = learner
    self.catalog = catalog
    self.resolver = FigureResolver(catalog: catalog, learner: learner, currency: currency)
  }

  /// Takes ids in order; what is left out is listed in that order. False where it was to stop.
  mutating func select(from ids: [String], unless pulse: inout Pulse) -> Bool {
    let rivals = rivalsOfEarned()
    figures.reserveCapacity(ids.count)
    indices.reserveCapacity(ids.count)
    activities.reserveCapacity(ids.count)
    for id in ids {
      if pulse.saysStop() { return false }
      guard let credential = catalog.credential(id) else { continue }
      let isEarned = learner.earned.keys.contains(id)
      if isEarned && lapseDay(of: credential) == nil { continue }
      if let reason = reasonAgainst(credential, rivals: isEarned ? [:] : rivals) {
        leftOut.append(LeftOut(credential: id, reason: reason))
        continue
      }
      take(credential)
    }
    return true
  }

  /// The last day on which an earned credential is active; `nil` where that is for ever, or it isn't earned.
  func lapseDay(of credential: Credential) -> Int? {
    guard let validity = credential.validity, let earned = learner.earned[credential.id], let date = earned else {
      return nil
    }
    return date.dayNumber - learner.start.dayNumber + validity.days.clampedDays
  }

  /// For each credential that an earned one excludes, the earned one.
  private func rivalsOfEarned() -> [String: String] {
    if learner.earned.isEmpty { return [:] }
    var rivals: [String: String] = [:]
    for id in learner.earned.keys.sorted() {
      for other in catalog.credential(id)?.excludes ?? [] { rivals[other] = rivals[other] ?? id }
    }
    for credential in catalog.credentials {
      for other in credential.excludes where learner.earned.keys.contains(other) {
        rivals[credential.id] = rivals[credential.id] ?? other
      }
    }
    return rivals
  }

  private mutating func reasonAgainst(_ credential: Credential, rivals: [String: String]) -> LeftOut.Reason? {
    if let exclusion = exclusion(of: credential) { return .excluded(exclusion) }
    if let rival = rivals[credential.id], rival != credential.id { return .excludedByEarned(rival) }
    guard let resolved = resolver.figures(of: credential),
      repeatedFees(of: credential).allSatisfy({ resolver.money($0, of: credential) != nil })
    else {
      return .noRate(currency: credential.price.currency)
    }
    figures[credential.id] = resolved
    return nil
  }

  /// The fees that count because it was earned or tried before.
  private func repeatedFees(of credential: Credential) -> [Figure] {
    if let lapse = lapseDay(of: credential), lapse >= 0 {
      return [credential.validity?.renewalFee].compactMap { $0 }
    }
    guard learner.failed.keys.contains(credential.id), !learner.begun.keys.contains(credential.id) else { return [] }
    return [credential.retake?.fee].compactMap { $0 }
  }

  /// What of the learner's wishes rules the credential out, if anything does.
  func exclusion(of credential: Credential) -> Exclusion? {
    let excluded = learner.excluded
    if excluded.contains(.credential(credential.id)) { return .credential(credential.id) }
    if let provider = credential.provider, excluded.contains(.provider(provider)) { return .provider(provider) }
    if let delivery = credential.delivery.first,
      credential.delivery.allSatisfy({ excluded.contains(.delivery($0)) })
    {
      return .delivery(delivery)
    }
    if let language = credential.languages.first,
      credential.languages.allSatisfy({ excluded.contains(.language($0)) })
    {
      return .language(language)
    }
    if excluded.contains(.unvouched) && !credential.isVouchedFor(in: catalog) { return .unvouched }
    return nil
  }

  // MARK: Ways to take it

  private mutating func take(_ credential: Credential) {
    guard let resolved = figures[credential.id] else { return }
    let meant = ways(to: credential, resolved, at: end)
    // Only repeating it has other figures than these.
    let isExact =
      resolved.isExact && !learner.earned.keys.contains(credential.id) && !learner.failed.keys.contains(credential.id)
    let low = isExact ? meant : ways(to: credential, resolved, at: .low)
    let high = isExact ? meant : ways(to: credential, resolved, at: .high)
    let first = activities.count
    var reason: LeftOut.Reason?
    for place in meant.indices {
      var way = meant[place]
      way.costRange = min(low[place].cost, way.cost)...max(high[place].cost, way.cost)
      way.minutesRange = min(low[place].minutes, way.minutes)...max(high[place].minutes, way.minutes)
      if !learner.allowsEstimates && way.isEstimate {
        reason = reason ?? .estimate
      } else if let fault = fault(of: way) {
        reason = reason ?? fault
      } else {
        activities.append(way)
      }
    }
    if activities.count > first {
      indices[credential.id] = first..<activities.count
    } else if let reason {
      leftOut.append(LeftOut(credential: credential.id, reason: reason))
    }
  }

  /// Every way this learner could take it; the same number of them whatever the figures.
  private func ways(to credential: Credential, _ resolved: ResolvedFigures, at end: FigureEnd) -> [Activity] {
    if let lapse = lapseDay(of: credential), lapse >= 0 {
      var anew = activity(credential, resolved, at: end)
      anew.release = lapse + 1
      return [renewal(of: credential, resolved, while: lapse, at: end), anew]
    }
    if let done = learner.begun[credential.id] { return [goingOn(credential, resolved, done: done, at: end)] }
    if let attempt = learner.failed[credential.id] { return [again(credential, resolved, attempt, at: end)] }
    return [activity(credential, resolved, at: end)]
  }

  private func fault(of activity: Activity) -> LeftOut.Reason? {
    if activity.load > learner.minutesPerWeek { return .load(minutesPerWeek: activity.load) }
    if activity.firstStart(from: 0) == nil {
      if activity.due != .max, max(0, activity.release) + activity.length > activity.due {
        return .over(untilDay: activity.due)
      }
      return .noStartAhead
    }
    return nil
  }

  private func activity(_ credential: Credential, _ resolved: ResolvedFigures, at end: FigureEnd) -> Activity {
    let minutes = resolved.workload.at(end).clampedMinutes
    let isScheduled = credential.duration.pace == .scheduled
    var activity = placed(
      credential, minutes: minutes, days: resolved.days.at(end), isScheduled: isScheduled, fee: resolved.fee.at(end),
      monthly: resolved.monthly.at(end))
    activity.isEstimate = resolved.isUncertain
    activity.isAtLeast = resolved.isAtLeast
    activity.starts = credential.duration.starts.map { $0 - learner.start }.filter { $0 >= 0 }.sorted()
    if activity.starts.isEmpty && !credential.duration.starts.isEmpty { activity.latestStart = -1 }
    return activity
  }

  private func renewal(
    of credential: Credential, _ resolved: ResolvedFigures, while lapse: Int, at end: FigureEnd
  ) -> Activity {
    guard let validity = credential.validity, validity.renewalFee != nil || validity.renewalWorkload != nil else {
      var full = activity(credential, resolved, at: end)
      full.mode = .renewal
      full.latestStart = min(full.latestStart, lapse)
      return full
    }
    let fee = validity.renewalFee.flatMap { resolver.money($0, of: credential) } ?? resolved.fee
    let workload = validity.renewalWorkload.map(ResolvedFigure.init) ?? resolved.workload
    let hasOwnWorkload = validity.renewalWorkload != nil
    var activity = placed(
      credential, minutes: workload.at(end).clampedMinutes, days: hasOwnWorkload ? 0 : resolved.days.at(end),
      isScheduled: !hasOwnWorkload && credential.duration.pace == .scheduled, fee: fee.at(end), monthly: 0)
    activity.mode = .renewal
    activity.latestStart = lapse
    activity.rest(on: [fee, workload])
    if !hasOwnWorkload { activity.rest(onAlso: resolved.days) }
    return activity
  }

  private func goingOn(_ credential: Credential, _ resolved: ResolvedFigures, done: Int, at end: FigureEnd) -> Activity
  {
    let total = resolved.workload.at(end).clampedMinutes
    let left = max(0, total - max(0, done))
    let isScheduled = credential.duration.pace == .scheduled
    let days = resolved.days.at(end).clampedDays
    let daysLeft = !isScheduled || total == 0 ? days : (days * left).dividedRoundingUp(by: total)
    var activity = placed(
      credential, minutes: left, days: daysLeft, isScheduled: isScheduled, fee: 0, monthly: resolved.monthly.at(end))
    activity.mode = .goingOn
    activity.rest(on: [resolved.monthly, resolved.workload, resolved.days])
    if isScheduled { activity.starts = [0] }
    return activity
  }

  private func again(
    _ credential: Credential, _ resolved: ResolvedFigures, _ attempt: FailedAttempt, at end: FigureEnd
  ) -> Activity {
    let isScheduled = credential.duration.pace == .scheduled
    let fee = credential.retake?.fee.flatMap { resolver.money($0, of: credential) } ?? resolved.fee
    let full = activity(credential, resolved, at: end)
    var activity = placed(
      credential, minutes: (attempt.minutesLeft ?? resolved.workload.at(end)).clampedMinutes,
      days: resolved.days.at(end), isScheduled: isScheduled, fee: fee.at(end), monthly: resolved.monthly.at(end))
    activity.mode = .again
    activity.rest(on: [resolved.monthly, resolved.days, fee])
    if attempt.minutesLeft == nil { activity.rest(onAlso: resolved.workload) }
    activity.starts = full.starts
    activity.latestStart = full.latestStart
    let day = (attempt.date ?? learner.start) - learner.start
    activity.release = max(0, day + (credential.retake?.waitDays ?? 0).clampedDays)
    return activity
  }

  /// Length, load and cost by the contract's formulas.
  private func placed(
    _ credential: Credential, minutes: Int, days: Int, isScheduled: Bool, fee: Int, monthly: Int
  ) -> Activity {
    let perWeek = max(1, learner.minutesPerWeek)
    let days = days.clampedDays
    let length = isScheduled ? days : max(days, (7 * minutes).dividedRoundingUp(by: perWeek))
    let load = length == 0 ? 0 : (7 * minutes).dividedRoundingUp(by: length)
    let months = (12 * length).dividedRoundingUp(by: 365)
    let cost = (fee.clampedCents + monthly.clampedCents.saturatingMultiply(months)).clampedCents
    var activity = Activity(
      credential: credential.id, mode: .anew, length: length, load: load, cost: cost, minutes: minutes)
    activity.due = credential.until.map { $0 - learner.start } ?? .max
    activity.validity = credential.validity?.days.clampedDays ?? .max
    return activity
  }
}

extension Activity {
  /// Notes what the figures that count in it rest on.
  fileprivate mutating func rest(on figures: [ResolvedFigure]) {
    isEstimate = false
    isAtLeast = false
    for figure in figures { rest(onAlso: figure) }
  }

  fileprivate mutating func rest(onAlso figure: ResolvedFigure) {
    isEstimate = isEstimate || figure.isUncertain
    isAtLeast = isAtLeast || figure.ground == .unknown
  }
}

// Figures beyond these are refused by the reader; a caller of the library who hands them in gets the limit, not a trap.
extension Int {
  var clampedCredits: Int { Swift.min(Swift.max(self, 0), 1_000_000_000_000) }
  fileprivate var clampedMinutes: Int { Swift.min(Swift.max(self, 0), 1_000_000_000) }
  var clampedDays: Int { Swift.min(Swift.max(self, 0), 1_000_000) }
  fileprivate var clampedCents: Int { Swift.min(Swift.max(self, 0), 1_000_000_000_000) }
}
