import Display

/// Words typed over the goals, which are narrowed with every key. Esc leaves what was there before; Tab looks among
/// everything else that the words find.
struct GoalsTyping: Overlay {
  private(set) var place: GoalsPlace

  init(_ place: GoalsPlace, in state: AppState) {
    self.place = place
    self.place.pane = .table
    self.place.narrow("", in: state)
  }

  var isText: Bool { true }
  var shown: (any Place)? { place }

  mutating func type(_ text: String, in state: AppState) { place.narrow(place.words + text, in: state) }

  mutating func press(_ key: Key, in state: AppState) -> OverlayAnswer {
    switch key {
    case .backspace:
      if place.words.isEmpty { return .close }
      place.narrow(String(place.words.dropLast()), in: state)
      return .stay
    case .tab: return elsewhere(state)
    case .enter: return place.selected == nil ? elsewhere(state) : leave(opening: !place.words.isEmpty)
    default:
      if let motion = state.keymap.motion(for: key, at: .goals) { place.move(motion, in: state) }
      return .stay
    }
  }

  private func leave(opening isOpening: Bool) -> OverlayAnswer {
    .leave { [place] state in
      state[GoalsPlace.self] = place
      state.settlePlace()
      return isOpening ? state.open() : []
    }
  }

  private func elsewhere(_ state: AppState) -> OverlayAnswer {
    guard place.besides.count > 0 else { return .refuse("nothing is called anything like that") }
    return .leave { [words = place.words] state in
      var explore = ExplorePlace(state)
      var query = explore.query
      query.text = words
      explore.ask(query, in: state)
      explore.pane = .results
      return state.go(to: explore)
    }
  }

  func draw(on frame: inout Frame, of state: AppState) {
    let body = state.body(frame.size)
    frame.fill(body)
    let screen = GoalsScreen(place, state)
    screen.draw(body, &frame)
    let status = Rect(x: 0, y: body.endY, width: frame.size.width, height: 1)
    frame.fill(status)
    let row = status.inset(left: 1, right: 1)
    if state.message.isEmpty {
      frame.write(parts: place.status(in: state), in: row)
    } else {
      frame.write(state.message, in: row, role: .accent)
    }
    screen.drawEntry(body, &frame)
  }
}
