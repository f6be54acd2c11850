/// The earliest conceivable time at which everything can be had, when things don't get in each other's way: Knuth's
/// generalisation of Dijkstra's algorithm (1977) over what isn't refused (any = min, all = max, k-of = k-th smallest,
/// credits alike).
struct EarliestTimes {
  private let network: SelectionNetwork
  private let lengths: [Int]
  /// Who may start only when its calendar says so; empty where nobody asks.
  private let calendars: [Activity]
  private let isFree: [Bool]
  /// Of each activity; `Int.max` where it can't be had.
  private(set) var finish: [Int]
  /// Of each gate; `Int.max` where it can't be opened.
  private(set) var opening: [Int]
  private var missing: [Int]
  private var heap = EventHeap()

  /// The days of a model.
  init(_ network: SelectionNetwork, _ model: Model) {
    self.init(
      network, lengths: model.activities.map(\.length), calendars: model.activities,
      isFree: model.activities.map(\.isFreeOfCalendar))
  }

  /// Any time that passes only while certain things are in progress.
  init(_ network: SelectionNetwork, lengths: [Int]) {
    self.init(network, lengths: lengths, calendars: [], isFree: lengths.map { _ in true })
  }

  private init(_ network: SelectionNetwork, lengths: [Int], calendars: [Activity], isFree: [Bool]) {
    self.network = network
    self.lengths = lengths
    self.calendars = calendars
    self.isFree = isFree
    finish = Array(repeating: .max, count: network.activityCount)
    opening = Array(repeating: .max, count: network.gateCount)
    missing = Array(repeating: 0, count: network.gateCount)
  }

  /// Finds them anew, as far as the horizon.
  mutating func sweep(_ status: [Propagation.Status], horizon: Int) {
    for index in finish.indices { finish[index] = .max }
    for gate in missing.indices {
      missing[gate] = network.need[gate]
      opening[gate] = .max
    }
    heap.removeAll()
    for index in status.indices where status[index] != .refused && network.requires[index] < 0 {
      schedule(index, at: 0, horizon)
    }
    // Those that others open are announced when they do.
    for gate in missing.indices where network.need[gate] <= 0 { open(gate, at: 0, status, horizon) }
    while let (time, index) = heap.pop() {
      guard finish[index] == .max else { continue }
      finish[index] = time
      for place in network.parentsOfActivity.places(of: index) {
        let parent = network.parentsOfActivity.values[place]
        feed(parent.gate, parent.weight, at: time, status, horizon)
      }
    }
  }

  private mutating func schedule(_ index: Int, at time: Int, _ horizon: Int) {
    if isFree[index] {
      if time + lengths[index] <= horizon { heap.push(time + lengths[index], index) }
    } else if let start = calendars[index].firstStart(from: time), start + lengths[index] <= horizon {
      heap.push(start + lengths[index], index)
    }
  }

  private mutating func feed(
    _ gate: Int, _ weight: Int, at time: Int, _ status: [Propagation.Status], _ horizon: Int
  ) {
    guard missing[gate] > 0 else { return }
    missing[gate] -= weight
    if missing[gate] <= 0 { open(gate, at: time, status, horizon) }
  }

  private mutating func open(_ gate: Int, at time: Int, _ status: [Propagation.Status], _ horizon: Int) {
    opening[gate] = time
    for place in network.dependents.places(of: gate) {
      let index = network.dependents.values[place]
      if status[index] != .refused { schedule(index, at: time, horizon) }
    }
    for place in network.parentsOfGate.places(of: gate) {
      let parent = network.parentsOfGate.values[place]
      feed(parent.gate, parent.weight, at: time, status, horizon)
    }
  }
}
