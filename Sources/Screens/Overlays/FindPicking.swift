/// Goals, credentials and skills by name; Enter goes there.
struct FindPicking: Picking {
  var title: String { "Find" }
  var label: String { "/ " }
  var hint: String { "Enter goes there, Esc back" }
  var nothing: String { "Nothing is called anything like that." }
  var width: Int { 76 }

  func rows(_ text: String, in state: AppState) -> [PickRow] {
    state.finding.results(text).map { PickRow(id: $0.id, title: $0.title, note: $0.note) }
  }

  func pick(_ id: String, in state: AppState) -> OverlayAnswer {
    .leave { state in
      if state.catalog.goal(id) == nil { return state.follow(.credential(id)) }
      if state.placeID == .goals { state[GoalsPlace.self]?.selected = id }
      return state.follow(.goal(id))
    }
  }
}
