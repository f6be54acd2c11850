import ArgumentParser
import Display
import Foundation
import Screens

extension Theme: ExpressibleByArgument {}

/// How the screens look; what isn't said here is as the configuration has it.
struct LookOptions: ParsableArguments {
  enum ColorUse: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

  @Option(
    help: ArgumentHelp(
      "Which colours: those of the terminal, tuned ones for a dark or a light background, ones "
        + "of high contrast, or none.", valueName: "theme"))
  var theme: Theme?

  @Option(help: "Whether there is colour; auto asks NO_COLOR and the terminal.")
  var color = ColorUse.auto

  @Flag(help: "Draws in ASCII alone.")
  var ascii = false

  @Flag(help: "For screen readers and braille displays: one pane, no borders, lists instead of drawings.")
  var accessible = false

  @Flag(help: "Listens to the mouse, which then no longer selects text.")
  var mouse = false

  func isASCII(_ settings: Settings) -> Bool { ascii || settings.isASCII }
  func isAccessible(_ settings: Settings) -> Bool { accessible || settings.isAccessible }

  /// Whoever asks for no colour by `NO_COLOR` (no-color.org) gets none, unless the command line says otherwise.
  func theme(_ settings: Settings, environment: [String: String] = ProcessInfo.processInfo.environment) -> Theme {
    switch color {
    case .never: return .none
    case .always: return theme ?? settings.theme ?? .terminal
    case .auto:
      if let theme { return theme }
      return environment["NO_COLOR"]?.isEmpty == false ? .none : settings.theme ?? .terminal
    }
  }
}
