/// One value of a catalog file as it was written, with its place: what both front ends (YAML and JSON) make, and all
/// that validation sees.
///
/// Scalars keep their text, so that a figure is never squeezed through a binary fraction.
public struct DraftNode: Hashable, Sendable {
  /// One `key: value` of a mapping.
  public struct Entry: Hashable, Sendable {
    public var key: String
    public var keyPosition: SourcePosition
    public var value: DraftNode

    public init(key: String, keyPosition: SourcePosition, value: DraftNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  public enum Content: Hashable, Sendable {
    /// Its text without quotes and with escapes resolved. Quoted is always text; unquoted may be a number, a
    /// boolean or nothing at all.
    case scalar(String, isQuoted: Bool)
    case sequence([DraftNode])
    /// In the order of the text. No key occurs twice: of two the first stays.
    case mapping([Entry])
  }

  public var content: Content
  /// Where it begins.
  public var position: SourcePosition

  public init(_ content: Content, at position: SourcePosition) {
    self.content = content
    self.position = position
  }
}

extension DraftNode {
  /// What a reader of the file would call it.
  public enum Shape: String, Hashable, Sendable {
    case text, number, boolean, nothing, list, mapping
  }

  public var shape: Shape {
    switch content {
    case .sequence: return .list
    case .mapping: return .mapping
    case .scalar(_, isQuoted: true): return .text
    case .scalar(let text, isQuoted: false):
      if isNothing { return .nothing }
      if DraftNode.truth(of: text) != nil { return .boolean }
      return DecimalText(text) != nil || DecimalText.isNotANumber(text) ? .number : .text
    }
  }

  /// True where nothing is written, or that there is nothing: asked of every field, and quicker than its shape.
  var isNothing: Bool {
    guard case .scalar(let text, isQuoted: false) = content, text.utf8.count <= 4 else { return false }
    switch text {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }

  /// The text of a scalar.
  public var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// The booleans of YAML 1.2's core schema and of JSON; `yes` and `on` are words.
  static func truth(of text: String) -> Bool? {
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }
}
