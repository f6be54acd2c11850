import Foundation
import Interchange
import Wording

/// Says how far the reading of catalogs is, in words, and no oftener than anybody reads.
final class ReadingWords: Sendable {
  private let tell: @Sendable (String) -> Void
  private let state = Monitor(State())

  private struct State {
    let begun = ContinuousClock.now
    var told: ContinuousClock.Instant?
    var count = 0
  }

  /// Every word costs a frame.
  private static let pause: Duration = .milliseconds(100)

  init(_ tell: @escaping @Sendable (String) -> Void) { self.tell = tell }

  func hear(_ progress: ReadingProgress) {
    let words: String? = state.change { state in
      if case .reading = progress { state.count += 1 }
      let now = ContinuousClock.now
      if let told = state.told, now - told < ReadingWords.pause { return nil }
      state.told = now
      let seconds = (now - state.begun).components.seconds
      return ReadingWords.words(progress, state.count) + (seconds > 0 ? ", \(seconds) s" : "")
    }
    if let words { tell(words) }
  }

  private static func words(_ progress: ReadingProgress, _ number: Int) -> String {
    switch progress {
    case .reading(let count):
      "reading \(number == 1 ? Amounts.count(count, "catalog") : "\(number) of \(count) catalogs")"
    case .checking: "checking the catalogs"
    }
  }
}
