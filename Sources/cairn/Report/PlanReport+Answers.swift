import Catalogs
import Planning
import Wording

// What was asked besides, for people.
extension PlanReport {
  typealias Section = (title: String, texts: [String])

  var answerSections: [Section] {
    var sections: [Section] = []
    for id in answers.why { sections.append(("Why \(catalog.title(id))", reasons(for: id))) }
    for item in answers.prices { sections.append(section(explanations.price(item.id, item.comparison))) }
    for item in answers.without { sections.append(section(explanations.without(item.id, item.comparison))) }
    if let (changes, comparison) = answers.whatIf { sections.append(section(explanations.whatIf(changes, comparison))) }
    if let alternatives = answers.alternatives { sections += self.sections(alternatives) }
    if answers.isExplained { return sections + explainedSections }
    return sections + (answers.near.map { [section($0)] } ?? [])
  }

  /// Those of `--explain`.
  var explainedSections: [Section] {
    guard let explanation else { return [] }
    let words = explanations
    func texts(_ passages: [Passage]) -> [String] { passages.map(\.text) }
    var sections: [Section] = [
      ("Along the frontier", outcome.exchanges.map(words.exchange)),
      ("Money by month", texts(words.months(explanation.moneyByMonth))),
      ("What stopping keeps", texts(words.offRamps(explanation.offRamps))),
      ("What sets the last day", texts(words.critical(explanation.criticalPath))),
      ("How much later each step could start", texts(words.slack(explanation))),
      ("What lapses", texts(words.lapses(explanation.lapses))),
    ]
    if let setbacks = answers.setbacks { sections.append(("Failing once", texts(words.setbacks(setbacks)))) }
    if let near = answers.near { sections.append(section(near)) }
    return sections
  }

  private var nearTitle: String {
    "Near the end of it" + (answers.reach.map { ": no more than \(explanations.reach($0)) from there" } ?? "")
  }

  private func section(_ near: NearGoals) -> Section { (nearTitle, explanations.near(near).map(\.text)) }

  func reasons(for id: String) -> [String] {
    guard let chosen else { return [] }
    let reasons = StepReasons(chosen, to: goals, learner: learner, in: catalog)
    var texts = reasons.reasons(id)
    if texts.isEmpty { texts = ["it lets another step begin sooner"] }
    if reasons.isOneOfSeveral(id) { texts.append("others of the pathway would do too") }
    texts += reasons.alternativePassages(id).map(\.text)
    texts += reasons.supports(id).map { "needs \($0)" }
    return texts + [reasons.leeway(id)].compactMap { $0 }
  }

  /// The heading is the title.
  private func section(_ passages: [Passage]) -> Section {
    (passages.first?.text ?? "", passages.dropFirst().map(\.text))
  }

  private func sections(_ alternatives: Alternatives) -> [Section] {
    func texts(_ pathways: [Pathway]) -> [String] {
      pathways.map { pathway in
        "\(Amounts.money(pathway.cost)) \(outcome.currency), \(Amounts.weeks(pathway.days)) weeks: "
          + Amounts.list(pathway.steps.map { catalog.title($0.credential) })
      }
    }
    let proof = alternatives.isProven ? [] : ["a search was stopped: there may be better"]
    let equals = alternatives.equals.isEmpty ? ["none"] : texts(alternatives.equals)
    return [
      ("As good as the chosen one", equals),
      ("Next best", (alternatives.nextBest.isEmpty ? ["none"] : texts(alternatives.nextBest)) + proof),
    ]
  }
}
