extension Credential {
  /// Whether its catalog says what it costs, be it as an estimate; awards for their parts cost what these do.
  public var isPriceStated: Bool { kind == .stack || price.fee != nil || price.monthly != nil }

  /// True where it is earned by holding others, with nothing to pay and nothing to study of its own: it costs what they do.
  public var isPaidByParts: Bool {
    if kind == .stack { return price.fee == nil || price.fee?.value == 0 }
    return price.fee?.value == 0 && (price.monthly?.value ?? 0) == 0 && (workload?.value ?? 0) == 0
      && requires?.namedCredentials.isEmpty == false
  }
}
