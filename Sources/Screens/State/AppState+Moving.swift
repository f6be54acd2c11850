import Display

extension AppState {
  mutating func move(_ action: Action) -> [Effect] {
    goal == nil ? moveAmongGoals(action) : moveOnPathway(action)
  }

  private mutating func moveAmongGoals(_ action: Action) -> [Effect] {
    let goals = GoalRows(catalog: catalog).goals.map(\.id)
    switch action {
    case .open, .nextPane:
      return selectedGoal.map { open(goal: $0) } ?? []
    case .previousPane: return []
    default:
      let place = selectedGoal.flatMap(goals.firstIndex) ?? 0
      let next = moved(place, by: action, count: goals.count, page: max(1, size.height - 6))
      selectedGoal = goals.indices.contains(next) ? goals[next] : nil
      return []
    }
  }

  private mutating func moveOnPathway(_ action: Action) -> [Effect] {
    let panes = Pane.allCases
    switch action {
    case .open: pane = panes[min(pane.rawValue + 1, panes.count - 1)]
    case .nextPane: pane = panes[(pane.rawValue + 1) % panes.count]
    case .previousPane: pane = panes[(pane.rawValue + panes.count - 1) % panes.count]
    default: moveInPane(action)
    }
    return []
  }

  private mutating func moveInPane(_ action: Action) {
    let page = max(1, size.height - 6)
    switch pane {
    case .frontier:
      let frontier = plan.frontier
      let next = moved(pointIndex, by: action, count: frontier.count, page: page)
      guard frontier.indices.contains(next) else { return }
      walkedTo = frontier[next].cost
      detailsScroll = 0
    case .pathway:
      guard let steps = pathway?.steps, !steps.isEmpty else { return }
      let place = steps.firstIndex { $0.credential == step?.credential } ?? 0
      selectedStep = steps[moved(place, by: action, count: steps.count, page: page)].credential
      detailsScroll = 0
    case .details:
      detailsScroll = moved(detailsScroll, by: action, count: max(1, detailLines(width: 30).count), page: page)
    }
  }

  func moved(_ place: Int, by action: Action, count: Int, page: Int) -> Int {
    let next =
      switch action {
      case .up: place - 1
      case .down: place + 1
      case .pageUp: place - page
      case .pageDown: place + page
      case .first: 0
      case .last: count - 1
      default: place
      }
    return max(0, min(count - 1, next))
  }
}
