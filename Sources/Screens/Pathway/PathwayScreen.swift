import Catalogs
import Display
import Learners
import Planning
import Wording

/// The frontier, the pathway chosen on it, and the step under the cursor.
struct PathwayScreen: Screen {
  let place: PathwayPlace
  let state: AppState
  let goal: Goal?
  let plan: Plan
  /// The index of the frontier's point under the cursor.
  let pointIndex: Int
  let pathway: Pathway?
  /// The selected step, or the nearest there is.
  let step: Step?

  init(_ place: PathwayPlace, _ state: AppState) {
    self.place = place
    self.state = state
    goal = state.catalog.destination(place.goal)
    plan = state.plans[place.goal] ?? Plan()
    pointIndex = PathwayScreen.point(of: plan, walkedTo: place.walkedTo)
    pathway = plan.frontier.indices.contains(pointIndex) ? plan.frontier[pointIndex] : nil
    step = pathway.flatMap { pathway in place.selectedStep.flatMap(pathway.step) ?? pathway.steps.first }
  }

  var catalog: Catalog { state.catalog }
  var learner: Learner { state.learner }
  var currency: String { state.currency }
  var sentences: Sentences { state.sentences }
  var pane: PathwayPlace.Pane { place.pane }

  private static func point(of plan: Plan, walkedTo: Int?) -> Int {
    guard let walkedTo, !plan.frontier.isEmpty else { return plan.chosen }
    let distances = plan.frontier.map { abs($0.cost - walkedTo) }
    return distances.indices.min { (distances[$0], $0) < (distances[$1], $1) } ?? 0
  }

  func draw(_ body: Rect, _ frame: inout Frame) {
    // Where there is no way, there is nothing to show beside why.
    if isWithoutWay { return drawFrontier(body, &frame) }
    let layout = PathwayLayout(body, pane: pane)
    if !layout.frontier.isEmpty { drawFrontier(layout.frontier, &frame) }
    if !layout.steps.isEmpty { drawSteps(layout.steps, &frame) }
    if !layout.details.isEmpty { drawDetails(layout.details, &frame) }
  }

  /// Where it is the only pane, it has the focus.
  var isWithoutWay: Bool {
    guard plan.frontier.isEmpty, !plan.isSearching, case .infeasible? = plan.outcome?.status else { return false }
    return true
  }

  /// What of the answer is proven, in a few words.
  var stateOfProof: String {
    if let failure = plan.failure { return failure }
    if plan.isSearching || plan.isStopped {
      let word = plan.isSearching ? "searching" : "stopped"
      guard !plan.frontier.isEmpty else { return word }
      return "\(word), best so far"
        + (gap(plan.isStale && plan.soFar.isEmpty ? nil : plan.bound).map { ", \($0)" } ?? "")
    }
    switch plan.outcome?.status {
    case .optimal: return pathway?.isAtLeast == true ? "proven as known" : "proven"
    case .incomplete(let bound): return "best so far" + (gap(bound).map { ", \($0)" } ?? "")
    case .infeasible: return "no way"
    case nil: return ""
    }
  }

  /// `at most 4 % from the cheapest`: how far the best so far can be from the cheapest there is.
  private func gap(_ bound: PlanningOutcome.Bound?) -> String? {
    guard let bound, let best = plan.frontier.first?.cost, best > 0 else { return nil }
    if bound.cost >= best { return "cheapest proven" }
    guard bound.cost > 0 else { return nil }
    let (product, overflows) = (best - bound.cost).multipliedReportingOverflow(by: 100)
    if overflows { return nil }
    return "at most \((product + bound.cost - 1) / bound.cost) % from the cheapest"
  }

  /// The pathway's figures.
  var figures: [String] {
    guard let pathway else { return [] }
    var parts = [
      (pathway.isAtLeast ? "at least " : "") + "\(Amounts.money(pathway.cost)) \(currency)",
      "\(Amounts.weeks(pathway.days)) weeks", "done \(Amounts.date(learner.start + pathway.days))",
      "\(pathway.steps.contains { $0.isEstimate } ? "~" : "")\(Amounts.hours(pathway.minutes)) h",
      Amounts.count(pathway.steps.count, "credential"),
    ]
    if let first = pathway.steps.map(\.finish).min(), pathway.steps.count > 1 {
      parts.append("first award \(Amounts.date(learner.start + first))")
    }
    if let count = plan.outcome?.assumptions.count, count > 0 {
      let key = state.keymap.keys(of: .assumptions).first.map { " (\(Keymap.name($0, glyphs)))" } ?? ""
      parts.append(Amounts.count(count, "assumption") + key)
    }
    return parts
  }
}
