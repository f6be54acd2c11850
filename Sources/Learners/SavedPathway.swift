import Catalogs
import Planning

/// A pathway that somebody saved under a name, with the question it answers and the facts it rests on: asked again,
/// the same question of the same facts has the same answer, and where the facts have changed, that can be said.
public struct SavedPathway: Hashable, Sendable {
  public var name: String
  /// The day on which it was saved.
  public var saved: CalendarDate
  public var isFavourite: Bool
  /// Goals and settings that made it; day 0 of the pathway is their first day.
  public var request: PlanningRequest
  /// ISO 4217; what its amounts are in.
  public var currency: String
  public var pathway: Pathway
  /// What it rests on.
  public var facts: CatalogFacts

  public init(
    name: String, saved: CalendarDate, isFavourite: Bool = false, request: PlanningRequest, currency: String,
    pathway: Pathway, facts: CatalogFacts
  ) {
    self.name = name
    self.saved = saved
    self.isFavourite = isFavourite
    self.request = request
    self.currency = currency
    self.pathway = pathway
    self.facts = facts
  }

  /// A pathway as it is shown now, with the facts of the catalog it was found in.
  public init(
    name: String, saved: CalendarDate, request: PlanningRequest, currency: String, pathway: Pathway,
    in catalog: Catalog
  ) {
    self.init(
      name: name, saved: saved, request: request, currency: currency, pathway: pathway,
      facts: CatalogFacts(of: pathway, goals: request.goals, in: catalog))
  }

  /// The same under another name, to be changed apart from this one.
  public func duplicated(as name: String) -> SavedPathway {
    var copy = self
    copy.name = name
    copy.isFavourite = false
    return copy
  }

  /// What has changed in the catalog since it was saved, of what the pathway rests on.
  public func changes(in catalog: Catalog) -> [CatalogChange] { changes(in: catalog, whole: Fingerprint(of: catalog)) }

  /// The same where the fingerprint of the whole catalog is known already: making it takes a look at every entry.
  public func changes(in catalog: Catalog, whole: Fingerprint) -> [CatalogChange] {
    if whole == facts.whole { return [] }
    return facts.changes(to: CatalogFacts(of: pathway, goals: request.goals, in: catalog, whole: whole))
  }
}
