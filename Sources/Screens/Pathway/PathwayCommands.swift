import Display

extension Command {
  static let view = Command(
    "view", "view", "Show the pathway as a timeline, as a stack, as money by month or as a list.",
    keys: [.character("t")], .looking,
    places: [.pathway]
  ) { state in
    guard var place = state[PathwayPlace.self] else { return [] }
    place.view = place.view.next
    state[PathwayPlace.self] = place
    return []
  }
  static let assumptions = Command(
    "assumptions", "assumptions", "Say what the pathway rests on and what was left out.", keys: [.character("a")],
    .looking, places: [.pathway]
  ) { state in state.goal.map { state.explain($0.id, AssumptionsReading(goal: $0.id)) } ?? [] }
}

extension PathwayPlace {
  static let commands: [Command] = [.view, .assumptions]
}
