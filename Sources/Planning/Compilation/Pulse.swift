/// Asks now and then whether to stop: at every 64th beat, each being the work of one credential, a few microseconds.
struct Pulse {
  private let shouldStop: () -> Bool
  private var beats = 0

  init(_ shouldStop: @escaping () -> Bool) { self.shouldStop = shouldStop }

  mutating func saysStop() -> Bool {
    beats &+= 1
    return beats & 63 == 0 && shouldStop()
  }
}
