/// A colour of the terminal's palette, by its number: 0 to 15 are the user's own, 16 to 255 are the same everywhere.
public struct Color: Hashable, Sendable {
  public let number: UInt8

  public init(_ number: UInt8) { self.number = number }

  public static let black = Color(0)
  public static let red = Color(1)
  public static let green = Color(2)
  public static let yellow = Color(3)
  public static let blue = Color(4)
  public static let magenta = Color(5)
  public static let cyan = Color(6)
  public static let white = Color(7)
}

/// How a terminal draws a cell, colour apart.
public struct Face: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Face(rawValue: 1)
  public static let dim = Face(rawValue: 2)
  public static let underline = Face(rawValue: 4)
  public static let reverse = Face(rawValue: 8)
  public static let italic = Face(rawValue: 16)
}

/// How a role looks. `nil` is the terminal's own colour, so that light and dark backgrounds stay what they are.
public struct Look: Hashable, Sendable {
  public var foreground: Color?
  public var background: Color?
  public var face: Face

  public init(_ foreground: Color? = nil, on background: Color? = nil, _ face: Face = []) {
    self.foreground = foreground
    self.background = background
    self.face = face
  }

  public init(_ foreground: Color?, _ face: Face) { self.init(foreground, on: nil, face) }
}
