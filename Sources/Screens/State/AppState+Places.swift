import Display

extension AppState {
  var placeID: PlaceID { place.id }

  /// The current place where it is of that type, else as it was left last.
  subscript<P: Place>(_ type: P.Type) -> P? {
    get { place as? P ?? trail.left[P.id] as? P }
    set { if let newValue, place is P { place = newValue } }
  }

  mutating func move(_ motion: Motion) -> [Effect] { changePlace { $0.move(motion, in: $1) } }
  mutating func turn(by offset: Int) -> [Effect] { changePlace { $0.turn(by: offset, in: $1) } }

  mutating func open() -> [Effect] {
    var place = place
    let link = place.open(in: self)
    self.place = place
    return link.map { follow($0) } ?? []
  }

  private mutating func changePlace(_ change: (inout any Place, AppState) -> Void) -> [Effect] {
    var place = place
    change(&place, self)
    self.place = place
    return []
  }

  // MARK: From place to place

  /// Goes to a place as it was left, or as it is first.
  mutating func go(to id: PlaceID) -> [Effect] {
    if id == .explore { prepareFinding() }
    guard let place = trail.left[id] ?? id.first(self) else { return [] }
    return go(to: place)
  }

  mutating func go(to place: any Place) -> [Effect] {
    trail.leave(self.place)
    self.place = place
    return arrive()
  }

  /// Opens the pathways to a goal; where they were left a moment ago, as they were left.
  mutating func open(goal: String) -> [Effect] {
    if let left = trail.left[.pathway] as? PathwayPlace, left.goal == goal { return go(to: left) }
    return go(to: PathwayPlace(goal: goal))
  }

  /// Goes where something named leads.
  mutating func follow(_ link: Link) -> [Effect] {
    switch link {
    case .goal(let id): return goals.first == id ? [] : open(goal: id)
    case .question(let row): return ask(row)
    case .changes(let changes): return record(explanations.phrase(changes), learner.changed(by: changes))
    case .place(let id): return id == placeID ? [] : go(to: id)
    case .credential(let id):
      var place = place
      let isHere = place.select(id, in: self)
      self.place = place
      return isHere || goals.first == id ? [] : open(goal: id)
    }
  }

  /// One step back: the search, inside the place, from place to place.
  mutating func goBack() -> [Effect] {
    if isSearchingHere { return stopSearching() }
    if let reading = takeLeftReading() {
      place = reading.place
      overlay = reading.overlay
      settlePlace()
      return []
    }
    var place = place
    let wasInside = place.stepBack(in: self)
    self.place = place
    return wasInside ? [] : leavePlace()
  }

  mutating func leavePlace() -> [Effect] {
    guard let before = trail.goBack(from: place) else { return placeID == .goals ? [] : go(to: .goals) }
    place = before
    overlay = takeLeftReading()?.overlay
    return arrive()
  }

  mutating func goForward() -> [Effect] {
    guard let after = trail.goForward(from: place) else { return [] }
    place = after
    return arrive()
  }

  var reasonAgainstBack: String? {
    var place = place
    let isFirst =
      placeID == .goals && trail.back.isEmpty && leftReadings.isEmpty && !isSearchingHere && !place.stepBack(in: self)
    return isFirst ? "this is the first screen; \(keymap.keys(of: .quit).first?.name ?? "Ctrl-C") leaves" : nil
  }

  /// What is looked at here is to answer the question as it is now.
  private mutating func arrive() -> [Effect] {
    settlePlace()
    return goals.flatMap { askUrgently($0) } + planGoals()
  }

  mutating func settlePlace() { _ = changePlace { $0.settle(in: $1) } }
}
