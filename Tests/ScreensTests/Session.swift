import Catalogs
import Display
import Planning

@testable import Screens

/// A state driven by keys, its jobs answered by the real planner when asked.
struct Session {
  private(set) var state: AppState
  /// Jobs asked for and neither answered nor cancelled.
  private(set) var open: [(id: JobID, request: PlanningRequest)] = []
  /// Questions about an answer, the same.
  private(set) var asked: [(id: JobID, enquiry: Enquiry)] = []
  private(set) var effects: [Effect] = []

  init(
    _ catalog: Catalog = CraftCatalog.catalog, learner: Learner = CraftCatalog.learner, goal: String? = nil,
    size: Size = Size(width: 120, height: 40), glyphs: Glyphs = .unicode
  ) {
    self.init(catalog, opened: OpenedRecord(passing: learner), goal: goal, size: size, glyphs: glyphs)
  }

  init(
    _ catalog: Catalog = CraftCatalog.catalog, opened: OpenedRecord, goal: String? = nil,
    size: Size = Size(width: 120, height: 40), glyphs: Glyphs = .unicode
  ) {
    let (state, first) = AppState.opening(catalog: catalog, opened: opened, goal: goal, size: size, glyphs: glyphs)
    self.state = state
    take(first)
  }

  var frame: Frame { state.frame(size: state.size) }

  @discardableResult
  mutating func send(_ event: Event) -> [Effect] {
    let effects = state.update(event)
    take(effects)
    return effects
  }

  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] { keys.flatMap { send(.input(.key($0))) } }

  /// Each character as a key.
  mutating func type(_ text: String) { for character in text { press(.character(character)) } }

  mutating func paste(_ text: String) { send(.input(.paste(text))) }

  /// Answers every open job, and what comes of it.
  mutating func settle() throws {
    while true {
      if let job = open.popLast() {
        send(.planned(job.id, try Answers.outcome(job.request, in: state.catalog)))
      } else if let job = asked.popLast() {
        send(.answered(job.id, try job.enquiry.answer(in: state.catalog)))
      } else {
        return
      }
    }
  }

  /// Presses and waits for the answers.
  mutating func pressAndSettle(_ keys: Key...) throws {
    for key in keys {
      press(key)
      try settle()
    }
  }

  /// Changes the state past its keys.
  mutating func change(_ change: (inout AppState) -> [Effect]) { take(change(&state)) }

  private mutating func take(_ new: [Effect]) {
    effects += new
    for effect in new {
      switch effect {
      case .plan(let id, let request, _): open.append((id, request))
      case .enquire(let id, let enquiry): asked.append((id, enquiry))
      case .cancel(let id):
        open.removeAll { $0.id == id }
        asked.removeAll { $0.id == id }
      case .prepareFinding, .quit, .suspend, .write, .save, .saveAgain, .recall, .listLearners, .openLearner: break
      }
    }
  }
}

enum Answers {
  static func outcome(_ request: PlanningRequest, in catalog: Catalog) throws -> PlanningOutcome {
    Planner().solve(try Problem(request, in: catalog))
  }
}
