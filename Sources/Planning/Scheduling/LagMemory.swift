/// States from which every way was tried in vain: what is at least as late in everything leads nowhere either.
struct LagMemory {
  struct State {
    /// The members that are done, a bit each.
    var done: UInt64
    /// What was decided besides.
    var supports: [Int]
    /// Days, of which fewer are better.
    var figures: [Int]
  }

  private struct Key: Hashable {
    var done: UInt64
    var supports: [Int]
  }

  private var tried: [Key: [[Int]]] = [:]
  private var count = 0
  private let atMost = 200_000

  /// False where one as good was tried; notes it else.
  mutating func isNew(_ state: State) -> Bool {
    let key = Key(done: state.done, supports: state.supports)
    for figures in tried[key] ?? [] where zip(figures, state.figures).allSatisfy({ $0 <= $1 }) { return false }
    if count < atMost {
      count += 1
      tried[key, default: []].append(state.figures)
    }
    return true
  }
}
