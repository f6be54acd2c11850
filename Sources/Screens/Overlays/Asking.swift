import Display

/// A question answered by one line of text.
protocol Question: Hashable, Sendable {
  var title: String { get }
  func label(in state: AppState) -> String
  /// What an empty answer does, or what may be typed.
  var hint: String { get }
  /// Takes the answer, or refuses it with a reason.
  func answer(_ text: String, in state: AppState) -> OverlayAnswer
  /// What is asked already while somebody types.
  var enquiries: [Enquiry] { get }
}

extension Question {
  var enquiries: [Enquiry] { [] }
}

/// A question over a place.
struct AskingOverlay<Content: Question>: Overlay {
  let content: Content
  var text = ""

  init(_ content: Content) { self.content = content }

  var isText: Bool { true }
  func enquiries(in state: AppState) -> [Enquiry] { content.enquiries }
  mutating func type(_ text: String, in state: AppState) { self.text += text }

  mutating func press(_ key: Key, in state: AppState) -> OverlayAnswer {
    switch key {
    case .enter: return content.answer(text, in: state)
    case .backspace:
      if text.isEmpty { return .close }
      text.removeLast()
      return .stay
    default: return .stay
    }
  }

  func draw(on frame: inout Frame, of state: AppState) {
    let rect = window(width: 70, height: 4, in: frame.size)
    let labels = BoxLabels(title: content.title, footer: "Enter sets it, Esc leaves it")
    let inside = frame.window(rect, labels)
    frame.write(content.hint, in: inside.row(1), role: .dim)
    frame.writeEntry(text, after: content.label(in: state), in: inside.row(0))
  }
}
