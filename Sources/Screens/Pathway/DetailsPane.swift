import Catalogs
import Display
import Planning
import Wording

// The step under the cursor: what it is, what it costs, why it is there.
extension PathwayScreen {
  func drawDetails(_ rect: Rect, _ frame: inout Frame) {
    let lines = detailLines(width: rect.width - 4)
    let source = step.flatMap { catalog.credential($0.credential)?.source }
    let labels = BoxLabels(title: "Details", footer: source.map(sourceText) ?? "")
    let inside = frame.box(rect, labels: labels, focused: pane == .details).inset(left: 1, right: 1)
    place.reader.draw(lines, in: inside, focused: pane == .details, on: &frame)
  }

  private func sourceText(_ source: Source) -> String {
    let host = source.url.split(separator: "/").dropFirst().first.map(String.init) ?? source.url
    return (source.url.contains("://") ? host : source.url) + (source.read.map { ", read \(Amounts.date($0))" } ?? "")
  }

  func detailLines(width: Int) -> [Line] {
    guard let goal, let pathway, let step, let credential = catalog.credential(step.credential) else { return [] }
    var lines = Lines(width: width)
    lines.add(credential.title, .title)
    let provider = catalog.providerName(credential.provider)
    lines.add(
      [provider, credential.kind.rawValue].filter { !$0.isEmpty }.joined(separator: " \(glyphs.separator) "), .dim)
    addFigures(step, credential, &lines)
    let reasons = StepReasons(pathway, to: goal, learner: learner, in: catalog)
    addReasons(step, reasons, &lines)
    addNeeds(credential, reasons, &lines)
    addLeadsTo(credential, pathway, &lines)
    lines.add(state.credentialWorth.passages(credential), mark: glyphs.separator) { .credential($0) }
    return lines.all
  }

  private func addFigures(_ step: Step, _ credential: Credential, _ lines: inout Lines) {
    lines.add("")
    let cost = (isCostEstimated(step) ? "~" : "") + "\(Amounts.money(step.cost)) \(currency)"
    let isUnknown = step.cost == 0 && step.isAtLeast
    let isFree = step.cost == 0 && !isCostEstimated(step)
    lines.add(isUnknown ? "price not known" : isFree ? "free" : (step.isAtLeast ? "at least " : "") + cost, .money)
    if !step.isAtLeast, step.mode == .anew, !credential.isPriceStated, learner.mine[credential.id]?.fee == nil {
      lines.add("its price is not known: the median of its kind", .estimate)
    }
    if let monthly = credential.price.monthly, monthly.value > 0 {
      lines.add("of it \(Amounts.money(monthly.value)) a month", .dim)
    }
    let estimate = isStudyEstimated(step)
    lines.add(
      "\(estimate ? "~" : "")\(Amounts.hours(step.minutes)) h, \(Amounts.weeks(step.finish - step.start)) weeks")
    if estimate, let figure = credential.workload, let low = figure.low, let high = figure.high {
      let basis = figure.basis.map { ": \($0)" } ?? ""
      lines.add("estimated \(Amounts.hours(low)) to \(Amounts.hours(high)) h\(basis)", .estimate)
    }
    lines.add("\(Amounts.date(learner.start + step.start)) to \(Amounts.date(learner.start + step.finish))")
    switch step.mode {
    case .anew: break
    case .goingOn: lines.add("begun already: what is left of it", .accent)
    case .again: lines.add("another attempt", .accent)
    case .renewal: lines.add("renewed while still valid", .accent)
    }
    if let validity = credential.validity {
      lines.add("lapses on \(Amounts.date(learner.start + step.finish + validity.days))", .warning)
    }
  }

  private func addReasons(_ step: Step, _ reasons: StepReasons, _ lines: inout Lines) {
    lines.addHeading("Why")
    let sentences = reasons.reasons(step.credential)
    for sentence in sentences { lines.add(sentence) }
    if sentences.isEmpty { lines.add("It lets another step begin sooner.") }
    if reasons.isOneOfSeveral(step.credential) { lines.add("others of the pathway would do too", .dim) }
    if let leeway = reasons.leeway(step.credential) { lines.add(leeway, .dim) }
  }

  private func addNeeds(_ credential: Credential, _ reasons: StepReasons, _ lines: inout Lines) {
    let supports = reasons.supports(credential.id)
    if credential.requires == nil && supports.isEmpty { return }
    lines.addHeading("Needs")
    for text in supports { lines.add("\(glyphs.check) \(text)", .good) }
    guard let requires = credential.requires, supports.count != 1 || requires.namedCredentials.count > 1 else { return }
    for text in RequirementText(catalog: catalog, namesIDs: false).lines(requires) { lines.add(text, .dim) }
  }

  private func addLeadsTo(_ credential: Credential, _ pathway: Pathway, _ lines: inout Lines) {
    let next = pathway.steps.filter { step in
      catalog.credential(step.credential)?.requires?.namedCredentials.contains(credential.id) == true
    }
    let awards = pathway.awards.filter { award in
      catalog.credential(award.credential)?.requires?.namedCredentials.contains(credential.id) == true
    }
    guard !next.isEmpty || !awards.isEmpty else { return }
    lines.addHeading("Leads to")
    for step in next { lines.add(catalog.title(step.credential), to: .credential(step.credential)) }
    for award in awards {
      lines.add("\(catalog.title(award.credential)), by the way", .dim, to: .credential(award.credential))
    }
  }
}
