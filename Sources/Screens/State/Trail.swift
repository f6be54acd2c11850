/// Where one has been: each place as it was left, so that what was selected there still is.
struct Trail: Sendable {
  /// More steps than this nobody goes back.
  private static let longest = 200

  /// To go back to, the latest last.
  private(set) var back: [any Place] = []
  /// To go forward to again, the next one last.
  private(set) var forward: [any Place] = []
  /// Each place as it was left last.
  private(set) var left: [PlaceID: any Place] = [:]

  /// Notes that a place is left for another.
  mutating func leave(_ place: any Place) {
    back = back.suffix(Trail.longest - 1) + [place]
    forward = []
    left[place.id] = place
  }

  /// Changes a place that one isn't at: come to, it is so.
  mutating func put(_ place: any Place) { left[place.id] = place }

  /// The place before, where there is one; `place` is to be come back to by going forward.
  mutating func goBack(from place: any Place) -> (any Place)? {
    guard let before = back.popLast() else { return nil }
    forward.append(place)
    left[place.id] = place
    return before
  }

  mutating func goForward(from place: any Place) -> (any Place)? {
    guard let after = forward.popLast() else { return nil }
    back.append(place)
    left[place.id] = place
    return after
  }
}
