/// Where a fact was read, and when.
public struct Source: Hashable, Sendable {
  /// Whose page it is.
  public enum Page: String, CaseIterable, Sendable {
    /// Of whoever decides the fact: the provider, an office of statistics.
    case source
    /// Of somebody else.
    case elsewhere
  }

  public var url: String
  public var read: CalendarDate?
  /// `nil` where the catalog leaves it to the address to tell.
  public var grade: Page?

  public init(url: String, read: CalendarDate? = nil, grade: Page? = nil) {
    self.url = url
    self.read = read
    self.grade = grade
  }
}

/// A figure as a catalog states it, in the unit of the field that holds it (cents, minutes, days).
///
/// Unknown is not zero: a figure nobody stated is `nil`, never `Figure(0)`.
public struct Figure: Hashable, Sendable {
  public var value: Int
  /// The range the figure lies in; `low <= value <= high` where given.
  public var low: Int?
  public var high: Int?
  public var isEstimate: Bool
  /// What an estimate rests on, in words.
  public var basis: String?
  /// Where this figure was read, if elsewhere than its credential.
  public var source: Source?

  public init(
    _ value: Int, low: Int? = nil, high: Int? = nil, isEstimate: Bool = false, basis: String? = nil,
    source: Source? = nil
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.isEstimate = isEstimate
    self.basis = basis
    self.source = source
  }
}
