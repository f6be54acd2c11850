import Planning

extension Sentences {
  /// Whether it matters to the choice where in their ranges the figures lie.
  public func choice(_ ends: ChoiceAtEnds) -> [String] {
    if ends.low == .same && ends.high == .same {
      return ["the same would be chosen with every figure at its low end, and with every figure at its high end"]
    }
    return [choice(ends.low, at: .low), choice(ends.high, at: .high)]
  }

  /// What would be chosen with every figure at one end of its range. `end` reads "low" or "high".
  public func choice(_ verdict: ChoiceAtEnds.Verdict, at end: FigureEnd) -> String {
    let condition = "with every figure at its \(end == .low ? "low" : "high") end"
    switch verdict {
    case .same: return "the same would be chosen \(condition)"
    case .none: return "no pathway keeps to the limits \(condition)"
    case .unproven: return "what would be chosen \(condition) is not proven"
    case .other(let pathway):
      let titles = Amounts.list(pathway.steps.map { catalog.title($0.credential) })
      return "another would be chosen \(condition): \(titles.isEmpty ? "nothing" : titles), for "
        + "\(Amounts.money(pathway.cost)) \(currency) in \(Amounts.weeks(pathway.days)) weeks"
    }
  }
}
