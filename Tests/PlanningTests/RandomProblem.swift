import Catalogs
import Planning

/// A small problem with its catalog, and what is in it.
struct RandomProblem {
  var catalog: Catalog
  var goals: [String]
  var learner: Learner
  var features: Set<Feature>

  /// Everything the contract speaks of; each must appear often.
  enum Feature: String, CaseIterable {
    case skill, any, atLeast, all, distinct, nested, credits, condition, denied, corequisite, circularCorequisite,
      exclusion
    case starts, until, monthly, scheduled, zeroLength, zeroLoad, missingPrice, missingWorkload, missingLength, estimate
    case stack, median, active, validity, renews, renewalFigures, earned, earnedDated, lapsing, knows, pinned, budget
    case deadline, begunSelfPaced, begunScheduled, failed, waived, spent, ownFigures, foreignCurrency, withoutRate
    case excludedCredential, excludedProvider, excludedDelivery, excludedLanguage, unvouched, noEstimates
    case lapsedAndBegun
    case goalIsCredential, severalGoals, oneAtOnce, twoAtOnce, threeAtOnce
  }

  init(catalog: Catalog, goals: [String], learner: Learner, features: Set<Feature>) {
    self.catalog = catalog
    self.goals = goals
    self.learner = learner
    self.features = features
  }

  init(seed: UInt64) {
    var draw = RandomDraw(seed: seed)
    self = draw.problem()
  }

  /// The same entries in another order.
  func shuffled(seed: UInt64) -> RandomProblem {
    var random = SplitMix64(seed: seed)
    var other = self
    other.catalog = Catalog(
      headers: catalog.headers, providers: random.shuffled(catalog.providers), skills: random.shuffled(catalog.skills),
      credentials: random.shuffled(catalog.credentials), goals: random.shuffled(catalog.goals))
    return other
  }
}
