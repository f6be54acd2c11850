/// How often each figure is stated by credentials of one kind and level: what stands in for a missing figure is taken
/// from it. A part of a catalog bears that of the whole, so that plans in the part are those in the whole.
public struct StatedFigures: Hashable, Sendable {
  public enum Quantity: String, CaseIterable, Hashable, Sendable {
    /// The fee, in cents.
    case price
    /// Minutes of study.
    case workload
    /// Days of what is scheduled.
    case length
  }

  /// Of whom the figures are.
  public struct Group: Hashable, Sendable {
    public var kind: Credential.Kind
    public var level: [String: String]
    public var quantity: Quantity

    public init(kind: Credential.Kind, level: [String: String], quantity: Quantity) {
      self.kind = kind
      self.level = level
      self.quantity = quantity
    }
  }

  /// One figure, and how many state it.
  public struct Item: Hashable, Sendable {
    public var value: Int
    /// Of a price; empty for others.
    public var currency: String
    public var count: Int

    public init(value: Int, currency: String, count: Int) {
      self.value = value
      self.currency = currency
      self.count = count
    }
  }

  public var groups: [Group: [Item]]

  public init(groups: [Group: [Item]] = [:]) { self.groups = groups }

  /// What a credential states itself: no estimates.
  public static func stated(by credential: Credential) -> [(group: Group, item: Item)] {
    func stated(_ quantity: Quantity, _ figure: Figure?, _ currency: String = "") -> (Group, Item)? {
      guard let figure, !figure.isEstimate else { return nil }
      return (
        Group(kind: credential.kind, level: credential.level, quantity: quantity),
        Item(value: figure.value, currency: currency, count: 1)
      )
    }
    let isScheduled = credential.duration.pace == .scheduled
    return [
      stated(.price, credential.price.fee, credential.price.currency), stated(.workload, credential.workload),
      stated(.length, isScheduled ? credential.duration.days : nil),
    ].compactMap { $0 }
  }
}
