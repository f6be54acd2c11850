/// From what cells mean to how they look. None of them paints the background, and in none is colour the only signal.
public enum Theme: String, CaseIterable, Sendable {
  /// The terminal's own eight colours, few of them: good on dark and light alike.
  case terminal
  /// For dark backgrounds, and for light ones, in terminals of 256 colours.
  case dark, light
  /// Nothing faint; what is selected is reversed.
  case contrast
  /// Faces alone.
  case none

  public func look(_ role: Role) -> Look {
    switch self {
    case .terminal: Theme.terminal(role)
    case .dark: Theme.tuned(role, Theme.darkTones)
    case .light: Theme.tuned(role, Theme.lightTones)
    case .contrast: Theme.contrast(role)
    case .none: Theme.monochrome(role)
    }
  }

  /// What is left of the theme in a terminal of so many colours.
  public func fitting(colors: Int) -> Theme {
    if colors < 8 { return .none }
    return colors < 256 && (self == .dark || self == .light) ? .terminal : self
  }

  private static func terminal(_ role: Role) -> Look {
    switch role {
    case .plain, .money: Look()
    case .dim, .border, .grid: Look(nil, .dim)
    case .title, .heading: Look(nil, .bold)
    case .focusedBorder: Look(.cyan)
    case .focusedTitle: Look(.cyan, .bold)
    case .selection: Look(.black, on: .cyan)
    case .selectionUnfocused: Look(.cyan, .bold)
    case .accent: Look(.cyan)
    case .good: Look(.green)
    case .warning: Look(.yellow)
    case .bad: Look(.red, .bold)
    case .estimate: Look(nil, .italic)
    case .key: Look(.cyan, .bold)
    case .link: Look(nil, .underline)
    case .match: Look(.magenta, [.bold, .underline])
    case .entry: Look(nil, .underline)
    case .chart: Look(.cyan)
    case .chartSelected: Look(.magenta, .bold)
    }
  }

  /// The colours that the two tuned themes differ in.
  private struct Tones {
    var faint, accent, onAccent, selected, good, warning, bad, mark: Color
  }

  // The contrast with the backgrounds they are for is at least 4.5 to 1, of what is faint at least 3 to 1 (WCAG 2.2).
  private static let darkTones = Tones(
    faint: Color(245), accent: Color(80), onAccent: Color(16), selected: Color(238), good: Color(114),
    warning: Color(221), bad: Color(210), mark: Color(215))
  private static let lightTones = Tones(
    faint: Color(243), accent: Color(24), onAccent: Color(231), selected: Color(253), good: Color(22),
    warning: Color(94), bad: Color(124), mark: Color(90))

  private static func tuned(_ role: Role, _ tones: Tones) -> Look {
    switch role {
    case .plain, .money: Look()
    case .dim, .border, .grid: Look(tones.faint)
    case .title, .heading: Look(nil, .bold)
    case .focusedBorder, .accent, .chart: Look(tones.accent)
    case .focusedTitle, .key: Look(tones.accent, .bold)
    case .selection: Look(tones.onAccent, on: tones.accent)
    case .selectionUnfocused: Look(nil, on: tones.selected, .bold)
    case .good: Look(tones.good)
    case .warning: Look(tones.warning)
    case .bad: Look(tones.bad, .bold)
    case .estimate: Look(nil, .italic)
    case .link, .entry: Look(nil, .underline)
    case .match: Look(tones.mark, [.bold, .underline])
    case .chartSelected: Look(tones.mark, .bold)
    }
  }

  private static func contrast(_ role: Role) -> Look {
    switch role {
    case .plain, .money, .dim, .border, .grid, .chart: Look()
    case .title, .heading, .key, .focusedBorder, .accent, .estimate: Look(nil, .bold)
    case .good, .warning, .chartSelected: Look(nil, .bold)
    case .focusedTitle, .selection: Look(nil, [.reverse, .bold])
    case .selectionUnfocused, .match: Look(nil, [.bold, .underline])
    case .bad: Look(nil, [.bold, .reverse])
    case .link, .entry: Look(nil, .underline)
    }
  }

  /// Focus, selection and state can still be told apart.
  private static func monochrome(_ role: Role) -> Look {
    switch role {
    case .plain, .money, .chart, .accent, .good: Look()
    case .dim, .border, .grid: Look(nil, .dim)
    case .title, .heading, .key, .focusedBorder, .chartSelected, .warning: Look(nil, .bold)
    case .focusedTitle, .selection: Look(nil, .reverse)
    case .selectionUnfocused, .match: Look(nil, [.bold, .underline])
    case .bad: Look(nil, [.bold, .reverse])
    case .estimate: Look(nil, .italic)
    case .link, .entry: Look(nil, .underline)
    }
  }
}
