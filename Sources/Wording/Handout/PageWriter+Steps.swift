import Catalogs
import Planning

// The steps in their order, what the next days ask for, and what is paid when.
extension PageWriter {
  private static let week = 7

  /// What the seven days from today on ask for; where the pathway begins later, its first seven.
  func thisWeek(_ pathway: Pathway) -> [String] {
    let first = max(0, subject.today - learner.start)
    let (begins, ends) = (first, first + PageWriter.week)
    var items: [String] = []
    if first == 0 && learner.start > subject.today { items.append("It begins on \(Amounts.date(learner.start)).") }
    for step in pathway.steps where step.start < ends && (step.finish > begins || step.start >= begins) {
      let days = min(step.finish, ends) - max(step.start, begins)
      let minutes = step.load * max(0, days) / PageWriter.week
      let title = catalog.title(step.credential)
      let verb = step.mode == .renewal ? "Renew" : step.start >= begins ? "Begin" : "Go on with"
      let hours = minutes > 0 ? ": \(Amounts.hours(minutes)) hours" : ""
      let end = step.finish <= ends ? ", done by \(subject.date(step.finish))" : ""
      items.append("\(step.mode == .goingOn ? "Go on with" : verb) \(title)\(hours)\(end).")
    }
    let due = subject.explanation(of: pathway).payments.filter { (begins..<ends).contains($0.day) }
    for payment in due {
      items.append(
        "Pay \(subject.money(payment.amount)) for \(catalog.title(payment.credential)) on \(subject.date(payment.day))."
      )
    }
    if items.isEmpty, let next = pathway.steps.first(where: { $0.start >= ends }) {
      items.append("Nothing yet: \(catalog.title(next.credential)) begins on \(subject.date(next.start)).")
    }
    return items
  }

  func steps(_ pathway: Pathway) -> Page.Table {
    var table = Page.Table([
      .init("", isRight: true), .init("step"), .init("from"), .init("held on"), .init("hours", isRight: true),
      .init("cost \(subject.outcome.currency)", isRight: true),
    ])
    for (place, step) in pathway.steps.enumerated() {
      table.rows.append([
        "\(place + 1)", catalog.title(step.credential) + note(step), subject.date(step.start),
        subject.date(step.finish), (step.isEstimate ? "~" : "") + Amounts.hours(step.minutes),
        step.cost == 0
          ? step.isAtLeast ? "not known" : "free" : (step.isAtLeast ? "at least " : "") + Amounts.money(step.cost),
      ])
      let days = max(1, pathway.days)
      table.spans.append(1000 * step.start / days...1000 * step.finish / days)
    }
    return table
  }

  private func note(_ step: Step) -> String {
    switch step.mode {
    case .anew: ""
    case .goingOn: " (going on)"
    case .again: " (again)"
    case .renewal: " (renewal)"
    }
  }

  func awards(_ pathway: Pathway) -> [String] {
    pathway.awards.map { "By the way, on \(subject.date($0.day)): \(catalog.title($0.credential))" }
  }

  func reasons(_ pathway: Pathway) -> [Page.Term] {
    let reasons = StepReasons(pathway, to: subject.goals, learner: learner, in: catalog)
    return pathway.steps.map { step in
      let why = reasons.reason(step.credential)
      var parts = [why.isEmpty ? "lets another step begin sooner" : why]
      let needs = reasons.supports(step.credential)
      if !needs.isEmpty { parts.append("needs \(Amounts.list(needs))") }
      if let leeway = reasons.leeway(step.credential) { parts.append(leeway) }
      let provider = catalog.providerName(catalog.credential(step.credential)?.provider)
      let name = catalog.title(step.credential)
      return Page.Term(provider.isEmpty ? name : "\(name) (\(provider))", parts.joined(separator: "; "))
    }
  }

  func months(_ explanation: PathwayExplanation) -> Page.Table {
    var table = Page.Table([
      .init("month"), .init("to pay", isRight: true), .init("so far", isRight: true), .init("for"),
    ])
    var total = 0
    var marks = (isEstimate: false, isAtLeast: false)
    let words = subject.explanations
    for month in explanation.moneyByMonth {
      total += month.amount
      marks = (marks.isEstimate || month.isEstimate, marks.isAtLeast || month.isAtLeast)
      if month.payments.isEmpty { continue }
      var titles: [String] = []
      for payment in month.payments {
        let title = catalog.title(payment.credential)
        if !titles.contains(title) { titles.append(title) }
      }
      table.rows.append([
        words.name(month).trimmedStart,
        words.mark(isEstimate: month.isEstimate, isAtLeast: month.isAtLeast) + Amounts.money(month.amount),
        words.mark(isEstimate: marks.isEstimate, isAtLeast: marks.isAtLeast) + Amounts.money(total),
        titles.joined(separator: ", "),
      ])
    }
    return table
  }
}

extension String {
  fileprivate var trimmedStart: String { String(drop { $0 == " " }) }
}
