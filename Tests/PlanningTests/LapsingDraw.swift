import Catalogs
import Planning

/// Draws a problem in layers in which much lapses before it is asked for: some ten credentials, most of which fill the
/// week by themselves, some of which leave room; alternatives, awards of no length, renewals, things earned.
struct LapsingDraw {
  private var random: SplitMix64
  private let atOnce: Int
  private let validities: ClosedRange<Int>

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    atOnce = random.number(1...3)
    validities = random.pick([2...6, 4...12, 8...20])
  }

  mutating func problem() -> (catalog: Catalog, learner: Learner) {
    var layers: [[String]] = []
    var credentials: [Credential] = []
    for layer in 0..<3 {
      let ids = (0..<[5, 4, 2][layer]).map { "l\(layer)-\($0)" }
      for id in ids { credentials.append(drawn(id, below: layers.last ?? [])) }
      layers.append(ids)
    }
    let tops = layers[2].map { Requirement.credential($0, active: random.chance(40)) }
    let goal = random.chance(70) ? Requirement.all(tops) : .any(tops)
    var learner = Learner(minutesPerWeek: 28, atOnce: atOnce, start: dayZero)
    if random.chance(15) { learner.earned["l0-0"] = .some(dayZero + -random.number(0...4)) }
    return (tinyCatalog(goal, credentials), learner)
  }

  private mutating func drawn(_ id: String, below: [String]) -> Credential {
    let isAward = !below.isEmpty && random.chance(12)
    let minutes = isAward ? 0 : 4 * random.number(1...4)
    let leavesRoom = !isAward && random.chance(30)
    var found = credential(
      id, fee: random.number(0...5), minutes: minutes, days: leavesRoom ? minutes / 4 + random.number(1...5) : nil,
      validity: random.chance(60) ? random.number(validities) : nil)
    if !below.isEmpty {
      let leaves = random.shuffled(below).prefix(random.number(1...3)).map {
        Requirement.credential($0, active: random.chance(60))
      }
      found.requires = .atLeast(random.number(1...leaves.count), of: Array(leaves))
    }
    if random.chance(5), let other = below.first { found.renews = [other] }
    if random.chance(4), let other = below.first { found.corequires = .held(other) }
    return found
  }
}
