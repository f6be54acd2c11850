/// How the same is done for many things: one after the other, or by several threads at once. This layer has no threads
/// of its own; whoever has some brings them.
public struct Spreading: Sendable {
  private let run: @Sendable (_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> Void

  /// - Parameter run: calls `body` once with each number below `count`, in whatever order and on whatever threads, and
  ///   comes back after the last.
  public init(_ run: @escaping @Sendable (_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> Void) {
    self.run = run
  }

  /// One after the other.
  public static let none = Spreading { count, body in for number in 0..<count { body(number) } }

  /// What `make` makes of each number below `count`, in their order.
  public func map<Item: Sendable>(_ count: Int, _ make: @escaping @Sendable (Int) -> Item) -> [Item] {
    guard count > 0 else { return [] }
    return [Item](unsafeUninitializedCapacity: count) { buffer, initialized in
      let places = Places(start: buffer.baseAddress)
      run(count) { places.fill($0, make($0)) }
      initialized = count
    }
  }

  /// Room that each number fills its own part of.
  private struct Places<Item>: @unchecked Sendable {
    let start: UnsafeMutablePointer<Item>?

    func fill(_ number: Int, _ item: Item) { start?.advanced(by: number).initialize(to: item) }
  }
}
