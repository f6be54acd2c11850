/// Values in order, each kept once with how many there are of it: in a marketplace a million prices are a few hundred.
struct CountedValues {
  private var values: [Int] = []
  /// By value, how many are no greater.
  private var ends: [Int] = []

  init(_ items: some Sequence<(value: Int, count: Int)>) {
    for item in items.sorted(by: { $0.value < $1.value }) where item.count > 0 {
      values.append(item.value)
      ends.append(count + item.count)
    }
  }

  var count: Int { ends.last ?? 0 }

  /// The value at that place of all, the least being at 0.
  subscript(place: Int) -> Int {
    precondition(place >= 0 && place < count, "there are \(count) values")
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return values[low]
  }
}
