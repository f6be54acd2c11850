import Catalogs

/// A figure as it counts for this learner (the contract's "Missing facts").
struct CountedFigure: Hashable, Sendable {
  enum Origin: Hashable, Sendable { case known, estimate, median, unknown }
  var value: Int
  var low: Int
  var high: Int
  var origin: Origin

  init(_ value: Int, low: Int? = nil, high: Int? = nil, _ origin: Origin = .known) {
    self.value = value
    self.low = min(low ?? value, value)
    self.high = max(high ?? value, value)
    self.origin = origin
  }

  init(_ figure: Figure) {
    self.init(figure.value, low: figure.low, high: figure.high, figure.isEstimate ? .estimate : .known)
  }

  static let unknown = CountedFigure(0, .unknown)

  enum End: CaseIterable { case value, low, high }

  func at(_ end: End) -> Int {
    switch end {
    case .value: return value
    case .low: return low
    case .high: return high
    }
  }
}

/// The figures of credentials in the planning currency, missing ones put in place.
///
/// Decisions where the contract leaves room: a fee that isn't stated beside a stated monthly price is a known 0; a
/// self-paced credential without days takes as little calendar time as one likes; medians and quartiles are over figures
/// that are stated and not estimated, and where they fall between two of them, they lie between in proportion.
struct CountedFigures {
  let catalog: Catalog
  let learner: Learner
  /// ISO 4217: the currency of the first goal's catalog.
  let currency: String

  init(catalog: Catalog, goals: [String], learner: Learner) {
    self.catalog = catalog
    self.learner = learner
    let home = goals.first.flatMap(catalog.destination).flatMap { catalog.header($0.catalog) }
    currency = (home ?? catalog.headers.first)?.currency ?? "USD"
  }

  /// Cents of the planning currency, rounded to the nearest (half up); `nil` where nobody says what it is worth.
  func worth(_ cents: Int, of credential: Credential) -> Int? {
    if cents == 0 || credential.price.currency == currency { return cents }
    guard let rate = learner.rates[credential.price.currency] else { return nil }
    return cents.capped(times: rate).capped(plus: 500_000) / 1_000_000
  }

  /// `nil` where it can't be weighed.
  func money(_ figure: Figure, of credential: Credential) -> CountedFigure? {
    let counted = CountedFigure(figure)
    guard let value = worth(counted.value, of: credential), let low = worth(counted.low, of: credential),
      let high = worth(counted.high, of: credential)
    else { return nil }
    return CountedFigure(value, low: low, high: high, counted.origin)
  }

  func fee(of credential: Credential) -> CountedFigure? {
    if let own = learner.mine[credential.id]?.fee { return CountedFigure(own) }
    if let stated = credential.price.fee { return money(stated, of: credential) }
    if credential.price.monthly != nil || credential.kind == .stack { return CountedFigure(0) }
    guard worth(1_000_000, of: credential) != nil else { return nil }
    return median(like: credential) { other in
      known(other.price.fee).flatMap { worth($0, of: other) }
    }
  }

  func monthly(of credential: Credential) -> CountedFigure? {
    if let own = learner.mine[credential.id]?.monthly { return CountedFigure(own) }
    guard let stated = credential.price.monthly else { return CountedFigure(0) }
    return money(stated, of: credential)
  }

  func workload(of credential: Credential) -> CountedFigure {
    if let own = learner.mine[credential.id]?.workload { return CountedFigure(own) }
    if let stated = credential.workload { return CountedFigure(stated) }
    if credential.kind == .stack { return CountedFigure(0) }
    return median(like: credential) { known($0.workload) }
  }

  func days(of credential: Credential) -> CountedFigure {
    if let own = learner.mine[credential.id]?.days { return CountedFigure(own) }
    if let stated = credential.duration.days { return CountedFigure(stated) }
    if credential.kind == .stack || credential.duration.pace == .selfPaced { return CountedFigure(0) }
    return median(like: credential) { $0.duration.pace == .scheduled ? known($0.duration.days) : nil }
  }

  private func known(_ figure: Figure?) -> Int? { figure.flatMap { $0.isEstimate ? nil : $0.value } }

  private func median(like credential: Credential, of quantity: (Credential) -> Int?) -> CountedFigure {
    let kin = catalog.credentials.filter { $0.kind == credential.kind && $0.level == credential.level }
    let known = kin.compactMap(quantity).sorted()
    guard known.count >= 5 else { return .unknown }
    func quantile(_ quarters: Int) -> Int {
      let place = quarters * (known.count - 1)
      let (below, above) = (known[place / 4], known[(place + 3) / 4])
      return below.capped(plus: (above - below).capped(times: place % 4).capped(plus: 2) / 4)
    }
    return CountedFigure(quantile(2), low: quantile(1), high: quantile(3), .median)
  }
}
