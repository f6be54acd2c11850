import Appraisal
import Catalogs
import Planning

/// Writes the page to take home: what it is about and in short, then what to do first, then all the rest.
struct PageWriter {
  let subject: HandoutSubject

  init(_ subject: HandoutSubject) { self.subject = subject }

  var learner: Learner { subject.learner }
  var catalog: Catalog { subject.catalog }

  var page: Page {
    var page = Page(title: subject.title, blocks: [.text(forWhom)])
    guard let pathway = subject.pathway else {
      addObstacles(&page)
      page.blocks.append(.text(closing))
      return page
    }
    page.add("In short", [.terms(inShort(pathway))])
    page.add(learner.start > subject.today ? "The first week" : "This week", [.list(thisWeek(pathway))])
    page.add("The steps", [.table(steps(pathway)), .list(awards(pathway))])
    page.add("Why each step", [.terms(reasons(pathway))])
    let explanation = subject.explanation(of: pathway)
    page.add("Money by month", [.table(months(explanation))])
    page.add("What lapses, and when to renew", [.list(subject.explanations.lapses(explanation.lapses).map(\.text))])
    page.add("Other ways that were weighed", [.list(others(pathway))])
    if let worst = worst { page.add("If an exam is failed", [.text(worst)]) }
    page.add("What this rests on", [.list(standing(pathway))])
    page.add("Where it was read", [.references(references(pathway))])
    page.blocks.append(.text(closing))
    return page
  }

  // MARK: For whom, in short

  private var forWhom: String {
    var parts = [
      "\(Amounts.studyTime(learner.minutesPerWeek)) a week", "\(learner.atOnce) at once",
      "from \(Amounts.date(learner.start))",
    ]
    if let budget = learner.budget { parts.append("at most \(subject.money(budget))") }
    if let deadline = learner.deadline { parts.append("done by \(subject.date(deadline))") }
    if !learner.excluded.isEmpty { parts.append("\(learner.excluded.count) excluded") }
    if !learner.pinned.isEmpty { parts.append("\(learner.pinned.count) pinned") }
    if !learner.earned.isEmpty { parts.append("\(learner.earned.count) earned already") }
    let who = subject.name.map { "For \($0), w" } ?? "W"
    return "\(who)ritten on \(Amounts.date(subject.today)): \(parts.joined(separator: ", "))."
  }

  private func inShort(_ pathway: Pathway) -> [Page.Term] {
    guard !pathway.steps.isEmpty else { return [Page.Term("Done", "the goal is reached; nothing is left to do")] }
    var terms = [
      Page.Term("Cost", (pathway.isAtLeast ? "at least " : "") + money(pathway)),
      Page.Term(
        "Time",
        "\(Amounts.weeks(pathway.days)) weeks, from \(Amounts.date(learner.start)) to \(subject.date(pathway.days))"
      ),
      Page.Term("Study", hours(pathway)),
      Page.Term("Credentials", String(pathway.steps.count)),
    ]
    if let first = subject.explanations.firstAward(subject.explanation(of: pathway).offRamps), pathway.steps.count > 1 {
      terms.append(Page.Term("First award", String(first.text.dropFirst("first award: ".count))))
    }
    terms += subject.goals.compactMap(wage)
    if subject.goals.count == 1, let goal = subject.goals.first,
      let payback = Payback(pathway, to: goal, learner: learner, currency: subject.outcome.currency)
    {
      terms.append(Page.Term("Worth", subject.sentences.payback(payback)))
    }
    return terms + [Page.Term("Proof", proof)]
  }

  private func money(_ pathway: Pathway) -> String {
    let range = pathway.costRange
    if range.lowerBound == range.upperBound { return subject.money(pathway.cost) }
    return "\(subject.money(pathway.cost)), as estimated; \(Amounts.money(range.lowerBound)) to "
      + "\(Amounts.money(range.upperBound)) where the estimates are off"
  }

  private func hours(_ pathway: Pathway) -> String {
    let range = pathway.minutesRange
    let text = "\(Amounts.hours(pathway.minutes)) hours"
    if range.lowerBound == range.upperBound { return text }
    return "\(text), as estimated; \(Amounts.hours(range.lowerBound)) to \(Amounts.hours(range.upperBound)) where the "
      + "estimates are off"
  }

  private func wage(_ goal: Goal) -> Page.Term? {
    guard let occupation = goal.occupation, let wage = occupation.medianWage else { return nil }
    let year = occupation.year.map { ", \($0)" } ?? ""
    let money = "\(Amounts.money(wage, isShort: true)) \(occupation.currency ?? subject.outcome.currency)"
    var text = "\(money) a year is the median of the occupation\(year), which newcomers rarely earn"
    if let education = occupation.entryEducation { text += "; usually asked for besides: \(education)" }
    return Page.Term(subject.goals.count == 1 ? "Wage" : "Wage, \(goal.title)", text)
  }

  private var proof: String {
    switch subject.outcome.status {
    case .optimal:
      return
        "no pathway of these catalogs is cheaper and as fast, or faster and as cheap, than those named on this page"
    case .infeasible: return "no pathway keeps to the limits"
    case .incomplete(let bound):
      return "the search was stopped: no pathway costs less than \(subject.money(bound.cost)) or takes less than "
        + "\(Amounts.weeks(bound.days)) weeks, but there may be better ones than this"
    }
  }

  private var closing: String {
    let titles = catalog.headers.map(\.title).count
    return "Written by Cairn from \(Amounts.count(titles, "catalog")). Prices and dates change: look at the provider's "
      + "page before you pay."
  }

  // MARK: Where there is no way

  private func addObstacles(_ page: inout Page) {
    guard case .infeasible(let conflict) = subject.outcome.status else {
      page.blocks.append(.text("The search was stopped before a pathway was found."))
      return
    }
    page.add("There is no way now", [.text(subject.sentences.reason(conflict, learner).capitalizedFirst + ".")])
    page.blocks.append(
      .list(subject.sentences.changes(conflict, learner) + conflict.unsatisfied.map(subject.sentences.missing)))
    guard let smallest = subject.smallest else { return }
    page.add("The smallest changes, each of which would do", [.list(smallest.alone.map(subject.explanations.sentence))])
    page.add("Or together", [.list(smallest.combined.map { [subject.explanations.sentence($0)] } ?? [])])
  }
}
