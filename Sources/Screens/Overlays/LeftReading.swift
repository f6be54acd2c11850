/// A text that was left by following what it names: going back from there opens it again, as it was read.
struct LeftReading: Sendable {
  let overlay: any Overlay
  /// As it was when the text was left.
  let place: any Place
  /// How many places there were to go back to.
  let depth: Int
}

extension AppState {
  /// Goes where a text names something.
  mutating func leave(_ overlay: any Overlay, by link: Link) -> [Effect] {
    leftReadings.append(LeftReading(overlay: overlay, place: place, depth: trail.back.count))
    return follow(link)
  }

  /// The text that going back leads to from here, taken off those left.
  mutating func takeLeftReading() -> LeftReading? {
    guard let last = leftReadings.last, trail.back.count <= last.depth else { return nil }
    return leftReadings.removeLast()
  }
}
