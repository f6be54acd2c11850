import Appraisal
import Catalogs
import Planning

extension Sentences {
  /// On what the cost and the study of a pathway rest for a learner.
  public func standing(of pathway: Pathway, _ learner: Learner, today: CalendarDate) -> [String] {
    standing(PathwayStanding(of: pathway, learner: learner, in: catalog), of: pathway, today: today)
  }

  /// On what the cost and the study of a pathway rest, and how old the oldest figure is.
  public func standing(_ standing: PathwayStanding, of pathway: Pathway, today: CalendarDate) -> [String] {
    var sentences: [String] = []
    if !standing.cost.isEmpty {
      sentences.append("\(Amounts.money(pathway.cost)) \(currency): \(Sentences.shares(standing.cost))")
    }
    if standing.freeByEstimate > 0 { sentences.append(Sentences.free(standing)) }
    if !standing.minutes.isEmpty {
      sentences.append("\(Amounts.hours(pathway.minutes)) hours: \(Sentences.shares(standing.minutes))")
    }
    if let oldest = standing.oldest {
      let freshness = Freshness(read: oldest, today: today)
      sentences.append("oldest figure: \(Sentences.age(of: oldest, today: today)), \(Sentences.word(freshness))")
    }
    if standing.undated > 0 {
      sentences.append("\(Amounts.count(standing.undated, "figure")) read on a day not said")
    }
    return sentences
  }

  /// The same without the totals, for where they stand already: `cost: 92 % seen at the source, 8 % estimated`.
  public func rests(_ standing: PathwayStanding, today: CalendarDate) -> [String] {
    var sentences: [String] = []
    if !standing.cost.isEmpty { sentences.append("cost: \(Sentences.shares(standing.cost))") }
    if standing.freeByEstimate > 0 { sentences.append(Sentences.free(standing)) }
    if !standing.minutes.isEmpty { sentences.append("study: \(Sentences.shares(standing.minutes))") }
    if let oldest = standing.oldest {
      sentences.append(
        "oldest figure \(Sentences.age(of: oldest, today: today)): \(Freshness(read: oldest, today: today).rawValue)")
    }
    return sentences
  }

  private static func free(_ standing: PathwayStanding) -> String {
    "\(Amounts.count(standing.freeByEstimate, "step")) free by estimate, not as seen"
  }

  /// `92 % seen at the source, 8 % estimated`
  public static func shares(_ totals: [Grade: Int]) -> String {
    PathwayStanding.percents(totals).map { "\($0.percent) % \(word($0.grade))" }.joined(separator: ", ")
  }

  public static func word(_ grade: Grade) -> String {
    switch grade {
    case .source: return "seen at the source"
    case .elsewhere: return "seen elsewhere"
    case .estimate: return "estimated"
    case .unknown: return "from where is not said"
    }
  }

  public static func word(_ name: FigureName) -> String {
    switch name {
    case .fee: return "price"
    case .monthly: return "monthly price"
    case .effort: return "study"
    case .duration: return "length"
    case .renewalFee: return "price of renewal"
    case .renewalEffort: return "study for renewal"
    case .retakeFee: return "price of a retake"
    }
  }

  /// `ACE (CREDIT, 3 credits)`
  public static func word(_ endorsement: Endorsement) -> String {
    let credits = endorsement.credits.map { "\(Amounts.hundredths($0)) credits" }
    let details = [endorsement.scheme, credits].compactMap { $0 }
    return details.isEmpty ? endorsement.by : "\(endorsement.by) (\(details.joined(separator: ", ")))"
  }

  public static func word(_ freshness: Freshness) -> String { freshness.rawValue }

  /// `read 2 Jan 2026, 14 months ago`
  public static func age(of read: CalendarDate, today: CalendarDate) -> String {
    let days = max(0, today - read)
    if days == 0 { return "read today" }
    let span = days < 60 ? Amounts.count(days, "day") : "\(days / 30) months"
    return "read \(Amounts.date(read)), \(span) ago"
  }

  public func payback(_ payback: Payback) -> String {
    switch payback {
    case .months(let range):
      let span =
        range.lowerBound == range.upperBound
        ? Amounts.count(range.upperBound, "month")
        : "\(range.lowerBound) to \(Amounts.count(range.upperBound, "month"))"
      return "paid back after \(span) at the median wage of the occupation, which newcomers rarely earn: from its cost "
        + "alone to its cost with every hour of study at your wage"
    case .never: return "never paid back by the wage: the median of the occupation is no higher than yours"
    case .noRate(let other): return "the wage is in \(other), for which no rate is set (Rates at Learner, or --rate)"
    }
  }

  /// What keeping to what is seen, or to what is vouched for, costs.
  public func doingWithout(_ price: DoingWithout) -> String {
    let limit = price.limit == .seen ? "what is seen" : "what is vouched for"
    guard let cost = price.cost, let days = price.days else {
      return "keeping to \(limit) leaves no pathway; without that limit there is one"
    }
    if cost == 0 && days == 0 { return "keeping to \(limit) costs nothing" }
    return "keeping to \(limit) costs \(Amounts.money(cost)) \(currency) more for the cheapest and "
      + "\(Amounts.count(days, "day")) more for the fastest"
  }

  public static func word(_ element: DescribedElement) -> String {
    switch element {
    case .learner: return "whether identity is checked"
    case .title: return "title"
    case .country: return "country"
    case .awardingBody: return "awarding body"
    case .outcomes: return "learning outcomes"
    case .workload: return "workload"
    case .level: return "level"
    case .assessment: return "assessment"
    case .participation: return "form of participation"
    case .qualityAssurance: return "quality assurance"
    }
  }
}
