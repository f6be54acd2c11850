import Display
import Library

extension Command {
  static let narrow = Command(
    "narrow", "words", "Type words that narrow what is found.", keys: [.character("f")], .finding, places: [.explore]
  ) { state in
    guard let place = state[ExplorePlace.self] else { return [] }
    return state.show(ExploreTyping(place))
  }
  static let widen = Command(
    "widen", "widen", "Take back all words and facets that narrow what is found.", keys: [.character("w")], .finding,
    places: [.explore],
    unless: { state in
      guard let query = state[ExplorePlace.self]?.query else { return nil }
      return query.text.isEmpty && !query.isNarrowed ? "nothing narrows what is found" : nil
    },
    perform: { state in
      state.ask { query in
        query.text = ""
        query.chosen = [:]
      }
    })
}

extension ExplorePlace {
  static let commands: [Command] = [.narrow, .sort, .widen]
}

extension AppState {
  /// The next order of what is found.
  mutating func sortFound() -> [Effect] {
    ask { query in
      let orders = LibraryQuery.Order.allCases
      query.order = orders[((orders.firstIndex(of: query.order) ?? 0) + 1) % orders.count]
    }
  }

  fileprivate mutating func ask(_ change: (inout LibraryQuery) -> Void) -> [Effect] {
    guard var place = self[ExplorePlace.self] else { return [] }
    var query = place.query
    change(&query)
    place.ask(query, in: self)
    self[ExplorePlace.self] = place
    return []
  }
}

/// Words typed into the place itself, which shows what is found with every key. Esc leaves what was there before.
struct ExploreTyping: Overlay {
  private var place: ExplorePlace

  init(_ place: ExplorePlace) {
    self.place = place
    self.place.pane = .results
  }

  var isText: Bool { true }
  var shown: (any Place)? { place }

  mutating func type(_ text: String, in state: AppState) { ask(place.query.text + text, state) }

  mutating func press(_ key: Key, in state: AppState) -> OverlayAnswer {
    switch key {
    case .backspace:
      if place.query.text.isEmpty { return leave() }
      ask(String(place.query.text.dropLast()), state)
      return .stay
    case .enter, .tab: return leave()
    default:
      if let motion = state.keymap.motion(for: key, at: .explore) { place.move(motion, in: state) }
      return .stay
    }
  }

  private mutating func ask(_ text: String, _ state: AppState) {
    var query = place.query
    query.text = text
    // What fits the words best is what they were typed for.
    place.ask(query, keeping: false, in: state)
  }

  private func leave() -> OverlayAnswer {
    .leave { [place] state in
      state[ExplorePlace.self] = place
      return []
    }
  }

  func draw(on frame: inout Frame, of state: AppState) {
    let body = state.body(frame.size)
    frame.fill(body)
    let screen = ExploreScreen(place, state)
    screen.draw(body, &frame)
    let status = Rect(x: 0, y: body.endY, width: frame.size.width, height: 1)
    frame.fill(status)
    frame.write(parts: screen.status, in: status.inset(left: 1, right: 1))
    frame.writeEntry(place.query.text, after: ExploreScreen.label, labelRole: .key, in: screen.wordsRow(body))
  }
}
