import Catalogs
import Display
import Learners
import Planning
import Wording

/// What a setting is to be.
struct SettingQuestion: Question {
  let setting: Setting

  var title: String { setting.name }
  var hint: String { setting.hint }
  func label(in state: AppState) -> String {
    switch setting {
    case .budget, .spent, .weekPrice, .wage: "\(setting.name), in \(state.currency): "
    default: "\(setting.name): "
    }
  }

  func answer(_ text: String, in state: AppState) -> OverlayAnswer {
    do throws(AnswerFault) {
      let after = try setting.applied(text.trimmed, to: state.record.current, today: state.today)
      return .leave { $0.set(setting, after) }
    } catch {
      return .refuse(error.reason)
    }
  }
}

/// What is to be said of an item of a list, such as when it was earned.
struct ItemQuestion: Question {
  let entry: Entry
  let key: String

  var title: String { entry.name }
  var hint: String { entry.hint }
  func label(in state: AppState) -> String {
    if entry == .rate { return "1 \(key) in \(state.currency): " }
    let title = state.catalog.title(key)
    return "\(title.count > 24 ? "\(title.prefix(23))\(state.glyphs.ellipsis)" : title): "
  }

  func answer(_ text: String, in state: AppState) -> OverlayAnswer {
    do throws(AnswerFault) {
      var after = state.learner
      try entry.put(key, text.trimmed, into: &after, state.catalog)
      return .leave { [after] in $0.put(entry, key, after) }
    } catch {
      return .refuse(error.reason)
    }
  }
}

/// A new note, or what one is to say instead.
struct NoteQuestion: Question {
  /// Which note; `nil` for a new one.
  var place: Int?

  var title: String { place == nil ? "Note" : "Change the note" }
  var hint: String { place == nil ? Entry.note.hint : "What it is to say; empty leaves it." }
  func label(in state: AppState) -> String { "\(Amounts.date(state.today)): " }

  func answer(_ text: String, in state: AppState) -> OverlayAnswer {
    let text = text.trimmed
    if text.isEmpty { return .close }
    return .leave { $0.note(text, at: place) }
  }
}

/// What a pathway is to be saved as.
struct NameQuestion: Question {
  enum Use: Hashable, Sendable {
    /// The pathway that is shown.
    case saving
    /// A copy of the saved one of that name.
    case copying(String)
    /// Another name for the saved one of that name.
    case renaming(String)
  }

  let use: Use
  /// The name where none is typed.
  let proposal: String

  var title: String {
    switch use {
    case .saving: "Save the pathway"
    case .copying: "Duplicate"
    case .renaming: "Another name"
    }
  }
  var hint: String { "Empty: \(proposal)" }
  func label(in state: AppState) -> String { "Name: " }

  func answer(_ text: String, in state: AppState) -> OverlayAnswer {
    let name = text.trimmed.isEmpty ? proposal : text.trimmed
    if let fault = LearnerRecord.fault(ofName: name) { return .refuse("the name \(fault)") }
    if use == .renaming(name) { return .close }
    if state.record.pathway(name) != nil { return .refuse("there is a pathway \"\(name)\" already") }
    switch use {
    case .saving: return .leave { $0.save(as: name) }
    case .copying(let original): return .leave { $0.duplicate(original, as: name) }
    case .renaming(let original): return .leave { $0.rename(original, to: name) }
    }
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
