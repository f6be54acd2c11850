import Display

/// The place that will be shown once the catalogs are read, empty until then.
struct OpeningPlace: Place {
  static let id = PlaceID.goals

  /// Goals, or Pathway where a goal was named.
  let id: PlaceID
  /// What is being done, in words.
  var progress: String

  var footer: [FooterItem] {
    id == .pathway ? PathwayPlace(goal: "").footer : GoalsPlace(selected: nil).footer
  }

  mutating func move(_ motion: Motion, in state: AppState) {}
  mutating func turn(by offset: Int, in state: AppState) {}
  mutating func open(in state: AppState) -> Link? { nil }

  func draw(_ body: Rect, of state: AppState, on frame: inout Frame) {
    for (index, pane) in panes(body).filter({ !$0.rect.isEmpty }).enumerated() {
      let inside = frame.pane(pane.rect, pane.title, focused: index == 0).inset(left: 1, right: 1)
      guard index == 0 else { continue }
      frame.write(progress, in: inside.row(0))
      frame.cursor = Point(x: inside.x, y: inside.y)
    }
  }

  private func panes(_ body: Rect) -> [(title: String, rect: Rect)] {
    if id == .pathway {
      let layout = PathwayLayout(body, pane: .frontier)
      return [("Frontier", layout.frontier), ("Pathway", layout.steps), ("Details", layout.details)]
    }
    let layout = GoalsLayout(body, pane: .table)
    return [("Goals", layout.table), ("Details", layout.details)]
  }
}
