// What a credential costs, how long it takes and how long it holds.
extension EntryReader {
  static let costKeys = ["fee", "monthly", "currency"] + qualifierKeys
  static let effortKeys = ["hours", "hoursPerWeek", "weeks"] + qualifierKeys
  static let durationKeys = ["weeks", "days", "months", "pace", "starts"] + qualifierKeys
  static let validityKeys = ["years", "months", "days", "renewal"]
  static let renewalKeys = ["fee", "hours", "source"]
  static let retakeKeys = ["fee", "waitDays", "source"]

  /// `cost`: a bare fee, or a mapping. What the mapping says of its figures (`low`, `high`, `estimated`, `basis`)
  /// is about the fee, or about `monthly` where there is no fee to speak of; its `source` is about both.
  mutating func price(_ node: DraftNode?) -> Price {
    guard let node else { return Price(currency: context.currency) }
    guard case .mapping = node.content else {
      return Price(
        fee: number(node, "fee", .money(currency: context.currency)).map { Figure($0) },
        currency: context.currency)
    }
    guard let fields = fields(node, "cost", knows: EntryReader.costKeys) else {
      return Price(currency: context.currency)
    }
    let stated = currency(fields["currency"])
    let money = Measure.money(currency: stated ?? context.currency)
    var price = Price(
      fee: figure(fields["fee"], "fee", money), monthly: figure(fields["monthly"], "monthly", money),
      currency: stated ?? context.currency)
    // Amounts in a currency nobody can name are not known.
    if stated == nil && fields["currency"] != nil { return Price(currency: context.currency) }
    qualify(&price, by: fields, money)
    return price
  }

  private mutating func qualify(_ price: inout Price, by fields: Fields, _ money: Measure) {
    let position = fields.position
    if let monthly = price.monthly, monthly.value > 0, (price.fee?.value ?? 0) == 0 {
      price.monthly = qualified(monthly, by: fields, money, at: fields["monthly"]?.position ?? position)
      if price.fee?.source == nil, let source = price.monthly?.source { price.fee?.source = source }
    } else if let fee = price.fee {
      price.fee = qualified(fee, by: fields, money, at: fields["fee"]?.position ?? position)
      if price.monthly?.source == nil, let source = price.fee?.source { price.monthly?.source = source }
    } else if let monthly = price.monthly {
      price.monthly = qualified(monthly, by: fields, money, at: fields["monthly"]?.position ?? position)
    } else if ["fee", "monthly"].allSatisfy({ fields.keyPosition($0) == nil }), fields["low"] != nil {
      tell(.without("low", "fee"), at: fields.keyPosition("low") ?? position)
    }
  }

  /// `effort`: bare hours, `{hours}`, or `{hoursPerWeek, weeks}` (their exact product). `low` and `high` are hours
  /// in all.
  mutating func workload(_ node: DraftNode?) -> Figure? {
    guard let node else { return nil }
    guard case .mapping = node.content else { return number(node, "hours", .hours).map { Figure($0) } }
    guard let fields = fields(node, "effort", knows: EntryReader.effortKeys) else { return nil }
    if fields["hours"] != nil, fields["hoursPerWeek"] != nil {
      tell(.togetherWith("hoursPerWeek", "hours"), at: fields.keyPosition("hoursPerWeek") ?? node.position, .warning)
    }
    if let hours = fields["hours"] {
      return figure(hours, "hours", .hours).map { qualified($0, by: fields, .hours, at: hours.position) }
    }
    guard let perWeek = fields["hoursPerWeek"], let weeks = fields["weeks"] else {
      let present = fields["hoursPerWeek"] != nil ? ("hoursPerWeek", "weeks") : ("weeks", "hoursPerWeek")
      if let place = fields.keyPosition(present.0), fields[present.0] != nil {
        tell(.without(present.0, present.1), at: place)
      } else {
        tell(.missing("hours"), at: node.position)
      }
      return nil
    }
    guard let minutes = product(perWeek, weeks) else { return nil }
    return qualified(Figure(minutes), by: fields, .hours, at: perWeek.position)
  }

