/// A binary heap of (day, activity), smallest first; equal days by activity, so that the order is always the same.
struct EventHeap {
  private var items: [(day: Int, index: Int)] = []

  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func push(_ day: Int, _ index: Int) {
    items.append((day, index))
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard isBefore(child, parent) else { break }
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
    return first
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < items.count else { return }
      if child + 1 < items.count && isBefore(child + 1, child) { child += 1 }
      guard isBefore(child, parent) else { return }
      items.swapAt(child, parent)
      parent = child
    }
  }

  private func isBefore(_ first: Int, _ second: Int) -> Bool {
    (items[first].day, items[first].index) < (items[second].day, items[second].index)
  }
}
