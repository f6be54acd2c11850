import Display
import Learners
import Planning

/// Who is it for? The settings of a learner, the saved pathways, and what was written down.
struct LearnerPlace: Place {
  static let id = PlaceID.learner

  enum Pane: Int, CaseIterable, Hashable, Sendable { case settings, pathways, details }

  /// What a row of the settings is.
  enum Row: Hashable, Sendable {
    case setting(Setting)
    /// The head of a list; Enter puts something into it.
    case head(Entry)
    case item(Entry, String)
  }

  var pane = Pane.settings
  var selected = Row.setting(.hours)
  /// The name of a saved pathway; `nil`: the first.
  var pathway: String?
  /// What the details are about: of the panes before, the one that had the focus last.
  var subject = Pane.settings
  var reader = Reader()

  // MARK: Derived

  func credential(in state: AppState) -> String? {
    if subject == .settings, case .item(let entry, let key) = selected, entry != .note,
      state.catalog.credential(key) != nil
    {
      return key
    }
    return nil
  }

  func status(in state: AppState) -> [String] { [LearnerScreen(self, state).status] }

  var footer: [FooterItem] {
    [
      FooterItem("change", .open), FooterItem(.nextPane), FooterItem(.help), FooterItem(.back),
      FooterItem("keep/discard", .keep, .discard), FooterItem(.remove), FooterItem(.otherLearner), FooterItem(.note),
      FooterItem(.changes), FooterItem(.follow), FooterItem(.favourite), FooterItem("undo/redo", .undo, .redo),
      FooterItem(.duplicate), FooterItem(.takeSettings), FooterItem(.palette), FooterItem(.quit),
    ]
  }

  // MARK: Update

  mutating func move(_ motion: Motion, in state: AppState) {
    let screen = LearnerScreen(self, state)
    let page = max(1, state.size.height - 6)
    switch pane {
    case .settings:
      let rows = screen.rows
      selected = rows[motion.moved(screen.rowIndex, count: rows.count, page: page)]
      reader = Reader()
    case .pathways:
      guard !screen.saved.isEmpty else { return }
      pathway = screen.saved[motion.moved(screen.savedIndex, count: screen.saved.count, page: page)].name
      reader = Reader()
    case .details:
      let inside = LearnerLayout.detailsRoom(state.body(state.size), self)
      reader.move(motion, in: screen.detailLines(width: inside.width), height: inside.height)
    }
  }

  mutating func turn(by offset: Int, in state: AppState) {
    let count = Pane.allCases.count
    pane = Pane(rawValue: (pane.rawValue + offset + count) % count) ?? .settings
    if pane != .details && subject != pane {
      subject = pane
      reader = Reader()
    }
  }

  /// Changes what is selected; of a saved pathway and in the details, goes on or follows.
  mutating func open(in state: AppState) -> Link? {
    switch pane {
    case .settings: return .question(selected)
    case .pathways:
      pane = .details
      return nil
    case .details:
      let inside = LearnerLayout.detailsRoom(state.body(state.size), self)
      return reader.link(in: LearnerScreen(self, state).detailLines(width: inside.width))
    }
  }

  func reasonAgainstOpening(in state: AppState) -> String? {
    pane == .pathways && state.record.pathways.isEmpty ? Self.nothingSaved : nil
  }

  static let nothingSaved = "no pathway is saved yet: S saves the one that is shown at Pathway"

  mutating func stepBack(in state: AppState) -> Bool {
    guard pane != .settings else { return false }
    pane = pane == .details ? subject : .settings
    subject = pane
    return true
  }

  mutating func settle(in state: AppState) {
    if !LearnerScreen(self, state).rows.contains(selected), case .item(let entry, _) = selected {
      selected = .head(entry)
    }
  }

  func draw(_ body: Rect, of state: AppState, on frame: inout Frame) { LearnerScreen(self, state).draw(body, &frame) }
}

/// Where the panes stand: all three, two or the one with the focus; empty where not shown.
struct LearnerLayout {
  var settings = Rect.empty
  var pathways = Rect.empty
  var details = Rect.empty

  init(_ body: Rect, _ place: LearnerPlace) {
    if body.width >= 110 {
      let (left, right) = body.split(right: body.width / 2)
      settings = left
      (pathways, details) = right.split(top: max(6, body.height / 3))
    } else if body.width >= 76 {
      let (left, right) = body.split(right: body.width * 9 / 20)
      if place.subject == .settings { settings = left } else { pathways = left }
      details = right
    } else {
      switch place.pane {
      case .settings: settings = body
      case .pathways: pathways = body
      case .details: details = body
      }
    }
  }

  static func detailsRoom(_ body: Rect, _ place: LearnerPlace) -> Rect {
    var place = place
    place.pane = .details
    return LearnerLayout(body, place).details.inset(left: 2, top: 1, right: 2, bottom: 1)
  }
}
