import Learners
import Planning

/// A saved pathway as it is written.
struct PathwayDocument: Codable, Hashable {
  struct StepDocument: Codable, Hashable {
    var credential: String
    var start: Int
    var finish: Int
    var costCents: Int
    var minutes: Int
    var minutesPerWeek: Int
    var mode: String
    var isEstimate: Bool?
    var isAtLeast: Bool?
  }

  struct AwardDocument: Codable, Hashable {
    var credential: String
    var day: Int
  }

  struct EntryDocument: Codable, Hashable {
    var feeCents: Int?
    var monthlyCents: Int?
    var workloadMinutes: Int?
    var days: Int?
    var requirements: String
    var offer: String
  }

  /// What it rests on, as fingerprints where a change is all that is to be told.
  struct FactsDocument: Codable, Hashable {
    var whole: String
    var entries: [String: EntryDocument]
    var goals: [String: String]
  }

  var name: String
  var saved: String
  var isFavourite: Bool?
  var goals: [String]
  var settings: SettingsDocument
  var currency: String
  var steps: [StepDocument]
  var awards: [AwardDocument]?
  var costCents: Int
  var days: Int
  var minutes: Int
  var lowCostCents: Int
  var highCostCents: Int
  var lowMinutes: Int
  var highMinutes: Int
  var isAtLeast: Bool?
  var facts: FactsDocument
}

extension PathwayDocument {
  init(_ saved: SavedPathway) {
    let pathway = saved.pathway
    name = saved.name
    self.saved = saved.saved.iso
    isFavourite = saved.isFavourite ? true : nil
    goals = saved.request.goals
    settings = SettingsDocument(saved.request.learner)
    currency = saved.currency
    steps = pathway.steps.map(StepDocument.init)
    awards = pathway.awards.isEmpty ? nil : pathway.awards.map { AwardDocument(credential: $0.credential, day: $0.day) }
    costCents = pathway.cost
    days = pathway.days
    minutes = pathway.minutes
    lowCostCents = pathway.costRange.lowerBound
    highCostCents = pathway.costRange.upperBound
    lowMinutes = pathway.minutesRange.lowerBound
    highMinutes = pathway.minutesRange.upperBound
    isAtLeast = pathway.isAtLeast ? true : nil
    facts = FactsDocument(saved.facts)
  }

  func savedPathway() throws -> SavedPathway {
    try Fault.require(
      lowCostCents <= highCostCents && lowMinutes <= highMinutes,
      "the pathway \"\(name)\" has a range the wrong way round")
    if let fault = LearnerRecord.fault(ofName: name) { throw Fault("the name of a pathway \(fault)") }
    try requireBounds()
    let pathway = Pathway(
      steps: try steps.map { try $0.step() }, cost: costCents, days: days, minutes: minutes,
      awards: (awards ?? []).map { Award(credential: $0.credential, day: $0.day) },
      costRange: lowCostCents...highCostCents, minutesRange: lowMinutes...highMinutes, isAtLeast: isAtLeast ?? false)
    return SavedPathway(
      name: name, saved: try Fault.date(saved), isFavourite: isFavourite ?? false,
      request: PlanningRequest(goals: goals, learner: try settings.learner()), currency: currency, pathway: pathway,
      facts: try facts.catalogFacts())
  }
}

extension PathwayDocument {
  /// Beyond all that can come of a learner's and a catalog's figures within their bounds, such as a hundred thousand hours
  /// at a minute a week, and such that sums of them still fit an integer.
  private static let mostSteps = 10_000
  private static let days = 0...1_000_000_000_000
  private static let cents = 0...1_000_000_000_000_000_000
  private static let minutes = 0...1_000_000_000_000

