import Catalogs
import Display
import Planning

/// What is shown while the catalogs are still being read. What is typed meanwhile is kept for what comes then.
public struct OpeningScreen: Sendable {
  private var state: AppState
  private let place: PlaceID
  /// What is being done, in words.
  public var progress = "reading the catalogs"
  /// In the order in which it came.
  public private(set) var heard: [InputEvent] = []

  /// - Parameter place: the one that will be shown.
  public init(_ place: PlaceID, size: Size, glyphs: Glyphs, keymap: Keymap) {
    // Nothing is known of the learner yet, and nothing of anybody is shown.
    let nobody = OpenedRecord(passing: Learner(start: CalendarDate(dayNumber: 0)))
    state = AppState(
      catalog: Catalog(headers: []), source: nil, opened: nobody, size: size, glyphs: glyphs, keymap: keymap)
    self.place = place
  }

  public func frame(size: Size) -> Frame {
    var state = state
    state.place = OpeningPlace(id: place, progress: progress)
    return state.frame(size: size)
  }

  /// Takes in what has come.
  /// - Returns: true where it asks to leave, and nothing was asked for before.
  public mutating func hear(_ input: InputEvent) -> Bool {
    if case .key(let key) = input, state.keymap.command(for: key, at: place) == .quit, !heard.contains(where: \.isTyped)
    {
      return true
    }
    heard.append(input)
    return false
  }
}

extension InputEvent {
  fileprivate var isTyped: Bool { if case .resize = self { false } else { true } }
}
