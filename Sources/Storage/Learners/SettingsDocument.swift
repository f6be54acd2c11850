import Catalogs
import Learners
import Planning

/// A learner's settings as they are written: amounts in the smallest unit, named in the key; days as `2026-01-05`.
struct SettingsDocument: Codable, Hashable {
  struct Attempt: Codable, Hashable {
    var date: String?
    var minutesLeft: Int?
  }

  struct Own: Codable, Hashable {
    var feeCents: Int?
    var monthlyCents: Int?
    var workloadMinutes: Int?
    var days: Int?
  }

  var minutesPerWeek: Int
  var atOnce: Int
  var start: String
  var startsToday: Bool
  var knows: [String]?
  /// By id, the day or `null`.
  var earned: [String: String?]?
  /// By id, minutes done.
  var begun: [String: Int]?
  var failed: [String: Attempt]?
  var spentCents: Int?
  /// `credential:…`, `provider:…`, `delivery:…`, `language:…` or `unvouched`.
  var excluded: [String]?
  var pinned: [String]?
  var mine: [String: Own]?
  var waived: [String]?
  var denied: [String]?
  /// By currency, millionths.
  var rates: [String: Int]?
  var budgetCents: Int?
  var deadlineDays: Int?
  var currentWageCents: Int?
  var weekPriceCents: Int?
  var allowsEstimates: Bool?
}

extension SettingsDocument {
  init(_ profile: Profile) {
    self.init(profile.learner, startsToday: profile.startsToday)
  }

  init(_ learner: Learner, startsToday: Bool = false) {
    func filled<Items: Collection>(_ items: Items) -> Items? { items.isEmpty ? nil : items }
    minutesPerWeek = learner.minutesPerWeek
    atOnce = learner.atOnce
    start = learner.start.iso
    self.startsToday = startsToday
    knows = filled(learner.knows.sorted())
    earned = filled(learner.earned.mapValues { $0?.iso })
    begun = filled(learner.begun)
    failed = filled(learner.failed.mapValues { Attempt(date: $0.date?.iso, minutesLeft: $0.minutesLeft) })
    spentCents = learner.spent == 0 ? nil : learner.spent
    excluded = filled(learner.excluded.map(SettingsDocument.text).sorted())
    pinned = filled(learner.pinned.sorted())
    mine = filled(
      learner.mine.mapValues {
        Own(feeCents: $0.fee, monthlyCents: $0.monthly, workloadMinutes: $0.workload, days: $0.days)
      })
    waived = filled(learner.waived.sorted())
    denied = filled(learner.denied.sorted())
    rates = filled(learner.rates)
    budgetCents = learner.budget
    deadlineDays = learner.deadline
    currentWageCents = learner.currentWage
    weekPriceCents = learner.weekPrice
    allowsEstimates = learner.allowsEstimates ? nil : false
  }

  func profile() throws -> Profile { Profile(try learner(), startsToday: startsToday) }

  /// Throws where a day or an exclusion can't be read, or a figure is beyond all bounds.
  func learner() throws -> Learner {
    try requireBounds()
    var learner = Learner(minutesPerWeek: minutesPerWeek, atOnce: atOnce, start: try Fault.date(start))
    learner.knows = Set(knows ?? [])
    learner.earned = try (earned ?? [:]).mapValues { try $0.map(Fault.date) }
    learner.begun = begun ?? [:]
    learner.failed = try (failed ?? [:]).mapValues {
      FailedAttempt(date: try $0.date.map(Fault.date), minutesLeft: $0.minutesLeft)
    }
    learner.spent = spentCents ?? 0
    learner.excluded = Set(try (excluded ?? []).map(SettingsDocument.exclusion))
    learner.pinned = Set(pinned ?? [])
    learner.mine = (mine ?? [:]).mapValues {
      OwnFigures(fee: $0.feeCents, monthly: $0.monthlyCents, workload: $0.workloadMinutes, days: $0.days)
    }
    learner.waived = Set(waived ?? [])
    learner.denied = Set(denied ?? [])
    learner.rates = rates ?? [:]
    learner.budget = budgetCents
    learner.deadline = deadlineDays
    learner.currentWage = currentWageCents
    learner.weekPrice = weekPriceCents
    learner.allowsEstimates = allowsEstimates ?? true
    return learner
  }

  private func requireBounds() throws {
    typealias Bounds = Learner.Bounds
    try Fault.require(minutesPerWeek, "minutesPerWeek", in: Bounds.minutesPerWeek)
    try Fault.require(atOnce, "atOnce", in: Bounds.atOnce)
    try Fault.require(deadlineDays, "deadlineDays", in: Bounds.keptDeadline)
    let amounts = [
      ("spentCents", spentCents), ("budgetCents", budgetCents), ("currentWageCents", currentWageCents),
      ("weekPriceCents", weekPriceCents),
    ]
    for (name, cents) in amounts { try Fault.require(cents, name, in: Bounds.money) }
    for (id, minutes) in begun ?? [:] { try Fault.require(minutes, "begun.\(id)", in: Bounds.minutes) }
    for (id, attempt) in failed ?? [:] {
      try Fault.require(attempt.minutesLeft, "failed.\(id).minutesLeft", in: Bounds.minutes)
    }
    for (id, own) in mine ?? [:] {
      try Fault.require(own.feeCents, "mine.\(id).feeCents", in: Bounds.money)
      try Fault.require(own.monthlyCents, "mine.\(id).monthlyCents", in: Bounds.money)
      try Fault.require(own.workloadMinutes, "mine.\(id).workloadMinutes", in: Bounds.minutes)
      try Fault.require(own.days, "mine.\(id).days", in: Bounds.days)
    }
    for (currency, rate) in rates ?? [:] { try Fault.require(rate, "rates.\(currency)", in: Bounds.rate) }
  }

  private static func text(_ exclusion: Exclusion) -> String {
    switch exclusion {
    case .credential(let id): "credential:\(id)"
    case .provider(let id): "provider:\(id)"
    case .delivery(let delivery): "delivery:\(delivery.rawValue)"
    case .language(let language): "language:\(language)"
    case .unvouched: "unvouched"
    }
  }

  private static func exclusion(_ text: String) throws -> Exclusion {
    if text == "unvouched" { return .unvouched }
    guard let colon = text.firstIndex(of: ":") else { throw Fault("\"\(text)\" is nothing that can be excluded") }
    let name = String(text[text.index(after: colon)...])
    switch text[..<colon] {
    case "credential": return .credential(name)
    case "provider": return .provider(name)
    case "language": return .language(name)
    case "delivery":
      guard let delivery = Credential.Delivery(rawValue: name) else { break }
      return .delivery(delivery)
    default: break
    }
    throw Fault("\"\(text)\" is nothing that can be excluded")
  }
}

/// What is wrong with a document, as a sentence.
struct Fault: Error, Hashable {
  var sentence: String

  init(_ sentence: String) { self.sentence = sentence }

  static func require(_ holds: Bool, _ sentence: String) throws { if !holds { throw Fault(sentence) } }

  /// - Parameter figure: `nil` where nobody stated it, which is as good as any.
  static func require(_ figure: Int?, _ name: String, in bounds: ClosedRange<Int>) throws {
    guard let figure, !bounds.contains(figure) else { return }
    throw Fault("\(name) is \(figure), which is not from \(bounds.lowerBound) to \(bounds.upperBound)")
  }

  static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso: text) else { throw Fault("\"\(text)\" is no day such as 2026-01-05") }
    return date
  }
}
