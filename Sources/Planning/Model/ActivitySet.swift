/// A set of activities, as bits.
struct ActivitySet: Hashable, Sendable {
  private(set) var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  func contains(_ index: Int) -> Bool { words[index >> 6] & (1 << UInt64(index & 63)) != 0 }
  mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }
  mutating func remove(_ index: Int) { words[index >> 6] &= ~(1 << UInt64(index & 63)) }

  /// The members, in order.
  var members: [Int] {
    var found: [Int] = []
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        found.append(place << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return found
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
