import Display
import Planning
import Wording

// How do I get there? The frontier, the pathway chosen on it, and the step under the cursor.
extension AppState {
  func drawPathway(_ body: Rect, _ frame: inout Frame) {
    let layout = PathwayLayout(body, pane: pane)
    if !layout.frontier.isEmpty { drawFrontier(layout.frontier, &frame) }
    if !layout.steps.isEmpty { drawSteps(layout.steps, &frame) }
    if !layout.details.isEmpty { drawDetails(layout.details, &frame) }
  }

  /// What of the answer is proven, in a word or two.
  var stateOfProof: String {
    let plan = plan
    if let failure = plan.failure { return failure }
    if plan.isSearching { return plan.frontier.isEmpty ? "searching" : "searching, best so far" }
    switch plan.outcome?.status {
    case .optimal: return pathway?.isAtLeast == true ? "proven as known" : "proven"
    case .incomplete(let bound): return "best so far, at least \(Amounts.money(bound.cost, isShort: true))"
    case .infeasible: return "no way"
    case nil: return ""
    }
  }
}
