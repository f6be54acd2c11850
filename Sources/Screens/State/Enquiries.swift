import Planning

/// What was asked besides, and what came of it: answers are kept, so that whoever comes back finds them.
struct Enquiries: Sendable {
  /// More answers than these are kept only while somebody looks at them.
  private static let most = 60

  enum State: Hashable, Sendable {
    case answered(EnquiryAnswer)
    case failed(String)
  }

  private var states: [Enquiry: State] = [:]
  /// Under way, in the order asked.
  private(set) var open: [(job: JobID, enquiry: Enquiry)] = []

  /// `nil` while it is worked on.
  subscript(enquiry: Enquiry) -> State? { states[enquiry] }

  /// Ids that what was asked supposes, or answers name though nobody asked for them.
  var named: Set<String> {
    var named: Set<String> = []
    for case .answered(.question(let answer)) in states.values {
      switch answer {
      case .goals(let found): named.formUnion(found.goals.map(\.goal))
      // What is supposed may lead to what can't matter otherwise.
      case .comparison(let compared, _), .price(let compared):
        named.formUnion(compared.after.frontier.flatMap(\.credentials))
      case .changes, .setbacks: break
      }
    }
    for enquiry in open.map(\.enquiry) + states.keys {
      if case .question(.whatIf(let changes)) = enquiry.subject {
        named.formUnion(enquiry.request.learner.changed(by: changes).named)
      }
    }
    return named
  }

  /// - Returns: false where nobody waits for that job.
  mutating func take(_ state: State, of job: JobID) -> Bool {
    guard let place = open.firstIndex(where: { $0.job == job }) else { return false }
    states[open.remove(at: place).enquiry] = state
    return true
  }

  /// Asks what is wanted and not known, and gives up what isn't wanted any more.
  /// - Parameter newJob: makes a job's name.
  mutating func want(_ wanted: [Enquiry], newJob: () -> JobID) -> [Effect] {
    if wanted.isEmpty && open.isEmpty { return [] }
    if states.count > Enquiries.most { states = states.filter { wanted.contains($0.key) } }
    var effects: [Effect] = open.filter { !wanted.contains($0.enquiry) }.map { .cancel($0.job) }
    open.removeAll { !wanted.contains($0.enquiry) }
    for enquiry in wanted where states[enquiry] == nil && !open.contains(where: { $0.enquiry == enquiry }) {
      let job = newJob()
      open.append((job, enquiry))
      effects.append(.enquire(job, enquiry))
    }
    return effects
  }
}

extension AppState {
  /// What is open says what it wants to know: that is asked, and what a page waits for, and nothing else is worked on.
  mutating func settleEnquiries() -> [Effect] {
    var wanted = overlay?.enquiries(in: self) ?? []
    wanted += enquiriesForHandout.filter { !wanted.contains($0) }
    var last = nextJob
    let effects = enquiries.want(wanted) {
      last += 1
      return JobID(last)
    }
    nextJob = last
    return effects
  }
}