  private func requireBounds() throws {
    func require(_ figure: Int?, _ name: String, _ bounds: ClosedRange<Int>) throws {
      try Fault.require(figure, "pathways.\(self.name).\(name)", in: bounds)
    }
    try Fault.require(steps.count <= PathwayDocument.mostSteps, "the pathway \"\(name)\" has too many steps")
    for (figure, name) in [(costCents, "costCents"), (lowCostCents, "lowCostCents"), (highCostCents, "highCostCents")] {
      try require(figure, name, PathwayDocument.cents)
    }
    for (figure, name) in [(minutes, "minutes"), (lowMinutes, "lowMinutes"), (highMinutes, "highMinutes")] {
      try require(figure, name, PathwayDocument.minutes)
    }
    try require(days, "days", PathwayDocument.days)
    var total = 0
    for step in steps {
      try require(step.start, "start", PathwayDocument.days)
      try require(step.finish, "finish", step.start...PathwayDocument.days.upperBound)
      try require(step.costCents, "costCents", 0...(PathwayDocument.cents.upperBound - total))
      total += step.costCents
      try require(step.minutes, "minutes", PathwayDocument.minutes)
      try require(step.minutesPerWeek, "minutesPerWeek", PathwayDocument.minutes)
    }
    for award in awards ?? [] { try require(award.day, "day", PathwayDocument.days) }
    for entry in facts.entries.values {
      try require(entry.feeCents, "feeCents", PathwayDocument.cents)
      try require(entry.monthlyCents, "monthlyCents", PathwayDocument.cents)
      try require(entry.workloadMinutes, "workloadMinutes", PathwayDocument.minutes)
      try require(entry.days, "days", PathwayDocument.days)
    }
  }
}

extension PathwayDocument.StepDocument {
  init(_ step: Step) {
    credential = step.credential
    start = step.start
    finish = step.finish
    costCents = step.cost
    minutes = step.minutes
    minutesPerWeek = step.load
    mode = step.mode.written
    isEstimate = step.isEstimate ? true : nil
    isAtLeast = step.isAtLeast ? true : nil
  }

  func step() throws -> Step {
    guard let mode = Step.Mode(written: mode) else { throw Fault("\"\(mode)\" is no way of taking a credential") }
    return Step(
      credential: credential, start: start, finish: finish, cost: costCents, minutes: minutes, load: minutesPerWeek,
      mode: mode, isEstimate: isEstimate ?? false, isAtLeast: isAtLeast ?? false)
  }
}

extension Step.Mode {
  fileprivate static let all: [Step.Mode] = [.anew, .goingOn, .again, .renewal]

  fileprivate var written: String {
    switch self {
    case .anew: "anew"
    case .goingOn: "going-on"
    case .again: "again"
    case .renewal: "renewal"
    }
  }

  fileprivate init?(written: String) {
    guard let mode = Step.Mode.all.first(where: { $0.written == written }) else { return nil }
    self = mode
  }
}

extension PathwayDocument.FactsDocument {
  init(_ facts: CatalogFacts) {
    whole = facts.whole.text
    goals = facts.goals.mapValues(\.text)
    entries = facts.entries.mapValues {
      PathwayDocument.EntryDocument(
        feeCents: $0.fee, monthlyCents: $0.monthly, workloadMinutes: $0.workload, days: $0.days,
        requirements: $0.requirements.text, offer: $0.offer.text)
    }
  }

  func catalogFacts() throws -> CatalogFacts {
    CatalogFacts(
      whole: try fingerprint(whole),
      entries: try entries.mapValues {
        CatalogFacts.Entry(
          fee: $0.feeCents, monthly: $0.monthlyCents, workload: $0.workloadMinutes, days: $0.days,
          requirements: try fingerprint($0.requirements), offer: try fingerprint($0.offer))
      }, goals: try goals.mapValues(fingerprint))
  }

  private func fingerprint(_ text: String) throws -> Fingerprint {
    guard let fingerprint = Fingerprint(text) else { throw Fault("\"\(text)\" is no fingerprint") }
    return fingerprint
  }
}
