import Catalogs
import Planning

/// What a page to take home is made of.
public struct HandoutSubject: Sendable {
  public var goals: [Goal]
  public var learner: Learner
  public var outcome: PlanningOutcome
  /// The pathway the page is about; `nil` where there is none.
  public var pathway: Pathway?
  public var catalog: Catalog
  /// The day on which it is written.
  public var today: CalendarDate
  /// Whom it is for; `nil` where nobody is named.
  public var name: String?
  /// Whether the choice hangs on where in their ranges the figures lie; `nil` where that wasn't asked.
  public var ends: ChoiceAtEnds?
  /// What failing each step once costs; `nil` where that wasn't asked.
  public var setbacks: Setbacks?
  /// What would have to change; `nil` where there is a pathway or it wasn't asked.
  public var smallest: SmallestChanges?

  public init(
    goals: [Goal], learner: Learner, outcome: PlanningOutcome, pathway: Pathway?, catalog: Catalog,
    today: CalendarDate
  ) {
    self.goals = goals
    self.learner = learner
    self.outcome = outcome
    self.pathway = pathway
    self.catalog = catalog
    self.today = today
  }

  var title: String { goals.map(\.title).joined(separator: " + ") }
  var sentences: Sentences { Sentences(catalog: catalog, currency: outcome.currency) }
  var explanations: Explanations { Explanations(catalog: catalog, currency: outcome.currency, learner: learner) }

  func explanation(of pathway: Pathway) -> PathwayExplanation {
    PathwayExplanation(of: pathway, goals: goals.map(\.id), learner: learner, in: catalog)
  }

  func money(_ cents: Int) -> String { "\(Amounts.money(cents)) \(outcome.currency)" }
  func date(_ day: Int) -> String { Amounts.date(learner.start + day) }
}
