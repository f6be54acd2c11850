import Catalogs
import Planning

// What is read off a pathway, without planning anew.
extension Explanations {
  /// What one keeps who stops, one passage a day on which something is earned.
  public func offRamps(_ ramps: [OffRamp]) -> [Passage] {
    ramps.map { ramp in
      var parts = ["\(date(ramp.day)): \(Amounts.list(ramp.earned.map(catalog.title)))"]
      if !ramp.skills.isEmpty { parts.append("skills: \(Amounts.list(ramp.skills.map(catalog.skillName)))") }
      if !ramp.goals.isEmpty { parts.append("reaches \(Amounts.list(ramp.goals.map(catalog.title)))") }
      parts.append(amount(ramp.cost, isEstimate: ramp.isEstimate, isAtLeast: ramp.isAtLeast) + " paid")
      return Passage(parts.joined(separator: "; "), about: ramp.earned.first)
    }
  }

  /// The first thing that is earned, and when; `nil` where nothing is.
  public func firstAward(_ ramps: [OffRamp]) -> Passage? {
    guard let first = ramps.first, !first.earned.isEmpty else { return nil }
    let titles = Amounts.list(first.earned.map(catalog.title))
    return Passage(
      "first award: \(titles), on \(date(first.day)), after \(Amounts.weeks(first.day)) weeks and "
        + amount(first.cost, isEstimate: first.isEstimate, isAtLeast: first.isAtLeast), about: first.earned.first)
  }

  /// `160.00 USD and 12.0 weeks`
  public func reach(_ reach: Neighbourhood) -> String {
    Amounts.list([reach.cost.map(money), reach.days.map { "\(Amounts.weeks($0)) weeks" }].compactMap { $0 })
  }

  public func months(_ months: [MonthOfPayments]) -> [Passage] {
    months.map { month in
      Passage("\(name(month)): " + amount(month.amount, isEstimate: month.isEstimate, isAtLeast: month.isAtLeast))
    }
  }

  /// `at least ~49.00 USD`
  private func amount(_ cents: Int, isEstimate: Bool, isAtLeast: Bool) -> String {
    mark(isEstimate: isEstimate, isAtLeast: isAtLeast) + money(cents)
  }

  func mark(isEstimate: Bool, isAtLeast: Bool) -> String { (isAtLeast ? "at least " : "") + (isEstimate ? "~" : "") }

  /// `Jan 2027`
  public func name(_ month: MonthOfPayments) -> String {
    let first = CalendarDate(year: month.year, month: month.month, day: 1)
    return first.map { String(Amounts.date($0).dropFirst(2)) } ?? "\(month.month)/\(month.year)"
  }

  public func lapses(_ lapses: [Lapse]) -> [Passage] {
    lapses.map { lapse in
      var text = "\(catalog.title(lapse.credential)) lapses after \(date(lapse.lastDay))"
      if let renewal = lapse.renewal {
        let by =
          renewal.latestStart.map { "begin renewing by \(date($0))" } ?? "too soon to be renewed without a gap"
        let way = renewal.by.map { " (by \(catalog.title($0)))" } ?? ""
        text += "; \(by)\(way): \(renewal.cost == 0 ? "free" : money(renewal.cost)), "
        text += Amounts.studyTime(renewal.minutes)
      }
      return Passage(text, about: lapse.credential)
    }
  }

  public func critical(_ chain: [CriticalStep]) -> [Passage] {
    chain.map { step in
      let cause =
        switch step.cause {
        case .dayZero: "from the first day"
        case .required(let id): "after \(catalog.title(id)), which it requires"
        case .corequired(let id): "beside \(catalog.title(id)), which has to begin by then"
        case .capacity(let id): "when \(catalog.title(id)) leaves room"
        case .calendar: "on the first day the calendar allows"
        case .lapse: "no earlier, or something would lapse too soon"
        case .free: "could begin earlier, but for no earlier end"
        }
      let wait = step.waitsForCalendar ? ", on the next day the calendar allows" : ""
      return Passage("\(catalog.title(step.credential)): \(cause)\(wait)", about: step.credential)
    }
  }

  /// By how much each step could slip, the others as planned; those without a day to lose are told together.
  public func slack(_ explanation: PathwayExplanation) -> [Passage] {
    let steps = explanation.pathway.steps.map { (id: $0.credential, slack: explanation.slack(of: $0.credential) ?? 0) }
    let loose = steps.filter { $0.slack > 0 }
    let rest = steps.count - loose.count
    var passages = loose.map { step in
      Passage("\(catalog.title(step.id)): up to \(Amounts.count(step.slack, "day"))", about: step.id)
    }
    if rest > 0 {
      passages.append(
        Passage(
          loose.isEmpty
            ? "no step has a day to lose" : "no day to lose with the \(rest > 1 ? "other \(rest)" : "other")"))
    }
    return passages
  }

  /// What each point of the frontier gives against the one before it: `+120.00 USD saves 2.0 weeks (60.00 USD a week)`.
  public func exchange(_ exchange: Exchange) -> String {
    let rate = exchange.centsPerWeek.map { ", \(money($0)) a week" } ?? ""
    return "+\(money(exchange.cost)) saves \(Amounts.weeks(exchange.daysSaved)) weeks\(rate)\(way(exchange))"
  }

  /// `: CCNA in place of Network+`
  private func way(_ exchange: Exchange) -> String {
    let added = exchange.added.map(catalog.title)
    let dropped = exchange.dropped.map(catalog.title)
    switch (added.isEmpty, dropped.isEmpty) {
    case (true, true): return ": the same steps, more of them at once"
    case (false, true): return ": \(short(added)) besides"
    case (true, false): return ": without \(short(dropped))"
    case (false, false): return ": \(short(added)) in place of \(short(dropped))"
    }
  }

  private func short(_ names: [String]) -> String {
    let rest = names.count - 3
    return Amounts.list(names.prefix(3) + (rest > 0 ? ["\(rest) more"] : []))
  }
}
