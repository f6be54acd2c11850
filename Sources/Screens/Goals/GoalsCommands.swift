import Display

extension Command {
  static let sort = Command(
    "sort", "sort",
    "Sort the goals by nearness, cost, length, wage or payback; what is found by likeness, title and more.",
    keys: [.character("s")], .finding, places: [.goals, .explore]
  ) { state in
    if var goals = state.place as? GoalsPlace {
      goals.sort(in: state)
      state[GoalsPlace.self] = goals
      return []
    }
    return state.sortFound()
  }
}
