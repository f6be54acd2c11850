/// A binary heap of (day, activity), smallest first; equal days by activity, so that the order is always the same.
struct EventHeap {
  /// Day and activity in one number: they are compared at once.
  private var items: [Int] = []
  private static let bits = 24

  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func push(_ day: Int, _ index: Int) {
    items.append(day << EventHeap.bits | index)
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard items[child] < items[parent] else { break }
      items.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> (day: Int, index: Int)? {
    guard let first = items.first else { return nil }
    let last = items.removeLast()
    if !items.isEmpty {
      items[0] = last
      sink()
    }
    return (first >> EventHeap.bits, first & (1 << EventHeap.bits - 1))
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < items.count else { return }
      if child + 1 < items.count && items[child + 1] < items[child] { child += 1 }
      guard items[child] < items[parent] else { return }
      items.swapAt(child, parent)
      parent = child
    }
  }
}
