import Catalogs

/// One credential as a way to a skill, with what it takes over five years.
public struct Way: Hashable, Sendable {
  public var credential: String
  public var currency: String
  /// Cents until it is held, at ten hours a week; `nil` where it isn't known.
  public var cost: Int?
  /// True where its price is an estimate.
  public var isCostEstimated: Bool
  /// Minutes.
  public var minutes: Int?
  /// Cents until it is held and for keeping it valid for five years; `nil` where it isn't known.
  public var fiveYears: Int?
  public var isVouchedFor: Bool
  /// True where something else has to be held first or beside it.
  public var needsOthers: Bool
  /// Ids of the skills it gives.
  public var teaches: Set<String>

  public init(_ credential: Credential, in catalog: Catalog) {
    self.credential = credential.id
    currency = credential.price.currency
    minutes = credential.workload?.value
    isVouchedFor = Vouching(of: credential, in: catalog).isVouchedFor
    needsOthers = credential.requires != nil || credential.corequires != nil
    teaches = Set(credential.teaches)
    isCostEstimated = [credential.price.fee, credential.price.monthly].contains { $0?.isEstimate == true }
    cost = Way.cost(of: credential)
    fiveYears = cost.flatMap { Way.upkeep(of: credential, after: $0) }
  }

  static let minutesPerWeek = 600
  static let horizon = 5 * 365

  private static func cost(of credential: Credential) -> Int? {
    let (fee, monthly) = (credential.price.fee?.value, credential.price.monthly?.value ?? 0)
    guard monthly > 0 else { return fee ?? (credential.price.monthly == nil ? nil : 0) }
    guard let minutes = credential.workload?.value ?? (credential.duration.days == nil ? nil : 0) else { return nil }
    let studied = (minutes * 7 + minutesPerWeek - 1) / minutesPerWeek
    let days =
      credential.duration.pace == .scheduled
      ? credential.duration.days?.value ?? studied : max(studied, credential.duration.days?.value ?? 0)
    return (fee ?? 0) + monthly * max(1, (days + 29) / 30)
  }

  private static func upkeep(of credential: Credential, after cost: Int) -> Int? {
    guard let validity = credential.validity, validity.days > 0 else { return cost }
    let times = (horizon - 1) / validity.days
    if times == 0 { return cost }
    return validity.renewalFee.map { cost + times * $0.value }
  }

  /// True where nobody who compares cost, study, upkeep and vouching could prefer the other, which gives no more skills.
  public func dominates(_ other: Way) -> Bool {
    guard currency == other.currency, !needsOthers, teaches.isSuperset(of: other.teaches), !other.teaches.isEmpty,
      isVouchedFor || !other.isVouchedFor,
      let cost, let minutes, let fiveYears, let otherCost = other.cost, let otherMinutes = other.minutes,
      let otherYears = other.fiveYears
    else { return false }
    let isNoWorse = cost <= otherCost && minutes <= otherMinutes && fiveYears <= otherYears
    return isNoWorse && (cost < otherCost || minutes < otherMinutes || fiveYears < otherYears)
  }
}

/// The ways to one skill, side by side.
public struct Equivalents: Sendable {
  /// Cheapest over five years first; what isn't known last.
  public let ways: [Way]

  public init(skill: String, in catalog: Catalog) {
    ways = catalog.credentials.filter { $0.teaches.contains(skill) }.map { Way($0, in: catalog) }.sorted {
      first, second in
      let keys = [first, second].map { ($0.fiveYears ?? $0.cost ?? .max, $0.minutes ?? .max, $0.credential) }
      return (first.currency, keys[0].0, keys[0].1, keys[0].2) < (second.currency, keys[1].0, keys[1].1, keys[1].2)
    }
  }

  /// The first of the others that is at least as good in everything.
  public func dominator(of way: Way) -> Way? { ways.first { $0.credential != way.credential && $0.dominates(way) } }
}

extension Catalog {
  /// Credentials at the same level that give every skill of this one and more without asking for it: whoever means to
  /// take one of them need not buy this first.
  public func containers(of credential: Credential) -> [Credential] {
    let skills = Set(credential.teaches)
    guard !skills.isEmpty else { return [] }
    return credentials.filter { other in
      other.teaches.count > skills.count && other.level == credential.level && skills.isStrictSubset(of: other.teaches)
        && !asks(other.requires, for: credential.id) && !asks(other.corequires, for: credential.id)
    }
  }

  /// The credentials that dominate this one among those that give its skills.
  public func dominators(of credential: Credential) -> [Way] {
    guard let first = credential.teaches.first else { return [] }
    let own = Way(credential, in: self)
    return Equivalents(skill: first, in: self).ways.filter { $0.credential != credential.id && $0.dominates(own) }
  }

  private func asks(_ requirement: Requirement?, for id: String) -> Bool {
    requirement?.namedCredentials.contains(id) ?? false
  }
}

/// In what one way to the same skills beats another.
public struct Advantage: Hashable, Sendable {
  /// Cents less until it is held; zero where it costs the same.
  public var cost: Int
  /// Minutes less of study.
  public var minutes: Int
  /// Cents less over five years.
  public var fiveYears: Int
  /// True where it alone is vouched for.
  public var isVouchedForAlone: Bool
  /// Skills that it alone gives.
  public var moreSkills: Int

  /// `nil` where the first doesn't dominate the second.
  public init?(of better: Way, over other: Way) {
    guard better.dominates(other), let cost = better.cost, let minutes = better.minutes,
      let fiveYears = better.fiveYears, let otherCost = other.cost, let otherMinutes = other.minutes,
      let otherYears = other.fiveYears
    else { return nil }
    self.cost = otherCost - cost
    self.minutes = otherMinutes - minutes
    self.fiveYears = otherYears - fiveYears
    isVouchedForAlone = better.isVouchedFor && !other.isVouchedFor
    moreSkills = better.teaches.subtracting(other.teaches).count
  }
}

extension Catalog {
  /// The other ways to what a credential teaches: to all of its skills, or where there is none to the first that any goal
  /// asks for, since entries name first what they are about. Those in its own currency come first.
  public func alternatives(to credential: Credential, demand: Demand) -> (skill: String?, ways: [Way]) {
    let skills = Set(credential.teaches)
    let wanted = credential.teaches.first { demand.goals(askingFor: $0) > 0 } ?? credential.teaches.first
    guard let most = wanted else { return (nil, []) }
    let all = Equivalents(skill: most, in: self).ways.filter { $0.credential != credential.id }
    let own = credential.price.currency
    let others = all.filter { $0.currency == own } + all.filter { $0.currency != own }
    let whole = others.filter { skills.isSubset(of: $0.teaches) }
    return whole.isEmpty ? (most, others) : (nil, whole)
  }
}
