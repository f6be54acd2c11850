import Display

extension AppState {
  mutating func move(_ action: Action) -> [Effect] {
    goal == nil ? moveAmongGoals(action) : moveOnPathway(action)
  }

  private mutating func moveAmongGoals(_ action: Action) -> [Effect] {
    let goals = goalRows.goals
    switch action {
    case .open, .nextPane:
      return selectedGoal.map { open(goal: $0) } ?? []
    case .previousPane: return []
    default:
      let place = goalRows.place(of: selectedGoal) ?? 0
      let next = moved(place, by: action, count: goals.count, page: max(1, size.height - 6))
      selectedGoal = goals.indices.contains(next) ? goals[next].id : nil
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
      let inside = PathwayLayout(body(size), pane: pane).details.inset(left: 2, top: 1, right: 2, bottom: 1)
      let count = detailLines(width: inside.width).count
      detailsScroll = scrolled(detailsScroll, by: action, count: count, shown: inside.height)
    }
  }

  /// The first line in view after the action; never so far that less is in view than could be.
  func scrolled(_ first: Int, by action: Action, count: Int, shown: Int) -> Int {
    let most = max(0, count - max(1, shown))
    return moved(min(first, most), by: action, count: most + 1, page: max(1, shown - 1))
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
