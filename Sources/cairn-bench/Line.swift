import Foundation
import Planning

/// What is printed of one instance.
struct Line: Encodable {
  var name: String
  /// `optimal`, `incomplete` or `infeasible`.
  var status: String
  /// Cost in units of the currency, and days.
  var frontier: [[Decimal]]
  var milliseconds: Double
  var processorMilliseconds: Double
  var firstMilliseconds: Double?
  var nodes: Int
  var schedulingNodes: Int
  var relevant: Int
  /// What the checker, which shares nothing with the search, finds wrong with its pathways.
  var violations: Int
  /// Bytes resident at most, of the whole process up to now.
  var peakMemory: Int
  /// What is proven where the planner was stopped: no pathway is cheaper, none is faster, and none cheaper than the
  /// last is missing.
  var bound: Bound?

  struct Bound: Encodable {
    var cost: Decimal
    var days: Int
    var provenBelowCost: Decimal
  }

  init(_ name: String, _ trial: Trial, _ result: Trial.Result) {
    self.name = name
    let outcome = result.outcome
    switch outcome.status {
    case .optimal: status = "optimal"
    case .infeasible: status = "infeasible"
    case .incomplete(let known):
      status = "incomplete"
      bound = Bound(
        cost: Line.units(known.cost), days: known.days, provenBelowCost: Line.units(known.provenBelowCost))
    }
    frontier = outcome.frontier.map { [Line.units($0.cost), Decimal($0.days)] }
    milliseconds = result.elapsed.inMilliseconds
    processorMilliseconds = Double(result.processorTime) / 1000
    firstMilliseconds = result.first.map(\.inMilliseconds)
    nodes = outcome.statistics.nodes
    schedulingNodes = outcome.statistics.schedulingNodes
    relevant = outcome.statistics.relevantCredentials
    peakMemory = Usage.now.peakMemory
    let checker = PathwayChecker(catalog: trial.catalog, goals: trial.request.goals, learner: trial.request.learner)
    violations = outcome.frontier.reduce(0) { $0 + checker.violations(of: $1).count }
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// An amount of cents in units, exactly.
  private static func units(_ cents: Int) -> Decimal { Decimal(cents) / 100 }
}
