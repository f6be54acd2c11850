import Display
import Wording

extension Command {
  static let view = Command(
    "view", "view", "Show the pathway as timeline, stack, money or list.",
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
  static let takeHome = Command(
    "take-home", "page", "Write a page to take home about the pathway shown.",
    keys: [.character("E")], .looking, places: [.pathway, .compare, .now], unless: { $0.reasonAgainstTakingHome },
    perform: { state in
      state.explainedHere.map { state.show(AskingOverlay(HandoutQuestion(explained: $0))) } ?? []
    })
}

extension PathwayPlace {
  static let commands: [Command] = [.view, .assumptions, .takeHome]
}
