/// Rules by which a list schedule chooses what to start next.
enum ListScheduling {
  enum Rule: CaseIterable {
    case longestTail
    case heaviestLate
    case longestFirst
    case heaviestFirst
    case lastingFirst

    /// The smallest key starts next: the earliest possible start first, then by the rule.
    func key(start: Int, length: Int, tail: Int, load: Int, mayLapse: Bool) -> (Int, Int) {
      switch self {
      case .longestTail: return (start, -(length + tail))
      // What leaves room beside it begins early, so that the heavy ones queue while it runs.
      case .heaviestLate: return (start, load * 1_000 - min(length + tail, 999))
      case .longestFirst: return (start, -length)
      // What tolerates nothing beside it goes first; what leaves room gathers and then runs together.
      case .heaviestFirst: return (start, -load * 1_000 - min(length + tail, 999))
      // What lapses comes as late as it can, so that it still holds when it is asked for.
      case .lastingFirst: return (mayLapse ? 1 : 0, start * 1_000 - min(length + tail, 999))
      }
    }
  }
}
