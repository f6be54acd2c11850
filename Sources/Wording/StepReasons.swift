import Catalogs
import Planning

/// Why each step of a pathway is there, what it stands on and how far it can move, in words.
public struct StepReasons {
  private let catalog: Catalog
  private let goals: [Goal]
  private let learner: Learner
  private let explanation: PathwayExplanation

  public init(_ pathway: Pathway, to goal: Goal, learner: Learner, in catalog: Catalog) {
    self.init(pathway, to: [goal], learner: learner, in: catalog)
  }

  public init(_ pathway: Pathway, to goals: [Goal], learner: Learner, in catalog: Catalog) {
    self.catalog = catalog
    self.goals = goals
    self.learner = learner
    explanation = PathwayExplanation(of: pathway, goals: goals.map(\.id), learner: learner, in: catalog)
  }

  /// In one line: `for the goal; teaches Networking, for CCNA`
  public func reason(_ id: String) -> String {
    let sentences = reasons(id)
    let shown = sentences.prefix(3).joined(separator: "; ")
    return sentences.count > 3 ? "\(shown); and \(sentences.count - 3) more" : shown
  }

  /// One for each who asks for it, the goal first.
  public func reasons(_ id: String) -> [String] { reasonPassages(id).map(\.text) }

  /// The same, each about who asks.
  public func reasonPassages(_ id: String) -> [Passage] {
    if goals.contains(where: { $0.id == id }) {
      return [Passage(goals.count == 1 ? "the goal itself" : "a goal itself")]
    }
    var askers: [Asker] = []
    var needs: [Asker: [Reason]] = [:]
    for reason in explanation.reasons(for: id) {
      if needs[reason.asker] == nil { askers.append(reason.asker) }
      needs[reason.asker, default: []].append(reason)
    }
    return askers.map { Passage(sentence($0, needs[$0] ?? []), about: subject($0)) }
  }

  /// What would have done in its place, a passage for each choice that a requirement leaves.
  public func alternativePassages(_ id: String) -> [Passage] {
    var told: [Passage] = []
    for reason in explanation.reasons(for: id) {
      for choice in reason.choices {
        let passage = sentence(choice, reason)
        if !told.contains(passage) { told.append(passage) }
      }
    }
    return told
  }

  private func sentence(_ choice: RequirementChoice, _ reason: Reason) -> Passage {
    let words = RequirementText(catalog: catalog, namesIDs: false)
    switch choice {
    case .parts(let need, let others):
      let total = others.count + 1
      return Passage(
        "\(need) of \(total) are enough for \(name(reason.asker)); the other\(others.count > 1 ? "s" : ""): "
          + short(others.map(words.phrase), "; "), about: subject(reason.asker))
    case .teachers(let others):
      guard case .skill(let skill) = reason.need else { return Passage(short(others.map(catalog.title))) }
      return Passage("\(catalog.skillName(skill)) is also taught by \(short(others.map(catalog.title)))")
    case .credits(let others): return Passage("credits count from \(short(others.map(catalog.title))) too")
    }
  }

  /// The first four.
  private func short(_ names: [String], _ separator: String? = nil) -> String {
    let shown = names.count > 5 ? names.prefix(4) + ["\(names.count - 4) more"] : names
    return separator.map { shown.joined(separator: $0) } ?? Amounts.list(Array(shown))
  }

  /// True where everything that asks for it would do without it too.
  public func isOneOfSeveral(_ id: String) -> Bool {
    let reasons = explanation.reasons(for: id)
    return !reasons.isEmpty && !reasons.contains(where: \.isNecessary)
  }

  private func sentence(_ asker: Asker, _ reasons: [Reason]) -> String {
    if asker == .pin { return "pinned" }
    var skills: [String] = []
    var others: [String] = []
    for reason in reasons {
      switch reason.need {
      case .skill(let skill): skills.append(catalog.skillName(skill))
      case .credits(let amount): others.append("counts towards \(Amounts.hundredths(amount)) credits, ")
      case .active(let name) where reason.byRenewing: others.append("keeps \(catalog.title(name)) valid, ")
      case .credential, .active, .condition, nil: break
      }
    }
    if !skills.isEmpty { others.append("teaches \(Amounts.list(skills)), ") }
    return others.joined() + "for \(name(asker))"
  }

  /// The only goal is what one is looking at already.
  private func subject(_ asker: Asker) -> String? {
    switch asker {
    case .goal(let id): goals.count == 1 ? nil : id
    case .requires(let id), .corequires(let id): id
    case .pin: nil
    }
  }

  private func name(_ asker: Asker) -> String {
    switch asker {
    case .goal(let id): goals.count == 1 ? "the goal" : goals.first { $0.id == id }?.title ?? id
    case .requires(let id), .corequires(let id): catalog.title(id)
    case .pin: "you"
    }
  }

  // MARK: What it stands on

  /// What a step needs and what gives it by when, leaf by leaf; what nothing gives is left to the other alternatives.
  public func supports(_ id: String) -> [String] { supportPassages(id).map(\.text) }

  /// The same, each about what gives it.
  public func supportPassages(_ id: String) -> [Passage] {
    explanation.supports(of: id).compactMap { support in
      guard let giver = support.givers.first else { return nil }
      let need = need(support.need)
      switch giver {
      case .step(let step, let day):
        let title = catalog.title(step)
        let date = Amounts.date(learner.start + day)
        return Passage(need == title ? "\(title), by \(date)" : "\(need): \(title), by \(date)", about: step)
      case .earned(let earned):
        let title = catalog.title(earned)
        return Passage(need == title ? "\(title), earned" : "\(need): \(title), earned", about: earned)
      case .known: return Passage("\(need), known already")
      case .assumed: return Passage("\(need) (taken to hold)")
      }
    }
  }

  private func need(_ need: Need) -> String {
    switch need {
    case .credential(let id), .active(let id): catalog.title(id)
    case .skill(let skill): catalog.skillName(skill)
    case .credits(let amount): "\(Amounts.hundredths(amount)) credits"
    case .condition(let text): text
    }
  }

  /// `a day later would delay the end` or `could start up to 14 days later`.
  public func leeway(_ id: String) -> String? {
    explanation.slack(of: id).map { days in
      days == 0 ? "a day later would delay the end" : "could start up to \(Amounts.count(days, "day")) later"
    }
  }
}
