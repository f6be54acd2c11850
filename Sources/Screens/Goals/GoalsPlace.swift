import Catalogs
import Display
import Planning

/// Where could I go from here? Every goal by field, with what it takes.
struct GoalsPlace: Place {
  static let id = PlaceID.goals

  enum Pane: Int, CaseIterable, Hashable, Sendable { case table, details }

  var selected: String?
  var pane = Pane.table
  var reader = Reader()

  init(selected: String?) { self.selected = selected }
  init(_ state: AppState) { self.init(selected: state.goalRows.goals.first?.id) }

  var footer: [FooterItem] {
    [
      FooterItem("move", .up, .down), FooterItem(.open), FooterItem(.find), FooterItem(.help), FooterItem(.quit),
      FooterItem("hours", .moreHours, .fewerHours), FooterItem("undo/redo", .undo, .redo), FooterItem(.palette),
      FooterItem(.budget), FooterItem(.deadline),
    ]
  }

  mutating func move(_ motion: Motion, in state: AppState) {
    let screen = GoalsScreen(self, state)
    if pane == .details {
      let inside = GoalsLayout(state.body(state.size), pane: pane).details.inset(left: 2, top: 1, right: 2, bottom: 1)
      reader.move(motion, in: screen.detailLines(width: inside.width), height: inside.height)
      return
    }
    let goals = state.goalRows.goals
    let place = state.goalRows.place(of: selected) ?? 0
    let next = motion.moved(place, count: goals.count, page: max(1, state.size.height - 6))
    selected = goals.indices.contains(next) ? goals[next].id : nil
    reader = Reader()
  }

  mutating func turn(by offset: Int, in state: AppState) {
    guard selected != nil else { return }
    pane = pane == .table ? .details : .table
  }

  mutating func open(in state: AppState) -> Link? {
    if pane == .details {
      let inside = GoalsLayout(state.body(state.size), pane: pane).details.inset(left: 2, top: 1, right: 2, bottom: 1)
      if let link = reader.link(in: GoalsScreen(self, state).detailLines(width: inside.width)) { return link }
    }
    return selected.map { .goal($0) }
  }

  func reasonAgainstOpening(in state: AppState) -> String? { selected == nil ? "there is no goal to open" : nil }

  mutating func stepBack() -> Bool {
    guard pane != .table else { return false }
    pane = .table
    return true
  }

  func draw(_ body: Rect, of state: AppState, on frame: inout Frame) { GoalsScreen(self, state).draw(body, &frame) }
}
