import Catalogs
import Learners
import Planning

/// Draws records in which everything a learner can have appears, in names that text formats stumble over too.
struct RandomRecord {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  private mutating func chance() -> Bool { number(0...1) == 1 }
  private mutating func id() -> String { ["a", "b:c", "d,e", "f@g", "ü/漢", "\"q\"", "x y"][number(0...6)] }
  private mutating func ids() -> [String] { (0..<number(0...3)).map { _ in id() } }
  private mutating func date() -> CalendarDate { CalendarDate(dayNumber: number(18_000...22_000)) }
  private mutating func amount() -> Int? { chance() ? number(0...1_000_000) : nil }

  mutating func learner() -> Learner {
    var learner = Learner(minutesPerWeek: number(1...2000), atOnce: number(1...5), start: date())
    learner.knows = Set(ids())
    for id in ids() { learner.earned.updateValue(chance() ? date() : nil, forKey: id) }
    for id in ids() { learner.begun[id] = number(0...500) }
    for id in ids() { learner.failed[id] = FailedAttempt(date: chance() ? date() : nil, minutesLeft: amount()) }
    learner.spent = number(0...2) * 100
    learner.excluded = Set(
      ids().map { .credential($0) } + ids().map { .provider($0) } + [.unvouched, .delivery(.onsite), .language("de")])
    learner.pinned = Set(ids())
    for id in ids() {
      learner.mine[id] = OwnFigures(
        fee: amount(), monthly: amount(), workload: amount(), days: chance() ? number(0...36_500) : nil)
    }
    learner.waived = Set(ids())
    learner.denied = Set(ids())
    for id in ids() { learner.rates[id] = number(1...2_000_000) }
    learner.budget = amount()
    learner.deadline = amount()
    learner.currentWage = amount()
    learner.weekPrice = amount()
    learner.allowsEstimates = chance()
    return learner
  }

  mutating func record(_ name: String) -> LearnerRecord {
    var record = LearnerRecord(
      name: name, kept: Profile(learner(), startsToday: chance()),
      draft: chance() ? Profile(learner(), startsToday: chance()) : nil, goals: Array(Set(ids())).sorted(),
      notes: ids().map { Note(date: date(), text: $0 + "\nnext line") })
    for place in 0..<number(0...2) { record.pathways.append(pathway("way \(place) \(id())")) }
    record.followed = record.pathways.first?.name
    return record
  }

  private mutating func pathway(_ name: String) -> SavedPathway {
    let modes: [Step.Mode] = [.anew, .goingOn, .again, .renewal]
    let steps = ids().map {
      Step(
        credential: $0, start: number(0...9), finish: number(10...20), cost: number(0...900), minutes: number(0...900),
        load: number(0...60), mode: modes[number(0...3)], isEstimate: chance(), isAtLeast: chance())
    }
    let (low, high) = (number(0...10), number(11...20))
    return SavedPathway(
      name: name, saved: date(), isFavourite: chance(),
      request: PlanningRequest(goals: ["g"], learner: learner()), currency: "EUR",
      pathway: Pathway(
        steps: steps, cost: number(0...900), days: number(0...90), minutes: number(0...900),
        awards: ids().map { Award(credential: $0, day: number(0...20)) }, costRange: low...high,
        minutesRange: low...high, isAtLeast: chance()),
      facts: CatalogFacts(
        whole: fingerprint(),
        entries: Dictionary(
          ids().map {
            (
              $0,
              CatalogFacts.Entry(
                fee: amount(), monthly: amount(), workload: amount(), days: amount(), requirements: fingerprint(),
                offer: fingerprint())
            )
          }, uniquingKeysWith: { first, _ in first }), goals: ["g": fingerprint()]))
  }

  private mutating func fingerprint() -> Fingerprint {
    var print = Fingerprint()
    print.add(number(0...1_000_000))
    return print
  }
}
