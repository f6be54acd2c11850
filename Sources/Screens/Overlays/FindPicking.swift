import Library

/// Goals, credentials and skills by name; Enter goes there.
struct FindPicking: Picking {
  var title: String { "Find" }
  var label: String { "/ " }
  var hint: String { "Enter goes there, Esc back" }
  var nothing: String { "Nothing is called anything like that." }
  var width: Int { 76 }
  var picksEntries: Bool { true }

  /// More than these nobody scrolls through.
  static let most = 200

  func rows(_ text: String, in state: AppState) -> [PickRow] {
    guard !text.allSatisfy(\.isWhitespace) else {
      return state.goalRows.goals.prefix(FindPicking.most).map { PickRow(id: $0.id, title: $0.title, note: "goal") }
    }
    return FindPicking.found(text, kinds: [.goal, .credential], in: state)
  }

  /// What a text finds, the best first.
  static func found(_ text: String, kinds: Set<LibraryEntry.Kind>, in state: AppState) -> [PickRow] {
    var query = LibraryQuery(text)
    query.kinds = kinds
    return state.finding.answer(query, atMost: min(most, state.mostListed)).hits.map { hit in
      let note = hit.entry.kind == .credential ? hit.entry.provider ?? "" : hit.entry.kind.rawValue
      return PickRow(id: hit.entry.id, title: hit.entry.title, note: note)
    }
  }

  func pick(_ id: String, in state: AppState) -> OverlayAnswer {
    .leave { state in
      if state.catalog.goal(id) == nil { return state.follow(.credential(id)) }
      if state.placeID == .goals { state[GoalsPlace.self]?.selected = id }
      return state.follow(.goal(id))
    }
  }
}
