import Catalogs

/// How much of the prices and the study times of one catalog rests on what, awards for their parts aside.
public struct Coverage: Hashable, Sendable {
  public var catalog: String
  public var credentials = 0
  public var goals = 0
  /// Prices and study times by grade.
  public var figures: [Grade: Int] = [:]
  /// Entries with a source, by how long ago it was read.
  public var ages: [Freshness: Int] = [:]
  /// Credentials that say nothing of that field.
  public var missing: [String: Int] = [:]

  /// One for each catalog with credentials or goals, in the order of their headers.
  public static func all(in catalog: Catalog, today: CalendarDate) -> [Coverage] {
    var coverages: [String: Coverage] = [:]
    for credential in catalog.credentials {
      coverages[credential.catalog, default: Coverage(catalog: credential.catalog)].add(credential, catalog, today)
    }
    for goal in catalog.goals { coverages[goal.catalog, default: Coverage(catalog: goal.catalog)].goals += 1 }
    return catalog.headers.compactMap { coverages[$0.id] }
  }

  private mutating func add(_ credential: Credential, _ catalog: Catalog, _ today: CalendarDate) {
    credentials += 1
    if let source = credential.source { ages[Freshness(read: source.read, today: today), default: 0] += 1 }
    for (field, isMissing) in Coverage.fields(credential) where isMissing { missing[field, default: 0] += 1 }
    guard credential.kind != .stack else { return }
    let price: FigureName = credential.price.fee == nil && credential.price.monthly != nil ? .monthly : .fee
    for name in [price, .effort] { figures[catalog.standing(of: name, in: credential).grade, default: 0] += 1 }
  }

  /// The fields whose absence is counted; an award for its parts has no price, study, delivery or skills of its own.
  private static func fields(_ credential: Credential) -> [(String, Bool)] {
    let isStack = credential.kind == .stack
    return [
      ("provider", credential.provider == nil),
      ("cost", !isStack && credential.price.fee == nil && credential.price.monthly == nil),
      ("effort", !isStack && credential.workload == nil), ("delivery", !isStack && credential.delivery.isEmpty),
      ("language", credential.languages.isEmpty), ("level", credential.level.isEmpty),
      ("assessment", credential.assessment == nil), ("teaches", !isStack && credential.teaches.isEmpty),
      ("source", !isStack && credential.source == nil),
    ]
  }
}
