import Display

extension Command {
  static let sort = Command(
    "sort", "sort",
    "Sort by another figure: cost, length, wage, likeness.",
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
