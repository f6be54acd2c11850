import Planning

/// What is known of the pathways to one goal.
struct Plan: Hashable, Sendable {
  /// The last answer; while a newer question is open, the answer to the one before.
  var outcome: PlanningOutcome?
  /// Best pathways so far of a search that is running.
  var soFar: [Pathway] = []
  var job: JobID?
  var failure: String?
  /// True where the answer is to an older question.
  var isStale = false

  var isSearching: Bool { job != nil }

  /// What there is to show: the newest, proven or not.
  var frontier: [Pathway] {
    if isSearching && !soFar.isEmpty { return soFar }
    return outcome?.frontier ?? soFar
  }

  /// The index of the pathway chosen by weighing money against time.
  var chosen: Int {
    let frontier = frontier
    if let chosen = outcome?.chosen, frontier == outcome?.frontier { return chosen }
    return frontier.isEmpty ? 0 : (frontier.count - 1) / 2
  }
}
