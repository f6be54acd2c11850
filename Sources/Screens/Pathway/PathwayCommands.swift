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
  static let zoomIn = zoom("zoom-in", "closer", "Look closer at the timeline around the selected step.", "(", by: 1)
  static let zoomOut = zoom("zoom-out", "wider", "See more of the timeline again.", ")", by: -1)

  private static func zoom(_ id: String, _ name: String, _ sentence: String, _ key: Character, by step: Int) -> Command
  {
    Command(
      id, name, sentence, keys: [.character(key)], .looking, places: [.pathway],
      unless: { $0.reasonAgainstZooming(by: step) },
      perform: { state in
        guard var place = state[PathwayPlace.self] else { return [] }
        place.zoom = Timeline.zoom(place.zoom, days: state.pathway?.days ?? 0) + step
        state[PathwayPlace.self] = place
        return []
      })
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
  static let commands: [Command] = [.view, .zoomIn, .zoomOut, .assumptions, .takeHome]
}

extension AppState {
  /// Why the timeline can't be looked at closer, or wider.
  fileprivate func reasonAgainstZooming(by step: Int) -> String? {
    guard let place = place as? PathwayPlace, place.view == .timeline, !glyphs.isLinear else {
      return "this is no timeline: \(keymap.keys(of: .view).first?.name ?? "view") shows it"
    }
    guard let pathway else { return "there is no pathway to look at" }
    let zoom = Timeline.zoom(place.zoom, days: pathway.days)
    if step < 0 { return zoom == 0 ? "this is all of it" : nil }
    return Timeline.zoom(zoom + 1, days: pathway.days) == zoom ? "closer than this there is nothing more to see" : nil
  }
}
