/// Sebastiano Vigna's SplitMix64 (<https://prng.di.unimi.it/splitmix64.c>): the same seed, the same problems, anywhere.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of the range; the bias of the remainder is of no matter for test data.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var order = elements
    for index in order.indices.dropFirst().reversed() { order.swapAt(index, number(0...index)) }
    return order
  }
}
