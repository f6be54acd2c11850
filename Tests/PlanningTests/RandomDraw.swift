import Catalogs
import Planning

/// Draws a small problem: at most five credentials, lengths of a few days, every feature with some probability.
struct RandomDraw {
  var random: SplitMix64
  var features: Set<RandomProblem.Feature> = []
  var ids: [String] = []
  let skills = ["s0", "s1"]
  let conditions = ["two years of experience", "a driving licence"]
  let minutesPerWeek: Int
  /// True where what takes longer is mostly cheaper and the goal is a choice, so that money and time pull apart.
  let pullsApart: Bool

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    minutesPerWeek = random.pick([7, 14])
    pullsApart = random.chance(60)
  }

  mutating func problem() -> RandomProblem {
    ids = (0..<random.number(2...5)).map { "c\($0)" }
    var credentials: [Credential] = []
    for id in ids { credentials.append(credential(id)) }
    if random.chance(12) { credentials += kin() }
    let catalog = Catalog(
      headers: [Catalog.Header(id: "home", title: "Home", currency: "USD")], providers: providers(),
      skills: skills.map { Skill(id: $0, name: $0) }, credentials: credentials, goals: drawGoals())
    let learner = learner(catalog)
    var goals = ["g0"]
    if random.chance(15) { goals = note(.severalGoals, ["g0", "g1"]) }
    if random.chance(8) { goals = note(.goalIsCredential, [random.pick(ids)]) }
    return RandomProblem(catalog: catalog, goals: goals, learner: learner, features: features)
  }

  mutating func note<Value>(_ feature: RandomProblem.Feature, _ value: Value) -> Value {
    features.insert(feature)
    return value
  }

  // MARK: Catalog

  private func providers() -> [Provider] {
    [
      Provider(id: "p0", name: "Provider 0", quality: [Endorsement(by: "ANAB")]),
      Provider(id: "p1", name: "Provider 1", quality: [Endorsement(by: "provider 1")]),
    ]
  }

  private mutating func drawGoals() -> [Goal] {
    [
      Goal(id: "g0", title: "G", requires: aim(), catalog: "home"),
      Goal(id: "g1", title: "H", requires: requirement(depth: 1, except: nil), catalog: "home"),
    ]
  }

  /// Six of one kind and level whose figures are known: they give medians, and nobody can take them.
  private mutating func kin() -> [Credential] {
    var kin: [Credential] = []
    for index in 0..<6 {
      kin.append(
        Credential(
          id: "k\(index)", title: "K", kind: .badge,
          price: Price(fee: Figure(random.number(0...9)), currency: random.chance(70) ? "USD" : "EUR"),
          workload: Figure(random.number(0...3)),
          duration: Duration(pace: .scheduled, days: Figure(random.number(0...3))),
          requires: .condition("never"), catalog: "home"))
    }
    return kin
  }

  private mutating func credential(_ id: String) -> Credential {
    let isScheduled = random.chance(pullsApart ? 25 : 35)
    if isScheduled { features.insert(.scheduled) }
    var credential = Credential(
      id: id, title: id, provider: random.chance(70) ? random.pick(["p0", "p1"]) : nil,
      kind: random.pick([.course, .course, .course, .badge]), price: price(), workload: workload(),
      duration: duration(isScheduled), catalog: "home")
    if random.chance(pullsApart ? 85 : 20), let minutes = credential.workload?.value {
      credential.price.fee = Figure(max(0, 9 - 2 * minutes))
    }
    if random.chance(15) { credential.kind = note(.stack, .stack) }
    if random.chance(40) { credential.delivery = random.pick([[.online], [.onsite], [.online, .onsite]]) }
    if random.chance(40) { credential.languages = random.pick([["en"], ["de"], ["en", "de"]]) }
    if random.chance(30) { credential.credits = 100 * random.number(1...3) }
    for skill in skills where random.chance(25) { credential.teaches.append(skill) }
    if random.chance(pullsApart ? 30 : 50) { credential.requires = requirement(depth: 1, except: id) }
    if random.chance(pullsApart ? 10 : 18) { credential.corequires = corequisite(of: id) }
    if random.chance(15) { credential.excludes = note(.exclusion, [random.pick(ids)]).filter { $0 != id } }
    if random.chance(8) { credential.until = note(.until, dayZero + random.number(0...8)) }
    if random.chance(30) { credential.validity = validity() }
    if random.chance(20) { credential.renews = note(.renews, [random.pick(ids)]) }
    if random.chance(30) {
      let fee = random.chance(50) ? figure(0...4) : nil
      credential.retake = Retake(fee: fee, waitDays: random.number(0...3))
    }
    if random.chance(20) { credential.quality = [Endorsement(by: random.pick(["ACE", "p1", "Provider 1"]))] }
    return credential
  }

  private mutating func figure(_ range: ClosedRange<Int>) -> Figure {
    let value = random.number(range)
    guard random.chance(8) else { return Figure(value) }
    return note(.estimate, Figure(value, low: max(0, value - 1), high: value + 2, isEstimate: true))
  }

  private mutating func price() -> Price {
    var price = Price(currency: "USD")
    if random.chance(92) { price.fee = figure(0...6) } else { features.insert(.missingPrice) }
    if random.chance(20) { price.monthly = note(.monthly, figure(0...3)) }
    if random.chance(10) { price.currency = note(.foreignCurrency, random.pick(["EUR", "EUR", "CHF"])) }
    return price
  }

  private mutating func workload() -> Figure? {
    if random.chance(7) { return note(.missingWorkload, nil) }
    return random.chance(15) ? note(.zeroLoad, Figure(0)) : figure(1...4)
  }

  private mutating func duration(_ isScheduled: Bool) -> Duration {
    var duration = Duration(pace: isScheduled ? .scheduled : .selfPaced)
    if random.chance(isScheduled ? 90 : pullsApart ? 20 : 40) {
      duration.days = random.chance(20) ? note(.zeroLength, Figure(0)) : figure(1...4)
    } else if isScheduled {
      features.insert(.missingLength)
    }
    if random.chance(isScheduled ? 35 : pullsApart ? 2 : 6) {
      features.insert(.starts)
      duration.starts = [random.number(-1...3), random.number(3...7)].map { dayZero + $0 }
    }
    return duration
  }

  private mutating func validity() -> Validity {
    var validity = note(.validity, Validity(days: random.number(0...5)))
    if random.chance(40) { validity.renewalFee = note(.renewalFigures, figure(0...2)) }
    if random.chance(30) { validity.renewalWorkload = note(.renewalFigures, figure(0...2)) }
    return validity
  }

  // MARK: Requirements

  private mutating func aim() -> Requirement {
    guard pullsApart && random.chance(70) else { return requirement(depth: 2, except: nil) }
    let leaves = random.shuffled(ids).prefix(3).map { Requirement.credential($0, active: random.chance(15)) }
    return random.chance(70) ? .any(leaves) : .any(leaves + [requirement(depth: 1, except: nil)])
  }

  private mutating func requirement(depth: Int, except id: String?) -> Requirement {
    if depth == 0 || (depth == 1 && random.chance(35)) { return leaf(except: id) }
    var parts: [Requirement] = []
    for _ in 0..<random.number(2...3) { parts.append(requirement(depth: depth - 1, except: id)) }
    if parts.contains(where: \.isCompound) { features.insert(.nested) }
    switch random.number(1...12) {
    case 1...3: return note(.all, .all(parts))
    case 4...7: return note(.any, .any(parts))
    case 8...9: return note(.distinct, .distinct(parts))
    default: return note(.atLeast, .atLeast(random.number(1...parts.count), of: parts))
    }
  }

  private mutating func leaf(except id: String?) -> Requirement {
    let others = ids.filter { $0 != id }
    switch random.number(1...100) {
    case 1...45: return .credential(random.pick(others), active: false)
    case 46...65: return note(.active, .credential(random.pick(others), active: true))
    case 66...83: return note(.skill, .skill(random.pick(skills)))
    case 84...94: return note(.credits, .credits(100 * random.number(1...4), from: others))
    default: return note(.condition, .condition(random.pick(conditions)))
    }
  }

  private mutating func corequisite(of id: String) -> Requirement {
    if random.chance(40) {
      // The first leans on the last and the last on the first, where both draw this.
      features.insert(.circularCorequisite)
      return .credential(id == ids[0] ? ids[ids.count - 1] : ids[0], active: false)
    }
    return note(.corequisite, requirement(depth: 1, except: id))
  }
}

extension Requirement {
  fileprivate var isCompound: Bool {
    switch self {
    case .all, .any, .atLeast, .distinct: return true
    case .credential, .skill, .credits, .condition: return false
    }
  }
}
