import Display

extension Command {
  static let why = Command(
    "why", "why", "Say why the selected credential is a step, or why not, and what it costs to do the other.",
    keys: [.character("y")], .asking,
    unless: { $0.reasonAgainstCredential("ask about") ?? $0.reasonAgainstAsking },
    perform: { state in
      guard let goal = state.goalInQuestion, let id = state.selectedCredential else { return [] }
      return state.explain(goal, WhyReading(id, goal: goal, in: state))
    })

  static let asking: [Command] = [why]
}
