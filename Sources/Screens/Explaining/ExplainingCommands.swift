import Display
import Planning

extension Command {
  static let why = Command(
    "why", "why", "Say why the selected credential is there, or why not.",
    keys: [.character("y")], .asking,
    unless: { $0.reasonAgainstCredential("ask about") ?? $0.reasonAgainstAsking },
    perform: { state in
      guard let goal = state.goalInQuestion, let id = state.selectedCredential else { return [] }
      return state.explain(goal, WhyReading(id, goal: goal, in: state))
    })
  static let whatIf = Command(
    "what-if", "what if", "Suppose another setting, and see what it would change.",
    keys: [.character("v")], .asking, unless: { $0.reasonAgainstAsking },
    perform: { state in
      guard let goal = state.goalInQuestion else { return [] }
      return state.show(PickingOverlay(WhatIfPicking(base: WhatIfReading(goal: goal, changes: []))))
    })
  static let waysOut = Command(
    "ways-out", "ways out", "Say which smallest changes would let there be a pathway.",
    keys: [.character("W")], .asking,
    unless: { state in
      if let reason = state.reasonAgainstAsking { return reason }
      let outcome = state.goalInQuestion.flatMap(state.explained)?.outcome
      if case .infeasible? = outcome?.status { return nil }
      return outcome == nil ? nil : "there is a pathway: nothing has to change"
    },
    perform: { $0.explainGoal { WaysOutReading(goal: $0) } })
  static let risks = Command(
    "risks", "risks", "Say what failing an exam would cost, and what lapses.",
    keys: [.character("r")], .asking, unless: { $0.reasonAgainstAsking },
    perform: { $0.explainGoal { RisksReading(goal: $0) } })
  static let stages = Command(
    "stages", "stages", "Say what comes when, and what stopping early keeps.",
    keys: [.character("m")], .asking, unless: { $0.reasonAgainstAsking },
    perform: { $0.explainGoal { StagesReading(goal: $0) } })
  static let near = Command(
    "near", "near", "Say what other goals lie near the end of the pathway.", keys: [.character("n")], .asking,
    unless: { $0.reasonAgainstAsking }, perform: { $0.explainGoal { NearReading(goal: $0) } })

  static let asking: [Command] = [why, whatIf, waysOut, risks, stages, near]
}

extension AppState {
  fileprivate mutating func explainGoal(_ reading: (String) -> some Explaining) -> [Effect] {
    goalInQuestion.map { explain($0, reading($0)) } ?? []
  }
}
