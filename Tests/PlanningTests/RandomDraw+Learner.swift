import Catalogs
import Planning

extension RandomDraw {
  mutating func learner(_ catalog: Catalog) -> Learner {
    let atOnce = random.number(1...3)
    features.insert([.oneAtOnce, .twoAtOnce, .threeAtOnce][atOnce - 1])
    var learner = Learner(minutesPerWeek: minutesPerWeek, atOnce: atOnce, start: dayZero)
    learner.rates = ["EUR": 1_400_000]
    if catalog.credentials.contains(where: { $0.price.currency == "CHF" }) { features.insert(.withoutRate) }
    if catalog.credentials.count > ids.count { features.insert(.median) }
    var free = random.shuffled(ids)
    drawEarned(&learner, &free, catalog)
    drawBegun(&learner, &free, catalog)
    drawSettings(&learner)
    drawExclusions(&learner)
    return learner
  }

  private mutating func drawEarned(_ learner: inout Learner, _ free: inout [String], _ catalog: Catalog) {
    if random.chance(12), let id = free.popLast() {
      features.insert(.earned)
      learner.earned.updateValue(nil, forKey: id)
    }
    if random.chance(25), let id = free.popLast() {
      features.insert(.earnedDated)
      learner.earned.updateValue(dayZero + random.number(-6...0), forKey: id)
      if catalog.credential(id)?.validity != nil {
        features.insert(.lapsing)
        // What lapsed may have been begun again, or tried and failed.
        if random.chance(30) { free.append(note(.lapsedAndBegun, id)) }
      }
    }
  }

  private mutating func drawBegun(_ learner: inout Learner, _ free: inout [String], _ catalog: Catalog) {
    if random.chance(15), let id = free.popLast() {
      learner.begun[id] = random.number(0...3)
      features.insert(catalog.credential(id)?.duration.pace == .scheduled ? .begunScheduled : .begunSelfPaced)
    }
    if random.chance(12), let id = free.popLast() {
      let date = random.chance(60) ? dayZero + random.number(-3...1) : nil
      let left = random.chance(50) ? random.number(0...2) : nil
      learner.failed[id] = note(.failed, FailedAttempt(date: date, minutesLeft: left))
    }
    if random.chance(8), let id = free.popLast() {
      var own = OwnFigures()
      if random.chance(60) { own.fee = random.number(0...2) }
      if random.chance(30) { own.monthly = random.number(0...2) }
      if random.chance(60) { own.workload = random.number(0...2) }
      if random.chance(30) { own.days = random.number(0...2) }
      learner.mine[id] = note(.ownFigures, own)
    }
  }

  private mutating func drawSettings(_ learner: inout Learner) {
    if random.chance(10) { learner.knows = note(.knows, [random.pick(skills)]) }
    if random.chance(10) { learner.pinned = note(.pinned, [random.pick(ids)]) }
    if random.chance(8) { learner.waived = note(.waived, [random.pick(ids)]) }
    learner.denied = ["never"]
    if random.chance(10) { learner.denied.insert(note(.denied, " " + random.pick(conditions).uppercased() + "\n")) }
    if random.chance(12) {
      learner.budget = note(.budget, random.number(2...14))
      if random.chance(50) { learner.spent = note(.spent, random.number(1...4)) }
    }
    if random.chance(12) { learner.deadline = note(.deadline, random.number(1...10)) }
    if random.chance(4) { learner.allowsEstimates = note(.noEstimates, false) }
  }

  private mutating func drawExclusions(_ learner: inout Learner) {
    if random.chance(5) { learner.excluded.insert(note(.excludedCredential, .credential(random.pick(ids)))) }
    if random.chance(4) { learner.excluded.insert(note(.excludedProvider, .provider(random.pick(["p0", "p1"])))) }
    if random.chance(5) {
      learner.excluded.insert(note(.excludedDelivery, .delivery(random.pick([.online, .onsite]))))
    }
    if random.chance(5) { learner.excluded.insert(note(.excludedLanguage, .language(random.pick(["en", "de"])))) }
    if random.chance(3) { learner.excluded.insert(note(.unvouched, .unvouched)) }
  }
}
