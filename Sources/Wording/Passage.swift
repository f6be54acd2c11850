/// A sentence of an explanation, and what it is about, so that one can go there.
public struct Passage: Hashable, Sendable {
  public var text: String
  public var isHeading: Bool
  /// The id of the credential or goal it is about.
  public var about: String?

  public init(_ text: String, isHeading: Bool = false, about: String? = nil) {
    self.text = text
    self.isHeading = isHeading
    self.about = about
  }

  static func heading(_ text: String) -> Passage { Passage(text, isHeading: true) }
}
