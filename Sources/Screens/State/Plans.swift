import Planning

/// What is known of the pathways to every goal. How far the listed ones are is counted as it changes, and a new question
/// makes every answer an old one without a look at them: there may be ten thousand.
struct Plans: Sendable {
  private var plans: [String: Plan] = [:]
  private var goals: [JobID: String] = [:]
  private var question = 0
  /// The listed goals in order, which of them are to be asked for, and how many have all they will have.
  private var order: [String] = []
  private var places: [String: Int] = [:]
  private var isDue: [Bool] = []
  private(set) var settled = 0
  /// Of those that are settled.
  private(set) var unproven = 0

  init() {}
  init(listing goals: [String]) { list(goals) }

  /// How many goals are listed.
  var listed: Int { order.count }
  /// How many questions are open.
  var open: Int { goals.count }

  subscript(goal: String) -> Plan? {
    get { plans[goal]?.asked(now: question) }
    set {
      count(goal, by: -1)
      if let job = plans[goal]?.job { goals[job] = nil }
      plans[goal] = newValue
      plans[goal]?.question = question
      if let job = newValue?.job { goals[job] = goal }
      count(goal, by: 1)
    }
  }

  /// The goal that a job plans; `nil` where nobody waits for it.
  func goal(of job: JobID) -> String? { goals[job] }

  /// The first goal to be asked for, of those from a place on and then of those before it.
  func due(from goal: String?) -> String? {
    let place = goal.flatMap { places[$0] } ?? 0
    let next = isDue[place...].firstIndex(of: true) ?? isDue[..<place].firstIndex(of: true)
    return next.map { order[$0] }
  }

  /// These goals are listed now.
  mutating func list(_ goals: [String]) {
    places = [:]
    for goal in goals where places[goal] == nil { places[goal] = places.count }
    order = places.keys.sorted { places[$0, default: 0] < places[$1, default: 0] }
    isDue = Array(repeating: false, count: order.count)
    (settled, unproven) = (0, 0)
    for goal in places.keys { count(goal, by: 1) }
  }

  /// Something else is asked of all of them.
  /// - Returns: the jobs nobody waits for any more, in the order in which they were asked for.
  mutating func askAnew() -> [JobID] {
    let jobs = goals.keys.sorted { $0.number < $1.number }
    for goal in goals.values { plans[goal]?.job = nil }
    goals = [:]
    question += 1
    (isDue, settled, unproven) = (Array(repeating: true, count: order.count), 0, 0)
    return jobs
  }

  private mutating func count(_ goal: String, by step: Int) {
    guard let place = places[goal] else { return }
    let plan = self[goal] ?? Plan()
    isDue[place] = plan.isDue
    guard !plan.isSearching && !plan.isDue else { return }
    settled += step
    if plan.isStale || plan.outcome?.isProven != true { unproven += step }
  }
}

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
  /// Of the question that all but the answer belongs to.
  var question = 0

  var isSearching: Bool { job != nil }

  /// True where asking again would bring nothing: the answer is to this question, and proven or as far as it goes.
  var isAnsweredInFull: Bool {
    guard let outcome, !isStale else { return false }
    return outcome.isProven || priority == .urgent
  }

  /// True where nobody has asked yet, or asked what is no longer the question.
  fileprivate var isDue: Bool {
    !isSearching && !isStopped && failure == nil && (outcome == nil || isStale)
  }

  /// Of an older question nothing is of use but its answer.
  fileprivate func asked(now question: Int) -> Plan {
    guard self.question != question else { return self }
    return Plan(outcome: outcome, priority: priority, isStale: outcome != nil, question: question)
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