  private mutating func product(_ perWeek: DraftNode, _ weeks: DraftNode) -> Int? {
    let hours = decimal(perWeek, "hoursPerWeek", .hoursPerWeek, orElse: .fieldLeftOut)
    guard let number = decimal(weeks, "weeks", .weeks, orElse: .fieldLeftOut), let hours else { return nil }
    guard let minutes = (hours * number).rounded(times: 60), minutes <= 100_000 * 60 else {
      tell(.absurd("hoursPerWeek times weeks", written: perWeek.text ?? "", limit: "100000"), at: perWeek.position)
      return nil
    }
    return minutes
  }

  /// `duration`: `{weeks}` or `{days}` with pace and starts.
  mutating func duration(_ node: DraftNode?) -> Duration {
    guard let node else { return Duration() }
    guard let fields = fields(node, "duration", knows: EntryReader.durationKeys, orElse: .entryLeftOut) else {
      return Duration()
    }
    var duration = Duration(pace: word(fields["pace"], "pace", orElse: .entryLeftOut) ?? .selfPaced)
    let units: [(String, Measure)] = [("days", .days), ("weeks", .weeks), ("months", .months)]
    let stated = units.filter { fields[$0.0] != nil }
    if stated.count > 1 {
      tell(
        .togetherWith(stated[1].0, stated[0].0), at: fields.keyPosition(stated[1].0) ?? node.position, .error,
        .entryLeftOut)
    }
    if let (key, measure) = stated.first, let value = fields[key] {
      // A least or exact length that can't be read isn't "as fast as one likes".
      duration.days = figure(value, key, measure, orElse: .entryLeftOut)
        .map { qualified($0, by: fields, measure, at: value.position) }
    }
    duration.starts = starts(fields["starts"])
    return duration
  }

  /// Days on which it can begin, in order. One that can't be read is one chance fewer; if none is left, it could
  /// begin on any day, which nobody said.
  private mutating func starts(_ node: DraftNode?) -> [CalendarDate] {
    let written = items(node)
    let isOneSound = written.contains { $0.text.flatMap { CalendarDate(iso: $0.trimmed) } != nil }
    let consequence: CatalogIssue.Consequence = isOneSound ? .itemLeftOut : .entryLeftOut
    let starts = written.compactMap { date($0, "starts", orElse: consequence) }
    return Set(starts).sorted()
  }

  /// `validity`: years of 365 days, months of 30 and days, added up.
  mutating func validity(_ node: DraftNode?, currency: String) -> Validity? {
    guard let node else { return nil }
    guard let fields = fields(node, "validity", knows: EntryReader.validityKeys, orElse: .entryLeftOut) else {
      return nil
    }
    let units: [(String, Measure)] = [("years", .years), ("months", .months), ("days", .days)]
    let stated = units.filter { fields[$0.0] != nil }
    guard !stated.isEmpty else {
      tell(.missing("years, months or days"), at: node.position, .error, .entryLeftOut)
      return nil
    }
    let parts = stated.map { number(fields[$0.0], $0.0, $0.1, orElse: .entryLeftOut) }
    var validity = Validity(days: parts.compactMap { $0 }.reduce(0, +))
    guard let renewal = fields["renewal"],
      let terms = self.fields(renewal, "renewal", knows: EntryReader.renewalKeys)
    else { return validity }
    validity.renewalFee = figure(terms["fee"], "fee", .money(currency: currency))
    validity.renewalWorkload = figure(terms["hours"], "hours", .hours)
    return validity
  }

  /// `retake`: a bare fee, or `{fee, waitDays}`.
  mutating func retake(_ node: DraftNode?, currency: String) -> Retake? {
    guard let node else { return nil }
    let money = Measure.money(currency: currency)
    guard case .mapping = node.content else { return number(node, "fee", money).map { Retake(fee: Figure($0)) } }
    guard let fields = fields(node, "retake", knows: EntryReader.retakeKeys) else { return nil }
    return Retake(
      fee: figure(fields["fee"], "fee", money), waitDays: number(fields["waitDays"], "waitDays", .days) ?? 0)
  }
}
