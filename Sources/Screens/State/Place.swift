import Display
import Planning

/// One of the places one walks through: a value that holds what the user chose there and nothing else.
///
/// All places have one skeleton: *state* (the value) → *derived rows* (a `Screen` made of the value and the rest of the
/// state, whenever something is asked of it) → *update* (the mutating functions) → *draw*.
protocol Place: Hashable, Sendable {
  static var id: PlaceID { get }
  /// The same, but for what stands in for a place until there is something to show.
  var id: PlaceID { get }

  /// What it is about, for the header; empty where its name says it.
  func title(in state: AppState) -> String
  /// The goals whose pathways are looked at here: they are planned before all others. The first is the one in question.
  func goals(in state: AppState) -> [String]
  /// The pathway under the cursor.
  func pathway(in state: AppState) -> Pathway?
  /// The credential under the cursor, which `exclude`, `pin` and the like work on.
  func credential(in state: AppState) -> String?
  /// What is said in the line above the footer while there is no news, the most important first.
  func status(in state: AppState) -> [String]
  /// What the footer names, the most important first; commands that belong together stand in one list.
  var footer: [FooterItem] { get }

  mutating func move(_ motion: Motion, in state: AppState)
  /// Goes so many panes on or back.
  mutating func turn(by offset: Int, in state: AppState)
  /// Opens what is selected: changes itself, or says what is to be followed.
  mutating func open(in state: AppState) -> Link?
  /// Why there is nothing to open.
  func reasonAgainstOpening(in state: AppState) -> String?
  /// One step back inside the place; false where the place itself is to be left.
  mutating func stepBack(in state: AppState) -> Bool
  /// The credential under the cursor is about to go: select what takes its place.
  mutating func letGo(of credential: String, in state: AppState)
  /// Selects what is named, where this place shows it; false where it doesn't.
  mutating func select(_ credential: String, in state: AppState) -> Bool
  /// An answer has come: what was selected and isn't there any more gives way.
  mutating func settle(in state: AppState)

  /// Draws itself, and puts the frame's cursor on what is selected.
  func draw(_ body: Rect, of state: AppState, on frame: inout Frame)
}

extension Place {
  func title(in state: AppState) -> String { "" }
  func goals(in state: AppState) -> [String] { [] }
  func pathway(in state: AppState) -> Pathway? { nil }
  func credential(in state: AppState) -> String? { nil }
  func status(in state: AppState) -> [String] { [] }
  func reasonAgainstOpening(in state: AppState) -> String? { nil }
  mutating func stepBack(in state: AppState) -> Bool { false }
  mutating func letGo(of credential: String, in state: AppState) {}
  mutating func select(_ credential: String, in state: AppState) -> Bool { false }
  mutating func settle(in state: AppState) {}

  var id: PlaceID { Self.id }
}

/// Commands that the footer names together.
struct FooterItem {
  let commands: [Command]
  let label: String

  init(_ command: Command) { (commands, label) = ([command], command.name) }
  init(_ label: String, _ commands: Command...) { (self.commands, self.label) = (commands, label) }
}

/// What can be followed from where it is named.
enum Link: Hashable, Sendable {
  case goal(String)
  case credential(String)
  case place(PlaceID)
  /// Settings to be tried.
  case changes([SettingChange])
  /// What is to be answered to change a row of the learner.
  case question(LearnerPlace.Row)
}

/// What is derived of a place and the rest of the state to draw it; made for one frame or one question, never kept.
protocol Screen {
  var state: AppState { get }
}

extension Screen {
  var glyphs: Glyphs { state.glyphs }
}
