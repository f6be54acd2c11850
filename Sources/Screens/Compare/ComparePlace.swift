import Display
import Planning

/// Which of these? Two or three pathways, or credentials, in columns.
struct ComparePlace: Place {
  static let id = PlaceID.compare
  /// More columns than this nobody reads side by side.
  static let most = 3

  enum Subject: Hashable, Sendable { case pathways, credentials }

  private(set) var pathways: [ComparedPathway] = []
  /// Ids.
  private(set) var credentials: [String] = []
  /// What is shown; `o` shows the other.
  var subject = Subject.pathways
  /// The column that `z` takes out, and whose link Enter follows.
  var column = 0
  var row = 0

  /// The pathway in the selected column.
  var selectedPathway: ComparedPathway? {
    subject == .pathways && pathways.indices.contains(column) ? pathways[column] : nil
  }

  var count: Int { subject == .pathways ? pathways.count : credentials.count }

  // MARK: Putting in and taking out

  mutating func add(_ pathway: ComparedPathway) {
    pathways.append(pathway)
    subject = .pathways
    column = pathways.count - 1
  }

  mutating func add(credential id: String) {
    credentials.append(id)
    subject = .credentials
    column = credentials.count - 1
  }

  mutating func takeOut() {
    guard column < count else { return }
    if subject == .pathways { pathways.remove(at: column) } else { credentials.remove(at: column) }
    column = max(0, min(column, count - 1))
  }

  mutating func turnToOther() {
    subject = subject == .pathways ? .credentials : .pathways
    (column, row) = (0, 0)
  }

  // MARK: Derived

  func credential(in state: AppState) -> String? {
    if case .credential(let id) = CompareScreen(self, state).link { return id }
    return nil
  }

  func status(in state: AppState) -> [String] {
    guard count > 0 else { return [] }
    let column = CompareRow.letter(column)
    return ["\(count) of \(ComparePlace.most) beside each other", "Tab goes on from \(column), z takes \(column) out"]
  }

  var footer: [FooterItem] {
    [
      FooterItem("move", .up, .down), FooterItem("column", .nextPane), FooterItem(.open), FooterItem(.takeOut),
      FooterItem(.compareOther), FooterItem(.help), FooterItem(.back), FooterItem(.takeHome), FooterItem(.find),
      FooterItem(.palette),
      FooterItem(.quit),
    ]
  }

  // MARK: Update

  mutating func move(_ motion: Motion, in state: AppState) {
    let rows = CompareScreen(self, state).rows
    row = motion.moved(min(row, max(0, rows.count - 1)), count: rows.count, page: max(1, state.size.height - 6))
  }

  mutating func turn(by offset: Int, in state: AppState) {
    guard count > 0 else { return }
    column = (column + offset + count) % count
  }

  mutating func open(in state: AppState) -> Link? { CompareScreen(self, state).link }

  func reasonAgainstOpening(in state: AppState) -> String? {
    CompareScreen(self, state).link == nil ? "this row leads nowhere" : nil
  }

  func draw(_ body: Rect, of state: AppState, on frame: inout Frame) { CompareScreen(self, state).draw(body, &frame) }
}
