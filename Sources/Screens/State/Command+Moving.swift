import Display

extension Command {
  static let up = Command(moving: .up, "up", "Go one row up.", keys: [.up, .character("k")])
  static let down = Command(moving: .down, "down", "Go one row down.", keys: [.down, .character("j")])
  static let open = Command(
    "open", "open", "Open or follow what is selected, or go to the next pane.", keys: [.enter], .moving,
    unless: { $0.place.reasonAgainstOpening(in: $0) }, perform: { $0.open() })
  static let back = Command(
    "back", "back", "Stop the search, or go one step back; never quits.", keys: [.escape, .backspace],
    .moving, unless: { $0.reasonAgainstBack }, perform: { $0.goBack() })
  static let nextPane = Command(
    "next-pane", "pane", "Go to the next pane.", keys: [.tab, .right, .character("l")], .moving,
    perform: { $0.turn(by: 1) })
  static let previousPane = Command(
    "previous-pane", "pane before", "Go to the pane before.", keys: [.backTab, .left, .character("h")], .moving,
    perform: { $0.turn(by: -1) })

  static let moving: [Command] = [
    up, down,
    Command(moving: .pageUp, "page up", "Go a page up.", keys: [.pageUp, .control("u")]),
    Command(moving: .pageDown, "page down", "Go a page down.", keys: [.pageDown, .control("d")]),
    Command(moving: .first, "first", "Go to the first row.", keys: [.home, .character("g")]),
    Command(moving: .last, "last", "Go to the last row.", keys: [.end, .character("G")]),
    open, back, nextPane, previousPane,
  ]

  private init(moving motion: Motion, _ name: String, _ sentence: String, keys: [Key]) {
    let id = String(name.map { $0 == " " ? "-" : $0 })
    self.init(id, name, sentence, keys: keys, .moving, motion: motion) { $0.move(motion) }
  }

  // MARK: Places

  static let placeBack = Command(
    "place-back", "place before", "Go back to the place before, as it was left.", keys: [.character("[")], .places,
    unless: { $0.trail.back.isEmpty ? "this is the first place" : nil }, perform: { $0.leavePlace() })
  static let placeForward = Command(
    "place-forward", "place after", "Go forward again to the place one came back from.", keys: [.character("]")],
    .places, unless: { $0.trail.forward.isEmpty ? "there is no place one came back from" : nil },
    perform: { $0.goForward() })

  /// One for each place, by its digit.
  static let changingPlaces: [Command] =
    PlaceID.allCases.map { place in
      Command(
        place.rawValue, place.name, "\(place.question) Go to \(place.name).", keys: [place.key], .places,
        unless: { $0.placeID == place ? "this is \(place.name)" : place.reasonAgainst($0) },
        perform: { $0.go(to: place) })
    } + [placeBack, placeForward]
}
