import Catalogs
import Learners
import Planning
import Wording

/// A setting of a learner that is one figure.
enum Setting: String, CaseIterable, Hashable, Sendable {
  case hours, atOnce, start, budget, spent, deadline, weekPrice, wage, estimates

  var name: String {
    switch self {
    case .hours: "Hours a week"
    case .atOnce: "At once"
    case .start: "First day"
    case .budget: "Budget"
    case .spent: "Spent so far"
    case .deadline: "Deadline"
    case .weekPrice: "A week is worth"
    case .wage: "Wage now"
    case .estimates: "Estimates"
    }
  }

  /// What it does to the pathways.
  var sentence: String {
    switch self {
    case .hours: "The hours of study that a week has room for, all credentials in progress together."
    case .atOnce: "How many credentials may be in progress at the same time."
    case .start: "The day on which the pathways begin: today, as long as no other is set."
    case .budget: "What may be spent at most. What was spent so far counts against it."
    case .spent: "What was paid so far. It counts against the budget, not in what a pathway costs."
    case .deadline: "The day by which a pathway has to be done."
    case .weekPrice: "What a week sooner is worth: it weighs money against time in choosing among the pathways."
    case .wage: "What is earned a year now; the pathways then say when the higher wage has paid them back."
    case .estimates: "Whether figures that are estimates may be planned with."
    }
  }

  /// What may be typed.
  var hint: String {
    switch self {
    case .hours: "Hours, such as 7.5."
    case .atOnce: "A whole number, 1 to 9."
    case .start: "A date, such as 2026-01-05; empty for today."
    case .budget, .weekPrice, .wage: "An amount, such as 1500; empty for none."
    case .spent: "An amount, such as 120.50."
    case .deadline: "26 (weeks), 180d or 2026-07-01; empty for none."
    case .estimates: ""
    }
  }

  /// How it is set now.
  func value(in record: LearnerRecord, currency: String) -> String {
    let learner = record.learner
    func money(_ cents: Int?) -> String { cents.map { "\(Amounts.money($0, isShort: true)) \(currency)" } ?? "none" }
    switch self {
    case .hours: return Amounts.hours(learner.minutesPerWeek)
    case .atOnce: return String(learner.atOnce)
    case .start: return Amounts.date(learner.start) + (record.current.startsToday ? " (today)" : "")
    case .budget: return money(learner.budget)
    case .spent: return money(learner.spent)
    case .deadline: return learner.deadline.map { Amounts.date(learner.start + $0) } ?? "none"
    case .weekPrice: return money(learner.weekPrice)
    case .wage: return money(learner.currentWage) + (learner.currentWage == nil ? "" : " a year")
    case .estimates: return learner.allowsEstimates ? "allowed" : "ruled out"
    }
  }
}

/// What is wrong with an answer, as a sentence without a full stop.
struct AnswerFault: Error, Hashable {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

extension Setting {
  /// The settings with this one as it was typed.
  func applied(_ text: String, to profile: Profile, today: CalendarDate) throws(AnswerFault) -> Profile {
    var after = profile
    switch self {
    case .hours:
      let minutes = try Typed.minutes(text)
      guard Learner.Bounds.minutesPerWeek.contains(minutes) else {
        throw AnswerFault("a week has more than 0 and at most 168 hours")
      }
      after.learner.minutesPerWeek = minutes
    case .atOnce:
      guard let count = Int(text), (1...9).contains(count) else { throw AnswerFault("it takes a number from 1 to 9") }
      after.learner.atOnce = count
    case .start:
      let day = try Typed.date(text)
      after.startsToday = day == nil
      // A deadline stays the date it was.
      after.learner.deadline = profile.learner.deadline.map { $0 - ((day ?? today) - profile.learner.start) }
      after.learner.start = day ?? today
    case .budget: after.learner.budget = try Typed.money(text)
    case .spent: after.learner.spent = try Typed.money(text) ?? 0
    case .deadline: after.learner.deadline = try Typed.deadline(text, from: profile.learner.start)
    case .weekPrice: after.learner.weekPrice = try Typed.money(text)
    case .wage: after.learner.currentWage = try Typed.money(text)
    case .estimates: after.learner.allowsEstimates.toggle()
    }
    return after
  }
}

/// Figures as people type them.
enum Typed {
  /// Larger amounts than these are slips of a finger, and their sums could overflow.
  private static let most = 10_000_000

  /// Cents; `nil` for nothing typed.
  static func money(_ text: String) throws(AnswerFault) -> Int? {
    let digits = text.filter { $0 != "," && $0 != " " }
    if digits.isEmpty { return nil }
    guard let number = DecimalText(digits), !number.isNegative, let cents = number.rounded(times: 100),
      cents <= most * 100
    else { throw AnswerFault("\"\(text)\" is not an amount") }
    return cents
  }

  /// Millionths.
  static func rate(_ text: String) throws(AnswerFault) -> Int {
    guard let number = DecimalText(text), !number.isNegative, let millionths = number.rounded(times: 1_000_000),
      (1...most * 1_000_000).contains(millionths)
    else { throw AnswerFault("\"\(text)\" is not a rate such as 1.08") }
    return millionths
  }

  static func minutes(_ text: String) throws(AnswerFault) -> Int {
    let digits = text.hasSuffix("h") ? String(text.dropLast()) : text
    guard let number = DecimalText(digits.filter { $0 != " " }), !number.isNegative,
      let minutes = number.rounded(times: 60), Learner.Bounds.minutes.contains(minutes)
    else { throw AnswerFault("\"\(text)\" is not a number of hours") }
    return minutes
  }

  /// `nil` for nothing typed.
  static func date(_ text: String) throws(AnswerFault) -> CalendarDate? {
    if text.isEmpty { return nil }
    guard let date = CalendarDate(iso: text) else { throw AnswerFault("\"\(text)\" is not a date such as 2026-01-05") }
    return date
  }

  /// Days from `start`; `nil` for nothing typed.
  static func deadline(_ text: String, from start: CalendarDate) throws(AnswerFault) -> Int? {
    if text.isEmpty { return nil }
    if let date = CalendarDate(iso: text) {
      guard date >= start else { throw AnswerFault("\(Amounts.date(date)) is before the first day") }
      return date - start
    }
    let digits = String(text.prefix { $0.isNumber })
    let unit = text.dropFirst(digits.count).filter { $0 != " " }
    let days = ["": 7, "w": 7, "week": 7, "weeks": 7, "d": 1, "day": 1, "days": 1][String(unit)]
    guard let number = Int(digits), let days, number <= Learner.Bounds.deadline.upperBound / days else {
      throw AnswerFault("\"\(text)\" is neither weeks, days such as 180d, nor a date such as 2026-07-01")
    }
    return number * days
  }
}
