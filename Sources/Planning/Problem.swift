import Catalogs

/// The request, compiled against a catalog: names become dense integers.
public struct Problem: Sendable {
  public let request: PlanningRequest
  /// ISO 4217: the currency of the (first) goal's catalog.
  public let currency: String

  /// Throws where a goal, or an id in the learner's settings, is borne by nothing in the catalog.
  public init(_ request: PlanningRequest, in catalog: Catalog) throws(UnknownIdentifier) {
    self.request = request
    guard let first = request.goals.first, let goal = catalog.destination(first) else {
      throw UnknownIdentifier(id: request.goals.first ?? "", expected: .goal)
    }
    self.currency = catalog.header(goal.catalog)?.currency ?? "USD"
  }
}

/// An id that nothing in the catalog bears.
public struct UnknownIdentifier: Error, Hashable, Sendable {
  public enum Expected: String, Hashable, Sendable { case goal, credential, skill, provider }
  public var id: String
  public var expected: Expected

  public init(id: String, expected: Expected) {
    self.id = id
    self.expected = expected
  }
}
