import Appraisal
import Catalogs
import Planning

/// What a goal is worth, as far as its occupation is known; silent where nothing is.
public struct GoalWorth {
  public var learner: Learner
  public var currency: String
  public var today: CalendarDate

  public init(learner: Learner, currency: String, today: CalendarDate) {
    (self.learner, self.currency, self.today) = (learner, currency, today)
  }

  /// `124,910 USD a year at the median (2024)`
  public static func wage(_ occupation: Occupation) -> String? {
    let currency = occupation.currency.map { " \($0)" } ?? ""
    return occupation.medianWage.map { wage in
      "\(Amounts.money(wage, isShort: true))\(currency) a year at the median"
        + (occupation.year.map { " (\($0))" } ?? "")
    }
  }

  /// Wages, jobs, growth, and what is asked for besides.
  public func passages(_ occupation: Occupation) -> [Passage] {
    let currency = occupation.currency.map { " \($0)" } ?? ""
    var lines: [String?] = [
      occupation.title.map { "in statistics: \($0)" }, GoalWorth.wage(occupation),
    ]
    if let low = occupation.lowerQuartile, let high = occupation.upperQuartile {
      lines.append(
        "half earn \(Amounts.money(low, isShort: true)) to \(Amounts.money(high, isShort: true))\(currency)")
    }
    lines.append(occupation.jobs.map { "\(Amounts.grouped($0)) jobs" + growth(occupation, ", ") })
    if occupation.jobs == nil { lines.append(occupation.growth.map { _ in "jobs: " + growth(occupation, "") }) }
    lines.append(occupation.openings.map { "\(Amounts.grouped($0)) openings a year" })
    lines.append(occupation.entryEducation.map { "usually asked for: \($0)" })
    if let experience = occupation.experience, experience.lowercased() != "none" {
      lines.append("experience: \(experience)")
    }
    lines.append(occupation.wageSource.map { "wages: \(standing(of: $0))" })
    let these = occupation.wageSource == nil ? "these figures" : "jobs and what is asked for"
    lines.append(occupation.source.map { "\(these): \(standing(of: $0))" })
    return lines.compactMap { $0.map { Passage($0) } }
  }

  private func standing(of source: Source) -> String {
    let age = source.read.map { Sentences.age(of: $0, today: today) } ?? "read on a day not said"
    return "\(Sentences.word(source.grade(for: nil))), \(age)"
  }

  public func section(_ title: String, _ passages: [Passage]) -> [Passage] {
    passages.isEmpty ? [] : [.heading(title)] + passages
  }

  private func growth(_ occupation: Occupation, _ before: String) -> String {
    guard let growth = occupation.growth else { return "" }
    return "\(before)\(growth >= 0 ? "+" : "-")\(Amounts.hundredths(abs(growth))) % in ten years"
  }

  /// After how long a pathway is paid back; `nil` where nobody knows a wage.
  public func payback(_ pathway: Pathway, to goal: Goal) -> String? {
    switch Payback(pathway, to: goal, learner: learner, currency: currency) {
    case nil: return nil
    case .noRate(let other): return "paid back: the wage is in \(other), whose rate is not set"
    case .never: return "never paid back: the median is no higher than your wage"
    case .months(let range):
      let span =
        range.lowerBound == range.upperBound
        ? "\(range.upperBound)" : "\(range.lowerBound) to \(range.upperBound)"
      let least = pathway.isAtLeast ? " at the least" : ""
      return "paid back in \(span) \(range.upperBound == 1 ? "month" : "months")\(least) of the higher wage"
    }
  }
}
