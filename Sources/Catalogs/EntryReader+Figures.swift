/// In what unit a figure is written, and what is still believable.
enum Measure: Hashable {
  case money(currency: String)
  case yearlyWage(currency: String)
  case hours
  case hoursPerWeek
  case days
  case weeks
  case months
  case years
  case credits
  case percent
  /// Things, years of the calendar, ways out of several.
  case count(upTo: Int)

  /// The inner unit (cents, minutes, days, hundredths) in one written unit.
  var factor: Int {
    switch self {
    case .money, .yearlyWage, .credits, .percent: return 100
    case .hours, .hoursPerWeek: return 60
    case .weeks: return 7
    case .months: return 30
    case .years: return 365
    case .days, .count: return 1
    }
  }

  /// The most that is believed, in written units. Above it a slip of the pen is likelier than a fact, and sums of
  /// thousands of such figures still fit an integer.
  var limit: Int {
    switch self {
    case .money(let currency): return CurrencyCode.smallUnits.contains(currency) ? 10_000_000_000 : 10_000_000
    case .yearlyWage(let currency): return CurrencyCode.smallUnits.contains(currency) ? 100_000_000_000 : 100_000_000
    case .hours: return 100_000
    case .hoursPerWeek: return 168
    case .days: return 36_500
    case .weeks: return 5_200
    case .months: return 1_200
    case .years: return 100
    case .credits: return 100_000
    case .percent: return 10_000
    case .count(let limit): return limit
    }
  }

  var isWhole: Bool { if case .count = self { return true } else { return false } }
  var mayBeNegative: Bool { self == .percent }
}

extension EntryReader {
  /// A number in inner units (cents, minutes, days, hundredths), rounded to the nearest.
  mutating func number(
    _ node: DraftNode?, _ field: String, _ measure: Measure,
    orElse consequence: CatalogIssue.Consequence = .fieldLeftOut
  ) -> Int? {
    guard let node, let decimal = decimal(node, field, measure, orElse: consequence) else { return nil }
    return decimal.rounded(times: measure.factor)
  }

  /// A number that is believable as that measure, as written.
  mutating func decimal(
    _ node: DraftNode, _ field: String, _ measure: Measure, orElse consequence: CatalogIssue.Consequence
  ) -> DecimalText? {
    guard let text = node.text?.trimmed, node.shape == .number || node.shape == .text,
      let number = DecimalText(text)
    else {
      if let text = node.text, DecimalText.isNotANumber(text) {
        tell(.absurd(field, written: text, limit: "\(measure.limit)"), at: node.position, .error, consequence)
      } else if node.shape == .text, let text = node.text {
        tell(.noNumber(field, meant: LikelyNumber.meant(by: text)), at: node.position, .error, consequence)
      } else {
        tell(.wrongType(field, expected: "a number", found: node.shape), at: node.position, .error, consequence)
      }
      return nil
    }
    if number.isNegative && !measure.mayBeNegative {
      tell(.negative(field, written: text), at: node.position, .error, consequence)
      return nil
    }
    guard let size = number.rounded(times: measure.factor), abs(size) <= measure.limit * measure.factor else {
      tell(.absurd(field, written: text, limit: "\(measure.limit)"), at: node.position, .error, consequence)
      return nil
    }
    if measure.isWhole && !number.isWhole {
      tell(.notWhole(field, written: text), at: node.position, .error, consequence)
      return nil
    }
    if node.shape == .text {
      tell(.wrongType(field, expected: "a number", found: .text), at: node.position, .warning, .readAs(text))
    }
    return number
  }

  /// A figure: a bare number, or a mapping of it (`value` or `amount`) with what is known about it.
  mutating func figure(
    _ node: DraftNode?, _ field: String, _ measure: Measure,
    orElse consequence: CatalogIssue.Consequence = .fieldLeftOut
  ) -> Figure? {
    guard let node else { return nil }
    guard case .mapping = node.content else {
      return number(node, field, measure, orElse: consequence).map { Figure($0) }
    }
    let keys = ["value", "amount"] + EntryReader.qualifierKeys
    guard let fields = fields(node, field, knows: keys, orElse: consequence) else { return nil }
    guard let value = fields["value"] ?? fields["amount"] else {
      tell(.missing("value"), at: node.position, .error, consequence)
      return nil
    }
    guard let stated = number(value, field, measure, orElse: consequence) else { return nil }
    return qualified(Figure(stated), by: fields, measure, at: value.position)
  }

  static let qualifierKeys = ["low", "high", "estimated", "basis", "source"]

  /// The figure with its `low`, `high`, `estimated`, `basis` and `source`, where they are stated.
  mutating func qualified(
    _ figure: Figure, by fields: Fields, _ measure: Measure, at position: SourcePosition
  ) -> Figure {
    var figure = figure
    let low = number(fields["low"], "low", measure)
    let high = number(fields["high"], "high", measure)
    if let low, let high, low > high {
      tell(.lowAboveHigh(fields.name), at: fields["low"]?.position ?? position)
    } else if low.map({ $0 > figure.value }) ?? false || high.map({ $0 < figure.value }) ?? false {
      tell(.outsideRange(fields.name), at: position, .error, .fieldLeftOut)
    } else {
      figure.low = low ?? figure.low
      figure.high = high ?? figure.high
    }
    figure.isEstimate = boolean(fields["estimated"], "estimated") ?? figure.isEstimate
    figure.basis = text(fields["basis"], "basis") ?? figure.basis
    figure.source = source(fields["source"]) ?? figure.source
    return figure
  }
}
