/// The days that come on top of what fills the week: of what leaves room in it, but overlaps with nothing that fills it
/// (`TimeResource.lights`).
///
/// What is taken of these needs some days among itself. And along every way to the goals they stand one after another:
/// let a clock pass only while nothing is in progress that fills the week. What is light takes its length by that clock,
/// all else may take none, so the earliest times by that clock bound every end, all that fills the week on top.
struct LightTime {
  /// Index of the resource whose reserve this is.
  let resource: Int
  private let weighing: TimeResource
  private let readsWays: Bool
  private var times: EarliestTimes
  private var isSwept = false
  private var asked = 0
  private var swept = 0
  private var gained = 0
  /// The days on top, in the state last read.
  private(set) var days = 0

  /// - Parameter readsWays: false counts only what is taken.
  init(_ model: Model, _ network: SelectionNetwork, _ weighing: TimeResource, resource: Int, readsWays: Bool) {
    self.resource = resource
    self.weighing = weighing
    self.readsWays = readsWays
    var lengths = Array(repeating: 0, count: model.activities.count)
    for index in weighing.lights { lengths[index] = model.activities[index].length }
    times = EarliestTimes(network, lengths: lengths)
  }

  /// Reads a state of the choice, in which all demands can be met.
  mutating func read(_ propagation: Propagation) {
    days = weighing.reserve { propagation.status[$0] == .taken }
    isSwept = readsWays && isWorthwhile
    guard isSwept else { return }
    swept += 1
    times.sweep(propagation.status, horizon: .max)
    var earliest = 0
    for index in propagation.status.indices where propagation.status[index] == .taken {
      earliest = max(earliest, times.finish[index])
    }
    for gate in propagation.network.demands { earliest = max(earliest, times.opening[gate]) }
    if earliest > days {
      gained += 1
      days = earliest
    }
  }

  /// Ways are read at every node where that has said more than what is taken, now and then where it hardly ever has.
  private var isWorthwhile: Bool {
    mutating get {
      asked += 1
      return swept < 64 || 16 * gained >= swept || asked % 16 == 0
    }
  }

  /// The days on top where this is taken.
  func days(with activity: Int) -> Int { isSwept ? max(days, times.finish[activity]) : days }
}
