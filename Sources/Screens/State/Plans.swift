import Planning

/// What is known of the pathways to one goal.
struct Plan: Hashable, Sendable {
  /// The last answer; while a newer question is open, the answer to the one before.
  var outcome: PlanningOutcome?
  /// Best pathways so far of a search that is running, or was stopped.
  var soFar: [Pathway] = []
  /// What is proven so far of all pathways; `nil` while nothing is.
  var bound: PlanningOutcome.Bound?
  var job: JobID?
  /// Of the job, or of the one that gave the answer.
  var priority = JobPriority.background
  var failure: String?
  /// True where the answer is to an older question.
  var isStale = false
  /// True where the user stopped the search for an answer.
  var isStopped = false

  var isSearching: Bool { job != nil }

  /// True where asking again would bring nothing: the answer is to this question, and proven or as far as it goes.
  var isAnsweredInFull: Bool {
    guard let outcome, !isStale else { return false }
    return outcome.isProven || priority == .urgent
  }

  /// What there is to show: the newest, proven or not.
  var frontier: [Pathway] {
    if (isSearching || isStopped) && !soFar.isEmpty { return soFar }
    return outcome?.frontier ?? soFar
  }

  /// The index of the pathway chosen by weighing money against time.
  var chosen: Int {
    let frontier = frontier
    if let chosen = outcome?.chosen, frontier == outcome?.frontier { return chosen }
    return frontier.isEmpty ? 0 : (frontier.count - 1) / 2
  }
}
