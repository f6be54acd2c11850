import Display

/// A text to be read, made of the state whenever it is drawn; what it names with a link can be followed.
protocol Reading: Hashable, Sendable {
  var title: String { get }
  func lines(width: Int, in state: AppState) -> [Line]
  /// What a command means while it is open; `nil` where that is nothing of its own.
  func answer(to command: Command) -> OverlayAnswer?
  /// What has to be asked for it to be told in full; its lines say "working" until it is answered.
  func enquiries(in state: AppState) -> [Enquiry]
}

extension Reading {
  func enquiries(in state: AppState) -> [Enquiry] { [] }
  func answer(to command: Command) -> OverlayAnswer? { nil }
}

/// A text over a place.
struct ReadingOverlay<Content: Reading>: Overlay {
  let content: Content
  var reader = Reader()

  init(_ content: Content) { self.content = content }

  var isText: Bool { false }
  mutating func type(_ text: String, in state: AppState) {}
  func enquiries(in state: AppState) -> [Enquiry] { content.enquiries(in: state) }

  mutating func press(_ key: Key, in state: AppState) -> OverlayAnswer {
    let lines = lines(in: state)
    let inside = room(state.size, lines.count)
    let command = state.keymap.command(for: key, at: state.placeID)
    if let motion = command?.motion {
      reader.move(motion, in: lines, height: inside.height)
      return .stay
    }
    if let answer = command.flatMap(content.answer) { return answer }
    switch command {
    case .open:
      guard let link = reader.link(in: lines) else { return .close }
      return .leave { [self] in $0.leave(self, by: link) }
    case .back, .quit: return .close
    // The key that opened it closes it.
    case let command? where opens(command, state): return .close
    // One question leads to the next.
    case let command? where command.group == .asking: return .leave { $0.perform(command) }
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

  private func lines(in state: AppState) -> [Line] { content.lines(width: room(state.size, 0).width, in: state) }

  /// As high as the text, so that as much as can be of what it is about stays in view; it grows downwards.
  private func window(_ size: Size, _ count: Int) -> Rect {
    var rect = window(width: 90, height: size.height - 4, in: size)
    rect.height = min(rect.height, max(8, count + 2))
    return rect
  }
  private func room(_ size: Size, _ count: Int) -> Rect {
    window(size, count).inset(left: 2, top: 1, right: 2, bottom: 1)
  }

  func draw(on frame: inout Frame, of state: AppState) {
    let lines = content.lines(width: room(frame.size, 0).width, in: state)
    let hasLinks = lines.contains { $0.link != nil }
    let footer = hasLinks ? "Enter follows, Esc goes back" : "Esc to go back"
    let inside = frame.window(window(frame.size, lines.count), BoxLabels(title: content.title, footer: footer))
    reader.draw(lines, in: inside, focused: true, on: &frame)
  }
}
