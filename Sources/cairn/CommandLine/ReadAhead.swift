/// Makes items one after the other on a thread of its own, a few ahead of who takes them.
final class ReadAhead<Item: Sendable>: Sendable {
  private struct State: Sendable {
    var ready: [Result<Item, any Error>] = []
    var isOver = false
    var isStopped = false
  }

  private let state = Monitor(State())
  /// Ready and not taken yet; each is held in memory.
  private static var most: Int { 2 }

  init(_ numbers: [Int], _ make: @escaping @Sendable (Int) throws -> Item) {
    WorkerThread.start { [state] in
      for number in numbers {
        let isStopped = state.wait { $0.isStopped || $0.ready.count < ReadAhead.most ? $0.isStopped : nil }
        if isStopped { break }
        let item = Result { try make(number) }
        state.change { $0.ready.append(item) }
      }
      state.change { $0.isOver = true }
    }
  }

  /// The next item, waited for; `nil` after the last.
  func next() throws -> Item? {
    let next: Result<Item, any Error>? = state.wait { state in
      if !state.ready.isEmpty { return .some(state.ready.removeFirst()) }
      return state.isOver ? .some(nil) : nil
    }
    // There is room for one more.
    state.change { _ in }
    return try next?.get()
  }

  /// Nothing more is made.
  func stop() { state.change { $0.isStopped = true } }
}
