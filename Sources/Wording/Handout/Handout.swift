import Catalogs
import Planning

/// What somebody takes home: a page to be read, days for a calendar, and the steps as a table of bare figures.
public struct Handout: Hashable, Sendable {
  /// The ids of the goals, for a file's name.
  public var goals: [String]
  public var page: Page
  public var days: [HandoutDay]
  public var steps: [HandoutStep]
  /// The day on which it was written.
  public var written: CalendarDate
  /// True where it names whom it is for.
  public var isPersonal: Bool

  /// What a file's name may end with; it is written as the end says, the first where nothing is said.
  public static let fileKinds = ["md", "html", "txt", "ics", "csv"]

  /// The name of a file for it, of letters, digits and hyphens alone.
  public static func fileName(for goal: String) -> String {
    let safe = goal.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return "\(String(safe)).\(fileKinds[0])"
  }

  public init(_ subject: HandoutSubject) {
    goals = subject.goals.map(\.id)
    page = PageWriter(subject).page
    days = HandoutDay.all(of: subject)
    steps = HandoutStep.all(of: subject)
    written = subject.today
    isPersonal = subject.name != nil
  }
}

/// Something that has its days in a calendar.
public struct HandoutDay: Hashable, Sendable {
  /// The same for the same thing, whenever it is written.
  public var id: String
  public var title: String
  public var text: String
  public var first: CalendarDate
  /// The last day that belongs to it.
  public var last: CalendarDate

  static func all(of subject: HandoutSubject) -> [HandoutDay] {
    guard let pathway = subject.pathway else { return [] }
    let (catalog, start) = (subject.catalog, subject.learner.start)
    let reasons = StepReasons(pathway, to: subject.goals, learner: subject.learner, in: catalog)
    let explanation = subject.explanation(of: pathway)
    var days = pathway.steps.map { step in
      HandoutDay(
        id: "step-\(step.credential)", title: catalog.title(step.credential),
        text:
          "\(Amounts.hours(step.load)) hours a week; \(subject.money(step.cost)); \(reasons.reason(step.credential))",
        first: start + step.start, last: start + max(step.start, step.finish - 1))
    }
    days += pathway.awards.map { award in
      let day = start + award.day
      return HandoutDay(
        id: "award-\(award.credential)", title: "\(catalog.title(award.credential)) is earned", text: "by the way",
        first: day, last: day)
    }
    days += explanation.payments.map { payment in
      let day = start + payment.day
      return HandoutDay(
        id: "pay-\(payment.credential)-\(payment.day)", title: "Pay \(subject.money(payment.amount))",
        text: catalog.title(payment.credential), first: day, last: day)
    }
    days += explanation.lapses.flatMap { lapse -> [HandoutDay] in
      let title = catalog.title(lapse.credential)
      let last = start + lapse.lastDay
      let renew = lapse.renewal?.latestStart.map { day in
        let way = lapse.renewal?.by.map { "by \(catalog.title($0)); " } ?? ""
        return HandoutDay(
          id: "renew-\(lapse.credential)", title: "Begin renewing \(title)",
          text: "\(way)its last day is \(Amounts.date(last))", first: start + day, last: start + day)
      }
      let end = HandoutDay(
        id: "lapse-\(lapse.credential)", title: "Last day of \(title)", text: "it lapses", first: last, last: last)
      return [renew, end].compactMap { $0 }
    }
    return days
  }
}

/// A step in bare figures.
public struct HandoutStep: Hashable, Sendable {
  public var credential: String
  public var title: String
  public var provider: String
  public var first: CalendarDate
  /// The day on which it is held.
  public var held: CalendarDate
  public var minutes: Int
  /// Cents.
  public var cost: Int
  public var currency: String
  /// True where a figure is an estimate.
  public var isEstimate: Bool
  public var source: Source?

  static func all(of subject: HandoutSubject) -> [HandoutStep] {
    (subject.pathway?.steps ?? []).map { step in
      let credential = subject.catalog.credential(step.credential)
      return HandoutStep(
        credential: step.credential, title: subject.catalog.title(step.credential),
        provider: subject.catalog.providerName(credential?.provider), first: subject.learner.start + step.start,
        held: subject.learner.start + step.finish, minutes: step.minutes, cost: step.cost,
        currency: subject.outcome.currency, isEstimate: step.isEstimate, source: credential?.source)
    }
  }
}
