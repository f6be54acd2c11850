import Display
import Planning

/// How do I get there? The pathways to one goal.
struct PathwayPlace: Place {
  static let id = PlaceID.pathway

  enum Pane: Int, CaseIterable, Hashable, Sendable { case frontier, pathway, details }

  /// Ways to look at the pathway; `t` goes through them.
  enum View: String, CaseIterable, Hashable, Sendable {
    case timeline, stack, money, list

    /// The one that `t` shows next.
    var next: View {
      let all = View.allCases
      return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }

    /// For the border of the pane.
    func note(zoom: Int) -> String {
      let times = self == .timeline && zoom > 0 ? " x\(1 << zoom)" : ""
      return "\(rawValue)\(times), t for \(next.rawValue)"
    }
  }

  let goal: String
  var pane = Pane.frontier
  var view = View.timeline
  /// The cost of the frontier's point that was walked to; `nil`: the chosen one.
  var walkedTo: Int?
  var selectedStep: String?
  /// How often the timeline was brought closer, each time to half the days.
  var zoom = 0
  /// The selected month of the view of money.
  var month = 0
  var reader = Reader()

  init(goal: String) { self.goal = goal }

  // MARK: Derived

  func title(in state: AppState) -> String { state.catalog.destination(goal)?.title ?? "" }
  func goals(in state: AppState) -> [String] { [goal] }
  func pathway(in state: AppState) -> Pathway? { PathwayScreen(self, state).pathway }
  func credential(in state: AppState) -> String? { PathwayScreen(self, state).step?.credential }
  func status(in state: AppState) -> [String] { PathwayScreen(self, state).figures }

  var footer: [FooterItem] {
    [
      FooterItem("move", .up, .down), FooterItem(.nextPane), FooterItem("hours", .moreHours, .fewerHours),
      FooterItem(.help), FooterItem(.back), FooterItem(.why), FooterItem(.whatIf), FooterItem(.exclude),
      FooterItem(.pin),
      FooterItem(.earned),
      FooterItem("undo/redo", .undo, .redo), FooterItem(.view), FooterItem(.follow), FooterItem(.save),
      FooterItem(.takeHome),
      FooterItem(.find),
      FooterItem(.palette),
      FooterItem(.quit),
    ]
  }

  // MARK: Update

  mutating func move(_ motion: Motion, in state: AppState) {
    let screen = PathwayScreen(self, state)
    let page = max(1, state.size.height - 6)
    switch pane {
    case .frontier:
      let frontier = screen.plan.frontier
      guard !frontier.isEmpty else { return }
      walkedTo = frontier[motion.moved(screen.pointIndex, count: frontier.count, page: page)].cost
      reader = Reader()
    case .pathway:
      if view == .money {
        let months = screen.spending.count
        month = motion.moved(min(month, max(0, months - 1)), count: months, page: page)
        return
      }
      let steps = screen.stepsInView
      guard !steps.isEmpty else { return }
      selectedStep = steps[motion.moved(screen.stepIndexInView, count: steps.count, page: page)].credential
      reader = Reader()
    case .details:
      let inside = detailsRoom(state)
      reader.move(motion, in: screen.detailLines(width: inside.width), height: inside.height)
    }
  }

  mutating func turn(by offset: Int, in state: AppState) {
    let count = Pane.allCases.count
    pane = Pane(rawValue: (pane.rawValue + offset + count) % count) ?? .frontier
  }

  /// Goes on to the next pane; in the details, follows what is chosen.
  mutating func open(in state: AppState) -> Link? {
    if pane == .details {
      return reader.link(in: PathwayScreen(self, state).detailLines(width: detailsRoom(state).width))
    }
    pane = Pane(rawValue: pane.rawValue + 1) ?? pane
    return nil
  }

  mutating func stepBack(in state: AppState) -> Bool {
    guard pane != .frontier else { return false }
    pane = .frontier
    return true
  }

  mutating func letGo(of credential: String, in state: AppState) {
    guard let steps = pathway(in: state)?.steps, let place = steps.firstIndex(where: { $0.credential == credential })
    else { return }
    selectedStep = place + 1 < steps.count ? steps[place + 1].credential : place > 0 ? steps[place - 1].credential : nil
  }

  mutating func select(_ credential: String, in state: AppState) -> Bool {
    guard pathway(in: state)?.step(credential) != nil else { return false }
    selectedStep = credential
    pane = .pathway
    reader = Reader()
    return true
  }

  mutating func settle(in state: AppState) {
    guard let pathway = pathway(in: state), let selected = selectedStep, pathway.step(selected) == nil else { return }
    selectedStep = pathway.steps.first?.credential
  }

  private func detailsRoom(_ state: AppState) -> Rect {
    PathwayLayout(state.body(state.size), pane: .details).details.inset(left: 2, top: 1, right: 2, bottom: 1)
  }

  func draw(_ body: Rect, of state: AppState, on frame: inout Frame) { PathwayScreen(self, state).draw(body, &frame) }
}
