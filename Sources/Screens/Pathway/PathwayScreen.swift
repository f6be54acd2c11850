import Display
import Planning
import Wording

// How do I get there? The frontier, the pathway chosen on it, and the step under the cursor.
extension AppState {
  func drawPathway(_ body: Rect, _ frame: inout Frame) {
    if body.width >= 110 {
      let frontier = body.split(left: 34)
      let details = frontier.rest.split(right: max(34, body.width * 3 / 10))
      drawFrontier(frontier.left, &frame)
      drawSteps(details.rest, &frame)
      drawDetails(details.right, &frame)
    } else if body.width >= 76 {
      if pane == .details {
        let parts = body.split(right: body.width / 2)
        drawSteps(parts.rest, &frame)
        drawDetails(parts.right, &frame)
      } else {
        let parts = body.split(left: 32)
        drawFrontier(parts.left, &frame)
        drawSteps(parts.rest, &frame)
      }
    } else {
      switch pane {
      case .frontier: drawFrontier(body, &frame)
      case .pathway: drawSteps(body, &frame)
      case .details: drawDetails(body, &frame)
      }
    }
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
