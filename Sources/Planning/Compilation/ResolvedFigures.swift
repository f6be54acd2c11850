import Catalogs

/// A figure of a credential as it counts for this learner, with its range and what it rests on.
struct ResolvedFigure: Hashable, Sendable {
  enum Ground: Hashable, Sendable {
    case stated
    case own
    case estimate
    case median(of: Int)
    case unknown
  }
  var value: Int
  var low: Int
  var high: Int
  var ground: Ground

  static func exactly(_ value: Int, _ ground: Ground = .stated) -> ResolvedFigure {
    ResolvedFigure(value: value, low: value, high: value, ground: ground)
  }

  static let unknown = ResolvedFigure(value: 0, low: 0, high: 0, ground: .unknown)

  init(value: Int, low: Int, high: Int, ground: Ground) {
    self.value = value
    self.low = low
    self.high = high
    self.ground = ground
  }

  init(_ figure: Figure) {
    self.init(
      value: figure.value, low: min(figure.low ?? figure.value, figure.value),
      high: max(figure.high ?? figure.value, figure.value), ground: figure.isEstimate ? .estimate : .stated)
  }

  var isUncertain: Bool {
    switch ground {
    case .estimate, .median: return true
    case .stated, .own, .unknown: return false
    }
  }

  func at(_ end: FigureEnd) -> Int {
    switch end {
    case .value: return value
    case .low: return low
    case .high: return high
    }
  }

  func mapped(_ transform: (Int) -> Int) -> ResolvedFigure {
    ResolvedFigure(value: transform(value), low: transform(low), high: transform(high), ground: ground)
  }
}

/// All figures of one credential that a plan needs.
struct ResolvedFigures: Hashable, Sendable {
  /// Cents of the planning currency.
  var fee: ResolvedFigure
  var monthly: ResolvedFigure
  /// Minutes.
  var workload: ResolvedFigure
  /// Days.
  var days: ResolvedFigure

  var all: [(Assumption.Quantity, ResolvedFigure)] {
    [(.price, fee), (.price, monthly), (.workload, workload), (.length, days)]
  }
  // Asked of every credential that matters: without a list of the four.
  var isUncertain: Bool { contains(where: \.isUncertain) }
  var isAtLeast: Bool { contains { $0.ground == .unknown } }
  /// True where no figure has a range.
  var isExact: Bool { !contains { $0.low < $0.high } }

  private func contains(where holds: (ResolvedFigure) -> Bool) -> Bool {
    holds(fee) || holds(monthly) || holds(workload) || holds(days)
  }
}

/// Puts figures in place of missing ones, as the contract's "Missing facts" says: the catalog's own estimate, else the
/// median of at least five of the same kind and level with its quartiles, else nothing is known.
struct FigureResolver {
  let catalog: Catalog
  let learner: Learner
  let currency: String
  private var medians: [MedianKey: ResolvedFigure] = [:]

  private struct MedianKey: Hashable {
    var kind: Credential.Kind
    var level: [String: String]
    var quantity: Assumption.Quantity
  }

  init(catalog: Catalog, learner: Learner, currency: String) {
    self.catalog = catalog
    self.learner = learner
    self.currency = currency
  }

  /// Millionths of the planning currency for one unit of `currency`; `nil` without a rate.
  func rate(of foreign: String) -> Int? { foreign == currency ? 1_000_000 : learner.rates[foreign] }

  func converted(_ cents: Int, from foreign: String) -> Int? {
    guard cents != 0 else { return 0 }
    guard let rate = rate(of: foreign) else { return nil }
    return (cents.saturatingMultiply(rate) + 500_000) / 1_000_000
  }

  /// `nil` where nobody says what its currency is worth.
  func money(_ figure: Figure, of credential: Credential) -> ResolvedFigure? {
    let resolved = ResolvedFigure(figure)
    guard resolved.high == 0 || rate(of: credential.price.currency) != nil else { return nil }
    return resolved.mapped { converted($0, from: credential.price.currency) ?? 0 }
  }

