import Catalogs

/// The request, compiled against a catalog: names become dense integers, missing figures are filled in as the contract
/// says, and what this learner can't take is left out with its reason.
public struct Problem: Sendable {
  public let request: PlanningRequest
  /// ISO 4217: the currency of the first goal's catalog.
  public let currency: String
  /// What matters to the goals but can't be taken by this learner, each with its reason, by id.
  public let leftOut: [LeftOut]

  let catalog: Catalog
  let destinations: [Goal]
  let model: Model
  /// The figures of every credential that matters, by id.
  let figures: [String: ResolvedFigures]

  public var learner: Learner { request.learner }

  /// Throws where a goal, or an id in the learner's settings, is borne by nothing in the catalog.
  public init(_ request: PlanningRequest, in catalog: Catalog) throws(UnknownIdentifier) {
    guard let whole = try Problem(request, in: catalog, unless: { false }) else {
      preconditionFailure("what is never asked to stop is made to the end")
    }
    self = whole
  }

  /// - Parameter shouldStop: asked at least every millisecond or so of work; once it is true, there is no problem.
  public init?(
    _ request: PlanningRequest, in catalog: Catalog, unless shouldStop: @escaping () -> Bool
  ) throws(UnknownIdentifier) {
    var destinations: [Goal] = []
    for id in request.goals {
      guard let goal = catalog.destination(id) else { throw UnknownIdentifier(id: id, expected: .goal) }
      destinations.append(goal)
    }
    guard !destinations.isEmpty else { throw UnknownIdentifier(id: "", expected: .goal) }
    try Problem.checkNames(of: request.learner, in: catalog)
    let currency = Problem.currency(of: request, in: catalog)
    var pulse = Pulse(shouldStop)
    guard
      let relevant = Relevance(of: destinations, pinned: request.learner.pinned, in: catalog, unless: &pulse)
    else { return nil }
    var candidates = CandidateSelection(
      learner: request.learner, catalog: catalog, currency: currency, figures: request.figures)
    guard candidates.select(from: relevant.credentials, unless: &pulse) else { return nil }
    var compiler = ModelCompiler(candidates: candidates, relevance: relevant)
    guard compiler.compile(destinations, unless: &pulse) else { return nil }
    self.request = request
    self.currency = currency
    self.catalog = catalog
    self.destinations = destinations
    self.leftOut = candidates.leftOut
    self.figures = candidates.figures
    self.model = compiler.model
  }

  /// ISO 4217: the one asked for, or that of the first goal's catalog, in which every amount is told.
  static func currency(of request: PlanningRequest, in catalog: Catalog) -> String {
    if let currency = request.currency { return currency }
    let first = request.goals.first.flatMap { catalog.destination($0)?.catalog }
    return first.flatMap { catalog.header($0)?.currency } ?? catalog.headers.first?.currency ?? "USD"
  }

  /// The same problem without budget and deadline: what the smallest changes are measured against.
  func withoutLimits() -> Problem {
    var request = request
    request.learner.budget = nil
    request.learner.deadline = nil
    return Problem(request: request, like: self, model: model)
  }

  /// The same problem with another model.
  func with(_ model: Model) -> Problem { Problem(request: request, like: self, model: model) }

  private init(request: PlanningRequest, like other: Problem, model: Model) {
    self.request = request
    self.currency = other.currency
    self.leftOut = other.leftOut
    self.catalog = other.catalog
    self.destinations = other.destinations
    self.model = model
    self.figures = other.figures
  }

  private static func checkNames(of learner: Learner, in catalog: Catalog) throws(UnknownIdentifier) {
    let credentials =
      Array(learner.earned.keys) + Array(learner.begun.keys) + Array(learner.failed.keys) + Array(learner.mine.keys)
      + Array(learner.pinned) + Array(learner.waived)
      + learner.excluded.compactMap { if case .credential(let id) = $0 { return id } else { return nil } }
    for id in credentials.sorted() where catalog.credential(id) == nil {
      throw UnknownIdentifier(id: id, expected: .credential)
    }
    for id in learner.knows.sorted() where catalog.skill(id) == nil {
      throw UnknownIdentifier(id: id, expected: .skill)
    }
    let providers = learner.excluded.compactMap { if case .provider(let id) = $0 { return id } else { return nil } }
    for id in providers.sorted() where catalog.provider(id) == nil {
      throw UnknownIdentifier(id: id, expected: .provider)
    }
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
