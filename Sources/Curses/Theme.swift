import CCurses
import Display

/// One of a terminal's own sixteen colours, so that the user's palette decides how it looks.
public enum Color: Int32, Sendable {
  case black = 0
  case red, green, yellow, blue, magenta, cyan, white
}

/// How a terminal draws a cell, colour apart.
public struct Face: OptionSet, Hashable, Sendable {
  public let rawValue: Int32
  public init(rawValue: Int32) { self.rawValue = rawValue }

  public static let bold = Face(rawValue: Int32(CC_BOLD))
  public static let dim = Face(rawValue: Int32(CC_DIM))
  public static let underline = Face(rawValue: Int32(CC_UNDERLINE))
  public static let reverse = Face(rawValue: Int32(CC_REVERSE))
  public static let italic = Face(rawValue: Int32(CC_ITALIC))
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
}

/// From what cells mean to how they look.
public struct Theme: Sendable {
  public var look: @Sendable (Role) -> Look

  /// Few colours, none of them the only signal.
  public static let color = Theme { role in
    switch role {
    case .plain: Look()
    case .dim, .border, .grid: Look(nil, .dim)
    case .title: Look(nil, .bold)
    case .heading: Look(nil, .bold)
    case .focusedBorder: Look(.cyan)
    case .focusedTitle: Look(.cyan, .bold)
    case .selection: Look(.black, on: .cyan)
    case .selectionUnfocused: Look(.black, on: .white)
    case .accent: Look(.cyan)
    case .good: Look(.green)
    case .warning: Look(.yellow)
    case .bad: Look(.red, .bold)
    case .estimate: Look(nil, .italic)
    case .key: Look(.cyan, .bold)
    case .money: Look()
    case .link: Look(nil, .underline)
    case .match: Look(.magenta, [.bold, .underline])
    case .entry: Look(nil, .underline)
    case .chart: Look(.cyan)
    case .chartSelected: Look(.magenta, .bold)
    }
  }

  /// Faces alone: focus, selection and state can still be told apart.
  public static let monochrome = Theme { role in
    switch role {
    case .plain, .money, .chart, .accent, .good: Look()
    case .dim, .border, .grid: Look(nil, .dim)
    case .title, .heading, .key, .focusedBorder, .chartSelected, .warning: Look(nil, .bold)
    case .focusedTitle, .selection: Look(nil, .reverse)
    case .selectionUnfocused: Look(nil, [.bold, .underline])
    case .bad: Look(nil, [.bold, .reverse])
    case .estimate: Look(nil, .italic)
    case .link, .entry: Look(nil, .underline)
    case .match: Look(nil, [.bold, .underline])
    }
  }
}

extension Look {
  init(_ foreground: Color?, _ face: Face) { self.init(foreground, on: nil, face) }
}