  /// The figures of a credential, or `nil` where it is in a currency without a rate.
  mutating func figures(of credential: Credential) -> ResolvedFigures? {
    let own = learner.mine[credential.id]
    let isStack = credential.kind == .stack
    let fee: ResolvedFigure
    let monthly: ResolvedFigure
    if let mine = own?.monthly {
      monthly = .exactly(mine, .own)
    } else if let stated = credential.price.monthly {
      guard let converted = money(stated, of: credential) else { return nil }
      monthly = converted
    } else {
      monthly = .exactly(0)
    }
    if let mine = own?.fee {
      fee = .exactly(mine, .own)
    } else if let stated = credential.price.fee {
      guard let converted = money(stated, of: credential) else { return nil }
      fee = converted
    } else if credential.price.monthly != nil || isStack {
      fee = .exactly(0)
    } else {
      guard rate(of: credential.price.currency) != nil else { return nil }
      fee = median(.price, like: credential)
    }
    let workload: ResolvedFigure
    if let mine = own?.workload {
      workload = .exactly(mine, .own)
    } else if let stated = credential.workload {
      workload = ResolvedFigure(stated)
    } else {
      workload = isStack ? .exactly(0) : median(.workload, like: credential)
    }
    let days: ResolvedFigure
    if let mine = own?.days {
      days = .exactly(mine, .own)
    } else if let stated = credential.duration.days {
      days = ResolvedFigure(stated)
    } else if isStack || credential.duration.pace == .selfPaced {
      days = .exactly(0)
    } else {
      days = median(.length, like: credential)
    }
    return ResolvedFigures(fee: fee, monthly: monthly, workload: workload, days: days)
  }

  private mutating func median(_ quantity: Assumption.Quantity, like credential: Credential) -> ResolvedFigure {
    let key = MedianKey(kind: credential.kind, level: credential.level, quantity: quantity)
    if let known = medians[key] { return known }
    let values = CountedValues(stated(quantity, like: credential))
    let result =
      values.count < 5
      ? ResolvedFigure.unknown
      : ResolvedFigure(
        value: quartile(2, of: values), low: quartile(1, of: values), high: quartile(3, of: values),
        ground: .median(of: values.count))
    medians[key] = result
    return result
  }

  /// What all of the same kind and level state, with how many do; of the part of a catalog, what those of the whole do.
  private func stated(
    _ quantity: Assumption.Quantity, like credential: Credential
  ) -> [(value: Int, count: Int)] {
    guard let whole = catalog.stated else {
      return catalog.credentials.filter { $0.kind == credential.kind && $0.level == credential.level }
        .compactMap { known(quantity, of: $0).map { ($0, 1) } }
    }
    let group = StatedFigures.Group(kind: credential.kind, level: credential.level, quantity: quantity.stated)
    return (whole.groups[group] ?? []).compactMap { item in
      let value = quantity == .price ? converted(item.value, from: item.currency) : item.value
      return value.map { ($0, item.count) }
    }
  }

  /// The quartile of sorted values, between two of them in proportion (the commonest of the definitions: Hyndman & Fan
  /// 1996, number 7), rounded to the nearest; the second is the median.
  private func quartile(_ number: Int, of values: CountedValues) -> Int {
    let (place, part) = (number * (values.count - 1)).quotientAndRemainder(dividingBy: 4)
    guard part > 0 else { return values[place] }
    return values[place] + ((values[place + 1] - values[place]).saturatingMultiply(part) + 2) / 4
  }

  private func known(_ quantity: Assumption.Quantity, of credential: Credential) -> Int? {
    func stated(_ figure: Figure?) -> Int? { figure.flatMap { $0.isEstimate ? nil : $0.value } }
    switch quantity {
    case .price: return stated(credential.price.fee).flatMap { converted($0, from: credential.price.currency) }
    case .workload: return stated(credential.workload)
    case .length: return credential.duration.pace == .scheduled ? stated(credential.duration.days) : nil
    }
  }
}

extension Assumption.Quantity {
  fileprivate var stated: StatedFigures.Quantity {
    switch self {
    case .price: .price
    case .workload: .workload
    case .length: .length
    }
  }
}

extension Int {
  /// The product, held at the largest or smallest integer instead of overflowing.
  func saturatingMultiply(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? ((self < 0) == (other < 0) ? Int.max / 4 : Int.min / 4) : product
  }

  /// The quotient, rounded up; both are positive or zero, the divisor positive.
  func dividedRoundingUp(by divisor: Int) -> Int { self <= 0 ? 0 : (self - 1) / divisor + 1 }
}
