import Display
import Learners

/// Another learner, found by typing: whoever sits beside sees no names that weren't typed.
struct LearnerPicking: Picking {
  private static let new = "new:"

  var title: String { "Learner" }
  var label: String { "Name: " }
  var hint: String { "type a name, Enter goes there, Esc back" }
  var nothing: String { "Type the beginning of a name." }
  var width: Int { 60 }

  func rows(_ text: String, in state: AppState) -> [PickRow] {
    let wanted = text.trimmed.lowercased()
    guard !wanted.isEmpty else { return [] }
    let names = state.learnerNames.filter { $0 != state.record.name }
    let rows = names.filter { $0.lowercased().hasPrefix(wanted) }.map { PickRow(id: $0, title: $0, note: "") }
    let isKnown = (names + [state.record.name]).contains(text.trimmed)
    return isKnown ? rows : rows + [PickRow(id: LearnerPicking.new + text.trimmed, title: text.trimmed, note: "new")]
  }

  func pick(_ id: String, in state: AppState) -> OverlayAnswer {
    let isNew = id.hasPrefix(LearnerPicking.new) && !state.learnerNames.contains(id)
    let name = isNew ? String(id.dropFirst(LearnerPicking.new.count)) : id
    if let fault = LearnerRecord.fault(ofName: name) { return .refuse("the name \(fault)") }
    return .leave { _ in [.openLearner(name)] }
  }
}

extension Command {
  static let otherLearner = Command(
    "learner-other", "other learner", "Go on with another learner, or with a new one.",
    keys: [.character("L")], .keeping, places: [.learner], unless: { $0.reasonAgainstOtherLearner },
    perform: { $0.show(PickingOverlay(LearnerPicking())) + [.listLearners] })
}

extension AppState {
  var reasonAgainstOtherLearner: String? {
    switch keeping {
    case .off: "this session is for settings that came with the command: start without them"
    case .failing(let reason): reason
    case .on: nil
    }
  }

  /// Everything of the learner before gives way; what was looked at stays.
  mutating func goOn(with opened: OpenedRecord) -> [Effect] {
    record = opened.record
    history = opened.history
    others = []
    keeping = opened.keeping
    overlay = nil
    pendingChange = nil
    if var place = place as? LearnerPlace {
      (place.pathway, place.reader) = (nil, .init())
      self.place = place
    }
    prepareChanges()
    settlePlace()
    let news = opened.remark.isEmpty ? news : opened.remark
    message = "for \(record.name)" + (news.isEmpty ? "" : ": \(news)")
    return askAnew()
  }
}
