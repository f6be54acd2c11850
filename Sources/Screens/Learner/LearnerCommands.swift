import Catalogs
import Display
import Learners
import Planning
import Wording

extension Command {
  static let save = Command(
    "save", "save", "Save the pathway that is shown under a name.", keys: [.character("S")], .looking,
    places: [.pathway], unless: { $0.reasonAgainstSaving },
    perform: { $0.show(AskingOverlay(NameQuestion(use: .saving, proposal: $0.proposedName($0.goal?.title ?? "")))) })
  static let follow = Command(
    "follow", "follow", "Follow the pathway; Now says what it asks for this week.",
    keys: [.character("F")], .looking, places: [.pathway, .learner],
    unless: { $0.placeID == .learner ? $0.reasonAgainstSaved : $0.reasonAgainstSaving }, perform: { $0.follow() })

  // MARK: Learner

  static let remove = Command(
    "remove", "remove", "Take out the selected entry or saved pathway.",
    keys: [.character("R"), .delete], .keeping, places: [.learner], unless: { $0.reasonAgainstRemoving },
    perform: { $0.removeSelected() })
  static let note = Command(
    "note", "note", "Write a note, dated today.", keys: [.character("N")], .keeping, places: [.learner, .now],
    perform: { $0.show(AskingOverlay(NoteQuestion())) })
  static let changes = Command(
    "changes", "history", "Say what was changed when.", keys: [.character("H")], .keeping, places: [.learner],
    perform: { $0.show(ReadingOverlay(HistoryReading())) })
  static let favourite = Command(
    "favourite", "favourite", "Make the selected saved pathway a favourite, or no longer.", keys: [.character("*")],
    .keeping, places: [.learner], unless: { $0.reasonAgainstSaved },
    perform: { state in
      guard let saved = state.savedUnderCursor else { return [] }
      let words = saved.isFavourite ? "\"\(saved.name)\" is no favourite any more" : "\"\(saved.name)\" is a favourite"
      return state.changeSaved(saved.name, words) { $0.isFavourite.toggle() }
    })
  static let duplicate = Command(
    "duplicate", "duplicate", "Duplicate the selected saved pathway under another name.", keys: [.character("Y")],
    .keeping, places: [.learner], unless: { $0.reasonAgainstSaved },
    perform: { state in
      guard let name = state.savedUnderCursor?.name else { return [] }
      return state.show(AskingOverlay(NameQuestion(use: .copying(name), proposal: state.proposedName(name))))
    })
  static let rename = Command(
    "rename", "rename", "Give the selected saved pathway another name.", keys: [.character("M")], .keeping,
    places: [.learner], unless: { $0.reasonAgainstSaved },
    perform: { state in
      guard let name = state.savedUnderCursor?.name else { return [] }
      return state.show(AskingOverlay(NameQuestion(use: .renaming(name), proposal: name)))
    })
  static let takeSettings = Command(
    "ask-again", "ask again", "Ask a saved pathway's question again, as a draft.",
    keys: [.character("T")], .keeping, places: [.learner], unless: { $0.reasonAgainstAskingAgain },
    perform: { state in state.savedUnderCursor.map { state.takeSettings(of: $0) } ?? [] })
}

extension LearnerPlace {
  static let saving: [Command] = [.save, .follow]
  static let commands: [Command] = [
    .otherLearner, .remove, .note, .changes, .favourite, .duplicate, .rename, .takeSettings,
  ]
}

extension AppState {
  /// The saved pathway that is selected at Learner.
  var savedUnderCursor: SavedPathway? {
    guard let place = place as? LearnerPlace, place.subject == .pathways else { return nil }
    return LearnerScreen(place, self).selectedPathway
  }

  var reasonAgainstSaving: String? { pathway == nil ? "there is no pathway to save yet" : nil }

  var reasonAgainstSaved: String? {
    if record.pathways.isEmpty { return LearnerPlace.nothingSaved }
    return savedUnderCursor == nil ? "go to the saved pathways first (Tab)" : nil
  }

  var reasonAgainstAskingAgain: String? {
    if let reason = reasonAgainstSaved { return reason }
    let goals = savedUnderCursor?.request.goals ?? []
    if goals.count > 1 { return "it leads to several goals at once; `cairn plan` asks for them" }
    return goals.first.flatMap(catalog.destination) == nil ? "its goal is in no catalog any more" : nil
  }

  var reasonAgainstRemoving: String? {
    guard let place = place as? LearnerPlace else { return nil }
    if place.subject == .pathways { return reasonAgainstSaved }
    if case .item = place.selected { return nil }
    return "select an entry of a list first; a figure is set by Enter"
  }
}

/// What was changed of the record when, the latest first.
struct HistoryReading: Reading {
  /// Nobody reads more at once, and making them takes time.
  private static let most = 500

  var title: String { "History" }

  func lines(width: Int, in state: AppState) -> [Line] {
    var lines = Lines(width: width)
    let done = state.history.done
    if done.isEmpty && state.history.undone.isEmpty && state.others.isEmpty {
      lines.add("Nothing was changed yet.", .dim)
    }
    for change in state.history.undone.prefix(HistoryReading.most) {
      lines.addItem("undone: \(change.name)", mark: state.glyphs.separator)
    }
    for change in state.others.reversed().prefix(HistoryReading.most) {
      lines.addItem("\(HistoryReading.when(change)) by another Cairn: \(change.name)", mark: state.glyphs.separator)
    }
    for change in done.reversed().prefix(HistoryReading.most) {
      lines.addItem("\(HistoryReading.when(change)): \(change.name)", mark: state.glyphs.separator)
    }
    let left = state.history.older + max(0, done.count - HistoryReading.most)
    if left > 0 { lines.add("and \(Amounts.count(left, "change")) before", .dim) }
    return lines.all
  }

  private static func when(_ change: RecordChange) -> String { change.moment.map(words) ?? "now" }

  /// `5 Jan 2026, 14:03 UTC`
  private static func words(_ moment: Int) -> String {
    let (day, second) = moment.quotientAndRemainder(dividingBy: 86_400)
    let (hour, minute) = (second / 3600, second / 60 % 60)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(Amounts.date(.init(dayNumber: day))), \(padded(hour)):\(padded(minute)) UTC"
  }
}
