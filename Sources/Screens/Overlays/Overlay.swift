import Display

/// Something that lies over a place until it is done with or left: a text, a list one picks from, a question.
///
/// To add one, conform to `Reading` (text with links), `Picking` (a list, found by typing) or `Question` (one line of
/// text), and show it with a command: `perform: { $0.show(ReadingOverlay(Why())) }`.
protocol Overlay: Hashable, Sendable {
  /// True where keys are text.
  var isText: Bool { get }
  mutating func press(_ key: Key, in state: AppState) -> OverlayAnswer
  /// The place as it would be left, where keys change it.
  var shown: (any Place)? { get }
  /// What has to be asked for it to be told in full.
  func enquiries(in state: AppState) -> [Enquiry]
  /// Takes in text, typed or pasted, without line ends.
  mutating func type(_ text: String, in state: AppState)
  /// Draws itself, and puts the frame's cursor on what is selected or typed.
  func draw(on frame: inout Frame, of state: AppState)
}

/// What becomes of an overlay after a key.
enum OverlayAnswer {
  case stay
  case close
  /// It closes, and then this is done.
  case leave(@Sendable (inout AppState) -> [Effect])
  /// It stays and says why.
  case refuse(String)
}

extension Overlay {
  var shown: (any Place)? { nil }
  func enquiries(in state: AppState) -> [Enquiry] { [] }

  func window(width: Int, height: Int, in size: Size) -> Rect {
    // A strip of what lies below would say nothing.
    let width = size.width - width < 8 ? size.width : width
    let height = min(height, size.height)
    return Rect(x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
  }
}

extension Frame {
  /// Clears a window and draws its border.
  mutating func window(_ rect: Rect, _ labels: BoxLabels) -> Rect {
    fill(rect)
    let inside = box(rect, labels: labels, focused: true).inset(left: 1, right: 1)
    cursor = Point(x: inside.x, y: inside.y)
    return inside
  }
}

extension AppState {
  mutating func show(_ overlay: any Overlay) -> [Effect] {
    self.overlay = overlay
    return []
  }

  mutating func type(_ text: String) {
    guard var overlay else { return }
    overlay.type(String(text.filter { !$0.isNewline }), in: self)
    self.overlay = overlay
  }

  mutating func pressInOverlay(_ key: Key) -> [Effect] {
    guard var overlay else { return [] }
    if case .character(let character) = key, overlay.isText {
      type(String(character))
      return []
    }
    let answer = key == .escape ? .close : overlay.press(key, in: self)
    self.overlay = overlay
    switch answer {
    case .stay: return []
    case .refuse(let reason):
      message = reason
      return []
    case .close:
      self.overlay = nil
      return []
    case .leave(let next):
      self.overlay = nil
      return next(&self)
    }
  }
}
