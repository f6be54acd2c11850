import Display

/// A terminal without a screen: it plays a list of events, each once nothing is being worked on any more, and keeps what
/// it was last shown.
final class ScriptedTerminal: Terminal {
  private(set) var size: Size
  let glyphs: Glyphs
  /// Every frame shown, where they are kept; else the last.
  private(set) var frames: [Frame] = []
  /// What was shown each time nothing was worked on any more: before the first event, then after each.
  private(set) var settled: [Frame] = []
  /// True where nothing will happen by itself.
  var isIdle: () -> Bool = { true }
  private var script: ArraySlice<InputEvent>
  private let keepsAll: Bool
  private let woken = Monitor(false)

  init(size: Size, glyphs: Glyphs = .unicode, script: [InputEvent], keepsAll: Bool = false) {
    self.size = size
    self.glyphs = glyphs
    self.script = script[...]
    self.keepsAll = keepsAll
  }

  var waker: @Sendable () -> Void {
    let woken = self.woken
    return { woken.change { $0 = true } }
  }

  func show(_ frame: Frame) {
    if !keepsAll { frames.removeAll() }
    frames.append(frame)
  }

  func arrivals(within time: Duration?) -> [Arrival] {
    let hear: (inout Bool) -> Bool? = { [isIdle] woken in
      if woken {
        woken = false
        return true
      }
      return isIdle() ? false : nil
    }
    guard let time else { return woken.wait(hear) ? [.woken] : next() }
    // The next event comes after what is to be shown yet.
    return woken.wait(atMost: time / .seconds(1), hear) == true ? [.woken] : []
  }

  private func next() -> [Arrival] {
    if let frame = frames.last { settled.append(frame) }
    guard let event = script.popFirst() else { return [.ended(.scriptEnded)] }
    if case .resize(let size) = event { self.size = size }
    return [.input(event)]
  }

  func suspend() {}
}
