/// Where a pathway stands on its frontier, so that it can be set beside the one that stands there on another.
enum Standpoint: Hashable, Sendable {
  case chosen
  case cheapest
  case fastest
  /// Elsewhere: money and time weigh as on the frontier it stands on, whose range is so many cents and so many days.
  case between(cents: Int, days: Int)

  init(of pathway: Pathway, in outcome: PlanningOutcome) {
    let frontier = outcome.frontier
    let index = frontier.firstIndex { $0.cost == pathway.cost && $0.days == pathway.days }
    if index == outcome.chosen || frontier.isEmpty {
      self = .chosen
    } else if index == 0 {
      self = .cheapest
    } else if index == frontier.count - 1 {
      self = .fastest
    } else {
      self = .between(
        cents: max(1, frontier[frontier.count - 1].cost - frontier[0].cost),
        days: max(1, frontier[0].days - frontier[frontier.count - 1].days))
    }
  }

  /// The pathway that stands there; of equals the cheaper.
  func pathway(in outcome: PlanningOutcome) -> Pathway? {
    let frontier = outcome.frontier
    switch self {
    case .chosen: return outcome.chosen.map { frontier[$0] }
    case .cheapest: return frontier.first
    case .fastest: return frontier.last
    case .between(let cents, let days):
      func weight(_ pathway: Pathway) -> Int {
        pathway.cost.capped(times: days).capped(plus: pathway.days.capped(times: cents))
      }
      return frontier.indices.min { (weight(frontier[$0]), $0) < (weight(frontier[$1]), $1) }.map { frontier[$0] }
    }
  }
}
