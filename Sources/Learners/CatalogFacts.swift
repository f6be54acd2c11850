import Catalogs
import Planning

/// What a pathway took from its catalogs, as far as a change of it would be worth telling.
public struct CatalogFacts: Hashable, Sendable {
  /// What is told of one credential.
  public struct Entry: Hashable, Sendable {
    /// Cents of its own currency; `nil` where nobody states it.
    public var fee: Int?
    /// Cents a month.
    public var monthly: Int?
    /// Minutes of study.
    public var workload: Int?
    /// Days.
    public var days: Int?
    /// Of what it requires and corequires, and what it excludes.
    public var requirements: Fingerprint
    /// Of when and where it is on offer, what it teaches, and for how long it holds.
    public var offer: Fingerprint

    public init(
      fee: Int?, monthly: Int?, workload: Int?, days: Int?, requirements: Fingerprint, offer: Fingerprint
    ) {
      self.fee = fee
      self.monthly = monthly
      self.workload = workload
      self.days = days
      self.requirements = requirements
      self.offer = offer
    }
  }

  /// Of everything in the catalogs that planning looks at.
  public var whole: Fingerprint
  /// By id: the credentials of the pathway.
  public var entries: [String: Entry]
  /// By id: of what each goal asks for.
  public var goals: [String: Fingerprint]

  public init(whole: Fingerprint, entries: [String: Entry], goals: [String: Fingerprint]) {
    self.whole = whole
    self.entries = entries
    self.goals = goals
  }

  public init(of pathway: Pathway, goals: [String], in catalog: Catalog) {
    self.init(of: pathway, goals: goals, in: catalog, whole: Fingerprint(of: catalog))
  }

  init(of pathway: Pathway, goals: [String], in catalog: Catalog, whole: Fingerprint) {
    let ids = Set(pathway.steps.map(\.credential) + pathway.awards.map(\.credential))
    entries = Dictionary(
      uniqueKeysWithValues: ids.compactMap { id in catalog.credential(id).map { (id, Entry($0)) } })
    self.goals = Dictionary(
      goals.compactMap { id in catalog.destination(id).map { (id, Fingerprint.of($0.requires)) } },
      uniquingKeysWith: { first, _ in first })
    self.whole = whole
  }

  /// What is different in others, by id.
  public func changes(to other: CatalogFacts) -> [CatalogChange] {
    guard whole != other.whole else { return [] }
    let ofGoals = goals.keys.sorted().compactMap { id -> CatalogChange? in
      guard let now = other.goals[id] else { return .goalGone(id) }
      return now == goals[id] ? nil : .goal(id)
    }
    let ofEntries = entries.sorted { $0.key < $1.key }.flatMap { id, before -> [CatalogChange] in
      guard let after = other.entries[id] else { return [.gone(id)] }
      return before.changes(to: after, of: id)
    }
    let told = ofGoals + ofEntries
    return told.isEmpty ? [.elsewhere] : told
  }
}

/// One thing that is no longer as it was when a pathway was saved.
public enum CatalogChange: Hashable, Sendable {
  /// Fee or monthly price of a credential; cents of its own currency.
  case price(String, before: Int?, after: Int?)
  case monthly(String, before: Int?, after: Int?)
  /// Minutes.
  case workload(String, before: Int?, after: Int?)
  /// Days.
  case length(String, before: Int?, after: Int?)
  case requirement(String)
  /// When or where it is on offer, what it teaches, or for how long it holds.
  case offer(String)
  /// The credential is in no catalog any more.
  case gone(String)
  /// What the goal asks for.
  case goal(String)
  case goalGone(String)
  /// Nothing the pathway rests on, but something else that another pathway could.
  case elsewhere
}

extension CatalogFacts.Entry {
  init(_ credential: Credential) {
    self.init(
      fee: credential.price.fee?.value, monthly: credential.price.monthly?.value,
      workload: credential.workload?.value, days: credential.duration.days?.value,
      requirements: Fingerprint.ofRequirements(credential), offer: Fingerprint.ofOffer(credential))
  }

  func changes(to other: Self, of id: String) -> [CatalogChange] {
    var changes: [CatalogChange] = []
    if fee != other.fee { changes.append(.price(id, before: fee, after: other.fee)) }
    if monthly != other.monthly { changes.append(.monthly(id, before: monthly, after: other.monthly)) }
    if workload != other.workload { changes.append(.workload(id, before: workload, after: other.workload)) }
    if days != other.days { changes.append(.length(id, before: days, after: other.days)) }
    if requirements != other.requirements { changes.append(.requirement(id)) }
    if offer != other.offer { changes.append(.offer(id)) }
    return changes
  }
}
