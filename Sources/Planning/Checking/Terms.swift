import Catalogs

/// The figures that count for one way of taking a credential, and the contract's formulas over them.
struct Terms {
  var fee: CountedFigure
  var monthly: CountedFigure
  var workload: CountedFigure
  var days: CountedFigure
  var isScheduled: Bool
  /// Minutes done before day 0.
  var done = 0

  /// `nil` where the credential is in a currency without a rate.
  init?(of credential: Credential, _ figures: CountedFigures) {
    guard let fee = figures.fee(of: credential), let monthly = figures.monthly(of: credential) else { return nil }
    self.fee = fee
    self.monthly = monthly
    workload = figures.workload(of: credential)
    days = figures.days(of: credential)
    isScheduled = credential.duration.pace == .scheduled
  }

  private struct Amounts {
    var length: Int
    var load: Int
    var cost: Int
    var minutes: Int
  }

  private func amounts(at end: CountedFigure.End, minutesPerWeek: Int) -> Amounts {
    let all = workload.at(end).held(to: .mostMinutes)
    let minutes = max(0, all - done.held(to: .mostMinutes))
    var days = days.at(end).held(to: .mostDays)
    if done > 0, isScheduled, all > 0 { days = days.capped(times: minutes).ceiling(of: all) }
    let length = isScheduled ? days : max(days, (7 * minutes).ceiling(of: max(1, minutesPerWeek)))
    let months = (12 * length).ceiling(of: 365)
    let cost = fee.at(end).held(to: .mostCents).capped(plus: monthly.at(end).held(to: .mostCents).capped(times: months))
    return Amounts(
      length: length, load: length == 0 ? 0 : (7 * minutes).ceiling(of: length), cost: cost.held(to: .mostCents),
      minutes: minutes)
  }

  /// The way with these terms, on the days and under the requirements that the credential states.
  func offer(of credential: Credential, for learner: Learner, as mode: Step.Mode) -> Offer {
    let value = amounts(at: .value, minutesPerWeek: learner.minutesPerWeek)
    let low = amounts(at: .low, minutesPerWeek: learner.minutesPerWeek)
    let high = amounts(at: .high, minutesPerWeek: learner.minutesPerWeek)
    let origins = [fee, monthly, workload, days].map(\.origin)
    let starts = credential.duration.starts.map { $0 - learner.start }.filter { $0 >= 0 }
    return Offer(
      credential: credential, mode: mode, length: value.length, load: value.load, cost: value.cost,
      monthly: monthly.value.held(to: .mostCents), minutes: value.minutes,
      costRange: min(low.cost, value.cost)...max(high.cost, value.cost),
      minutesRange: min(low.minutes, value.minutes)...max(high.minutes, value.minutes),
      starts: credential.duration.starts.isEmpty ? nil : starts,
      latestFinish: credential.until.map { $0 - learner.start },
      requires: learner.waived.contains(credential.id) ? nil : credential.requires,
      corequires: credential.corequires,
      isEstimate: origins.contains(.estimate) || origins.contains(.median),
      isCostEstimate: low.cost != high.cost || [fee, monthly].contains { [.estimate, .median].contains($0.origin) },
      isAtLeast: origins.contains(.unknown))
  }
}
