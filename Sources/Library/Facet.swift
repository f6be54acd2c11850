import Catalogs

/// A property by which what is found can be narrowed.
public enum Facet: String, CaseIterable, Hashable, Sendable {
  case field, kind, price, length, delivery, level, provider, language, vouched, starts

  public var name: String {
    switch self {
    case .field: "Field"
    case .kind: "Kind"
    case .price: "Price"
    case .length: "Length"
    case .delivery: "Delivery"
    case .level: "Level"
    case .provider: "Provider"
    case .language: "Language"
    case .vouched: "Vouched for"
    case .starts: "Starts"
    }
  }

  /// Values that have an order of their own, first to last; others are listed by how many entries have them.
  var order: [String]? {
    switch self {
    case .price: PriceBand.allCases.map(\.rawValue)
    case .length: LengthBand.allCases.map(\.rawValue)
    default: nil
    }
  }
}

/// What an entry costs, in bands of its own currency.
public enum PriceBand: String, CaseIterable, Sendable {
  case free
  case below100 = "below 100"
  case below500 = "100 to 499"
  case below2000 = "500 to 1,999"
  case more = "2,000 and more"

  /// - Parameter cents: of the currency the entry is priced in.
  init(cents: Int) {
    switch cents {
    case ...0: self = .free
    case ..<100_00: self = .below100
    case ..<500_00: self = .below500
    case ..<2000_00: self = .below2000
    default: self = .more
    }
  }
}

/// How much study an entry takes.
public enum LengthBand: String, CaseIterable, Sendable {
  case day = "up to 8 hours"
  case week = "up to 40 hours"
  case term = "up to 150 hours"
  case more = "more than 150 hours"

  init(minutes: Int) {
    switch minutes {
    case ...(8 * 60): self = .day
    case ...(40 * 60): self = .week
    case ...(150 * 60): self = .term
    default: self = .more
    }
  }
}
