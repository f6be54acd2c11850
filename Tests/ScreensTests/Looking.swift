import Display
import Planning

@testable import Screens

// What tests look at inside the state.
extension AppState {
  var pathwayPlace: PathwayPlace? { place as? PathwayPlace }
  var pane: PathwayPlace.Pane? { pathwayPlace?.pane }
  var selectedStep: String? { pathwayPlace?.selectedStep }
  var pointIndex: Int { pathwayPlace.map { PathwayScreen($0, self).pointIndex } ?? 0 }

  /// What an overlay has been typed into.
  var typed: String? {
    switch overlay {
    case let overlay as PickingOverlay<FindPicking>: overlay.text
    case let overlay as GoalsTyping: overlay.place.words
    case let overlay as PickingOverlay<HelpPicking>: overlay.text
    case let overlay as PickingOverlay<CommandPicking>: overlay.text
    case let overlay as AskingOverlay<LimitQuestion>: overlay.text
    default: nil
    }
  }

  /// The name of what is open.
  var overlayName: String? {
    switch overlay {
    case is PickingOverlay<FindPicking>: "find"
    case is PickingOverlay<HelpPicking>: "help"
    case is PickingOverlay<CommandPicking>: "commands"
    case is AskingOverlay<LimitQuestion>: "prompt"
    case is ReadingOverlay<AssumptionsReading>: "assumptions"
    case is ReadingOverlay<WhyReading>: "why"
    case is ExploreTyping: "exploring words"
    case nil: nil
    default: "another"
    }
  }

  /// True where Enter leaves: `quit` is selected in a list of commands.
  var isOnQuit: Bool {
    let (rows, selected): ([PickRow], String?) =
      switch overlay {
      case let overlay as PickingOverlay<HelpPicking>: (overlay.content.rows(overlay.text, in: self), overlay.selected)
      case let overlay as PickingOverlay<CommandPicking>:
        (overlay.content.rows(overlay.text, in: self), overlay.selected)
      default: ([], nil)
      }
    return (rows.first { $0.id == selected } ?? rows.first)?.id == Command.quit.id
  }

  var hasOverlay: Bool { overlay != nil }
}
