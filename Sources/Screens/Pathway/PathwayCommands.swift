import Display

extension Command {
  static let view = Command(
    "view", "timeline/list", "Show the pathway as a timeline or as a list.", keys: [.character("t")], .looking,
    places: [.pathway]
  ) { state in
    guard var place = state[PathwayPlace.self] else { return [] }
    let views = PathwayPlace.View.allCases
    place.view = views[((views.firstIndex(of: place.view) ?? 0) + 1) % views.count]
    state[PathwayPlace.self] = place
    return []
  }
  static let assumptions = Command(
    "assumptions", "assumptions", "Say what the pathway rests on and what was left out.", keys: [.character("a")],
    .looking, places: [.pathway]
  ) { $0.show(ReadingOverlay(AssumptionsReading())) }
}

extension PathwayPlace {
  static let commands: [Command] = [.view, .assumptions]
}
