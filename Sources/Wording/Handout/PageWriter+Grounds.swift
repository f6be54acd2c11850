import Catalogs
import Planning

// What it was weighed against, and what it rests on.
extension PageWriter {
  /// More other pathways than these fill the page with what nobody chose.
  private static let mostOthers = 6

  /// The points of the frontier, this one marked: those nearest to it, and the ends.
  func others(_ pathway: Pathway) -> [String] {
    let frontier = subject.outcome.frontier
    guard frontier.count > 1 else { return [] }
    let place = frontier.firstIndex(of: pathway)
    let near = frontier.indices.sorted { first, second in
      let middle = place ?? subject.outcome.chosen ?? 0
      return (abs(first - middle), first) < (abs(second - middle), second)
    }.prefix(PageWriter.mostOthers)
    let shown = Set(near).union([0, frontier.count - 1]).sorted()
    var items = shown.map { index -> String in
      let point = frontier[index]
      let figures =
        "\(point.isAtLeast ? "at least " : "")\(subject.money(point.cost)) and \(Amounts.weeks(point.days)) weeks"
      if index == place { return "\(figures): this page" }
      let titles = Amounts.list(point.steps.map { catalog.title($0.credential) })
      return "\(figures): \(titles.isEmpty ? "nothing" : titles)"
    }
    let rest = frontier.count - shown.count
    if rest > 0 { items.append("and \(rest) more between these") }
    return items
  }

  /// The failure that hurts most.
  var worst: String? {
    guard let worst = subject.setbacks?.worst else { return nil }
    let words = subject.explanations
    return "It would hurt most with \(catalog.title(worst.credential)): \(words.cost(worst)). "
      + "That is, \(Explanations.howFailed)."
  }

  func standing(_ pathway: Pathway) -> [String] {
    let words = subject.sentences
    let taken = Set(pathway.steps.map(\.credential)).union(subject.goals.map(\.id))
    let assumptions = subject.outcome.assumptions.filter { assumption in
      // What other pathways rest on is not for this page.
      assumption.subject.map(taken.contains) ?? true
    }
    let ends = pathway.steps.isEmpty ? nil : subject.ends
    return words.standing(of: pathway, learner, today: subject.today) + (ends.map(words.choice) ?? [])
      + words.assumptions(assumptions)
  }

  /// Each address once.
  func references(_ pathway: Pathway) -> [Page.Reference] {
    var references: [Page.Reference] = []
    func add(_ title: String, _ source: Source?) {
      guard let source, !references.contains(where: { $0.url == source.url }) else { return }
      let note = source.read.map { "read \(Amounts.date($0))" } ?? ""
      references.append(Page.Reference(title: title, url: source.url, note: note))
    }
    for step in pathway.steps {
      let credential = catalog.credential(step.credential)
      add(catalog.title(step.credential), credential?.source)
      let figures = [credential?.price.fee, credential?.price.monthly, credential?.workload].compactMap { $0 }
      for figure in figures { add(catalog.title(step.credential), figure.source) }
    }
    for goal in subject.goals {
      add(goal.title, goal.source)
      add("\(goal.title): wage", goal.occupation?.source)
    }
    return references
  }
}

extension Assumption {
  /// The credential or goal it is about; `nil` where it is about none.
  fileprivate var subject: String? {
    switch self {
    case .condition(_, let id), .choice(_, _, let id), .waived(let id), .ownFigures(let id), .estimate(let id, _),
      .median(let id, _, _), .unknown(let id, _), .undatedEarned(let id):
      id
    case .rate: nil
    }
  }
}
