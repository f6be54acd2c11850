/// An additive bound on time: whatever is taken, its weights together are at most `capacity × days`.
///
/// Energy (load × length against the minutes of a week) is one. Where loads don't fill the week it is weak; a dual
/// feasible function (Carlier & Néron 2007) counts loads above `week - ε` as the whole week and loads below ε as
/// nothing, which bounds just as truly, since what is left beside such a load has no room for one of at least ε.
/// The number at once gives one more: lengths against `atOnce × days`. `PackingWeights` gives the best that hold for
/// both together.
struct TimeResource: Sendable {
  /// Of each activity.
  let weights: [Int]
  /// Weight that fits into a day.
  let capacity: Int
  /// Where only what fills the week is weighed: what is lighter, and can't overlap with any of that. The days these
  /// take among themselves come on top.
  private(set) var lights: [Int] = []
  private(set) var isPacking = false

  /// What it weighs by; of each kind the one that says most is asked at every node.
  enum Kind: CaseIterable { case packing, additive, reserving }

  var kind: Kind { isPacking ? .packing : lights.isEmpty ? .additive : .reserving }

  private let loads: [Int]
  private let lengths: [Int]
  private let week: Int
  private let atOnce: Int

  /// Fewest days into which this weight fits.
  func days(for weight: Int) -> Int { weight.dividedRoundingUp(by: capacity) }

  /// No placement of these members ends before this day.
  ///
  /// - Parameter reserve: days known to be needed beside what is weighed.
  func days(for members: [Int], reserve known: Int = 0) -> Int {
    days(for: members.reduce(0) { $0 + weights[$1] }) + max(known, reserve { members.contains($0) })
  }

  /// Days that the lighter ones among what is taken need beside all that is weighed here.
  func reserve(isTaken: (Int) -> Bool) -> Int {
    if lights.isEmpty { return 0 }
    var longest = 0
    var energy = 0
    var total = 0
    var heavy = 0
    for index in lights where isTaken(index) {
      longest = max(longest, lengths[index])
      energy += loads[index] * lengths[index]
      total += lengths[index]
      if 2 * loads[index] > week { heavy += lengths[index] }
    }
    return max(max(longest, heavy), max(energy.dividedRoundingUp(by: week), total.dividedRoundingUp(by: atOnce)))
  }

  private init(_ model: Model, weights: [Int], capacity: Int, lights: [Int] = []) {
    self.weights = weights
    self.capacity = capacity
    self.lights = lights
    loads = model.activities.map(\.load)
    lengths = model.activities.map(\.length)
    week = model.capacity
    atOnce = model.atOnce
  }

  /// The resources worth asking about this model.
  static func all(for model: Model) -> [TimeResource] {
    let week = model.capacity
    let loads = model.activities.map(\.load)
    var found: [TimeResource] = []
    if let lightest = loads.filter({ $0 > 0 }).min() {
      var thresholds: Set<Int> = [0, (week - 1) / 2 + 1]
      for fraction in [8, 4, 2] { thresholds.insert(week / fraction) }
      for threshold in thresholds.sorted() { found.append(filling(model, threshold: threshold)) }
      thresholds.remove(0)
      thresholds.insert(min(lightest, week / 2))
      for threshold in thresholds.sorted() where threshold > 0 { found.append(excluding(model, threshold: threshold)) }
      if let packing = packing(model) { found.append(packing) }
    }
    found.append(TimeResource(model, weights: model.activities.map(\.length), capacity: model.atOnce))
    return found.reduce(into: []) { kept, resource in
      if !kept.contains(where: { $0.weights == resource.weights && $0.capacity == resource.capacity }) {
        kept.append(resource)
      }
    }
  }

  private static func filling(_ model: Model, threshold: Int) -> TimeResource {
    let week = model.capacity
    return TimeResource(
      model,
      weights: model.activities.map { activity in
        if threshold > 0 && activity.load > week - threshold { return week * activity.length }
        return activity.load < threshold ? 0 : activity.load * activity.length
      }, capacity: week)
  }

  /// Weighs only what leaves less than the threshold; the rest of at least the threshold is reserved for.
  private static func excluding(_ model: Model, threshold: Int) -> TimeResource {
    let week = model.capacity
    let activities = model.activities
    return TimeResource(
      model, weights: activities.map { $0.load > week - threshold ? $0.length : 0 }, capacity: 1,
      lights: activities.indices.filter { activities[$0].load >= threshold && activities[$0].load <= week - threshold })
  }

  private static func packing(_ model: Model) -> TimeResource? {
    var demand: [Int: Double] = [:]
    for activity in model.activities where activity.load > 0 {
      demand[activity.load, default: 0] += Double(activity.length)
    }
    // Beyond ten classes, loads are rounded down to one of ten: more fits together then, so the weights stay sound.
    var classes = demand.keys.sorted()
    while classes.count > 10 {
      let gaps = classes.indices.dropFirst().min { first, second in
        classes[first] - classes[first - 1] < classes[second] - classes[second - 1]
      }
      guard let gap = gaps else { break }
      demand[classes[gap - 1], default: 0] += demand[classes[gap]] ?? 0
      classes.remove(at: gap)
    }
    guard
      let packing = PackingWeights(
        loads: classes, demand: classes.map { demand[$0] ?? 0 }, capacity: model.capacity, atOnce: model.atOnce)
    else { return nil }
    var resource = TimeResource(
      model,
      weights: model.activities.map { activity in
        guard activity.load > 0, let place = classes.lastIndex(where: { $0 <= activity.load }) else { return 0 }
        return packing.weights[place] * activity.length
      }, capacity: PackingWeights.one)
    resource.isPacking = true
    return resource
  }
}
