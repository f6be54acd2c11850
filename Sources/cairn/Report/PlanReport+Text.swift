import Appraisal
import Catalogs
import Display
import Planning
import Wording

extension PlanReport {
  /// Everything about the plan that fits a screen of that width.
  func lines(width: Int) -> [String] {
    var parts = [heading(width)]
    if case .infeasible(let conflict) = outcome.status { parts.append(conflictLines(conflict, width)) }
    if !outcome.frontier.isEmpty { parts.append(frontierLines(width)) }
    if let chosen { parts += [chosenLines(chosen, width), awardLines(chosen, width), sharedLines(chosen, width)] }
    if hasRanges, let ends {
      parts.append(section("If estimates are off", endTexts(ends), width))
    }
    parts += answerSections.map { section($0.title, $0.texts, width) }
    if let chosen { parts.append(section("What it rests on", standingTexts(chosen), width)) }
    parts.append(section("Assuming", sentences.assumptions(outcome.assumptions), width))
    parts.append(section("Left out", leftOutTexts, width))
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  // MARK: What is asked, and what is proven

  private func heading(_ width: Int) -> [String] {
    let learner = [
      "\(Amounts.studyTime(learner.minutesPerWeek)) a week", "\(learner.atOnce) at once",
      "from \(Amounts.date(learner.start))",
    ]
    return [title, learner.joined(separator: " · ")] + DisplayWidth.wrapped(verdict, to: width)
  }

  private var verdict: String {
    switch outcome.status {
    case .optimal:
      guard let only = outcome.frontier.first, only.steps.isEmpty else {
        return isOnFactsKnown
          ? "Proven on the facts known: nothing else is cheaper or faster."
          : "Proven: nothing else is cheaper or faster."
      }
      return "Reached already: nothing is left to do."
    case .infeasible(let conflict): return sentences.reason(conflict, learner).capitalizedFirst + "."
    case .incomplete(let bound):
      let found = outcome.frontier.isEmpty ? "Stopped before anything was found" : "Stopped before all was proven"
      return
        "\(found): no pathway costs less than \(Amounts.money(bound.cost)) \(outcome.currency) or takes less than "
        + "\(Amounts.weeks(bound.days)) weeks."
    }
  }

  private func conflictLines(_ conflict: Conflict, _ width: Int) -> [String] {
    let changes = sentences.changes(conflict, learner).map { "Without the limits, \($0)." }
    let missing = conflict.unsatisfied.map { sentences.missing($0).capitalizedFirst + "." }
    let smallest = answers.smallest.map { explanations.smallest($0) } ?? []
    return (changes + missing).flatMap { wrapped($0, width) }
      + smallest.flatMap { $0.isHeading ? [$0.text.capitalizedFirst] : wrapped($0.text, width) }
  }

  // MARK: The frontier

  private func frontierLines(_ width: Int) -> [String] {
    var table = TextTable(
      columns: [
        .left(""), .right("cost \(outcome.currency)"), .right("weeks"), .right("hours"), .right("steps"),
        .left("done by"),
      ], indent: 1)
    let isShort = outcome.frontier.allSatisfy { $0.cost % 100 == 0 }
    for (place, pathway) in outcome.frontier.enumerated() {
      let mark = pathway.isAtLeast ? "≥ " : ""
      table.rows.append([
        place == outcome.chosen ? "▸" : "",
        mark + approximate(pathway) + Amounts.money(pathway.cost, isShort: isShort),
        (pathway.steps.contains(where: \.isEstimate) ? "~" : "") + Amounts.weeks(pathway.days),
        approximate(pathway.minutesRange) + Amounts.hours(pathway.minutes),
        String(pathway.steps.count), Amounts.date(learner.start + pathway.days),
      ])
    }
    return table.lines(width: width)
  }

  private func approximate(_ range: ClosedRange<Int>) -> String { range.lowerBound == range.upperBound ? "" : "~" }

  /// Of its cost, which may rest on estimates without a range.
  private func approximate(_ pathway: Pathway) -> String {
    pathway.isCostEstimated(for: learner, in: catalog) ? "~" : ""
  }

  // MARK: The chosen pathway

  private func chosenLines(_ pathway: Pathway, _ width: Int) -> [String] {
    guard !pathway.steps.isEmpty else { return [] }
    let reasons = StepReasons(pathway, to: goals, learner: learner, in: catalog)
    return DisplayWidth.wrapped(summary(pathway), to: width) + stepTable(pathway, reasons).lines(width: width)
  }

  private func stepTable(_ pathway: Pathway, _ reasons: StepReasons) -> TextTable {
    var table = TextTable(columns: [
      .right("start"), .right("done"), .right("cost"), .right("hours"), .left("step, and why", least: 16),
    ])
    let isShort = pathway.steps.allSatisfy { $0.cost % 100 == 0 }
    for step in pathway.steps {
      table.rows.append([
        Amounts.date(learner.start + step.start), Amounts.date(learner.start + step.finish),
        (step.isAtLeast ? "≥ " : step.isCostEstimated(for: learner, in: catalog) ? "~" : "")
          + Amounts.money(step.cost, isShort: isShort),
        (step.isEstimate ? "~" : "") + Amounts.hours(step.minutes), catalog.title(step.credential) + note(step),
      ])
      let reason = reasons.reason(step.credential)
      if !reason.isEmpty { table.rows.append(["", "", "", "", "  " + reason]) }
    }
    return table
  }

  private func summary(_ pathway: Pathway) -> String {
    let which = outcome.frontier.count > 1 ? "Chosen, \(choice)" : "The way"
    var text =
      "\(which): \(pathway.isAtLeast ? "at least " : "")\(approximate(pathway))\(Amounts.money(pathway.cost)) "
      + "\(outcome.currency), "
      + "\(pathway.steps.contains(where: \.isEstimate) ? "~" : "")\(Amounts.weeks(pathway.days)) weeks, "
      + "\(approximate(pathway.minutesRange))\(Amounts.hours(pathway.minutes)) hours"
    var ranges: [String] = []
    let (cost, minutes) = (pathway.costRange, pathway.minutesRange)
    if cost.lowerBound < cost.upperBound {
      ranges.append("\(Amounts.money(cost.lowerBound)) to \(Amounts.money(cost.upperBound)) \(outcome.currency)")
    }
    if let days = daysRanges[pathway], days.lowerBound < days.upperBound {
      ranges.append("\(Amounts.weeks(days.lowerBound)) to \(Amounts.weeks(days.upperBound)) weeks")
    }
    if minutes.lowerBound < minutes.upperBound {
      ranges.append("\(Amounts.hours(minutes.lowerBound)) to \(Amounts.hours(minutes.upperBound)) hours")
    }
    if !ranges.isEmpty { text += " (\(ranges.joined(separator: ", ")))" }
    return text
  }

  private var choice: String {
    if learner.weekPrice != nil { return "at the price of a week given" }
    if learner.currentWage != nil { return "by the wage given" }
    return "balanced between cheapest and fastest"
  }

  private func note(_ step: Step) -> String {
    switch step.mode {
    case .anew: return ""
    case .goingOn: return " (going on)"
    case .again: return " (again)"
    case .renewal: return " (renewal)"
    }
  }

  private func awardLines(_ pathway: Pathway, _ width: Int) -> [String] {
    let awards = pathway.awards.map {
      "\(Amounts.date(learner.start + $0.day)): \(catalog.title($0.credential))"
    }
    return section("Earned by the way", awards, width)
  }

  private func sharedLines(_ pathway: Pathway, _ width: Int) -> [String] {
    guard let shares = shares(of: pathway) else { return [] }
    let texts = shares.shared.map { id in
      let served = shares.goals(servedBy: id).map { goal in goals.first { $0.id == goal }?.title ?? goal }
      return "\(catalog.title(id)): \(Amounts.list(served))"
    }
    return section("Serving more than one goal", texts.isEmpty ? ["nothing; the goals share no step"] : texts, width)
  }

  private func endTexts(_ ends: ChoiceAtEnds) -> [String] {
    sentences.choice(ends).map { $0.capitalizedFirst + "." }
  }

  private func standingTexts(_ pathway: Pathway) -> [String] {
    let worth = payback(pathway).map { [sentences.payback($0)] } ?? []
    return sentences.standing(of: pathway, learner, today: today) + worth
      + doingWithout.map { sentences.doingWithout($0) }
  }

  private var leftOutTexts: [String] {
    outcome.leftOut.map {
      "\(catalog.title($0.credential)): \(sentences.leftOut($0.reason, start: learner.start))"
    }
  }

  // MARK: Sections

  func section(_ title: String, _ texts: [String], _ width: Int) -> [String] {
    guard !texts.isEmpty else { return [] }
    return [title] + texts.flatMap { wrapped($0, width) }
  }

  /// Two spaces in, and what goes on two more.
  private func wrapped(_ text: String, _ width: Int) -> [String] {
    DisplayWidth.wrapped(text, to: max(20, width - 4)).enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
  }
}
