import Display
import Planning
import Testing

@testable import Screens

@Suite("Whatever is pressed, in whatever order the answers come")
struct RandomWalkTests {
  /// Says where in a walk something went wrong; costly, so only on failure.
  private typealias Place = () -> Comment

  private static let walks = 10
  private static let steps = 2_000

  @Test("the selection stays valid, only q and Ctrl-C leave, and no answer is shown that is to another question")
  func invariants() throws {
    let answers = RandomWalk.Cache()
    var seen: Set<String> = []
    for seed in 1...UInt64(Self.walks) {
      var walk = RandomWalk(seed: seed, answers: answers)
      for number in 1...Self.steps {
        let before = walk.state
        let step = try walk.step()
        let place: Place = { "seed \(seed), step \(number): \(step)" }
        seen.formUnion(sights(walk.state))
        checkLeaving(step, before, place)
        checkSelection(walk, place)
        if number % 8 == 0 { checkFrame(walk.state, place) }
        if number % 100 == 0 { checkUndoRedo(walk.state, place) }
      }
      try walk.settle()
      checkAnswered(walk) { "seed \(seed)" }
      checkUndoingAll(walk.state) { "seed \(seed)" }
    }
    let expected: Set<String> = [
      "goals", "frontier", "pathway", "details", "help", "find", "assumptions", "prompt", "no way", "a credential",
      "explore", "exploring words", "far from home", "a list", "so far", "commands", "a way forward", "stopped",
      "compare", "now", "learner", "another", "why",
    ]
    #expect(seen == expected, "what the walks came to see")
  }

  private func sights(_ state: AppState) -> Set<String> {
    var sights: Set<String> = [state.pane.map { "\($0)" } ?? "\(state.placeID)"]
    if let overlay = state.overlayName { sights.insert(overlay) }
    if case .infeasible = state.plan.outcome?.status { sights.insert("no way") }
    if let goal = state.goal, state.catalog.goal(goal.id) == nil { sights.insert("a credential") }
    if state.trail.back.count > 1 { sights.insert("far from home") }
    if !state.trail.forward.isEmpty { sights.insert("a way forward") }
    if state.plan.isStopped { sights.insert("stopped") }
    if state.pathwayPlace?.view == .list { sights.insert("a list") }
    if !state.plan.soFar.isEmpty { sights.insert("so far") }
    return sights
  }

  private func checkLeaving(_ step: RandomWalk.Step, _ before: AppState, _ place: Place) {
    guard case .input(let input, let effects) = step else { return }
    let isLeaving =
      input == .key(.control("c")) || (input == .key(.character("q")) && !before.hasOverlay)
      || (input == .key(.enter) && before.isOnQuit)
    #expect(effects.contains(.quit) == isLeaving, place())
  }

  private func checkSelection(_ walk: RandomWalk, _ place: Place) {
    let state = walk.state
    if let selected = state.selectedGoal {
      #expect(state.catalog.goal(selected) != nil, place())
    } else {
      Issue.record("no goal is selected")
    }
    let plan = state.plan
    #expect(plan.frontier.isEmpty ? state.pointIndex == 0 : plan.frontier.indices.contains(state.pointIndex), place())
    if let step = state.step {
      #expect(state.pathway?.step(step.credential) == step, place())
    } else if state.placeID == .pathway {
      #expect(state.pathway?.steps.isEmpty != false, place())
    }
    #expect(state.pathwayPlace.map { $0.reader.scroll >= 0 } ?? true, place())
    guard let goal = state.goal else { return }
    // What is shown answers the question as it is now, or says that it is being asked.
    let isCurrent = plan.isSearching || plan.isStopped || plan.failure != nil || (plan.outcome != nil && !plan.isStale)
    #expect(isCurrent, place())
    #expect(walk.askedFor[goal.id] == state.learner, place())
  }

  private func checkFrame(_ state: AppState, _ place: Place) {
    let frame = state.frame(size: state.size)
    #expect(frame.size == state.size, place())
    for y in 0..<frame.size.height {
      var columns = 0
      for x in 0..<frame.size.width { columns += frame.cell(x: x, y: y).width }
      #expect(columns == frame.size.width, place())
    }
    #expect(frame.lines.count == state.size.height, place())
    let isInside = frame.cursor.map(frame.bounds.contains) == true
    #expect(isInside, place())
    let scalars = frame.text.unicodeScalars
    let isSafe = scalars.allSatisfy { ($0.value >= 0x20 || $0 == "\n") && $0.value != 0x7F }
    #expect(isSafe, place())
    let isASCII = scalars.allSatisfy { $0.isASCII }
    #expect(isASCII || !state.glyphs.isASCII, place())
  }

  private func checkUndoRedo(_ state: AppState, _ place: Place) {
    guard !state.history.done.isEmpty else { return }
    var other = state
    _ = other.undo()
    #expect(other.learner == state.history.done.last?.before.learner, place())
    _ = other.redo()
    #expect(other.learner == state.learner, place())
    #expect(other.history == state.history, place())
  }

  private func checkUndoingAll(_ state: AppState, _ place: Place) {
    var state = state
    let last = state.learner
    let count = state.history.done.count
    for _ in 0..<count { _ = state.undo() }
    #expect(state.learner == CraftCatalog.learner, place())
    #expect(Command.undo.reasonAgainst(state) == "nothing to undo", place())
    for _ in 0..<count { _ = state.redo() }
    #expect(state.learner == last, place())
  }

  /// Once everything is answered, nothing is said to be searching.
  private func checkAnswered(_ walk: RandomWalk, _ place: Place) {
    #expect(!walk.state.isSearching, place())
    for (goal, learner) in walk.askedFor.sorted(by: { $0.key < $1.key }) {
      guard let plan = walk.state.plans[goal], plan.outcome != nil, !plan.isStale, plan.failure == nil else { continue }
      #expect(learner == walk.state.learner, "\(place()): \(goal)")
    }
  }
}
