import Catalogs

/// A figure that may be right and yet is worth another look.
public struct Suspicion: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// An hour of study costs so many cents.
    case hour(cents: Int)
    /// The price is at least ten times the median of so many others of its kind, level and currency.
    case price(cents: Int, median: Int, of: Int)
    /// The study is at least ten times the median of so many others of its kind and level.
    case study(minutes: Int, median: Int, of: Int)
  }

  public var credential: String
  public var currency: String
  public var reason: Reason
  /// Of its entry.
  public var position: SourcePosition?

  /// Cents; what an hour of study hardly ever costs.
  static let hourlyLimit = 100_000
  static let fewestKin = 5
  static let times = 10

  /// In the order of the catalog's credentials.
  public static func all(in catalog: Catalog) -> [Suspicion] {
    let prices = Kin(catalog) { credential in
      (credential.price.fee?.value).map {
        Kin.Member(group: Kin.group(credential) + [credential.price.currency], value: $0)
      }
    }
    let workloads = Kin(catalog) { credential in
      (credential.workload?.value).map { Kin.Member(group: Kin.group(credential), value: $0) }
    }
    return catalog.credentials.flatMap { credential in
      [
        hour(of: credential),
        prices.outlier(credential).map { Reason.price(cents: $0.value, median: $0.median, of: $0.count) },
        workloads.outlier(credential).map { Reason.study(minutes: $0.value, median: $0.median, of: $0.count) },
      ].compactMap { $0 }.map {
        Suspicion(
          credential: credential.id, currency: credential.price.currency, reason: $0, position: credential.position)
      }
    }
  }

  private static func hour(of credential: Credential) -> Reason? {
    guard let fee = credential.price.fee?.value, let minutes = credential.workload?.value, minutes > 0,
      !CurrencyCode.smallUnits.contains(credential.price.currency)
    else { return nil }
    let cents = Int((Double(fee) * 60 / Double(minutes)).rounded())
    return cents >= hourlyLimit ? .hour(cents: cents) : nil
  }
}

/// Figures of credentials that can be compared with each other.
private struct Kin {
  struct Member {
    var group: [String]
    var value: Int
  }

  private let member: (Credential) -> Member?
  /// In order, by group; zeros (free offers) aside.
  private var values: [[String]: [Int]] = [:]

  init(_ catalog: Catalog, _ member: @escaping (Credential) -> Member?) {
    self.member = member
    for credential in catalog.credentials {
      if let known = member(credential), known.value > 0 { values[known.group, default: []].append(known.value) }
    }
    for group in values.keys { values[group]?.sort() }
  }

  static func group(_ credential: Credential) -> [String] {
    [credential.kind.rawValue] + credential.level.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
  }

  func outlier(_ credential: Credential) -> (value: Int, median: Int, count: Int)? {
    guard let own = member(credential), let all = values[own.group] else { return nil }
    let count = all.count - 1
    guard count >= Suspicion.fewestKin else { return nil }
    // The value itself is far above the median, so that leaving it out moves the middle by half a place.
    let median = all[(count - 1) / 2]
    return own.value >= Suspicion.times * median ? (own.value, median, count) : nil
  }
}
