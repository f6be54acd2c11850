import Display
import Learners
import Planning

/// I have begun: what do I do this week, and am I on course?
struct NowPlace: Place {
  static let id = PlaceID.now

  enum Pane: Int, CaseIterable, Hashable, Sendable { case steps, course }

  var pane = Pane.steps
  var selected: String?
  var reader = Reader()

  // MARK: Derived

  func title(in state: AppState) -> String { state.record.followed ?? "" }

  func goals(in state: AppState) -> [String] {
    let goals = state.followed?.request.goals ?? []
    // Several goals at once are no question that the screens ask.
    return goals.count == 1 ? goals.filter { state.catalog.destination($0) != nil } : []
  }

  /// The best from today.
  func pathway(in state: AppState) -> Pathway? { NowScreen(self, state).best }
  func credential(in state: AppState) -> String? { NowScreen(self, state).item?.step.credential }
  func status(in state: AppState) -> [String] { NowScreen(self, state).status }

  var footer: [FooterItem] {
    [
      FooterItem("move", .up, .down), FooterItem(.nextPane), FooterItem(.help), FooterItem(.back),
      FooterItem("done", .earned), FooterItem(.hoursDone), FooterItem(.failed), FooterItem(.putOff),
      FooterItem("undo/redo", .undo, .redo), FooterItem(.note), FooterItem(.takeHome),
      FooterItem(.palette), FooterItem(.quit),
    ]
  }

  // MARK: Update

  mutating func move(_ motion: Motion, in state: AppState) {
    let screen = NowScreen(self, state)
    if pane == .course {
      let inside = NowLayout(state.body(state.size), .course).course.inset(left: 2, top: 1, right: 2, bottom: 1)
      return reader.move(motion, in: screen.courseLines(width: inside.width), height: inside.height)
    }
    let items = screen.items
    guard !items.isEmpty else { return }
    selected =
      items[motion.moved(screen.itemIndex, count: items.count, page: max(1, state.size.height - 6))].step.credential
  }

  mutating func turn(by offset: Int, in state: AppState) { pane = pane == .steps ? .course : .steps }

  mutating func open(in state: AppState) -> Link? {
    guard pane == .course else {
      return NowScreen(self, state).item.map { .credential($0.step.credential) } ?? .place(.pathway)
    }
    let inside = NowLayout(state.body(state.size), .course).course.inset(left: 2, top: 1, right: 2, bottom: 1)
    return reader.link(in: NowScreen(self, state).courseLines(width: inside.width))
  }

  func reasonAgainstOpening(in state: AppState) -> String? {
    state.followed == nil ? Self.nothingFollowed : nil
  }

  static let nothingFollowed = "no pathway is followed yet: F at Pathway follows the one that is shown"

  mutating func stepBack(in state: AppState) -> Bool {
    guard pane != .steps else { return false }
    pane = .steps
    return true
  }

  func draw(_ body: Rect, of state: AppState, on frame: inout Frame) { NowScreen(self, state).draw(body, &frame) }
}

/// Both panes, or the one with the focus.
struct NowLayout {
  var steps = Rect.empty
  var course = Rect.empty

  init(_ body: Rect, _ pane: NowPlace.Pane) {
    if body.width >= 76 {
      (steps, course) = body.split(right: max(34, body.width * 2 / 5))
    } else if pane == .steps {
      steps = body
    } else {
      course = body
    }
  }
}
