import Display

/// A text to be read, made of the state whenever it is drawn; what it names with a link can be followed.
protocol Reading: Hashable, Sendable {
  var title: String { get }
  func lines(width: Int, in state: AppState) -> [Line]
}

/// A text over a place.
struct ReadingOverlay<Content: Reading>: Overlay {
  let content: Content
  var reader = Reader()

  init(_ content: Content) { self.content = content }

  var isText: Bool { false }
  mutating func type(_ text: String, in state: AppState) {}

  mutating func press(_ key: Key, in state: AppState) -> OverlayAnswer {
    let inside = room(state.size)
    let command = state.keymap.command(for: key, at: state.placeID)
    if let motion = command?.motion {
      reader.move(motion, in: content.lines(width: inside.width, in: state), height: inside.height)
      return .stay
    }
    switch command {
    case .open:
      guard let link = reader.link(in: content.lines(width: inside.width, in: state)) else { return .close }
      return .leave { $0.follow(link) }
    case .back, .quit: return .close
    // The key that opened it closes it.
    case let command? where opens(command, state): return .close
    default: return .stay
    }
  }

  private func opens(_ command: Command, _ state: AppState) -> Bool {
    var state = state
    state.overlay = nil
    guard command.reasonAgainst(state) == nil else { return false }
    _ = command.perform(&state)
    return (state.overlay as? Self)?.content == content
  }

  private func window(_ size: Size) -> Rect { window(width: 90, height: size.height - 4, in: size) }
  private func room(_ size: Size) -> Rect { window(size).inset(left: 2, top: 1, right: 2, bottom: 1) }

  func draw(on frame: inout Frame, of state: AppState) {
    let lines = content.lines(width: room(frame.size).width, in: state)
    let hasLinks = lines.contains { $0.link != nil }
    let footer = hasLinks ? "Enter follows, Esc goes back" : "Esc to go back"
    let inside = frame.window(window(frame.size), BoxLabels(title: content.title, footer: footer))
    reader.draw(lines, in: inside, focused: true, on: &frame)
  }
}
